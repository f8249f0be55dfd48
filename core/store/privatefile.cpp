// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr int mostAside = 100;
constexpr std::array companions{"-wal", "-shm"};

} // namespace

bool makePrivateFile(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QFile::exists(folder)
        && !(QDir().mkpath(folder) && QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner)))
        return false;
    QFile made(file);
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !made.setPermissions(ownerOnly))
        return false;
    // Its name too has to outlive a power cut: SQLite sees to the content only.
    const int parent =
        open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent >= 0) {
        fsync(parent);
        close(parent);
    }
    return true;
}

bool putDatabaseBack(const QString &aside, const QString &file)
{
    for (const char *end : companions) {
        QFile::remove(file + QLatin1String(end));
        QFile::rename(aside + QLatin1String(end), file + QLatin1String(end));
    }
    return QFile::remove(file) && QFile::rename(aside, file);
}

QString setDatabaseAside(const QString &file)
{
    for (int number = 1; number < mostAside; ++number) {
        QString aside = file + QStringLiteral(".damaged-%1").arg(number);
        if (QFile::exists(aside))
            continue;
        if (!QFile::rename(file, aside))
            return {};
        // What was committed last may be in there only.
        for (const char *end : companions)
            QFile::rename(file + QLatin1String(end), aside + QLatin1String(end));
        return aside;
    }
    return {};
}

} // namespace gleaner
