// SPDX-License-Identifier: GPL-3.0-or-later
// What can be asked of TreeModel's rows.
#include "ui/treemodel.h"

#include <algorithm>

namespace gleaner
{

QModelIndex TreeModel::indexOf(RecordId id) const
{
    return id < m_tree.size() ? indexOfNode(m_tree.leafOf(id)) : QModelIndex();
}

std::vector<RecordId> TreeModel::recordsAt(const QModelIndexList &rows, IsMeant isMeant) const
{
    QSet<NodeId> chosen;
    for (const QModelIndex &row : rows)
        chosen.insert(nodeOf(row));
    // What lies below another one of them is there already; below a page lies nothing.
    std::vector<RecordId> meant;
    for (const NodeId node : std::as_const(chosen)) {
        if (node == RecordTree::root || m_tree.isBelowAny(node, chosen))
            continue;
        m_tree.forEachBelow(node, [&](const Record &record) {
            if (isMeant(record) && m_rows.has(m_tree.leafOf(record.id)))
                meant.push_back(record.id);
            return true;
        });
    }
    std::ranges::sort(meant);
    return meant;
}

bool TreeModel::isFolder(const QModelIndex &index) const
{
    return m_tree.isFolder(nodeOf(index));
}

const Record *TreeModel::recordAt(const QModelIndex &index) const
{
    return isFolder(index) ? nullptr : &m_tree.recordOf(nodeOf(index));
}

QString TreeModel::addressAt(const QModelIndex &index) const
{
    const NodeId node = nodeOf(index);
    if (node == RecordTree::root)
        return {};
    const QByteArray &bytes = m_tree.recordOf(node).address.bytes();
    const QByteArrayView name = m_tree.name(node);
    const QString address = QString::fromLatin1(bytes.first(name.end() - bytes.cbegin()));
    return m_tree.isSite(node) ? address + QLatin1Char('/') : address;
}

QString TreeModel::pathAt(const QModelIndex &index) const
{
    // A folder is shown by a file in it. Where nothing was saved the search must end soon.
    int patience = 10'000;
    std::vector<NodeId> unseen{nodeOf(index)};
    while (!unseen.empty() && patience-- > 0) {
        const NodeId node = unseen.back();
        unseen.pop_back();
        if (!m_tree.isFolder(node)) {
            if (const QString &path = m_tree.recordOf(node).path; !path.isEmpty())
                return path;
        } else if (m_tree.sums(node).files > 0) {
            for (int row = m_tree.childCount(node) - 1; row >= 0; --row)
                unseen.push_back(m_tree.child(node, row));
        }
    }
    return {};
}

bool TreeModel::hasSaved(const QModelIndex &index) const
{
    const NodeId node = nodeOf(index);
    return m_tree.isFolder(node) ? m_tree.sums(node).files > 0
                                 : !m_tree.recordOf(node).path.isEmpty();
}

} // namespace gleaner
