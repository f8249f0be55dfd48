// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gleaner::test
{

RawClient::RawClient(quint16 port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_connected =
        ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

RawClient::~RawClient()
{
    ::close(m_socket);
}

void RawClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto size = size_t(bytes.size() - sent);
        const ssize_t written = ::send(m_socket, bytes.constData() + sent, size, MSG_NOSIGNAL);
        if (written < 0)
            return;
        sent += written;
    }
}

void RawClient::get(const QByteArray &target, const QByteArray &lines)
{
    send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n");
}

QByteArray RawClient::readAll(std::chrono::milliseconds quiet, qsizetype most)
{
    QByteArray received;
    std::array<char, 65536> buffer;
    m_end = End::Open;
    while (received.size() < most) {
        pollfd polled{m_socket, POLLIN, 0};
        if (::poll(&polled, 1, int(quiet.count())) <= 0)
            break;
        const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (size > 0) {
            received.append(buffer.data(), size);
            continue;
        }
        m_end = size == 0 ? End::Closed : End::Reset;
        break;
    }
    return received;
}

QByteArray Heard::statusLine() const
{
    const qsizetype end = head.indexOf("\r\n");
    return end < 0 ? head : head.first(end);
}

Heard ask(quint16 port, const QByteArray &target, const QByteArray &lines,
    std::chrono::milliseconds quiet)
{
    RawClient client(port);
    client.get(target, lines + "Connection: close\r\n");
    const QByteArray all = client.readAll(quiet);
    const qsizetype blank = all.indexOf("\r\n\r\n");
    if (blank < 0)
        return {{}, all, client.end()};
    return {all.first(blank), all.sliced(blank + 4), client.end()};
}

} // namespace gleaner::test
