// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/earlierdownloads.h"
#include "ui/session.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace gleaner
{

/// All downloads of the window, side by side: a list for its side panel, and the queue. A row says
/// in two lines what it is and how it is doing; one column, because assistive technology is told of
/// every column, shown or not.
///
/// Owns the sessions. So many run at once; who comes later is queued, and begins when a place is
/// free, in the order of the list. A paused download keeps no place. Owned by the window.
class Downloads : public QAbstractListModel
{
    Q_OBJECT

public:
    /// As many as programs of this kind usually run: each has workers of its own, and with more of
    /// them none gets far. They share their hosts' slots, so more are no faster on one site.
    static constexpr int usualAtOnce = 3;

    explicit Downloads(DownloadFactory make, QObject *parent = nullptr);
    ~Downloads() override;

    /// So many run at once from now on; those that run already go on.
    void setAtOnce(int count);
    /// At the end of the list; it is not begun.
    Session *add(const CrawlJob &job);
    /// Those of them that are not finished and not in the list yet.
    void addEarlier(const std::vector<EarlierDownload> &known);
    /// The one of that job: known and not begun, in the place of the one that has ended, instead of
    /// another one that has, or a new one. It knows what the known one was told of secrets.
    Session *take(const CrawlJob &job, Session *instead);
    /// In the place of one that has ended, which goes.
    Session *replace(Session *ended, const CrawlJob &job, std::optional<Again> again = {});
    /// One that has ended, or was never begun; false otherwise.
    bool remove(Session *session);
    /// Begins or goes on with it as soon as there is a place; not after stopAll().
    void begin(Session *session);
    /// Nothing begins any more, and what runs is stopped.
    void stopAll();
    bool isEnding() const { return m_isEnding; }

    /// The one with these starts in that folder, whatever it does.
    Session *find(const CrawlJob &job) const;
    Session *at(int row) const { return m_sessions[size_t(row)].get(); }
    int rowOf(const Session *session) const;
    int count() const { return int(m_sessions.size()); }
    /// Those that have begun and not ended, queued and paused ones too.
    int activeCount() const;
    /// Those that are at work.
    int runningCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// There are some of an earlier run.
    void earlierAdded();
    /// Whoever shows it lets it go.
    void aboutToGo(gleaner::Session *session);
    /// Of any of them.
    void stateChanged(gleaner::Session *session);
    void progressed(gleaner::Session *session);

private:
    std::unique_ptr<Session> make(const CrawlJob &job, std::optional<Again> again);
    void beginNext();
    void tell(const Session *session);

    DownloadFactory m_make;
    std::vector<std::unique_ptr<Session>> m_sessions;
    int m_atOnce = usualAtOnce;
    bool m_isEnding = false;
};

} // namespace gleaner
