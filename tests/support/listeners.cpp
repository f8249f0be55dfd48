// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/listeners.h"

#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gleaner::test
{

namespace
{

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

SocketAddress loopbackAddress(const QByteArray &text, quint16 port)
{
    SocketAddress address;
    if (text == "::1") {
        sockaddr_in6 six{};
        six.sin6_family = AF_INET6;
        six.sin6_port = htons(port);
        six.sin6_addr = in6addr_loopback;
        std::memcpy(&address.storage, &six, sizeof six);
        address.size = sizeof six;
        return address;
    }
    sockaddr_in four{};
    four.sin_family = AF_INET;
    four.sin_port = htons(port);
    if (!text.startsWith("127.") || ::inet_pton(AF_INET, text.constData(), &four.sin_addr) != 1)
        qFatal("tests listen on loopback only, not on %s", text.constData());
    std::memcpy(&address.storage, &four, sizeof four);
    address.size = sizeof four;
    return address;
}

int boundSocket(const QByteArray &text, quint16 port)
{
    const SocketAddress address = loopbackAddress(text, port);
    const int socket =
        ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return -1;
    if (port != 0) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    }
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&address.storage), address.size) == 0)
        return socket;
    ::close(socket);
    return -1;
}

} // namespace

int listenOn(const QByteArray &address, quint16 port)
{
    const int socket = boundSocket(address, port);
    if (socket < 0 || ::listen(socket, 1024) == 0)
        return socket;
    ::close(socket);
    return -1;
}

quint16 boundPort(int socket)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return 0;
    if (storage.ss_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &storage, sizeof six);
        return ntohs(six.sin6_port);
    }
    sockaddr_in four{};
    std::memcpy(&four, &storage, sizeof four);
    return ntohs(four.sin_port);
}

SilentListener::SilentListener(const QByteArray &address)
    : m_socket(listenOn(address, 0))
{
}

SilentListener::~SilentListener()
{
    ::close(m_socket);
}

quint16 SilentListener::port() const
{
    return boundPort(m_socket);
}

RefusingPort::RefusingPort(const QByteArray &address)
    : m_socket(boundSocket(address, 0))
{
}

RefusingPort::~RefusingPort()
{
    ::close(m_socket);
}

quint16 RefusingPort::port() const
{
    return boundPort(m_socket);
}

} // namespace gleaner::test
