// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gleaner::test
{

/// A program run to its end, and what it took.
struct Measured {
    bool ended = false; ///< by itself; what it printed is dropped
    int status = -1;
    double seconds = 0;
    double processorSeconds = 0; ///< its own and the kernel's for it
    double peakMebibytes = 0; ///< resident
};
Measured measure(const QString &program, const QStringList &arguments, int timeoutSeconds);

} // namespace gleaner::test
