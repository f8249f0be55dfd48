// SPDX-License-Identifier: GPL-3.0-or-later
// How TreeModel comes to other rows.
#include "ui/treemodel.h"

#include "core/task/crossing.h"

#include <QThreadPool>

namespace gleaner
{

/// What one turn of the event loop may take for it: less than a frame.
static constexpr std::chrono::milliseconds slice(8);

static constexpr size_t manyRows = 100'000;

/// A million rows take longer to be given back than there is time.
template <typename Value>
static void dropAside(Value value)
{
    startOnPool(
        *QThreadPool::globalInstance(), [dropped = std::make_shared<Value>(std::move(value))] {});
}

TreeModel::~TreeModel()
{
    if (m_tree.size() <= manyRows)
        return;
    dropAside(std::move(m_rows));
    dropAside(std::move(m_tree));
}

void TreeModel::setArrangement(const Arrangement &arrangement)
{
    if (arrangement == m_wanted)
        return;
    m_wanted = arrangement;
    beginArranging(Rearranged::Wanted);
}

void TreeModel::refresh()
{
    if (!m_isStale || m_builder || m_isHeld)
        return;
    if (m_arrangedSince.isValid() && m_arrangedSince.elapsed() < 9 * m_arrangingTook)
        return;
    beginArranging(Rearranged::Refreshed);
}

void TreeModel::beginArranging(Rearranged why)
{
    m_builder.reset();
    m_why = why;
    m_isStale = false;
    m_matcher = RowMatcher(m_wanted.filter, m_scope, m_standing);
    const bool isSame = m_rows.view() == m_wanted.view;
    m_builder = std::make_unique<RowsBuilder>(&m_tree, &m_active, &m_matcher, m_wanted.view,
        m_wanted.sort, isSame ? m_rows.limits() : QHash<NodeId, int>());
    m_arrangingSince.start();
    m_slices.start();
    // Few rows are there at once.
    arrange();
}

void TreeModel::arrange()
{
    if (!m_builder || !m_builder->work(QDeadlineTimer(slice)))
        return;
    m_slices.stop();
    m_arrangingTook = m_arrangingSince.elapsed();
    m_arrangedSince.start();
    if (m_why == Rearranged::Refreshed && m_isHeld) {
        m_builder.reset();
        m_isStale = true;
        return;
    }
    takeArranged();
}

void TreeModel::takeArranged()
{
    Q_EMIT aboutToRearrange();
    // Not the whole truth where rows come and go, but it has a selection remembered by rows and not
    // by cells.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    ShownRows rows = std::exchange(m_rows, m_builder->take());
    m_builder.reset();
    m_sort = m_wanted.sort;
    m_isFiltered = !m_wanted.filter.isOff();
    QModelIndexList now;
    now.reserve(before.size());
    for (const QModelIndex &index : before)
        now.append(indexOfNode(nodeOf(index), index.column()));
    changePersistentIndexList(before, now);
    if (m_why == Rearranged::Wanted && m_isFiltered)
        expandedNodes().clear();
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT arranged(m_why);
    if (m_tree.size() > manyRows)
        dropAside(std::move(rows));
}

bool TreeModel::hasMore(const QModelIndex &parent) const
{
    const NodeId node = nodeOf(parent);
    return m_rows.total(node) > m_rows.count(node);
}

void TreeModel::showMore(const QModelIndex &parent)
{
    const NodeId node = nodeOf(parent);
    m_rows.allow(node, m_rows.count(node) + qMax(ShownRows::firstRows, m_rows.count(node) / 4));
    const int growth = m_rows.growth(node);
    if (growth <= 0)
        return;
    const int first = m_rows.count(node);
    beginInsertRows(parent, first, first + growth - 1);
    m_rows.show(node);
    endInsertRows();
}

QModelIndex TreeModel::reveal(RecordId id)
{
    if (id >= m_tree.size() || !m_rows.has(m_tree.leafOf(id)))
        return {};
    std::vector<NodeId> path;
    for (NodeId node = m_tree.leafOf(id); node != RecordTree::root; node = m_rows.parent(node))
        path.push_back(node);
    for (; !path.empty(); path.pop_back()) {
        while (!m_rows.isShown(path.back()))
            showMore(indexOfNode(m_rows.parent(path.back())));
    }
    return indexOf(id);
}

} // namespace gleaner
