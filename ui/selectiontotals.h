// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>

#include <optional>

namespace gleaner
{

class TreeModel;

/// What is chosen in the tree, for the status bar.
struct SelectionTotals {
    qint64 rows = 0;
    /// Of what was saved at and below them, what lies below several of them once. Nothing where
    /// there are so many rows that adding them up would be felt.
    std::optional<qint64> bytes;

    friend bool operator==(const SelectionTotals &, const SelectionTotals &) = default;
};

/// Some milliseconds at most. Window thread.
SelectionTotals selectionTotals(const TreeModel &model, const QItemSelection &selection);

} // namespace gleaner
