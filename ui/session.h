// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/download.h"
#include "ui/lanesmodel.h"
#include "ui/problemsmodel.h"
#include "ui/sessionlog.h"
#include "ui/sessionstate.h"
#include "ui/speedhistory.h"
#include "ui/treemodel.h"
#include "ui/workersmodel.h"

#include <QElapsedTimer>
#include <QTimer>

namespace gleaner
{

/// Why an ended download is begun again, where not to continue or to update it.
struct Again {
    enum class Kind : quint8 { RetryFailed, RetryThose, OtherRules, ReleaseTraps, Ticked } kind;
    std::vector<RecordId> those; ///< numbers are the same in every run of a download
    CrawlRules rules;
    std::vector<TrapNumber> traps = {}; ///< theirs too
    Purpose purpose = Purpose::Download; ///< with what is ticked: those, and nothing else
};

/// One download as the window shows it: its job, its models, its sums.
///
/// Owned by the window, lives in its thread. Passes what a person asks for on to the Download and
/// batches on to the models; knows no widget.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(CrawlJob job, std::unique_ptr<Download> download, std::optional<Again> again = {},
        QObject *parent = nullptr);

    /// Sums of an earlier run, to be shown until it is begun.
    void setEarlierTotals(const Totals &totals) { m_totals = totals; }
    /// As long as it is not begun.
    void setJob(const CrawlJob &job);
    /// Begins it, or goes on with it.
    void start();
    /// To be started later. What is asked of it until then is remembered as if it ran.
    void queue();
    /// Like that, but it waits for a person and not for its turn.
    void beginPaused();
    void pause();
    void stop();
    /// While it is stopping: does not wait for what is being saved. The next run looks at that.
    void stopNow();
    void setWorkerCount(int count);
    /// Fetches what was set aside in that group. Like the next four, of a download that has not
    /// ended.
    void releaseTrap(TrapNumber number);
    /// What is wanted from now on.
    void setRules(const CrawlRules &rules);
    void retry(const std::vector<RecordId> &ended);
    /// A name and a password for an origin, or for the job's proxy if keyOf() says that of it: for
    /// the next time it is begun.
    void learn(const QByteArray &what, const Credentials &credentials);
    /// That proxy, in the place of an origin: "proxy host:port".
    static QByteArray keyOf(const QNetworkProxy &proxy);
    void retryFailed();
    void skip(const std::vector<RecordId> &unwanted);
    /// What the server answered last; answerReady() may follow, at any time.
    void askForAnswer(RecordId id);
    void prefer(const std::vector<RecordId> &those, const QByteArrayList &branches);
    void tryConnection();

    /// Files of it are on their way to the trash until noteDisposed(): it cannot be begun again so
    /// long.
    void noteDisposing();
    bool isDisposing() const { return m_isDisposing; }
    /// Nothing is saved of them any more, because a person did not want it. Once it has ended.
    void noteDisposed(const std::vector<RecordId> &gone);

    const CrawlJob &job() const { return m_job; }
    /// Under which it is kept for another run; empty while that is not known.
    const QByteArray &id() const { return m_id; }
    SessionState state() const { return m_state; }
    Standing standing() const
    {
        return m_state == SessionState::Stopped ? Standing::Stopped : Standing::Goes;
    }
    TreeModel *tree() { return &m_tree; }
    const TreeModel *tree() const { return &m_tree; }
    WorkersModel *workers() { return &m_workers; }
    const WorkersModel *workers() const { return &m_workers; }
    LanesModel *lanes() { return &m_lanes; }
    ProblemsModel *problems() { return &m_problems; }
    const SpeedHistory &speeds() const { return m_speeds; }
    const SessionLog &log() const { return m_log; }
    const Totals &totals() const { return m_totals; }
    /// Since the start, up to now.
    qint64 elapsedMilliseconds() const;
    /// What was set aside because there is no end of it, by number.
    const std::vector<TrapGroup> &traps() const { return m_traps; }
    /// Files that this run has replaced and kept, once it has ended.
    qint64 versionsKept() const { return m_versionsKept; }
    bool limitReached() const { return m_limitReached; }
    const std::optional<DiskFault> &fault() const { return m_fault; }
    Connection connection() const { return m_connection; }
    /// Bodies that have come whole and are being read or saved.
    qint64 finishing() const { return m_finishing; }
    /// While it is paused for that.
    GrowthQuestion question() const { return m_question; }
    /// When it finished with nothing saved, now or earlier: the record that says why. Else nothing.
    const Record *failedStart() const;
    /// It ended before it asked for anything: nothing is known of it but its start addresses.
    bool neverBegan() const;

Q_SIGNALS:
    /// The batch is in the models already.
    void told(const gleaner::Batch &batch);
    /// After each batch, and once a second unless it is paused or has ended.
    void progressed();
    void stateChanged(gleaner::SessionState state);
    void answerReady(gleaner::RecordId id, const std::optional<gleaner::RecentAnswer> &answer);

private:
    enum class Wish : quint8 { None, Wait, Run, Pause, Stop };

    void take(const Batch &batch);
    void tick();
    void begin();
    void wish(Wish wish);
    void updateState();

    CrawlJob m_job;
    std::optional<Again> m_again;
    QByteArray m_id;
    TreeModel m_tree;
    WorkersModel m_workers;
    LanesModel m_lanes;
    ProblemsModel m_problems{m_tree.tree()};
    SpeedHistory m_speeds;
    SessionLog m_log;
    Totals m_totals;
    std::vector<TrapGroup> m_traps;
    CrawlPhase m_phase = CrawlPhase::Running;
    Wish m_wish = Wish::None;
    SessionState m_state = SessionState::Earlier;
    qint64 m_versionsKept = 0;
    bool m_limitReached = false;
    std::optional<DiskFault> m_fault;
    Connection m_connection = Connection::There;
    qint64 m_finishing = 0;
    GrowthQuestion m_question = GrowthQuestion::None;
    bool m_isDisposing = false;
    int m_ownPauses = 0; ///< that nobody here has asked for
    QElapsedTimer m_sinceBatch;
    QElapsedTimer m_sinceTick;
    QTimer m_ticks;
    // The last member: nothing may arrive at what is gone.
    std::unique_ptr<Download> m_download;
};

} // namespace gleaner
