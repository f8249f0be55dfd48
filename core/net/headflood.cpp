// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/headflood.h"

#include <algorithm>
#include <optional>
#include <utility>

#ifdef Q_OS_LINUX
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

/// All who wait ask in turn; one look is enough for them.
constexpr auto lookInterval = 200ms;
/// After so long without a look nobody waited, and what came then is of no interest.
constexpr auto forgottenAfter = 1000ms;
/// Each of those who wait has to hear of it, and asks four times a second.
constexpr auto seenFor = 300ms;

#ifdef Q_OS_LINUX
constexpr int highestDescriptor = 4096;

quint32 portOf(const sockaddr_in6 &address)
{
    // At the same place for both families.
    return address.sin6_port;
}

/// What the kernel has received for a connection; nothing if the descriptor is none.
std::optional<std::pair<quint32, quint64>> receivedBy(int descriptor)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0
        || size < offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received)
        return std::nullopt;
    sockaddr_in6 ours{};
    sockaddr_in6 peers{};
    socklen_t length = sizeof ours;
    if (getsockname(descriptor, reinterpret_cast<sockaddr *>(&ours), &length) != 0)
        return std::nullopt;
    length = sizeof peers;
    getpeername(descriptor, reinterpret_cast<sockaddr *>(&peers), &length);
    return std::pair(portOf(ours) << 16 | portOf(peers), quint64(info.tcpi_bytes_received));
}
#endif

} // namespace

bool HeadFlood::isSeen(Clock::time_point now)
{
    if (now - m_lookedAt >= lookInterval)
        look(now);
    return now - m_seenAt < seenFor;
}

void HeadFlood::look(Clock::time_point now)
{
#ifdef Q_OS_LINUX
    const bool isFresh = now - m_lookedAt > forgottenAfter;
    m_lookedAt = now;
    QHash<int, Connection> connections;
    qint64 received = 0;
    int misses = 0;
    // Descriptors are given from the lowest up: a long run of none is the end of them.
    for (int descriptor = 3; descriptor < highestDescriptor && misses < 256; ++descriptor) {
        const auto found = receivedBy(descriptor);
        misses = found ? 0 : misses + 1;
        if (!found)
            continue;
        const Connection before = m_connections.value(descriptor);
        const quint64 known = before.ports == found->first ? before.received : 0;
        received += qint64(found->second - std::min(known, found->second));
        connections.insert(descriptor, {found->first, found->second});
    }
    m_connections = std::move(connections);
    m_unexplained += received - std::exchange(m_bodies, 0);
    m_unexplained = isFresh ? 0 : std::max<qint64>(m_unexplained, 0);
    if (m_unexplained <= most)
        return;
    m_unexplained = 0;
    m_seenAt = now;
#else
    Q_UNUSED(now);
#endif
}

} // namespace gleaner
