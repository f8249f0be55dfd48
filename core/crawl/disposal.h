// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/save/exportfile.h"

#include <stop_token>
#include <variant>
#include <vector>

namespace gleaner
{

struct KnownSession;

/// What became of saved files that a person did not want any more.
struct Disposal {
    std::vector<RecordId> gone; ///< nothing is saved of them now; all that shared the files, too
    qint64 moved = 0; ///< files in the trash
    qint64 missing = 0; ///< files that were not there any more
    qint64 notOurs = 0; ///< stay: somebody has changed them
    qint64 refused = 0; ///< stay: the trash did not take them
};

/// Moves the files of those addresses to the trash of the desktop, and notes that a person does not
/// want them: they are skipped, as if they had been skipped while they waited, by later runs and
/// updates too, until a person retries them. Addresses that share such a file are so as well.
///
/// For a download that has ended; takes its session meanwhile. Waits for the disk: any thread that
/// may. A kill leaves files in the trash of which the session knows nothing: they are then files
/// that a person has removed, and are fetched again.
///
/// Stopped, it leaves the rest where it is.
std::variant<Disposal, ExportFailure> disposeOf(const KnownSession &session,
    const std::vector<RecordId> &those, const std::stop_token &stop = {});

} // namespace gleaner
