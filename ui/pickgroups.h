// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pickmodel.h"

#include <QAbstractTableModel>

namespace gleaner
{

/// What there is to pick by kind of file, and by host: a row each with a box, first the kinds, then
/// the hosts. Window thread; reads and changes the picks of a PickModel, which outlives it.
///
/// Rows stand in the order in which they were found, and never go.
class PickGroups : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, FilesColumn, SizeColumn, TickedColumn };
    static constexpr int columns = TickedColumn + 1;
    enum class By : quint8 { Type, Host };

    PickGroups(PickModel *model, By by, QObject *parent = nullptr);
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const PickSums &sums(int row) const;
    QString name(int row) const;
    QString text(int row, int column) const;

    PickModel *m_model;
    By m_by;
    std::vector<size_t> m_groups; ///< by row: the FileType, or the host's number
};

/// "Documents".
QString fileTypeText(FileType type);

} // namespace gleaner
