// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problemsmodel.h"

#include <algorithm>

// Where the rows are; what they say is in problemsdata.cpp.

namespace gleaner
{

ProblemsModel::ProblemsModel(const RecordTree &tree, QObject *parent)
    : QAbstractItemModel(parent)
    , m_tree(tree)
{
}

quint32 ProblemsModel::keyOf(const ProblemKind &kind)
{
    return (quint32(kind.reason) << 24) | (quint32(kind.tls) << 16) | kind.status;
}

void ProblemsModel::apply(const Batch &batch)
{
    std::map<quint32, News> news;
    for (const Record &record : batch.added)
        note(record, news);
    for (const Record &record : batch.changed)
        note(record, news);
    if (news.empty())
        return;
    addGroups(news);
    for (const auto &[key, told] : news) {
        const int row = rowOf(key);
        takeOut(row, told.gone);
        putIn(row, told.added);
        announce(row, told.changed);
    }
    for (int row = int(m_groups.size()) - 1; row >= 0; --row) {
        if (m_groups[size_t(row)]->size() > 0)
            continue;
        beginRemoveRows({}, row, row);
        m_groups.erase(m_groups.begin() + row);
        endRemoveRows();
    }
    Q_EMIT countChanged();
}

void ProblemsModel::note(const Record &record, std::map<quint32, News> &news)
{
    if (record.id >= m_tree.size())
        return;
    const auto known = m_kindOf.find(record.id);
    if (!isProblem(record.state)) {
        if (known == m_kindOf.end())
            return;
        news[*known].gone.insert(record.id);
        m_kindOf.erase(known);
        return;
    }
    const ProblemKind kind = ProblemKind::of(record);
    const quint32 key = keyOf(kind);
    if (known != m_kindOf.end() && *known == key) {
        news[key].changed.insert(record.id);
        return;
    }
    if (known != m_kindOf.end())
        news[*known].gone.insert(record.id);
    m_kindOf.insert(record.id, key);
    news[key].added.push_back(record.id);
}

int ProblemsModel::rowOf(quint32 key) const
{
    const auto known = std::ranges::find_if(
        m_groups, [key](const auto &group) { return keyOf(group->kind) == key; });
    return known == m_groups.end() ? -1 : int(known - m_groups.begin());
}

void ProblemsModel::addGroups(const std::map<quint32, News> &news)
{
    std::vector<std::pair<size_t, std::unique_ptr<Group>>> fresh;
    for (const auto &[key, told] : news) {
        if (rowOf(key) >= 0)
            continue;
        auto group = std::make_unique<Group>();
        group->kind = {
            FailReason(key >> 24), TlsProblem((key >> 16) & 0xff), quint16(key & 0xffff)};
        fresh.emplace_back(told.added.size(), std::move(group));
    }
    if (fresh.empty())
        return;
    // All at once: they have no rows yet by which they could be ordered.
    std::ranges::sort(fresh, [](const auto &one, const auto &other) {
        return comesFirst(one.first, one.second->kind, other.first, other.second->kind);
    });
    const int first = int(m_groups.size());
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    for (auto &[size, group] : fresh)
        m_groups.push_back(std::move(group));
    endInsertRows();
}

bool ProblemsModel::comesFirst(
    size_t size, const ProblemKind &kind, size_t otherSize, const ProblemKind &otherKind)
{
    if (size != otherSize)
        return size > otherSize;
    const int order = problemTitle(kind).localeAwareCompare(problemTitle(otherKind));
    return order != 0 ? order < 0 : keyOf(kind) < keyOf(otherKind);
}

void ProblemsModel::sortGroups()
{
    const auto before = [](const auto &one, const auto &other) {
        return comesFirst(one->size(), one->kind, other->size(), other->kind);
    };
    if (std::ranges::is_sorted(m_groups, before))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<const Group *, int> rows;
    std::vector<const Group *> old;
    for (const auto &group : m_groups)
        old.push_back(group.get());
    std::ranges::sort(m_groups, before);
    for (size_t row = 0; row < m_groups.size(); ++row)
        rows.insert(m_groups[row].get(), int(row));
    const QModelIndexList kept = persistentIndexList();
    for (const QModelIndex &index : kept) {
        // Rows of a group stay where they are in it.
        if (!index.internalPointer())
            changePersistentIndex(
                index, createIndex(rows.value(old[size_t(index.row())]), index.column()));
    }
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ProblemsModel::takeOut(int row, const QSet<RecordId> &gone)
{
    if (gone.isEmpty())
        return;
    Group &group = *m_groups[size_t(row)];
    const QModelIndex parent = index(row, 0);
    const size_t before = group.size();
    for (size_t end = group.shown.size(); end > 0;) {
        if (!gone.contains(group.shown[end - 1])) {
            --end;
            continue;
        }
        size_t begin = end - 1;
        while (begin > 0 && gone.contains(group.shown[begin - 1]))
            --begin;
        beginRemoveRows(parent, int(begin), int(end) - 1);
        group.shown.erase(
            group.shown.begin() + ptrdiff_t(begin), group.shown.begin() + ptrdiff_t(end));
        endRemoveRows();
        end = begin;
    }
    if (before - group.size() < size_t(gone.size()))
        std::erase_if(group.hidden, [&gone](RecordId id) { return gone.contains(id); });
}

void ProblemsModel::putIn(int row, const std::vector<RecordId> &added)
{
    Group &group = *m_groups[size_t(row)];
    group.hidden.insert(group.hidden.end(), added.begin(), added.end());
    const size_t room = mostShown - group.shown.size();
    const auto moved = ptrdiff_t(std::min(room, group.hidden.size()));
    if (moved > 0) {
        const int first = int(group.shown.size());
        beginInsertRows(index(row, 0), first, first + int(moved) - 1);
        group.shown.insert(group.shown.end(), group.hidden.begin(), group.hidden.begin() + moved);
        group.hidden.erase(group.hidden.begin(), group.hidden.begin() + moved);
        endInsertRows();
    }
    // Its number, and the line about those that are not shown.
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

void ProblemsModel::announce(int row, const QSet<RecordId> &changed)
{
    if (changed.isEmpty())
        return;
    const Group &group = *m_groups[size_t(row)];
    const QModelIndex parent = index(row, 0);
    int first = -1;
    int last = -1;
    for (size_t i = 0; i < group.shown.size(); ++i) {
        if (!changed.contains(group.shown[i]))
            continue;
        first = first < 0 ? int(i) : first;
        last = int(i);
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0, parent), index(last, columns - 1, parent));
}

void ProblemsModel::setLook(const RowLook &look)
{
    m_look = look;
    if (!m_groups.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_groups.size()) - 1, columns - 1));
}

