// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shownrows.h"

namespace gleaner
{

/// The failed record that stands next below a row, or above it; beyond the last one comes the
/// first. `from` may be the root, which is above all. noRecord if there is none among the rows.
/// Looks at each row once: some ten milliseconds for a million.
RecordId nextFailed(const RecordTree &tree, const ShownRows &rows, NodeId from);
RecordId previousFailed(const RecordTree &tree, const ShownRows &rows, NodeId from);

} // namespace gleaner
