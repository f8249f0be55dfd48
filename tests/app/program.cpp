// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "tests/support/await.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcessEnvironment>
#include <QThread>

#include <csignal>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>

namespace gleaner::test
{

QString text(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

Program::Program()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const char *name :
        {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE", "XDG_RUNTIME_DIR"})
        m_environment.remove(QLatin1String(name));
    // Without an address a bus is started for the display, and found by other tests' programs.
    setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    setVariable(QStringLiteral("HOME"), m_folder.path());
    setVariable(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    setVariable(QStringLiteral("LANGUAGE"), {});
    for (const char *name :
        {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        setVariable(QLatin1String(name), path(QStringLiteral("home/") + QLatin1String(name)));
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

QStringList Program::everythingMade() const
{
    QStringList found;
    const QDir home(m_folder.path());
    QDirIterator each(home.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (each.hasNext())
        found.append(home.relativeFilePath(each.next()));
    found.sort();
    return found;
}

QByteArray Program::file(const QString &nameInDirectory) const
{
    QFile file(directory() + QLatin1Char('/') + nameInDirectory);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Program::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void Program::start(const QStringList &arguments)
{
    m_process.setProcessEnvironment(m_environment);
    QStringList command = m_under + QStringList{QStringLiteral(GLEANER_PROGRAM)} + arguments;
    m_process.setProgram(command.takeFirst());
    m_process.setArguments(command);
    m_output.clear();
    m_errors.clear();
    m_process.start(QIODevice::ReadOnly);
    if (!m_process.waitForStarted())
        qFatal("%s: %s", GLEANER_PROGRAM, qPrintable(m_process.errorString()));
}

void Program::startJson(const QStringList &arguments)
{
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--json"), QStringLiteral("-P"),
              directory()}
        + arguments);
}

bool Program::endsWithin(std::chrono::milliseconds time)
{
    QElapsedTimer clock;
    clock.start();
    while (m_process.state() != QProcess::NotRunning) {
        if (clock.elapsed() >= time.count())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        QThread::msleep(1);
    }
    return true;
}

bool Program::waitForEnd(std::chrono::milliseconds timeout)
{
    // A process that is never stopped must not outlive a failing test, nor fill its pipes for ever.
    if (waitFor([this] { return m_process.state() == QProcess::NotRunning; }, timeout))
        return true;
    m_process.kill();
    m_process.waitForFinished(5000);
    return false;
}

bool Program::run(const QStringList &arguments)
{
    start(arguments);
    return waitForEnd();
}

bool Program::runJson(const QStringList &arguments)
{
    startJson(arguments);
    return waitForEnd();
}

void Program::send(int signal)
{
    // 0 would mean everybody in our group, us included.
    if (const auto process = pid_t(m_process.processId()); process > 0)
        ::kill(process, signal);
}

int Program::status() const
{
    const bool ended =
        m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit;
    return ended ? m_process.exitCode() : -1;
}

const QByteArray &Program::output()
{
    return m_output += m_process.readAllStandardOutput();
}

const QByteArray &Program::errors()
{
    return m_errors += m_process.readAllStandardError();
}

void makeSmall(int writeEnd)
{
    ::fcntl(writeEnd, F_SETPIPE_SZ, smallPipe);
}

bool isFull(int readEnd)
{
    constexpr int aboutAnEvent = 400;
    int unread = 0;
    return ::ioctl(readEnd, FIONREAD, &unread) == 0 && unread > smallPipe - aboutAnEvent;
}

} // namespace gleaner::test
