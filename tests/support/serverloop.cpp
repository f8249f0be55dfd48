// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverloop.h"

#include "tests/support/listeners.h"

#include <algorithm>
#include <csignal>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gleaner::test
{

ServerLoop::ServerLoop(const QByteArray &address, quint16 port, std::unique_ptr<TlsContext> tls)
    : m_tls(std::move(tls))
    , m_listener(listenOn(address, port))
    , m_wakeUp(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_listener < 0 || m_wakeUp < 0)
        qFatal("the test server cannot listen on %s", address.constData());
    m_port = boundPort(m_listener);
    m_thread = std::thread([this] { run(); });
}

ServerLoop::~ServerLoop()
{
    m_stop = true;
    wake();
    m_thread.join();
    ::close(m_listener);
    ::close(m_wakeUp);
}

void ServerLoop::wake()
{
    ::eventfd_write(m_wakeUp, 1);
}

void ServerLoop::run()
{
    // OpenSSL writes to a socket whose peer has gone without asking for no signal.
    sigset_t brokenPipe;
    ::sigemptyset(&brokenPipe);
    ::sigaddset(&brokenPipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
    std::vector<pollfd> polled;
    while (!m_stop) {
        polled.assign({{m_listener, POLLIN, 0}, {m_wakeUp, POLLIN, 0}});
        for (const auto &[socket, connection] : m_connections)
            polled.push_back({socket, connection->events(), 0});
        ::poll(polled.data(), polled.size(), pollTimeout());

        eventfd_t wakes = 0;
        const bool woken = polled[1].revents != 0 && ::eventfd_read(m_wakeUp, &wakes) == 0;
        advanceConnections(polled, woken);
        if (polled[0].revents != 0)
            acceptAll();
    }
    m_connections.clear();
}

int ServerLoop::pollTimeout() const
{
    Clock::time_point next = Clock::time_point::max();
    for (const auto &[socket, connection] : m_connections)
        next = std::min(next, connection->deadline());
    if (next == Clock::time_point::max())
        return -1;
    const auto left = std::chrono::ceil<milliseconds>(next - Clock::now());
    return int(std::max<qint64>(0, left.count()));
}

void ServerLoop::acceptAll()
{
    for (;;) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const int yes = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        m_state.connected();
        auto wire = m_tls ? m_tls->accept(socket) : std::make_unique<Wire>(socket);
        m_connections[socket] =
            std::make_unique<Connection>(std::move(wire), ++m_accepted, m_state);
    }
}

void ServerLoop::advanceConnections(const std::vector<pollfd> &polled, bool all)
{
    const Clock::time_point now = Clock::now();
    for (const pollfd &entry : polled) {
        const auto found = m_connections.find(entry.fd);
        if (found == m_connections.end())
            continue;
        Connection &connection = *found->second;
        if (!all && entry.revents == 0 && connection.deadline() > now)
            continue;
        const bool readable = (entry.revents & (POLLIN | POLLRDHUP | POLLHUP | POLLERR)) != 0;
        if (!connection.advance(readable))
            m_connections.erase(found);
    }
}

} // namespace gleaner::test
