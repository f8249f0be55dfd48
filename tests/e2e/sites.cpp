// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/sites.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

namespace gleaner::test
{

QString documentation(const QString &package, QString &error)
{
    QProcess fetch;
    fetch.start(QStringLiteral(GLEANER_FETCHDOCS), {package});
    if (!fetch.waitForFinished(300'000) || fetch.exitCode() != 0) {
        error =
            QStringLiteral("fetchdocs %1: %2 %3")
                .arg(package, fetch.errorString(), QString::fromUtf8(fetch.readAllStandardError()));
        return {};
    }
    return QString::fromUtf8(fetch.readAllStandardOutput()).trimmed();
}

QStringList filesBelow(const QString &folder)
{
    QStringList found;
    QDirIterator each(folder, QDir::Files | QDir::Hidden,
        QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    while (each.hasNext())
        found.append(QDir(folder).relativeFilePath(each.next()));
    found.removeAll(QStringLiteral(".gleaner")); // names the session
    found.sort();
    return found;
}

QString firstDifference(const QString &one, const QString &other, const QStringList &files)
{
    const auto same = [&](const QString &name) {
        QFile a(QDir(one).filePath(name));
        QFile b(QDir(other).filePath(name));
        return a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly)
            && a.readAll() == b.readAll();
    };
    for (const QString &name : files) {
        if (!same(name))
            return name;
    }
    return {};
}

} // namespace gleaner::test
