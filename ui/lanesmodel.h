// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/lanes.h"

#include <QAbstractTableModel>

#include <vector>

namespace gleaner
{

/// One row per host: how many requests it may have and has, what waits for it, how fast it answers,
/// and what holds it back.
///
/// Batches tell of those with something to do; the others stay as they were, idle, up to a number.
/// Rows keep their place. Owned by its Session, window thread.
class LanesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { HostColumn, SlotsColumn, WaitingColumn, LatencyColumn, StateColumn };
    static constexpr int columns = StateColumn + 1;
    static constexpr int mostRows = 300;

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes a batch's lanes.
    void apply(const std::vector<LaneReport> &lanes);
    /// The download has ended: nothing is at work, nothing waits.
    void end();
    /// Paused: nothing is counted down.
    void setPaused(bool paused);
    /// Between two batches: waits are shorter by this.
    void addTime(qint64 milliseconds);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void set(int row, const LaneReport &report);
    void makeRoom(int rows);
    QString text(const LaneReport &lane, int column) const;

    std::vector<LaneReport> m_lanes;
    bool m_paused = false;
};

} // namespace gleaner
