// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/program.h"

#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <termios.h>
#include <unistd.h>

namespace gleaner::test
{

/// A terminal for a program, and the keyboard and screen of it for the test.
class Terminal
{
public:
    Terminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
    {
        ::grantpt(m_master);
        ::unlockpt(m_master);
        m_name = ::ptsname(m_master);
        m_slave = ::open(m_name.constData(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    void give(Program &program) const
    {
        program.process().setChildProcessModifier([name = m_name] {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::setsid();
            ::ioctl(::open(name.constData(), O_RDWR), TIOCSCTTY, 0);
        });
    }
    void type(const QByteArray &text) const
    {
        QCOMPARE(::write(m_master, text.constData(), text.size()), text.size());
    }
    const QByteArray &screen()
    {
        char shown[4096];
        for (ssize_t size; (size = ::read(m_master, shown, sizeof shown)) > 0;)
            m_screen.append(shown, size);
        return m_screen;
    }
    bool echoes() const
    {
        termios now{};
        return ::tcgetattr(m_slave, &now) == 0 && (now.c_lflag & ECHO) && (now.c_lflag & ICANON)
            && (now.c_lflag & ISIG);
    }

private:
    int m_master;
    int m_slave;
    QByteArray m_name;
    QByteArray m_screen;
};

} // namespace gleaner::test
