// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

#include <QString>

namespace gleaner
{

/// Numbers as a person reads them, in the locale's digits. Pure functions, window thread.

/// How sizes are written from now on, everywhere: like a locale it is the process's.
void useSizeUnits(SizeUnits units);

QString countText(qint64 count);
/// "84.2 MiB".
QString sizeText(qint64 bytes);
/// "2.1 MiB/s"; empty for nothing.
QString speedText(qint64 bytesPerSecond);
/// "0:07", "5:40", "1:02:03".
QString durationText(qint64 milliseconds);
/// The same of something that is over: "0.4 s" below ten seconds, where "0:00" would say nothing.
QString tookText(qint64 milliseconds);
/// "19 MiB of 31 MiB", or what is known of it.
QString progressText(qint64 received, qint64 expected);

} // namespace gleaner
