// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpmessage.h"

#include <QByteArray>

#include <chrono>

namespace gleaner::test
{

/// A bare TCP client that shows what really comes over the wire, and how it ends.
class RawClient
{
public:
    enum class End { Closed, Reset, Open };

    explicit RawClient(quint16 port);
    ~RawClient();
    Q_DISABLE_COPY_MOVE(RawClient)

    bool isConnected() const { return m_connected; }
    void send(const QByteArray &bytes);
    /// "GET target HTTP/1.1" with further header lines, each ended by CRLF.
    void get(const QByteArray &target, const QByteArray &lines = {});
    /// Everything until the server ends it, or the quiet time passes without a byte, or there is
    /// more than `most`.
    QByteArray readAll(std::chrono::milliseconds quiet = std::chrono::seconds(10),
        qsizetype most = 256 * 1024 * 1024);
    /// How the last readAll() ended.
    End end() const { return m_end; }

private:
    int m_socket = -1;
    bool m_connected = false;
    End m_end = End::Open;
};

/// What one request brought.
struct Heard {
    QByteArray head; ///< without the empty line
    QByteArray body; ///< everything, when there was no empty line
    RawClient::End end = RawClient::End::Open;

    QByteArray statusLine() const;
    /// The first header of that name; null when there is none.
    QByteArray header(const QByteArray &name) const { return headerOf(head, name); }
};

/// GET on a connection of its own, which the server is asked to close after the answer.
Heard ask(quint16 port, const QByteArray &target, const QByteArray &lines = {},
    std::chrono::milliseconds quiet = std::chrono::seconds(10));

} // namespace gleaner::test
