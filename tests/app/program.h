// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <chrono>

namespace gleaner::test
{

/// An address for a command line.
QString text(const QUrl &url);
/// As a shell would split a line without quotes.
QStringList words(const char *line);

/// The real program in a process of its own, with a home of its own and no display. Ends with its
/// owner.
class Program
{
public:
    Program();
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// What the tests give to -P; nobody has made it.
    QString directory() const { return path(QStringLiteral("out")); }
    /// Everything below the home, without the home itself.
    QStringList everythingMade() const;
    QByteArray file(const QString &nameInDirectory) const;

    /// For what has to be different about it; before start().
    QProcess &process() { return m_process; }
    void setVariable(const QString &name, const QString &value);
    /// The program is started by this command line, which its own is added to; empty again: by
    /// none.
    void startUnder(const QStringList &command) { m_under = command; }

    void start(const QStringList &arguments);
    /// As start(), with --headless --json -P directory() in front.
    void startJson(const QStringList &arguments);
    /// False when it has not ended by then; it goes on.
    [[nodiscard]] bool endsWithin(std::chrono::milliseconds time);
    /// False when it did not end; then it is killed.
    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds timeout = std::chrono::seconds(60));
    [[nodiscard]] bool run(const QStringList &arguments);
    [[nodiscard]] bool runJson(const QStringList &arguments);
    void send(int signal);

    /// The exit status; -1 if a signal ended it, or nothing has.
    int status() const;
    /// What the latest start has written.
    const QByteArray &output();
    const QByteArray &errors();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QStringList m_under;
    QProcessEnvironment m_environment;
    QByteArray m_output;
    QByteArray m_errors;
};

/// A pipe made as small as it goes, for a reader who is in no hurry.
constexpr int smallPipe = 4096;
void makeSmall(int writeEnd);
/// Is the small pipe so full that another event does not fit in?
bool isFull(int readEnd);

} // namespace gleaner::test
