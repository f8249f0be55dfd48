// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <deque>
#include <optional>
#include <utility>

namespace gleaner::test
{

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The first header of that name in the head of a request or an answer.
QByteArray headerOf(const QByteArray &head, const QByteArray &name);

/// One request as it came over the wire. A value: handlers read it, the server's log keeps it.
struct Request {
    QByteArray method;
    QByteArray target; ///< as on the request line: path and query, nothing decoded
    QByteArray version;
    QByteArray head; ///< every byte from the method to the empty line, both included
    QByteArray body;
    QByteArray rest; ///< what followed the route's name in the path, without the query
    int connection = 0; ///< counts from 1 in the order of accept()
    int ordinal = 0; ///< 1 for the first request on its connection
    Clock::time_point arrived;
    std::optional<Clock::time_point> ended; ///< set in the log when the answer is out or broken off

    QByteArray path() const;
    /// The first header of that name, case ignored, blanks trimmed; null when there is none.
    QByteArray header(const QByteArray &name) const { return headerOf(head, name); }
    /// The percent-decoded value in the query; null when there is none.
    QByteArray query(const QByteArray &name) const;
    qint64 number(const QByteArray &name, qint64 otherwise) const;
};

/// One thing a connection does; a Reply is a row of them.
struct Step {
    enum class Kind { Send, Wait, Hold, Close, Reset, Stall };
    Kind kind = Kind::Send;
    QByteArray bytes{}; ///< what to send, or the name of the gate
    quint64 times = 1; ///< how often the bytes are sent
    qsizetype piece = 0; ///< bytes between two pauses; 0 sends without a pause
    milliseconds pause{0};
};

/// What a handler wants done on the connection, in order, played by the server's thread after the
/// handler has returned. Unless it closes, resets or stalls, the connection lives on as HTTP says.
class Reply
{
public:
    explicit Reply(const Request &request);

    /// A whole, well-formed answer with a Content-Length; to HEAD without its body.
    Reply &answer(int status, const QByteArray &type = {}, const QByteArray &body = {},
        const Headers &headers = {});
    /// These bytes exactly, after what was said before.
    Reply &send(const QByteArray &bytes);
    /// The bytes again and again, as fast as the client takes them.
    Reply &repeat(const QByteArray &bytes, quint64 times);
    /// Some bytes at a time with a pause after each piece.
    Reply &drip(const QByteArray &bytes, qsizetype piece, milliseconds pause);
    Reply &wait(milliseconds pause);
    /// Goes on when the test says TestServer::release(gate).
    Reply &hold(const QByteArray &gate);
    /// Everything so far is sent, then FIN.
    Reply &close();
    /// Everything so far has reached the client's kernel, then RST.
    Reply &reset();
    /// Nothing more; ends when the client goes, or after TestServer's patience.
    Reply &stall();

    std::deque<Step> takeSteps();

private:
    bool m_withoutBody;
    bool m_closes;
    std::deque<Step> m_steps;
};

/// "HTTP/1.1 200 OK" and the headers, ended by the empty line.
QByteArray responseHead(int status, const Headers &headers);

} // namespace gleaner::test
