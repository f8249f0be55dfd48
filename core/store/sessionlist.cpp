// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionlist.h"

#include "core/store/privatefile.h"
#include "core/store/readonly.h"
#include "core/store/sessiondatabase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

constexpr int idLength = 16;
constexpr QLatin1String folderName("/sessions/");
constexpr QLatin1String ending(".sqlite");

} // namespace

QString sessionFile(const QString &stateDirectory, const QByteArray &id)
{
    return stateDirectory + folderName + QString::fromLatin1(id) + ending;
}

QByteArray newSessionId()
{
    return QByteArray::number(QRandomGenerator::system()->generate64(), 16)
        .rightJustified(idLength, '0');
}

bool isSessionId(QByteArrayView text)
{
    return text.size() == idLength && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

std::unique_ptr<SessionLock> SessionLock::take(const QString &sessionFile, Failure *why)
{
    // Beside the database: SQLite's own locks would go with any descriptor of it that is closed.
    const QString name = sessionFile + QStringLiteral(".lock");
    *why = Failure::OutOfReach;
    if (!QFile::exists(name) && !makePrivateFile(name) && !QFile::exists(name))
        return nullptr;
    const int descriptor =
        open(QFile::encodeName(name).constData(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return nullptr;
    std::unique_ptr<SessionLock> lock(new SessionLock(descriptor));
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return lock;
    *why = errno == EWOULDBLOCK ? Failure::InUse : Failure::OutOfReach;
    return nullptr;
}

SessionLock::~SessionLock()
{
    close(m_descriptor);
}

SessionReadable readSessionValues(const QString &sessionFile, QHash<QString, QByteArray> &values)
{
    auto readable = SessionReadable::No;
    readOnly(sessionFile, [&](const QSqlDatabase &database) {
        QSqlQuery query(database);
        query.exec(QStringLiteral("PRAGMA user_version"));
        const int version = query.next() ? query.value(0).toInt() : 0;
        // Its values have been where they are since the first version.
        const bool isRead = version >= 1 && version <= SessionDatabase::schemaVersion
            && query.exec(QStringLiteral("SELECT name, value FROM session"));
        while (isRead && query.next())
            values.insert(query.value(0).toString(), query.value(1).toByteArray());
        readable = version > SessionDatabase::schemaVersion ? SessionReadable::Newer
            : isRead                                        ? SessionReadable::Yes
                                                            : SessionReadable::No;
    });
    return readable;
}

std::vector<SessionSummary> listSessions(const QString &stateDirectory)
{
    std::vector<SessionSummary> sessions;
    const QDir folder(stateDirectory + folderName);
    const QFileInfoList files =
        folder.entryInfoList({u'*' + ending}, QDir::Files | QDir::Hidden, QDir::Time);
    for (const QFileInfo &file : files) {
        SessionSummary summary;
        summary.id = file.fileName().chopped(ending.size()).toLatin1();
        if (!isSessionId(summary.id))
            continue;
        summary.changedAt = file.lastModified().toMSecsSinceEpoch();
        auto why = SessionLock::Failure::OutOfReach;
        summary.isInUse =
            !SessionLock::take(file.filePath(), &why) && why == SessionLock::Failure::InUse;
        summary.readable = readSessionValues(file.filePath(), summary.values);
        sessions.push_back(std::move(summary));
    }
    return sessions;
}

} // namespace gleaner
