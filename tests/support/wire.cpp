// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wire.h"

#include <cerrno>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gleaner::test
{

namespace
{

qsizetype moved(ssize_t result)
{
    if (result >= 0)
        return result;
    return errno == EAGAIN || errno == EINTR ? Wire::wouldBlock : Wire::broken;
}

} // namespace

Wire::Wire(int socket)
    : m_socket(socket)
{
}

Wire::~Wire()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

qsizetype Wire::read(char *data, qsizetype size)
{
    return moved(::recv(m_socket, data, size_t(size), 0));
}

qsizetype Wire::write(const char *data, qsizetype size)
{
    return moved(::send(m_socket, data, size_t(size), MSG_NOSIGNAL));
}

bool Wire::isDrained() const
{
    int waiting = 0;
    return ::ioctl(m_socket, SIOCOUTQ, &waiting) != 0 || waiting == 0;
}

void Wire::finish()
{
    ::shutdown(m_socket, SHUT_WR);
}

void Wire::reset()
{
    const linger atOnce{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    ::close(m_socket);
    m_socket = -1;
}

} // namespace gleaner::test
