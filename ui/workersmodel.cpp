// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workersmodel.h"

#include "ui/figures.h"
#include "ui/lanetexts.h"
#include "ui/plaintext.h"
#include "ui/rowlook.h"
#include "ui/texts.h"

#include <QGuiApplication>

#include <algorithm>

namespace gleaner
{

void WorkersModel::apply(std::vector<WorkerReport> reports, const std::vector<LaneReport> &lanes)
{
    m_idleText = idleText(lanes);
    std::ranges::sort(reports, {}, &WorkerReport::number);
    matchRows(reports);
    m_reports = std::move(reports);
    if (!m_reports.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_reports.size()) - 1, columns - 1));
}

void WorkersModel::matchRows(const std::vector<WorkerReport> &reports)
{
    size_t row = 0;
    for (const WorkerReport &report : reports) {
        while (row < m_reports.size() && m_reports[row].number < report.number) {
            beginRemoveRows({}, int(row), int(row));
            m_reports.erase(m_reports.begin() + ptrdiff_t(row));
            endRemoveRows();
        }
        if (row == m_reports.size() || m_reports[row].number != report.number) {
            beginInsertRows({}, int(row), int(row));
            m_reports.insert(m_reports.begin() + ptrdiff_t(row), report);
            endInsertRows();
        }
        ++row;
    }
    if (row < m_reports.size()) {
        beginRemoveRows({}, int(row), int(m_reports.size()) - 1);
        m_reports.resize(row);
        endRemoveRows();
    }
}

void WorkersModel::clear()
{
    matchRows({});
}

void WorkersModel::addTime(qint64 milliseconds)
{
    for (WorkerReport &report : m_reports) {
        if (report.address.isNull() || report.state == WorkerState::Paused)
            continue;
        report.milliseconds += milliseconds;
        report.silentFor += milliseconds;
    }
    if (!m_reports.empty())
        Q_EMIT dataChanged(index(0, StateColumn), index(int(m_reports.size()) - 1, TimeColumn));
}

RecordId WorkersModel::recordAt(int row) const
{
    return row >= 0 && row < int(m_reports.size()) ? m_reports[size_t(row)].record : noRecord;
}

std::optional<WorkersModel::Rest> WorkersModel::rest() const
{
    Rest rest;
    for (const WorkerReport &report : m_reports) {
        if (report.record == noRecord)
            continue;
        if (report.expected < report.received)
            return std::nullopt;
        ++rest.workers;
        rest.bytes += report.expected - report.received;
    }
    return rest;
}

int WorkersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_reports.size());
}

int WorkersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant WorkersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WorkerReport &report = m_reports[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(report, column);
    case Qt::AccessibleTextRole:
        if (column == NumberColumn)
            return tr("Worker %1, %2").arg(text(report, NumberColumn), text(report, StateColumn));
        return text(report, column);
    case Qt::ToolTipRole:
        return report.address.isNull() ? QVariant() : plainToolTip({addressText(report.address)});
    case Qt::ForegroundRole:
        // It goes, but not before it has ended what it is at.
        return report.leaving ? QVariant(quietColour(QGuiApplication::palette())) : QVariant();
    case Qt::TextAlignmentRole:
        if (column == AddressColumn || column == StateColumn)
            return {};
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString WorkersModel::text(const WorkerReport &report, int column) const
{
    switch (column) {
    case NumberColumn:
        return QString::number(report.number);
    case StateColumn:
        return stateText(report);
    case AddressColumn:
        return report.address.isNull() ? QString() : addressText(report.address);
    case ProgressColumn:
        return progressText(report.received, report.expected);
    case SpeedColumn:
        return speedText(report.bytesPerSecond);
    case TimeColumn:
        return report.address.isNull() ? QString() : durationText(report.milliseconds);
    case DoneColumn:
        return countText(report.done);
    }
    return {};
}

QString WorkersModel::stateText(const WorkerReport &report) const
{
    if (report.leaving && report.state != WorkerState::Finishing)
        return tr("%1, then leaves").arg(workerStateText(report.state));
    return report.state == WorkerState::Idle ? m_idleText
                                             : activityText(report.state, report.silentFor);
}

QVariant WorkersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter)
            | int(section == AddressColumn || section == StateColumn ? Qt::AlignLeft
                                                                     : Qt::AlignRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("#");
    case StateColumn:
        return tr("State");
    case AddressColumn:
        return tr("Address");
    case ProgressColumn:
        return tr("Progress");
    case SpeedColumn:
        return tr("Speed");
    case TimeColumn:
        return tr("Time");
    case DoneColumn:
        return tr("Done");
    }
    return {};
}

} // namespace gleaner
