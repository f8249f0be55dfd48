// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QAbstractTableModel>

#include <optional>

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
        TimeColumn,
        DoneColumn,
        SkipColumn ///< says nothing: a button's place
    };
    static constexpr int columns = SkipColumn + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes a batch's reports: all workers, in any order, and the lanes that idle ones wait for.
    void apply(std::vector<WorkerReport> reports, const std::vector<LaneReport> &lanes = {});
    /// No worker is left: the download has ended.
    void clear();
    /// Between two batches: what is busy has been at it for this much longer.
    void addTime(qint64 milliseconds);

    /// What the worker of that row is at; noRecord for nothing.
    RecordId recordAt(int row) const;
    /// How much is still to come, if that is known of all that are at something.
    struct Rest {
        int workers = 0;
        qint64 bytes = 0;
    };
    std::optional<Rest> rest() const;
    /// What the rows show.
    const std::vector<WorkerReport> &reports() const { return m_reports; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void matchRows(const std::vector<WorkerReport> &reports);
    QString text(const WorkerReport &report, int column) const;
    QString stateText(const WorkerReport &report) const;

    std::vector<WorkerReport> m_reports;
    QString m_idleText;
};

} // namespace gleaner
