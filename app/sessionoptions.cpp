// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sessionoptions.h"

#include "app/mistake.h"
#include "core/crawl/sessions.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace gleaner
{

namespace
{

QString say(const char *sentence)
{
    return QCoreApplication::translate("CommandLine", sentence);
}

QString stateText(const KnownSession &session)
{
    switch (session.state) {
    case KnownSession::State::Finished:
        return say(QT_TRANSLATE_NOOP("CommandLine", "finished"));
    case KnownSession::State::Unfinished:
        return say(QT_TRANSLATE_NOOP("CommandLine", "unfinished"));
    case KnownSession::State::InUse:
        return say(QT_TRANSLATE_NOOP("CommandLine", "running"));
    case KnownSession::State::Newer:
        return say(QT_TRANSLATE_NOOP("CommandLine", "kept by a newer version"));
    case KnownSession::State::Unreadable:
        return say(QT_TRANSLATE_NOOP("CommandLine", "cannot be read"));
    }
    return {};
}

} // namespace

void readResumeOption(const QCommandLineParser &parser, const QString &workingDirectory,
    CrawlJob &job, Mistake &mistake)
{
    const QString wanted = parser.value(QStringLiteral("resume"));
    if (!parser.positionalArguments().isEmpty() || parser.isSet(QStringLiteral("directory"))) {
        mistake.note(QT_TRANSLATE_NOOP(
            "CommandLine", "--resume knows the addresses and the folder; leave them out."));
        return;
    }
    const QString folder = QDir(workingDirectory).filePath(wanted);
    const bool isFolder = !workingDirectory.isEmpty() && QFileInfo(folder).isDir();
    const auto session = wanted.isEmpty()
        ? std::nullopt
        : findKnownSession(job.stateDirectory, isFolder ? folder : wanted);
    if (!session) {
        mistake.note(QT_TRANSLATE_NOOP("CommandLine",
                         "There is no download to resume in \"%1\", and none of that name; see "
                         "gleaner --list."),
            wanted);
        return;
    }
    if (session->state == KnownSession::State::Newer
        || session->state == KnownSession::State::Unreadable) {
        mistake.note(session->state == KnownSession::State::Newer
                ? QT_TRANSLATE_NOOP("CommandLine",
                    "A newer version of Gleaner has kept the download \"%1\"; resume it with that.")
                : QT_TRANSLATE_NOOP("CommandLine",
                    "What is known of the download \"%1\" cannot be read. The same address and "
                    "folder again keep the files that are there."),
            wanted);
        return;
    }
    // Made again it would be somewhere else: the drive it was on may be missing.
    if (!QFileInfo(session->job.directory).isDir()) {
        mistake.note(
            QT_TRANSLATE_NOOP("CommandLine", "The folder \"%1\" of this download is not there."),
            session->job.directory);
        return;
    }
    job = session->job;
}

QString sessionListText(const QString &stateDirectory)
{
    const QLocale locale;
    QString text;
    for (const KnownSession &session : knownSessions(stateDirectory)) {
        const Totals &totals = session.totals;
        const QString starts =
            session.job.starts.empty() ? QString() : addressText(session.job.starts.front());
        const QString when = QDateTime::fromMSecsSinceEpoch(session.changedAt)
                                 .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
        const QString figures =
            say(QT_TRANSLATE_NOOP("CommandLine", "%1 of %2 done, %3 failed"))
                .arg(locale.toString(totals.known - totals.waiting), locale.toString(totals.known),
                    locale.toString(totals.failed));
        text += QStringList{QString::fromLatin1(session.id), when, stateText(session), figures,
                    visibleText(session.job.directory), starts}
                    .join(QStringLiteral("  "))
            + u'\n';
    }
    return text;
}

} // namespace gleaner
