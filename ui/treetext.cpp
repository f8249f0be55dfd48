// SPDX-License-Identifier: GPL-3.0-or-later
// What TreeModel says of a row.
#include "ui/figures.h"
#include "ui/plaintext.h"
#include "ui/texts.h"
#include "ui/treecolumns.h"
#include "ui/treemodel.h"

#include <QDateTime>

namespace gleaner
{

namespace
{

QString changeText(Change change)
{
    switch (change) {
    case Change::None:
        return {};
    case Change::New:
        return TreeModel::tr("New");
    case Change::Changed:
        return TreeModel::tr("Changed");
    case Change::Gone:
        return TreeModel::tr("No longer there");
    }
    return {};
}

QString figureText(const Record &record, const ActiveRows::Progress *active, int column)
{
    switch (column) {
    case TreeModel::ProgressColumn:
        return active ? progressText(active->received, active->expected) : QString();
    case TreeModel::SpeedColumn:
        return active ? speedText(active->bytesPerSecond) : QString();
    case TreeModel::DepthColumn:
        return countText(record.depth);
    case TreeModel::HttpColumn:
        return record.status > 0 ? QString::number(record.status) : QString();
    case TreeModel::TriesColumn:
        return record.tries > 0 ? countText(record.tries) : QString();
    case TreeModel::DurationColumn:
        return record.seconds > 0 ? tookText(qint64(record.seconds * 1000)) : QString();
    case TreeModel::ChangeColumn:
        return changeText(record.change);
    default:
        return {};
    }
}

} // namespace

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    QModelRoleData one(role);
    multiData(index, one);
    return std::move(one.data());
}

void TreeModel::multiData(const QModelIndex &index, QModelRoleDataSpan roles) const
{
    const NodeId node = nodeOf(index);
    for (QModelRoleData &wanted : roles) {
        const int role = wanted.role();
        if (node == RecordTree::root)
            wanted.clearData();
        else if (role == Qt::TextAlignmentRole)
            wanted.setData(int(treeColumn(index.column()).alignment));
        else if (role == ProgressRole)
            wanted.setData(progressOf(node));
        else if (role == Qt::ToolTipRole)
            wanted.setData(toolTip(node));
        else if (m_tree.isFolder(node))
            wanted.setData(folderData(node, index.column(), role));
        else
            wanted.setData(recordData(node, index.column(), role));
    }
}

QVariant TreeModel::folderData(NodeId node, int column, int role) const
{
    const RecordTree::Sums &sums = m_tree.sums(node);
    if (role == Qt::AccessibleTextRole && column == AddressColumn)
        return (m_tree.isSite(node) ? tr("%1, site, %2") : tr("%1, folder, %2"))
            .arg(nameText(node), folderStatus(sums));
    if (role == Qt::DecorationRole && column == AddressColumn)
        return m_tree.isSite(node) ? m_look.site() : m_look.folder();
    if (role != Qt::DisplayRole)
        return {};
    return folderText(node, column);
}

QString TreeModel::folderText(NodeId node, int column) const
{
    const RecordTree::Sums &sums = m_tree.sums(node);
    switch (column) {
    case AddressColumn:
        return nameText(node);
    case StatusColumn:
        return folderStatus(sums);
    case ProgressColumn:
        return tr("%1 of %2").arg(countText(sums.ended), countText(sums.known));
    case SizeColumn:
        return sums.bytes > 0 ? sizeText(sums.bytes) : QString();
    default:
        return {};
    }
}

QVariant TreeModel::progressOf(NodeId node) const
{
    if (m_tree.isFolder(node))
        return {};
    // Of unknown length there is no share; the text says what has come.
    const ActiveRows::Progress *active = m_active.find(m_tree.recordIdOf(node));
    if (!active || active->expected <= 0)
        return {};
    return int(qBound(qint64(0), active->received * 1000 / active->expected, qint64(1000)));
}

QVariant TreeModel::recordData(NodeId node, int column, int role) const
{
    const Record &record = m_tree.recordOf(node);
    switch (role) {
    case Qt::DisplayRole:
        return recordText(node, column);
    case Qt::DecorationRole:
        if (column == AddressColumn)
            return m_look.file();
        return column == StatusColumn ? QVariant(m_look.icon(record, m_standing)) : QVariant();
    case Qt::ForegroundRole:
        return column == StatusColumn ? QVariant(m_look.colour(record, m_standing)) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == AddressColumn)
            return tr("%1, %2").arg(nameText(node), stateOf(record));
        return recordText(node, column);
    default:
        return {};
    }
}

