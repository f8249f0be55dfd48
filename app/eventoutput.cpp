// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventoutput.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// Whoever started us may have made the pipe one that does not block; it is theirs as well.
bool waitForReader()
{
    pollfd reader{STDOUT_FILENO, POLLOUT, 0};
    return poll(&reader, 1, -1) >= 0 || errno == EINTR;
}

} // namespace

bool EventOutput::write(const QByteArray &line)
{
    QByteArray rest = line + '\n';
    while (m_open && !rest.isEmpty()) {
        const ssize_t written = ::write(STDOUT_FILENO, rest.constData(), size_t(rest.size()));
        if (written >= 0)
            rest.remove(0, written);
        else if (errno == EAGAIN)
            m_open = waitForReader();
        else if (errno != EINTR)
            m_open = false;
        if (!m_open && errno != EPIPE && errno != EBADF)
            m_problem = qt_error_string(errno);
    }
    return m_open;
}

void fillStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // The lowest free number is the one that was looked for.
        if (fcntl(descriptor, F_GETFD) < 0)
            open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

} // namespace gleaner
