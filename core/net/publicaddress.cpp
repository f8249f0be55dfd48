// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/publicaddress.h"

#include "core/url/address.h"

#include <algorithm>
#include <array>

namespace gleaner
{

namespace
{

struct Ipv4Block {
    quint32 network;
    int bits;
};

constexpr quint32 ipv4(quint32 a, quint32 b, quint32 c)
{
    return a << 24 | b << 16 | c << 8;
}

constexpr std::array notPublic{
    Ipv4Block{ipv4(0, 0, 0), 8}, // this host
    Ipv4Block{ipv4(10, 0, 0), 8},
    Ipv4Block{ipv4(100, 64, 0), 10}, // a provider's (RFC 6598)
    Ipv4Block{ipv4(127, 0, 0), 8},
    Ipv4Block{ipv4(169, 254, 0), 16}, // link-local; clouds tell secrets there
    Ipv4Block{ipv4(172, 16, 0), 12},
    Ipv4Block{ipv4(192, 0, 0), 24},
    Ipv4Block{ipv4(192, 0, 2), 24}, // for documentation, and two more
    Ipv4Block{ipv4(192, 168, 0), 16},
    Ipv4Block{ipv4(198, 18, 0), 15}, // for benchmarks
    Ipv4Block{ipv4(198, 51, 100), 24},
    Ipv4Block{ipv4(203, 0, 113), 24},
    Ipv4Block{ipv4(224, 0, 0), 4}, // groups
    Ipv4Block{ipv4(240, 0, 0), 4},
};

bool isPublicIpv4(quint32 address)
{
    return std::ranges::none_of(notPublic, [address](const Ipv4Block &block) {
        return (address ^ block.network) >> (32 - block.bits) == 0;
    });
}

quint32 ipv4At(const Q_IPV6ADDR &address, int offset)
{
    quint32 read = 0;
    for (int i = offset; i < offset + 4; ++i)
        read = read << 8 | address[i];
    return read;
}

bool startsWith(const Q_IPV6ADDR &address, std::initializer_list<quint8> prefix)
{
    return std::equal(prefix.begin(), prefix.end(), address.c);
}

bool isPublicIpv6(const Q_IPV6ADDR &address)
{
    const bool isMapped = startsWith(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff});
    const bool isNat64 = startsWith(address, {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0});
    if (isMapped || isNat64)
        return isPublicIpv4(ipv4At(address, 12));
    if (startsWith(address, {0x20, 0x02})) // 6to4
        return isPublicIpv4(ipv4At(address, 2));
    const bool isTeredo = startsWith(address, {0x20, 0x01, 0, 0});
    const bool isDocumentation =
        startsWith(address, {0x20, 0x01, 0x0d, 0xb8}) || startsWith(address, {0x3f, 0xff});
    // Global unicast is 2000::/3 and nothing else.
    return address[0] >> 5 == 1 && !isTeredo && !isDocumentation;
}

} // namespace

bool isPublic(const QHostAddress &address)
{
    switch (address.protocol()) {
    case QAbstractSocket::IPv4Protocol:
        return isPublicIpv4(address.toIPv4Address());
    case QAbstractSocket::IPv6Protocol:
        return isPublicIpv6(address.toIPv6Address());
    default:
        return false;
    }
}

QHostAddress literalHost(const Address &address)
{
    QByteArrayView host = address.host();
    if (host.startsWith('['))
        host = host.sliced(1).chopped(1);
    return QHostAddress(QString::fromLatin1(host));
}

bool isThisMachine(const Address &address)
{
    QByteArrayView host = address.host();
    if (host.endsWith('.'))
        host.chop(1);
    return host == QByteArrayView("localhost") || host.endsWith(".localhost")
        || literalHost(address).isLoopback();
}

} // namespace gleaner
