// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QAbstractTableModel>

namespace gleaner
{

/// One row per worker: what it is doing, with which address, how far, how fast, for how long.
///
/// Owned by its Session, window thread. Rows are in the order of the workers' numbers; a worker
/// that goes takes its row along, the others keep theirs.
class WorkersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        StateColumn,
        AddressColumn,
        ProgressColumn,
        SpeedColumn,
        TimeColumn
    };
    static constexpr int columns = TimeColumn + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes a batch's reports: all workers, in any order, and the lanes that idle ones wait for.
    void apply(std::vector<WorkerReport> reports, const std::vector<LaneReport> &lanes = {});
    /// No worker is left: the download has ended.
    void clear();
    /// Between two batches: what is busy has been at it for this much longer.
    void addTime(qint64 milliseconds);

    /// What the rows show.
    const std::vector<WorkerReport> &reports() const { return m_reports; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void matchRows(const std::vector<WorkerReport> &reports);
    QString text(const WorkerReport &report, int column) const;

    std::vector<WorkerReport> m_reports;
    QString m_idleText;
};

} // namespace gleaner
