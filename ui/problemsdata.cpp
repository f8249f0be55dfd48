// SPDX-License-Identifier: GPL-3.0-or-later
// What ProblemsModel says of a row.
#include "ui/figures.h"
#include "ui/plaintext.h"
#include "ui/problemsmodel.h"
#include "ui/texts.h"

namespace gleaner
{

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    const RecordId id = recordAt(index);
    if (id == noRecord) {
        const Group &group = *groupAt(index);
        switch (role) {
        case Qt::DisplayRole:
            return groupText(group, column);
        case Qt::AccessibleTextRole:
            return column == ProblemColumn
                ? tr("%1, %2, %3")
                      .arg(groupText(group, ProblemColumn), groupText(group, CountColumn),
                          groupText(group, StatusColumn))
                : groupText(group, column);
        case Qt::ToolTipRole:
            return plainToolTip({problemTitle(group.kind), problemAdvice(group.kind)});
        case Qt::DecorationRole:
            return column == ProblemColumn ? QVariant(m_look.icon(RecordState::Failed))
                                           : QVariant();
        default:
            return {};
        }
    }
    const Record &record = m_tree.record(id);
    switch (role) {
    case Qt::DisplayRole:
        return recordText(record, column);
    case Qt::AccessibleTextRole:
        return column == ProblemColumn
            ? tr("%1, %2").arg(recordText(record, ProblemColumn), recordText(record, StatusColumn))
            : recordText(record, column);
    case Qt::ToolTipRole:
        return plainToolTip({addressText(record.address), failSentence(record)});
    case Qt::DecorationRole:
        return column == StatusColumn ? QVariant(m_look.icon(record, m_standing)) : QVariant();
    case Qt::ForegroundRole:
        return column == StatusColumn ? QVariant(m_look.colour(record, m_standing)) : QVariant();
    default:
        return {};
    }
}

QString ProblemsModel::groupText(const Group &group, int column) const
{
    switch (column) {
    case ProblemColumn:
        return problemTitle(group.kind);
    case CountColumn:
        if (!group.hidden.empty())
            return tr("%1, of which %2 are shown")
                .arg(countText(qint64(group.size())), countText(qint64(group.shown.size())));
        return countText(qint64(group.size()));
    case StatusColumn:
        return problemAdvice(group.kind);
    default:
        return {};
    }
}

QString ProblemsModel::recordText(const Record &record, int column) const
{
    switch (column) {
    case ProblemColumn:
        return addressText(record.address);
    case CountColumn:
        return tr("Tries: %1").arg(countText(record.tries));
    case StatusColumn:
        return record.state == RecordState::Failed ? stateText(record.state)
                                                   : statusText(record, ScopeKind::Any, m_standing);
    case FoundOnColumn:
        return record.referrer < m_tree.size()
            ? addressText(m_tree.record(record.referrer).address, record.address)
            : foundInText(record.found);
    }
    return {};
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ProblemColumn:
        return tr("Problem");
    case CountColumn:
        return tr("How many");
    case StatusColumn:
        return tr("What it means");
    case FoundOnColumn:
        return tr("Found on");
    }
    return {};
}

} // namespace gleaner
