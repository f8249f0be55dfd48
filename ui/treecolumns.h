// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/arrangement.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace gleaner
{

/// A column of the tree, apart from its rows.
struct TreeColumn {
    const char *name; ///< in settings, for ever
    int letters; ///< its width at first, in letters of average width
    bool isShown; ///< at first
    Qt::Alignment alignment;
    Qt::SortOrder firstOrder; ///< when it is clicked for the first time: large figures first
};

/// Of a TreeModel::Column.
const TreeColumn &treeColumn(int column);
/// "Address", as its header says.
QString treeColumnText(int column);

/// How a person has arranged the columns. A value.
struct ColumnLayout {
    struct Place {
        int column;
        int width;
        bool isShown;
    };
    QList<Place> places; ///< from the beginning of a line to its end; each column once
    RowSort sort;

    /// As it is at first.
    static ColumnLayout standard(int letterWidth);
};

/// For the settings: a version, then a word for each column by its name, so that columns may come
/// and go between versions.
QStringList writtenLayout(const ColumnLayout &layout);
/// Nothing if it is damaged or of another version. Columns that it does not name are as at first.
std::optional<ColumnLayout> readLayout(const QStringList &written, int letterWidth);

} // namespace gleaner
