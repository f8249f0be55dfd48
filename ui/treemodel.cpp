// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/treemodel.h"

#include "ui/plaintext.h"
#include "ui/texts.h"

#include <algorithm>

namespace gleaner
{

TreeModel::TreeModel(ScopeKind scope, QObject *parent)
    : QAbstractItemModel(parent)
    , m_scope(scope)
{
}

void TreeModel::apply(const Batch &batch)
{
    QHash<NodeId, Range> changed;
    for (const Record &record : batch.added) {
        if (record.id != m_tree.size())
            continue;
        m_tree.add(record);
        markChanged(m_tree.parent(m_tree.leafOf(record.id)), changed);
    }
    for (const Record &record : batch.changed) {
        if (const NodeId leaf = m_tree.update(record); leaf != RecordTree::root)
            markChanged(leaf, changed);
    }
    for (const MovedFile &moved : batch.moved) {
        if (const NodeId leaf = m_tree.move(moved); leaf != RecordTree::root)
            markChanged(leaf, changed);
    }
    insertGrown();
    announce(changed);
}

void TreeModel::insertGrown()
{
    for (const NodeId parent : m_tree.grown()) {
        const int first = m_tree.childCount(parent);
        const int last = first + m_tree.waitingToShow(parent) - 1;
        beginInsertRows(indexOf(parent, 0), first, last);
        m_tree.show(parent);
        if (parent == RecordTree::root)
            nameSites(first, last);
        endInsertRows();
    }
    m_tree.settle();
}

void TreeModel::nameSites(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const NodeId site = m_tree.child(RecordTree::root, row);
        const QString name = siteText(m_tree.recordOf(site).address);
        // http and https of one host are two sites, and must not look the same.
        m_siteNames.append(m_siteNames.contains(name) ? visibleText(m_tree.name(site)) : name);
    }
}

void TreeModel::markChanged(NodeId node, QHash<NodeId, Range> &changed) const
{
    for (; node != RecordTree::root; node = m_tree.parent(node)) {
        const NodeId parent = m_tree.parent(node);
        const int row = m_tree.row(node);
        if (row >= m_tree.childCount(parent))
            continue;
        const auto range = changed.find(parent);
        if (range == changed.end()) {
            changed.insert(parent, {row, row});
        } else {
            range->first = qMin(range->first, row);
            range->last = qMax(range->last, row);
        }
    }
}

void TreeModel::announce(const QHash<NodeId, Range> &changed)
{
    constexpr int fewFolders = 12;
    QList<NodeId> seen;
    for (const auto &[folder, range] : changed.asKeyValueRange()) {
        if (!isLaidOut(folder))
            continue;
        seen.append(folder);
        if (seen.size() > fewFolders) {
            Q_EMIT repaintNeeded();
            return;
        }
    }
    for (const NodeId folder : std::as_const(seen)) {
        const Range range = changed.value(folder);
        Q_EMIT dataChanged(indexOf(m_tree.child(folder, range.first), 0),
            indexOf(m_tree.child(folder, range.last), columns - 1));
    }
}

void TreeModel::setExpanded(const QModelIndex &index, bool expanded)
{
    if (expanded)
        m_expanded.insert(nodeOf(index));
    else
        m_expanded.remove(nodeOf(index));
}

QModelIndexList TreeModel::expanded() const
{
    QModelIndexList indexes;
    for (const NodeId node : m_expanded)
        indexes.append(indexOf(node, 0));
    return indexes;
}

bool TreeModel::isLaidOut(NodeId folder) const
{
    for (; folder != RecordTree::root; folder = m_tree.parent(folder)) {
        if (!m_expanded.contains(folder))
            return false;
    }
    return true;
}

void TreeModel::setLook(const RowLook &look)
{
    m_look = look;
    Q_EMIT repaintNeeded();
}

NodeId TreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? NodeId(index.internalId()) : RecordTree::root;
}

QModelIndex TreeModel::indexOf(NodeId node, int column) const
{
    return node == RecordTree::root ? QModelIndex()
                                    : createIndex(m_tree.row(node), column, quintptr(node));
}

QModelIndex TreeModel::indexOf(RecordId id) const
{
    return id < m_tree.size() ? indexOf(m_tree.leafOf(id), 0) : QModelIndex();
}

std::vector<RecordId> TreeModel::recordsAt(const QModelIndexList &rows, IsMeant isMeant) const
{
    QSet<NodeId> chosen;
    for (const QModelIndex &row : rows)
        chosen.insert(nodeOf(row));
    // What lies below another one of them is there already.
    const auto isBelowAnother = [&](NodeId node) {
        while (node != RecordTree::root) {
            node = m_tree.parent(node);
            if (chosen.contains(node))
                return true;
        }
        return false;
    };
    std::vector<RecordId> meant;
    for (const NodeId node : std::as_const(chosen)) {
        if (node == RecordTree::root || isBelowAnother(node))
            continue;
        m_tree.forEachBelow(node, [&](const Record &record) {
            if (isMeant(record))
                meant.push_back(record.id);
            return true;
        });
    }
    std::ranges::sort(meant);
    return meant;
}

void TreeModel::setScope(ScopeKind scope)
{
    m_scope = scope;
    Q_EMIT repaintNeeded();
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const NodeId folder = nodeOf(parent);
    if (row < 0 || column < 0 || column >= columns || parent.column() > 0
        || row >= m_tree.childCount(folder))
        return {};
    return createIndex(row, column, quintptr(m_tree.child(folder, row)));
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_tree.parent(nodeOf(index)), 0) : QModelIndex();
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : m_tree.childCount(nodeOf(parent));
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return columns;
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
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

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AddressColumn:
        return tr("Address");
    case StatusColumn:
        return tr("Status");
    case SizeColumn:
        return tr("Size");
    case TypeColumn:
        return tr("Type");
    case FoundOnColumn:
        return tr("Found on");
    case PathColumn:
        return tr("Saved as");
    }
    return {};
}

} // namespace gleaner
