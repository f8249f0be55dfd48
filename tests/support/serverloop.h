// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/connection.h"

#include <atomic>
#include <map>
#include <memory>
#include <thread>
#include <vector>

struct pollfd;

namespace gleaner::test
{

/// A TestServer's thread: one poll() over the listening socket and every connection.
class ServerLoop
{
public:
    ServerLoop(const QByteArray &address, quint16 port, std::unique_ptr<TlsContext> tls);
    ~ServerLoop();
    Q_DISABLE_COPY_MOVE(ServerLoop)

    quint16 port() const { return m_port; }
    ServerState &state() { return m_state; }
    /// Lets every connection look at the gates again.
    void wake();

private:
    void run();
    int pollTimeout() const;
    void acceptAll();
    void advanceConnections(const std::vector<pollfd> &polled, bool all);

    ServerState m_state;
    std::unique_ptr<TlsContext> m_tls;
    quint16 m_port = 0;
    int m_listener = -1;
    int m_wakeUp = -1;
    int m_accepted = 0;
    std::atomic<bool> m_stop = false;
    std::map<int, std::unique_ptr<Connection>> m_connections; ///< by socket
    std::thread m_thread;
};

} // namespace gleaner::test
