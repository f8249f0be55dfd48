// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selectiontotals.h"

#include "ui/treemodel.h"

namespace gleaner
{

SelectionTotals selectionTotals(const TreeModel &model, const QItemSelection &selection)
{
    constexpr qint64 manyRows = 20'000;
    SelectionTotals totals;
    for (const QItemSelectionRange &range : selection) {
        if (range.left() == 0)
            totals.rows += range.height();
    }
    if (totals.rows > manyRows)
        return totals;

    QSet<NodeId> folders;
    std::vector<NodeId> nodes;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row) {
            const NodeId node = model.nodeOf(model.index(row, 0, range.parent()));
            nodes.push_back(node);
            if (model.tree().isFolder(node))
                folders.insert(node);
        }
    }
    qint64 bytes = 0;
    for (const NodeId node : nodes) {
        if (model.tree().isBelowAny(node, folders))
            continue;
        bytes += model.tree().isFolder(node) ? model.tree().sums(node).bytes
                                             : qMax<qint64>(0, model.tree().recordOf(node).bytes);
    }
    totals.bytes = bytes;
    return totals;
}

} // namespace gleaner
