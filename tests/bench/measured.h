// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

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
/// `started` gets the number of its process.
Measured measure(const QString &program, const QStringList &arguments, int timeoutSeconds,
    const std::function<void(qint64)> &started = {});

/// What a running process has used so far, with the kernel for it; 0 if there is none.
double processorSeconds(qint64 process);

} // namespace gleaner::test
