// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

namespace gleaner
{

/// The folder of public conformance data, or an empty path where none is configured.
inline QString conformanceFolder()
{
    return qEnvironmentVariable("GLEANER_CONFORMANCE");
}

/// A file of it, whole; empty where it is missing, which a test that asked for it must fail on.
inline QByteArray conformanceFile(const QString &name)
{
    QFile file(QDir(conformanceFolder()).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace gleaner

/// Skips where no data is configured; where it is, what it lacks fails the test.
#define REQUIRE_CONFORMANCE()                                                                      \
    if (gleaner::conformanceFolder().isEmpty())                                                    \
    QSKIP("no conformance data")
