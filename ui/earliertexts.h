// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/earlierdownloads.h"

#include <QString>

class QDateTime;

namespace gleaner
{

/// What is said of downloads of earlier runs. Plain text, pure functions of the window thread.

/// "today at 14:05", "yesterday at 9:30", "on 3 Nov 2026": in the locale's words.
QString dayText(const QDateTime &when, const QDateTime &now);

/// Offers to go on with an unfinished one; `more` others are unfinished too.
QString offerText(const KnownSession &latest, qsizetype more, const QDateTime &now);

/// "Continue docs.example.org/guide/ (1,200 of 3,400 done, today at 14:05)": a menu's entry.
QString entryText(const EarlierDownload &earlier, const QDateTime &now);

} // namespace gleaner
