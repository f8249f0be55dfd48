// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite.h"

namespace gleaner
{

/// Runs `write` in one transaction, which outlives a power cut too once this has returned true.
/// False, and nothing was written, if it or the database says so.
template <typename Write>
[[nodiscard]] bool safely(Sqlite &database, Write write)
{
    if (!database.execute("PRAGMA synchronous=FULL") || !database.execute("BEGIN"))
        return false;
    const bool isWritten = write() && database.execute("COMMIT");
    if (!isWritten)
        database.rollBack();
    return database.execute("PRAGMA synchronous=NORMAL") && isWritten;
}

} // namespace gleaner
