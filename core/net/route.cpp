// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/route.h"

#include <QHostAddress>
#include <QString>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// Connecting a datagram socket looks up the route and sends nothing.
bool hasRouteTo(const QHostAddress &host)
{
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    const bool isV4 = host.protocol() == QAbstractSocket::IPv4Protocol;
    v4.sin_family = AF_INET;
    v4.sin_port = htons(9);
    v4.sin_addr.s_addr = htonl(host.toIPv4Address());
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(9);
    const Q_IPV6ADDR bytes = host.toIPv6Address();
    std::memcpy(&v6.sin6_addr, &bytes, sizeof bytes);
    const int socket = ::socket(isV4 ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    // No socket is no answer: what is wrong is something else.
    if (socket < 0)
        return errno != EAFNOSUPPORT;
    const auto *address =
        isV4 ? reinterpret_cast<sockaddr *>(&v4) : reinterpret_cast<sockaddr *>(&v6);
    const int size = isV4 ? sizeof v4 : sizeof v6;
    const bool found = connect(socket, address, socklen_t(size)) == 0
        || (errno != ENETUNREACH && errno != EHOSTUNREACH && errno != EADDRNOTAVAIL
            && errno != ENETDOWN);
    close(socket);
    return found;
}

} // namespace

bool hasRoute(QByteArrayView host)
{
    QString name = QString::fromLatin1(host);
    if (name.startsWith(u'['))
        name = name.sliced(1).chopped(1);
    if (name == u"localhost" || name.endsWith(u".localhost"))
        return hasRouteTo(QHostAddress(QHostAddress::LocalHost));
    const QHostAddress address(name);
    if (!address.isNull())
        return hasRouteTo(address);
    // Addresses of documentation (RFC 5737, RFC 3849): only a default route leads there.
    return hasRouteTo(QHostAddress(QStringLiteral("192.0.2.1")))
        || hasRouteTo(QHostAddress(QStringLiteral("2001:db8::1")));
}

} // namespace gleaner
