// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rowfilter.h"

#include <Qt>

namespace gleaner
{

/// Where a record's row is.
enum class RowView : quint8 {
    Sites, ///< site > folder > file: the shape in which they are saved
    FoundOn, ///< below the page it was found on: the way the crawler took
    Flat, ///< one list
};
constexpr int rowViews = int(RowView::Flat) + 1;

/// In what order rows stand below one parent.
struct RowSort {
    static constexpr int discovery = -1;
    int column = discovery; ///< of TreeModel
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const RowSort &, const RowSort &) = default;
};

/// Which rows there are, where, and in what order: what a person can choose of a tree. A value.
struct Arrangement {
    RowView view = RowView::Sites;
    RowFilter filter;
    RowSort sort;

    friend bool operator==(const Arrangement &, const Arrangement &) = default;
};

} // namespace gleaner
