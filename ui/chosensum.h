// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QAbstractItemView;

namespace gleaner
{

class TreeModel;

/// What is chosen in a view of the tree.
struct ChosenSum {
    qint64 rows = 0;
    qint64 bytes = 0; ///< saved at and below them; -1 where there are too many rows to say at once
};
/// Counts rows by their ranges, and adds up bytes of a few thousand at most. Window thread.
ChosenSum chosenSum(const QAbstractItemView &view, const TreeModel &tree);

} // namespace gleaner
