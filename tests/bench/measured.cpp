// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured.h"

#include <QByteArrayList>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <vector>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gleaner::test
{

namespace
{

double seconds(const timeval &time)
{
    return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

[[noreturn]] void become(const QByteArray &program, const std::vector<char *> &words, int timeout)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    // Survives exec(), so nobody has to watch the clock.
    ::alarm(unsigned(timeout));
    ::execvp(program.constData(), words.data());
    ::_exit(127);
}

} // namespace

Measured measure(const QString &program, const QStringList &arguments, int timeoutSeconds,
    const std::function<void(qint64)> &started)
{
    QByteArrayList bytes{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        bytes.append(argument.toLocal8Bit());
    std::vector<char *> words;
    for (QByteArray &word : bytes)
        words.push_back(word.data());
    words.push_back(nullptr);

    QElapsedTimer clock;
    clock.start();
    // QProcess reaps its children itself and throws away what they used.
    const pid_t child = ::fork();
    if (child == 0)
        become(bytes.first(), words, timeoutSeconds);
    if (child > 0 && started)
        started(child);
    Measured measured;
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child)
        return measured;
    measured.seconds = double(clock.nsecsElapsed()) / 1e9;
    measured.ended = WIFEXITED(status);
    measured.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    measured.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    measured.peakMebibytes = double(usage.ru_maxrss) / 1024;
    return measured;
}

double processorSeconds(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    // The name may hold blanks and brackets; behind its last one the fields are counted from 3.
    const QByteArrayList fields = line.sliced(line.lastIndexOf(')') + 1).simplified().split(' ');
    return fields.size() < 13
        ? 0
        : (fields[11].toDouble() + fields[12].toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

} // namespace gleaner::test
