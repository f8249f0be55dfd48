// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gleaner::test
{

/// A non-blocking socket that listens on a loopback address, 0 for any free port. -1 on failure;
/// asking for an address that is not loopback is a bug in the test and aborts.
int listenOn(const QByteArray &address, quint16 port);
/// The port a socket is bound to.
quint16 boundPort(int socket);

/// Completes the TCP handshake and never says a word; no thread, the kernel does it.
class SilentListener
{
public:
    explicit SilentListener(const QByteArray &address = "127.0.0.1");
    ~SilentListener();
    Q_DISABLE_COPY_MOVE(SilentListener)

    quint16 port() const;

private:
    int m_socket;
};

/// A port at which connections are refused: bound, so that nobody else gets it, but not listening.
class RefusingPort
{
public:
    explicit RefusingPort(const QByteArray &address = "127.0.0.1");
    ~RefusingPort();
    Q_DISABLE_COPY_MOVE(RefusingPort)

    quint16 port() const;

private:
    int m_socket;
};

} // namespace gleaner::test