void ProblemsModel::setStanding(Standing standing)
{
    if (standing == m_standing)
        return;
    m_standing = standing;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        const QModelIndex parent = index(int(i), 0);
        if (const int rows = rowCount(parent); rows > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, columns - 1, parent));
    }
}

const ProblemsModel::Group *ProblemsModel::groupAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return index.internalPointer() ? static_cast<const Group *>(index.internalPointer())
                                   : m_groups[size_t(index.row())].get();
}

RecordId ProblemsModel::recordAt(const QModelIndex &index) const
{
    if (!index.isValid() || !index.internalPointer())
        return noRecord;
    return groupAt(index)->shown[size_t(index.row())];
}

std::vector<RecordId> ProblemsModel::recordsAt(const QModelIndexList &rows) const
{
    std::vector<RecordId> records;
    QSet<const Group *> whole;
    for (const QModelIndex &row : rows) {
        if (row.isValid() && !row.internalPointer())
            whole.insert(groupAt(row));
    }
    for (const Group *group : std::as_const(whole)) {
        records.insert(records.end(), group->shown.begin(), group->shown.end());
        records.insert(records.end(), group->hidden.begin(), group->hidden.end());
    }
    for (const QModelIndex &row : rows) {
        if (const RecordId id = recordAt(row); id != noRecord && !whole.contains(groupAt(row)))
            records.push_back(id);
    }
    return records;
}

std::vector<RecordId> ProblemsModel::all() const
{
    std::vector<RecordId> records;
    records.reserve(size_t(count()));
    for (const auto &group : m_groups) {
        records.insert(records.end(), group->shown.begin(), group->shown.end());
        records.insert(records.end(), group->hidden.begin(), group->hidden.end());
    }
    return records;
}

QModelIndex ProblemsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columns || row >= rowCount(parent))
        return {};
    const Group *group = parent.isValid() ? m_groups[size_t(parent.row())].get() : nullptr;
    return createIndex(row, column, const_cast<Group *>(group));
}

QModelIndex ProblemsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || !index.internalPointer())
        return {};
    const auto *group = static_cast<const Group *>(index.internalPointer());
    const auto at =
        std::ranges::find_if(m_groups, [group](const auto &other) { return other.get() == group; });
    return createIndex(int(at - m_groups.begin()), 0);
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.column() > 0 || parent.internalPointer())
        return 0;
    return int(m_groups[size_t(parent.row())]->shown.size());
}

int ProblemsModel::columnCount(const QModelIndex &) const
{
    return columns;
}

} // namespace gleaner
