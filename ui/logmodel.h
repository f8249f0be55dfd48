// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessionlog.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <deque>

namespace gleaner
{

class Session;

/// The log of a session from a level on, as rows. Follows it when it is told to, so that a panel
/// that nobody sees costs nothing. Owned by its panel, window thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, LevelColumn, TextColumn };
    static constexpr int columns = TextColumn + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// Nothing for none; shows nothing of it before follow().
    void setSession(Session *session);
    void setLevel(LogLevel least);
    /// Takes over what is new; whether there was anything.
    bool follow();

    RecordId recordAt(int row) const;
    /// One line, for a file or the clipboard.
    QString line(int row) const;
    /// The next row after `row`, round about, that holds the text; -1 for none.
    int find(const QString &text, int row, bool backwards) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const LogEntry &entryAt(int row) const;
    QString text(const LogEntry &entry, int column) const;

    QPointer<Session> m_session;
    LogLevel m_least = LogLevel::Info;
    std::deque<quint64> m_rows; ///< numbers of entries
    quint64 m_seen = 0; ///< entries before this one have been looked at
};

} // namespace gleaner
