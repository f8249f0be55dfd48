// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>

namespace gleaner::test
{

/// The WARC files below a download's folder, with their paths, sorted.
inline QStringList warcsIn(const QString &directory)
{
    const QDir folder(directory + QStringLiteral("/++warc"));
    QStringList paths;
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

/// The records of WARC files as tests/support/readwarc.py has read and checked them. What is wrong
/// with them is in `problem`.
struct Warcs {
    explicit Warcs(const QStringList &paths)
    {
        QProcess reader;
        reader.start(
            QStringLiteral("python3"), QStringList{QStringLiteral(GLEANER_READWARC)} + paths);
        if (paths.isEmpty() || !reader.waitForFinished(60'000) || reader.exitCode() != 0)
            problem = "not read: " + reader.readAllStandardError();
        for (const QByteArray &line : reader.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        }
    }
    QList<QJsonObject> of(const char *type) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &record : all) {
            if (record.value(QLatin1String("type")) == QLatin1String(type))
                found.append(record);
        }
        return found;
    }
    /// The first record of that type about the address.
    QJsonObject about(const QByteArray &address, const char *type = "response") const
    {
        for (const QJsonObject &record : of(type)) {
            if (record.value(QLatin1String("uri")).toString().toUtf8() == address)
                return record;
        }
        return {};
    }
    /// The value of an HTTP field; null if the message has none of that name.
    static QByteArray field(const QJsonObject &record, const char *name)
    {
        for (const QJsonValue pair : record.value(QLatin1String("http")).toArray()) {
            if (pair[0].toString().compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return pair[1].toString().toUtf8();
        }
        return {};
    }

    QList<QJsonObject> all;
    QByteArray problem;
};

/// A member of what the reader tells of a record, and one of the record's own fields.
inline QByteArray text(const QJsonObject &record, const char *name)
{
    return record.value(QLatin1String(name)).toString().toUtf8();
}
inline QByteArray warcField(const QJsonObject &record, const char *name)
{
    return record.value(QLatin1String("fields"))[QLatin1String(name)].toString().toUtf8();
}

} // namespace gleaner::test
