// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pickgroups.h"

#include "ui/figures.h"
#include "ui/plaintext.h"

#include <algorithm>

namespace gleaner
{

QString fileTypeText(FileType type)
{
    switch (type) {
    case FileType::Pages:
        return PickGroups::tr("Pages");
    case FileType::Images:
        return PickGroups::tr("Images");
    case FileType::Styles:
        return PickGroups::tr("Styles");
    case FileType::Scripts:
        return PickGroups::tr("Scripts");
    case FileType::Fonts:
        return PickGroups::tr("Fonts");
    case FileType::Media:
        return PickGroups::tr("Media");
    case FileType::Documents:
        return PickGroups::tr("Documents");
    case FileType::Archives:
        return PickGroups::tr("Archives");
    case FileType::Other:
        return PickGroups::tr("Other");
    }
    return {};
}

PickGroups::PickGroups(PickModel *model, By by, QObject *parent)
    : QAbstractTableModel(parent)
    , m_model(model)
    , m_by(by)
{
    refresh();
}

void PickGroups::refresh()
{
    const Picks &picks = m_model->picks();
    std::vector<size_t> added;
    if (m_by == By::Host) {
        for (size_t host = m_groups.size(); host < picks.hosts().size(); ++host)
            added.push_back(host);
    } else {
        for (size_t type = 0; type < Picks::types; ++type) {
            if (picks.ofType(FileType(type)).files > 0 && std::ranges::count(m_groups, type) == 0)
                added.push_back(type);
        }
    }
    const int known = rowCount();
    if (!added.empty()) {
        beginInsertRows({}, known, known + int(added.size()) - 1);
        m_groups.insert(m_groups.end(), added.begin(), added.end());
        endInsertRows();
    }
    if (known > 0)
        Q_EMIT dataChanged(index(0, 0), index(known - 1, columns - 1));
}

const PickSums &PickGroups::sums(int row) const
{
    const size_t group = m_groups[size_t(row)];
    return m_by == By::Type ? m_model->picks().ofType(FileType(group))
                            : m_model->picks().hosts()[group].sums;
}

QString PickGroups::name(int row) const
{
    const size_t group = m_groups[size_t(row)];
    return m_by == By::Type ? fileTypeText(FileType(group))
                            : visibleText(QByteArrayView(m_model->picks().hosts()[group].key));
}

QString PickGroups::text(int row, int column) const
{
    const PickSums &sums = this->sums(row);
    switch (column) {
    case NameColumn:
        return name(row);
    case FilesColumn:
        return countText(sums.files);
    case SizeColumn:
        return sums.files == 0           ? QString()
            : sums.unknown == sums.files ? tr("unknown")
            : sums.unknown > 0
            ? tr("%1, %2 of unknown size").arg(sizeText(sums.bytes), countText(sums.unknown))
            : sizeText(sums.bytes);
    case TickedColumn:
        return sums.ticked == 0 ? QString() : countText(sums.ticked);
    default:
        return {};
    }
}

int PickGroups::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_groups.size());
}

int PickGroups::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PickGroups::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PickSums &sums = this->sums(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::CheckStateRole:
        if (index.column() != NameColumn || sums.files == 0)
            return {};
        return sums.ticked == 0         ? Qt::Unchecked
            : sums.ticked == sums.files ? Qt::Checked
                                        : Qt::PartiallyChecked;
    case Qt::AccessibleTextRole:
        if (index.column() != NameColumn)
            return text(index.row(), index.column());
        return tr("%1: %2, %3 ticked")
            .arg(name(index.row()), pickText(sums.files, sums.bytes, sums.unknown),
                countText(sums.ticked));
    case Qt::ToolTipRole:
        return plainToolTip(
            {tr("%1: %2").arg(name(index.row()), pickText(sums.files, sums.bytes, sums.unknown))});
    case Qt::TextAlignmentRole:
        return index.column() == FilesColumn || index.column() == TickedColumn
            ? int(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant();
    default:
        return {};
    }
}

bool PickGroups::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != NameColumn)
        return false;
    const size_t group = m_groups[size_t(index.row())];
    // Asked for as long as it takes, and the model is.
    const auto isOfIt = [picks = &m_model->picks(), by = m_by, group](const Record &record) {
        return by == By::Type ? size_t(picks->typeOf(record.id)) == group
                              : picks->hostOf(record.id) == group;
    };
    m_model->tickWhere(isOfIt, value.toInt() != Qt::Unchecked);
    return true;
}

Qt::ItemFlags PickGroups::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == NameColumn ? usual | Qt::ItemIsUserCheckable
                                                           : usual;
}

QVariant PickGroups::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == FilesColumn || section == TickedColumn))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return m_by == By::Type ? tr("Kind of file") : tr("Host");
    case FilesColumn:
        return tr("Files");
    case SizeColumn:
        return tr("Size");
    case TickedColumn:
        return tr("Ticked");
    default:
        return {};
    }
}

} // namespace gleaner
