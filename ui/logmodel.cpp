// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logmodel.h"

#include "ui/logtexts.h"
#include "ui/session.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace gleaner
{

void LogModel::setSession(Session *session)
{
    beginResetModel();
    m_session = session;
    m_rows.clear();
    m_seen = 0;
    endResetModel();
}

void LogModel::setLevel(LogLevel least)
{
    if (least == m_least)
        return;
    beginResetModel();
    m_least = least;
    m_rows.clear();
    m_seen = 0;
    endResetModel();
    follow();
}

bool LogModel::follow()
{
    if (!m_session || m_session->log().count() == m_seen)
        return false;
    const SessionLog &log = m_session->log();
    const auto kept = std::ranges::lower_bound(m_rows, log.first());
    if (kept != m_rows.begin()) {
        beginRemoveRows({}, 0, int(kept - m_rows.begin()) - 1);
        m_rows.erase(m_rows.begin(), kept);
        endRemoveRows();
    }
    std::vector<quint64> added;
    for (quint64 number = std::max(m_seen, log.first()); number < log.count(); ++number) {
        if (log.at(number).level >= m_least)
            added.push_back(number);
    }
    m_seen = log.count();
    if (!added.empty()) {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(added.size()) - 1);
        m_rows.insert(m_rows.end(), added.begin(), added.end());
        endInsertRows();
    }
    return true;
}

const LogEntry &LogModel::entryAt(int row) const
{
    return m_session->log().at(m_rows[size_t(row)]);
}

RecordId LogModel::recordAt(int row) const
{
    const bool isThere = m_session && row >= 0 && row < rowCount()
        && m_rows[size_t(row)] >= m_session->log().first();
    return isThere ? entryAt(row).record : noRecord;
}

QString LogModel::line(int row) const
{
    if (!m_session || m_rows[size_t(row)] < m_session->log().first())
        return {};
    const LogEntry &entry = entryAt(row);
    // For programs and for every locale.
    return QStringLiteral("%1\t%2\t%3")
        .arg(QDateTime::fromMSecsSinceEpoch(entry.at).toString(Qt::ISODateWithMs),
            logLevelText(entry.level), logText(entry, *m_session));
}

int LogModel::find(const QString &text, int row, bool backwards) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int at = ((backwards ? row - step : row + step) % count + count) % count;
        if (line(at).contains(text, Qt::CaseInsensitive))
            return at;
    }
    return -1;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    const bool isThere = checkIndex(index, CheckIndexOption::IndexIsValid)
        && m_session
        // Gone from the log, and not yet from here.
        && m_rows[size_t(index.row())] >= m_session->log().first();
    if (!isThere)
        return {};
    const LogEntry &entry = entryAt(index.row());
    if (role == Qt::DisplayRole)
        return text(entry, index.column());
    if (role == Qt::AccessibleTextRole)
        return index.column() == TimeColumn
            ? tr("%1, %2").arg(logLevelText(entry.level), logText(entry, *m_session))
            : text(entry, index.column());
    return {};
}

QString LogModel::text(const LogEntry &entry, int column) const
{
    switch (column) {
    case TimeColumn:
        return QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(entry.at).time(), QStringLiteral("HH:mm:ss"));
    case LevelColumn:
        return logLevelText(entry.level);
    case TextColumn:
        return logText(entry, *m_session);
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case LevelColumn:
        return tr("Level");
    case TextColumn:
        return tr("What happened");
    }
    return {};
}

} // namespace gleaner
