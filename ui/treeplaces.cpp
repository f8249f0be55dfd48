// SPDX-License-Identifier: GPL-3.0-or-later
// Where TreeModel's rows are, on the disk and in the network.
#include "ui/treemodel.h"

#include <algorithm>

namespace gleaner
{

QString TreeModel::placeAt(const QModelIndex &index) const
{
    const NodeId node = nodeOf(index);
    QString path = pathAt(index);
    if (!m_tree.isFolder(node) || path.isEmpty())
        return path;
    // As many folders as the row is deep below its site; the file may lie deeper.
    int depth = 0;
    for (NodeId above = node; !m_tree.isSite(above) && above != RecordTree::root;
         above = m_tree.parent(above))
        ++depth;
    const QStringList names = path.split(u'/');
    const bool isOtherSite = names.front().startsWith(u'+');
    return names.mid(0, std::min<qsizetype>(depth + int(isOtherSite), names.size() - 1)).join(u'/');
}

bool TreeModel::isWebAt(const QModelIndex &index) const
{
    const NodeId node = nodeOf(index);
    return node != RecordTree::root && m_tree.recordOf(node).address.isWeb();
}

} // namespace gleaner