QString TreeModel::nameText(NodeId node) const
{
    if (m_tree.isSite(node))
        return m_siteNames.value(node);
    if (m_rows.view() == RowView::Flat)
        return readableText(m_tree.recordOf(node).address.bytes());
    if (m_rows.view() == RowView::FoundOn) {
        const NodeId page = m_rows.parent(node);
        const Address &address = m_tree.recordOf(node).address;
        return page == RecordTree::root ? readableText(address.bytes())
                                        : addressText(address, m_tree.recordOf(page).address);
    }
    const QByteArrayView name = m_tree.name(node);
    return name.isEmpty() ? tr("(index)") : readableText(name);
}

QString TreeModel::folderStatus(const RecordTree::Sums &sums) const
{
    QStringList parts;
    if (sums.ended < sums.known)
        parts << tr("%1 of %2").arg(countText(sums.ended), countText(sums.known));
    else if (sums.saved > 0)
        parts << tr("%1 saved").arg(countText(sums.saved));
    if (sums.unchanged > 0 && sums.ended == sums.known)
        parts << tr("%1 unchanged").arg(countText(sums.unchanged));
    if (sums.failed > 0)
        parts << tr("%1 failed").arg(countText(sums.failed));
    if (sums.skipped > 0 && sums.ended == sums.known)
        parts << tr("%1 skipped").arg(countText(sums.skipped));
    return parts.isEmpty() ? tr("Redirected") : parts.join(QStringLiteral(", "));
}

QString TreeModel::stateOf(const Record &record) const
{
    const ActiveRows::Progress *active = m_active.find(record.id);
    const bool isAsked =
        record.state == RecordState::Connecting || record.state == RecordState::Downloading;
    if (active && isAsked && m_standing == Standing::Goes)
        return activityText(active->state, active->silentFor);
    m_isCountedDown |= record.state == RecordState::Retrying;
    return statusText(record, m_scope, m_standing, QDateTime::currentMSecsSinceEpoch());
}

QString TreeModel::recordText(NodeId node, int column) const
{
    const Record &record = m_tree.recordOf(node);
    switch (column) {
    case AddressColumn:
        return nameText(node);
    case StatusColumn:
        return stateOf(record);
    case SizeColumn:
        return record.bytes >= 0 ? sizeText(record.bytes) : QString();
    case TypeColumn:
        return visibleText(QByteArrayView(record.type));
    case FoundOnColumn:
        if (record.referrer < m_tree.size())
            return addressText(m_tree.record(record.referrer).address, record.address);
        return isTyped(record) ? tr("start address") : foundInText(record.found);
    case PathColumn:
        return visibleText(record.path);
    default:
        return figureText(record, m_active.find(record.id), column);
    }
}

QString TreeModel::toolTip(NodeId node) const
{
    if (m_tree.isFolder(node))
        return plainToolTip({visibleText(addressAt(indexOfNode(node)))});

    const Record &record = m_tree.recordOf(node);
    QStringList lines{addressText(record.address), stateOf(record)};
    if (record.state == RecordState::Failed || record.state == RecordState::Retrying)
        lines << failSentence(record);
    if (record.state == RecordState::Skipped)
        lines << skipSentence(record, m_scope);
    if (isSuspect(record))
        lines << suspicionSentence(record);
    if (record.tries > 1)
        lines << tr("Tries: %1").arg(record.tries);
    if (!record.detail.isEmpty())
        lines << tr("Details: %1").arg(visibleText(record.detail));
    if (record.referrer < m_tree.size())
        lines << tr("Found on %1 (%2)")
                     .arg(addressText(m_tree.record(record.referrer).address),
                         foundInText(record.found));
    else if (!isTyped(record))
        lines << tr("Found in %1").arg(foundInText(record.found));
    if (!record.path.isEmpty())
        lines << tr("Saved as %1").arg(visibleText(record.path));
    if (!record.offered.isEmpty() && record.offered != record.path.section(u'/', -1))
        lines << tr("Its server calls it %1").arg(visibleText(record.offered));
    return plainToolTip(lines);
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(treeColumn(section).alignment);
    return role == Qt::DisplayRole ? QVariant(treeColumnText(section)) : QVariant();
}

} // namespace gleaner
