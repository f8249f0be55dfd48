// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QString>

namespace gleaner
{

/// What a person can do about an address that is not saved, or probably not as it should be: one
/// thing for each cause, the one that most likely helps.
enum class Remedy : quint8 {
    None, ///< there is nothing to be mended, or it mends itself
    Retry,
    SignIn,
    OpenInBrowser, ///< somebody has to look at it
    ShowWhereFound, ///< the page with that link is at fault
    FewerWorkers,
    ChangeWanted, ///< the person's own rules left it out
    FetchSetAside,
    CopyDetails, ///< for whoever runs that server, or for us
};

/// A pure function; what a record says that is in no enum leads to CopyDetails.
Remedy remedyOf(const Record &record);
/// "Show &Where It Was Found": an action's text; empty for None.
QString remedyText(Remedy remedy);

/// What is known of an address in lines for an error report: address, outcome, technical words,
/// redirects' target. Network text is made visible.
QString detailsText(const Record &record);

} // namespace gleaner
