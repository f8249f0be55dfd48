// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QByteArray>

namespace gleaner
{

// What became of every address, for programs: the words are those of the JSON events. Pure
// functions, any thread.

/// "saved", "failed"; "waiting" for everything that has not ended.
const char *keyword(RecordState state);

/// The names of the columns, as a line of CSV.
QByteArray reportTitles();
/// A line of CSV; what is absent is empty.
QByteArray reportRow(const Record &record, const Address &referrer);
/// The same as a JSON object on a line, its end too; what is absent is null.
QByteArray reportLine(const Record &record, const Address &referrer);

} // namespace gleaner
