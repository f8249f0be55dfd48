// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/treemodel.h"

#include "ui/plaintext.h"
#include "ui/texts.h"

namespace gleaner
{

TreeModel::TreeModel(ScopeKind scope, QObject *parent)
    : QAbstractItemModel(parent)
    , m_slices(this)
    , m_scope(scope)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &TreeModel::arrange);
}

void TreeModel::apply(const Batch &batch)
{
    Changed changed;
    for (const Record &record : batch.added) {
        if (record.id != m_tree.size())
            continue;
        m_tree.add(record);
        if (m_matcher.matches(record))
            m_rows.place(record.id);
        markChanged(m_tree.leafOf(record.id), changed);
    }
    m_isStale |= !batch.added.empty() && m_sort != RowSort();
    for (const Record &record : batch.changed) {
        if (const NodeId leaf = m_tree.update(record); leaf != RecordTree::root) {
            noteChanged(record.id);
            markChanged(leaf, changed);
        }
    }
    for (const MovedFile &moved : batch.moved) {
        if (const NodeId leaf = m_tree.move(moved); leaf != RecordTree::root)
            markChanged(leaf, changed);
    }
    for (const RecordId id : m_active.apply(batch.workers)) {
        if (id < m_tree.size())
            markChanged(m_tree.leafOf(id), changed);
    }
    nameSites();
    insertGrown();
    announce(changed);
    if (m_isCountedDown && (!m_countedSince.isValid() || m_countedSince.hasExpired(1000))) {
        m_countedSince.start();
        m_isCountedDown = false;
        Q_EMIT repaintNeeded();
    }
}

void TreeModel::noteChanged(RecordId id)
{
    m_isStale |= m_sort != RowSort() || m_rows.isMisplaced(id);
    if (m_matcher.isOff())
        return;
    const bool matches = m_matcher.matches(m_tree.record(id));
    if (!matches) {
        m_isStale |= m_rows.has(m_tree.leafOf(id));
        return;
    }
    // It may come at once, at the end; what is there must not go while somebody points at it.
    m_rows.place(id);
    if (m_builder)
        m_builder->noteChanged(id);
}

void TreeModel::insertGrown()
{
    for (const NodeId parent : m_rows.grown()) {
        const int growth = m_rows.growth(parent);
        if (growth <= 0)
            continue;
        const int first = m_rows.count(parent);
        beginInsertRows(indexOfNode(parent), first, first + growth - 1);
        m_rows.show(parent);
        endInsertRows();
    }
    m_rows.settle();
}

void TreeModel::nameSites()
{
    for (; m_namedSites < m_tree.childCount(RecordTree::root); ++m_namedSites) {
        const NodeId site = m_tree.child(RecordTree::root, m_namedSites);
        const QString name = siteText(m_tree.recordOf(site).address);
        // http and https of one host are two sites, and must not look the same.
        const bool isTaken = m_takenNames.contains(name);
        const QString given = isTaken ? visibleText(m_tree.name(site)) : name;
        m_takenNames.insert(given);
        m_siteNames.insert(site, given);
    }
}

void TreeModel::markChanged(NodeId node, Changed &changed) const
{
    // Folders show the sums of what is below them; pages do not.
    for (; node != RecordTree::root; node = m_tree.parent(node)) {
        if (m_rows.has(node) && m_rows.isShown(node)) {
            const NodeId parent = m_rows.parent(node);
            const int row = m_rows.row(node);
            const auto range = changed.find(parent);
            if (range == changed.end()) {
                changed.insert(parent, {row, row});
            } else {
                range->first = qMin(range->first, row);
                range->last = qMax(range->last, row);
            }
        }
        if (m_rows.view() != RowView::Sites)
            return;
    }
}

void TreeModel::announce(const Changed &changed)
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
        Q_EMIT dataChanged(indexOfNode(m_rows.child(folder, range.first)),
            indexOfNode(m_rows.child(folder, range.last), columns - 1));
    }
}

void TreeModel::setExpanded(const QModelIndex &index, bool expanded)
{
    if (expanded)
        expandedNodes().insert(nodeOf(index));
    else
        expandedNodes().remove(nodeOf(index));
}

QModelIndexList TreeModel::expanded() const
{
    QModelIndexList indexes;
    for (const NodeId node : expandedNodes()) {
        if (const QModelIndex index = indexOfNode(node); index.isValid())
            indexes.append(index);
    }
    return indexes;
}

bool TreeModel::isLaidOut(NodeId parent) const
{
    const QSet<NodeId> &open = expandedNodes();
    for (; parent != RecordTree::root; parent = m_rows.parent(parent)) {
        if (!open.contains(parent))
            return false;
    }
    return true;
}

void TreeModel::setLook(const RowLook &look)
{
    m_look = look;
    Q_EMIT repaintNeeded();
}

void TreeModel::setScope(ScopeKind scope)
{
    m_scope = scope;
    sayAnew();
}

void TreeModel::setStanding(Standing standing)
{
    if (standing == m_standing)
        return;
    m_standing = standing;
    sayAnew();
}

void TreeModel::sayAnew()
{
    if (m_wanted.filter.pattern.isEmpty())
        Q_EMIT repaintNeeded();
    else
        beginArranging(Rearranged::Wanted);
}

QModelIndex TreeModel::indexOfNode(NodeId node, int column) const
{
    if (node == RecordTree::root || !m_rows.has(node) || !m_rows.isShown(node))
        return {};
    return createIndex(m_rows.row(node), column, quintptr(node));
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const NodeId above = nodeOf(parent);
    if (row < 0 || column < 0 || column >= columns || parent.column() > 0
        || row >= m_rows.count(above))
        return {};
    return createIndex(row, column, quintptr(m_rows.child(above, row)));
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOfNode(m_rows.parent(nodeOf(index))) : QModelIndex();
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : m_rows.count(nodeOf(parent));
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return columns;
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

} // namespace gleaner
