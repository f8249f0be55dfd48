// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pickmodel.h"

#include "ui/figures.h"
#include "ui/session.h"

namespace gleaner
{

QString pickText(qint64 files, qint64 bytes, qint64 unknown)
{
    QString count = PickModel::tr("%Ln file(s)", nullptr, int(files));
    if (files == 0)
        return count;
    if (unknown == files)
        return PickModel::tr("%1 of unknown size").arg(count);
    if (unknown == 0)
        return PickModel::tr("%1, %2").arg(count, sizeText(bytes));
    return PickModel::tr("%1, %2, %3 of unknown size")
        .arg(count, sizeText(bytes), countText(unknown));
}

PickModel *PickModel::of(Session *session)
{
    auto *known = session->findChild<PickModel *>();
    return known ? known : new PickModel(session, session);
}

PickModel::PickModel(Session *session, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_session(session)
    , m_tree(session->tree()->tree())
    , m_picks(session->job().purpose)
{
    setSourceModel(session->tree());
    connect(&m_looking, &QTimer::timeout, this, &PickModel::look);
    connect(&m_ticking, &QTimer::timeout, this, &PickModel::tick);
    connect(session, &Session::told, this, [this](const Batch &batch) {
        for (const Record &record : batch.changed) {
            if (record.id < m_picks.size())
                m_picks.take(m_tree, record.id);
        }
        if (!isWhole())
            m_looking.start(0);
        else if (!batch.changed.empty())
            Q_EMIT picksChanged();
    });
    if (!isWhole())
        m_looking.start(0);
}

bool PickModel::isWhole() const
{
    return m_picks.size() >= m_tree.size();
}

void PickModel::look()
{
    constexpr RecordId slice = 4000;
    const auto end = RecordId(qMin<size_t>(m_picks.size() + slice, m_tree.size()));
    while (m_picks.size() < end)
        m_picks.take(m_tree, m_picks.size());
    if (isWhole())
        m_looking.stop();
    Q_EMIT picksChanged();
}

NodeId PickModel::nodeOf(const QModelIndex &index) const
{
    // The source's own number of the row: see TreeModel.
    return index.isValid() ? NodeId(index.internalId()) : RecordTree::root;
}

PickSums PickModel::sumsOf(NodeId node) const
{
    if (node == RecordTree::root)
        return m_picks.total();
    if (m_tree.isFolder(node))
        return m_picks.sums(node);
    const RecordId id = m_tree.recordOf(node).id;
    PickSums sums;
    sums.files = m_picks.isPickable(id);
    sums.ticked = m_picks.isTicked(id);
    return sums;
}

QVariant PickModel::checkState(NodeId node) const
{
    const PickSums sums = sumsOf(node);
    if (sums.files == 0)
        return {};
    return sums.ticked == 0         ? Qt::Unchecked
        : sums.ticked == sums.files ? Qt::Checked
                                    : Qt::PartiallyChecked;
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    const NodeId node = nodeOf(index);
    const int column = index.column();
    QVariant state = node == RecordTree::root ? QVariant() : checkState(node);
    if (role == Qt::CheckStateRole && column == TreeModel::AddressColumn)
        return state;
    if (state.isNull())
        return QIdentityProxyModel::data(index, role);
    const bool isFolder = m_tree.isFolder(node);
    const QString ticked = state == Qt::Checked ? tr("Ticked")
        : state == Qt::Unchecked                ? tr("Not ticked")
                                                : tr("Partly ticked");
    if (column == TreeModel::StatusColumn) {
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return ticked;
        case Qt::DecorationRole:
        case Qt::ForegroundRole:
            return {};
        default:
            break;
        }
    }
    if (column == TreeModel::SizeColumn && isFolder && role == Qt::DisplayRole) {
        const PickSums sums = m_picks.sums(node);
        return sums.unknown == sums.files ? QString()
            : sums.unknown > 0            ? tr("%1 and more").arg(sizeText(sums.bytes))
                                          : sizeText(sums.bytes);
    }
    if (column == TreeModel::AddressColumn && role == Qt::AccessibleTextRole)
        return tr("%1, %2").arg(
            QIdentityProxyModel::data(index, Qt::DisplayRole).toString(), ticked);
    return QIdentityProxyModel::data(index, role);
}

bool PickModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const NodeId node = nodeOf(index);
    if (role != Qt::CheckStateRole || node == RecordTree::root || checkState(node).isNull())
        return false;
    // The box of a folder that is partly ticked ticks the rest of it.
    const bool isTicked = value.toInt() != Qt::Unchecked;
    begin(Ticking(node, isTicked));
    for (QModelIndex row = index; row.isValid(); row = row.parent())
        Q_EMIT dataChanged(row.siblingAtColumn(0), row.siblingAtColumn(columnCount() - 1));
    return true;
}

void PickModel::tickWhere(const Ticking::IsMeant &isMeant, bool isTicked)
{
    begin(Ticking(RecordTree::root, isTicked, isMeant));
}

void PickModel::begin(const Ticking &wish)
{
    m_wishes.push_back(wish);
    if (m_wishes.size() == 1)
        tick();
}

void PickModel::tick()
{
    // Less than a frame.
    constexpr std::chrono::milliseconds slice(8);
    if (m_wishes.front().work(m_tree, m_picks, QDeadlineTimer(slice)))
        m_wishes.pop_front();
    if (m_wishes.empty())
        m_ticking.stop();
    else if (!m_ticking.isActive())
        m_ticking.start(0);
    Q_EMIT picksChanged();
}

Qt::ItemFlags PickModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QIdentityProxyModel::flags(index);
    const bool hasBox = index.isValid() && index.column() == TreeModel::AddressColumn
        && !checkState(nodeOf(index)).isNull();
    return hasBox ? usual | Qt::ItemIsUserCheckable : usual;
}

} // namespace gleaner
