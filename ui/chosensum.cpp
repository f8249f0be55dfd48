// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chosensum.h"

#include "ui/treemodel.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>

namespace gleaner
{

ChosenSum chosenSum(const QAbstractItemView &view, const TreeModel &tree)
{
    constexpr qint64 mostRows = 2000;
    ChosenSum sum;
    if (!view.selectionModel() || view.model() != &tree)
        return sum;
    const QItemSelection chosen = view.selectionModel()->selection();
    for (const QItemSelectionRange &range : chosen) {
        if (range.left() == 0)
            sum.rows += range.height();
    }
    if (sum.rows > mostRows) {
        sum.bytes = -1;
        return sum;
    }
    const auto isChosen = [&chosen](const QModelIndex &index) { return chosen.contains(index); };
    for (const QItemSelectionRange &range : chosen) {
        if (range.left() != 0)
            continue;
        // What lies below another chosen row is in its sum.
        QModelIndex above = range.parent();
        while (above.isValid() && !isChosen(above))
            above = above.parent();
        if (above.isValid())
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex index = tree.index(row, 0, range.parent());
            const Record *record = tree.recordAt(index);
            sum.bytes += record ? qMax<qint64>(record->path.isEmpty() ? 0 : record->bytes, 0)
                                : tree.sumsAt(index).bytes;
        }
    }
    return sum;
}

} // namespace gleaner
