// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStandardPaths>

namespace gleaner::test
{

/// Where strace may not be used: a container without the right to trace, a machine without it.
inline QByteArray whyNoStrace()
{
    if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty())
        return "strace is not installed";
    QProcess strace;
    strace.start(QStringLiteral("strace"), {QStringLiteral("-qq"), QStringLiteral("true")});
    if (!strace.waitForFinished() || strace.exitCode() != 0)
        return "strace may not trace here";
    return {};
}

} // namespace gleaner::test
