// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace gleaner
{

/// Reads one file of the public conformance data. Nothing where the environment names no folder of
/// them; an empty array where it does and the file is missing.
inline std::optional<QByteArray> conformanceData(const QString &path)
{
    const QString folder = qEnvironmentVariable("GLEANER_CONFORMANCE");
    if (folder.isEmpty()) {
        return std::nullopt;
    }
    QFile file(folder + QLatin1Char('/') + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The objects in the array that the file is, without the comments between them.
inline std::optional<QList<QJsonObject>> conformanceCases(const QString &path)
{
    const auto data = conformanceData(path);
    if (!data) {
        return std::nullopt;
    }
    QList<QJsonObject> cases;
    for (const auto &value : QJsonDocument::fromJson(*data).array()) {
        if (value.isObject()) {
            cases.append(value.toObject());
        }
    }
    return cases;
}

} // namespace gleaner
