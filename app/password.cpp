// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/password.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

constexpr qsizetype longestPassword = 4096;

/// The controlling terminal, without echo and byte by byte: its own keys for signals would leave
/// it without echo for the shell.
class SilentTerminal
{
public:
    SilentTerminal()
        : m_file(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC))
    {
        m_works = m_file >= 0 && ::tcgetattr(m_file, &m_before) == 0;
        if (!m_works)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG);
        silent.c_cc[VMIN] = 1;
        silent.c_cc[VTIME] = 0;
        m_works = ::tcsetattr(m_file, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_works)
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

    bool works() const { return m_works; }
    void write(const QByteArray &text) const
    {
        // Nothing is lost if it does not get there: the person sees that it did not.
        [[maybe_unused]] const auto written = ::write(m_file, text.constData(), text.size());
    }
    std::optional<char> read() const
    {
        char typed = 0;
        if (::read(m_file, &typed, 1) == 1)
            return typed;
        return std::nullopt;
    }

private:
    int m_file;
    termios m_before{};
    bool m_works = false;
};

/// The line as it was typed, its erasures carried out.
std::optional<QByteArray> readLine(const SilentTerminal &terminal)
{
    constexpr char interrupt = 3;
    constexpr char endOfFile = 4;
    constexpr char eraseLine = 21;
    constexpr char escape = 27;
    constexpr char erase = 127;
    QByteArray line;
    while (line.size() < longestPassword) {
        const auto typed = terminal.read();
        if (!typed || *typed == interrupt || *typed == endOfFile || *typed == escape)
            return std::nullopt;
        if (*typed == '\n' || *typed == '\r')
            return line;
        if (*typed == eraseLine)
            line.clear();
        else if (*typed == erase || *typed == '\b')
            line = QString::fromUtf8(line).chopped(line.isEmpty() ? 0 : 1).toUtf8();
        else
            line += *typed;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> askPassword(const QString &question)
{
    const SilentTerminal terminal;
    if (!terminal.works())
        return std::nullopt;
    terminal.write(question.toLocal8Bit() + ' ');
    const auto line = readLine(terminal);
    terminal.write("\n");
    if (!line)
        return std::nullopt;
    return QString::fromLocal8Bit(*line);
}

} // namespace gleaner
