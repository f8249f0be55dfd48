// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanesmodel.h"

#include "ui/figures.h"
#include "ui/lanetexts.h"
#include "ui/plaintext.h"

#include <QHash>

#include <algorithm>

namespace gleaner
{

using namespace std::chrono_literals;

namespace
{

bool isIdle(const LaneReport &lane)
{
    return lane.active == 0 && lane.waiting == 0 && lane.parkedFor <= 0ms;
}

/// Would a person see a difference?
bool looksLike(const LaneReport &one, const LaneReport &other)
{
    const auto seconds = [](const LaneReport &lane) { return (lane.parkedFor + 999ms) / 1000ms; };
    return one.slots == other.slots && one.active == other.active && one.waiting == other.waiting
        && one.delay == other.delay && one.delayBy == other.delayBy && one.why == other.why
        && one.busyStatus == other.busyStatus && one.latency == other.latency
        && one.isProven == other.isProven && one.isGivenUp == other.isGivenUp
        && one.isOthersTurn == other.isOthersTurn && seconds(one) == seconds(other);
}

LaneReport atRest(LaneReport lane)
{
    lane.active = lane.waiting = 0;
    lane.parkedFor = lane.opensIn = 0ms;
    lane.why = LaneTrouble::None;
    lane.isOthersTurn = false;
    return lane;
}

} // namespace

void LanesModel::apply(const std::vector<LaneReport> &lanes)
{
    QHash<QByteArray, const LaneReport *> told;
    for (const LaneReport &lane : lanes)
        told.insert(lane.origin, &lane);
    for (size_t row = 0; row < m_lanes.size(); ++row) {
        const LaneReport *news = told.take(m_lanes[row].origin);
        set(int(row), news ? *news : atRest(m_lanes[row]));
    }
    if (told.isEmpty())
        return;
    makeRoom(int(told.size()));
    const int room = mostRows - int(m_lanes.size());
    std::vector<LaneReport> added;
    for (const LaneReport &lane : lanes) {
        if (told.contains(lane.origin) && int(added.size()) < room)
            added.push_back(lane);
    }
    if (added.empty())
        return;
    const int first = int(m_lanes.size());
    beginInsertRows({}, first, first + int(added.size()) - 1);
    m_lanes.insert(m_lanes.end(), added.begin(), added.end());
    endInsertRows();
}

void LanesModel::set(int row, const LaneReport &report)
{
    LaneReport &known = m_lanes[size_t(row)];
    const bool isSeen = !looksLike(known, report);
    known = report;
    if (isSeen)
        Q_EMIT dataChanged(index(row, SlotsColumn), index(row, StateColumn));
}

void LanesModel::makeRoom(int rows)
{
    for (int row = 0; row < int(m_lanes.size()) && int(m_lanes.size()) + rows > mostRows;) {
        if (!isIdle(m_lanes[size_t(row)])) {
            ++row;
            continue;
        }
        beginRemoveRows({}, row, row);
        m_lanes.erase(m_lanes.begin() + row);
        endRemoveRows();
    }
}

void LanesModel::end()
{
    apply({});
}

void LanesModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (!m_lanes.empty())
        Q_EMIT dataChanged(index(0, StateColumn), index(int(m_lanes.size()) - 1, StateColumn));
}

void LanesModel::addTime(qint64 milliseconds)
{
    for (size_t row = 0; row < m_lanes.size(); ++row) {
        if (m_lanes[row].parkedFor <= 0ms)
            continue;
        LaneReport later = m_lanes[row];
        later.parkedFor = std::max(0ms, later.parkedFor - std::chrono::milliseconds(milliseconds));
        set(int(row), later);
    }
}

int LanesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lanes.size());
}

int LanesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LanesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LaneReport &lane = m_lanes[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(lane, column);
    case Qt::AccessibleTextRole:
        return column == HostColumn
            ? tr("%1, %2").arg(text(lane, HostColumn), text(lane, StateColumn))
            : text(lane, column);
    case Qt::ToolTipRole:
        return plainToolTip({text(lane, HostColumn), text(lane, StateColumn)});
    case Qt::TextAlignmentRole:
        if (column == HostColumn || column == StateColumn)
            return {};
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString LanesModel::text(const LaneReport &lane, int column) const
{
    switch (column) {
    case HostColumn:
        return laneHostText(lane);
    case SlotsColumn:
        return tr("%1 of %2").arg(countText(lane.active), countText(lane.slots));
    case WaitingColumn:
        return lane.waiting > 0 ? countText(lane.waiting) : QString();
    case LatencyColumn:
        return lane.latency < 0ms ? QString() : tr("%1 ms").arg(countText(lane.latency.count()));
    case StateColumn:
        return m_paused && !isIdle(lane) ? tr("Paused") : laneStateText(lane);
    }
    return {};
}

QVariant LanesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter)
            | int(section == HostColumn || section == StateColumn ? Qt::AlignLeft : Qt::AlignRight);
    if (role == Qt::ToolTipRole && section == LatencyColumn)
        return tr("From a request to the beginning of its answer, on average");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HostColumn:
        return tr("Host");
    case SlotsColumn:
        return tr("In use");
    case WaitingColumn:
        return tr("Waiting");
    case LatencyColumn:
        return tr("Answers after");
    case StateColumn:
        return tr("State");
    }
    return {};
}

} // namespace gleaner
