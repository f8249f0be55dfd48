// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/activities.h"
#include "core/crawl/bodysink.h"
#include "core/crawl/crawljob.h"
#include "core/crawl/crawllog.h"
#include "core/crawl/crawlrules.h"
#include "core/crawl/frontier.h"
#include "core/crawl/growthwatch.h"
#include "core/crawl/linkmemory.h"
#include "core/crawl/recordrows.h"
#include "core/crawl/scope.h"
#include "core/crawl/sessionkeeper.h"
#include "core/crawl/siterobots.h"
#include "core/crawl/suspects.h"
#include "core/crawl/traps.h"
#include "core/crawl/tries.h"
#include "core/net/cookiejar.h"
#include "core/net/fetcher.h"
#include "core/save/diskwriter.h"
#include "core/task/pipeliner.h"
#include "core/task/taskgroup.h"
#include "core/task/wakeup.h"

#include <QSet>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

class QThreadPool;

namespace gleaner
{

class MemorySink;
class NamePass;
class RecentAnswers;
class RewritePass;

/// Where the parts meet: takes addresses from the frontier, has them fetched by the workers, reads
/// pages for links, saves files, and notes what became of each.
///
/// Everything runs in the thread it was made in, which needs an event loop; none of its calls
/// waits. The listener hears of changes in batches and answers each with acknowledge(); the last
/// batch has the phase Finished or Stopped, and after it the crawler does nothing more.
class Crawler
{
public:
    struct Parts {
        Fetcher &fetcher;
        DiskWriter &writer;
        QThreadPool &pool;
        CookieJar *cookies = nullptr; ///< kept with the session, if there are any
        std::shared_ptr<LaneBoard> lanes =
            nullptr; ///< shared with other crawlers, if there are any
        RecentAnswers *answers = nullptr; ///< where heads are kept for who looks on; outlives this
    };
    using Listener = std::function<void(const Batch &)>;

    Crawler(CrawlJob job, Parts parts, Listener listener);
    ~Crawler();
    Q_DISABLE_COPY_MOVE(Crawler)

    void start();
    void pause();
    void resume();
    void stop();
    void setWorkerCount(int count);
    void acknowledge();

    /// Judges all that is known by these rules: what waits and is not wanted is skipped, what was
    /// skipped and is wanted waits. What is at work is finished; what is saved stays.
    void setRules(const CrawlRules &rules);
    /// Asks again for those of them that have failed, with all their tries, or that a person has
    /// skipped.
    void retry(std::vector<RecordId> ended);
    void retryFailed();
    /// Asks for what was set aside in that group, and sets none of its kind aside any more.
    void releaseTrap(TrapNumber number);
    /// Those of them that have not ended are not wanted; their requests are dropped. What has come
    /// as a whole is saved.
    void skip(std::vector<RecordId> unwanted);
    /// Those come before all others, and so does whatever is found later below one of these
    /// addresses; not before their host's lane has room. Of the branches the last 16 are known;
    /// for this run only.
    void prefer(std::vector<RecordId> those, const QByteArrayList &branches);
    /// While the connection is lost: tries whether it really is. No try is counted for that.
    void tryConnection();

    /// All that is known, for who lives in the crawler's thread.
    const CrawlLog &log() const { return m_log; }

private:
    class Visit;
    struct Ending {
        bool limitReached = false;
        std::optional<DiskFault> fault;
    };

    Task<void> run();
    Task<bool> openSession();
    void restore(RestoredLog restored, const StoredSession &rest);
    void addStarts();
    /// What is ticked waits from now on, all else is left alone.
    void applyTicks();
    Task<void> takeUpRest();
    void takeUp(RecordId id);
    void enqueueAnew(RecordId id);
    bool isToResume(RecordId id) const { return id < m_toResume.size() && m_toResume[id]; }
    /// It is no longer to be taken up; whether it was.
    bool leaveRest(RecordId id);

    struct Wish {
        enum class Kind : quint8 { JudgeAll, RetryAll, RetryThose, SkipThose, ReleaseThose } kind;
        std::vector<RecordId> those;
    };
    void addWish(Wish wish);
    Task<void> serveWishes();
    Verdict judge(const Candidate &candidate, RecordId id) const;
    /// The same of what is being found, as far as only what is ticked, or nothing, is to be saved.
    Verdict judgeFound(const Candidate &candidate, RecordId id) const;
    /// The same of what is known.
    bool isLeftAlone(const Record &record) const;
    bool isScan() const { return m_job.purpose == Purpose::Scan; }
    /// Only its head is asked for.
    bool asksForHeadOnly(RecordId id) const;
    /// It is known now, and nobody has ticked it. Of -1 bytes: nobody says how many.
    void settleScanned(RecordId id, const ResponseHead &head, qint64 bytes);
    bool settleRefusedHead(RecordId id, const FetchFailure &failure);
    Verdict verdictOf(const Record &record) const;
    void judgeAnew(RecordId id);
    bool skipIfUnwanted(RecordId id);
    void serve(Wish::Kind kind, RecordId id);
    void tryAnew(RecordId id);
    void skipForPerson(RecordId id);

    /// What the session learns: at once, or once the files are safe from a power cut.
    enum class Durability : quint8 { AtOnce, Synced };
    Task<void> keepSession();
    Task<std::optional<SaveError>> store(Durability durability);
    SessionChanges changesToStore(Durability durability);
    QHash<QString, QByteArray> sessionValues() const;
    bool isFirstStartHad() const;
    Task<void> finish(Ending ending);
    Task<std::optional<SaveError>> rewriteLinks();

    Task<void> takeEntries();
    Task<void> report();

    Task<void> process(RecordId id);
    Task<std::shared_ptr<KeptPart>> takePart(RecordId id);
    std::shared_ptr<BodySink> makeSink(RecordId id, std::shared_ptr<KeptPart> kept);
    /// What a request says about bytes that are here.
    struct Known {
        std::optional<Continuation> continuation;
        std::optional<CopyValidators> copy;
    };
    /// Nothing if its lane was shut, or the rules changed, while it waited for a worker.
    Task<std::optional<FetchOutcome>> fetch(
        RecordId id, std::shared_ptr<BodySink> sink, Known known);
    using Fetching = Scheduled<std::optional<FetchOutcome>>;
    /// Nothing also if a person has skipped it meanwhile.
    Task<std::optional<FetchOutcome>> outcomeOf(RecordId id, Fetching *fetching);
    void shelve(RecordId id, BodySink &sink);
    void startAgain(RecordId id, BodySink &sink);
    void waitAgain(RecordId id);
    void putBack(RecordId id, BodySink &sink);
    Task<std::optional<StoredFile>> fileBefore(RecordId id);
    Task<bool> adoptLanding(RecordId id);
    StoredLanding landingOf(RecordId id, const BodySink &sink, const Fetched &fetched) const;
    void settleFiled(RecordId id, const StoredLanding &landing, const Filed &filed);
    void settleUnchanged(RecordId id);
    Task<void> keep(RecordId id, std::shared_ptr<BodySink> sink, Fetched fetched,
        std::optional<StoredFile> before);
    Task<void> readLinks(RecordId id, QByteArray body, ResponseHead head);
    BodySink::Plan plan(RecordId id, const ResponseHead &head, const BodyLength &length) const;

    /// So many links are judged in one turn of the event loop; then others have theirs. A posted
    /// call would not do as a turn: it comes before timers and sockets.
    static constexpr int linksPerTurn = 1000;
    static constexpr auto betweenTurns = std::chrono::milliseconds(1);

    FetchRequest requestFor(const Address &address) const;
    FetchRequest requestFor(RecordId id) const;
    AcceptedCoding acceptedFor(const Record &record) const;
    Task<void> askRobots(Address address);
    bool robotsAllow(const Address &address) const;
    Task<void> readSitemaps(Address site, std::vector<QByteArray> named);
    Task<Document> fetchSitemap(Address address, std::shared_ptr<MemorySink> sink);
    void readHeaderLinks(RecordId id, const ResponseHead &head);

    void admit(const Candidate &candidate);
    void improve(RecordId id, const Candidate &candidate);
    std::vector<std::pair<RecordId, Candidate>> onwardFrom(RecordId id, LinkKind kind) const;
    bool takeBack(RecordId id, const Candidate &better);
    bool isBetter(SkipReason verdict, int depth, RecordId skipped) const;
    bool isUnfollowed(const Candidate &found) const;
    void enqueue(RecordId id);
    bool isInPreferredBranch(RecordId id) const;
    void followRedirect(RecordId id, const RedirectAnswer &redirect);
    bool passesCookieWall(RecordId id, const Address &target, const RedirectAnswer &redirect);
    bool isLoop(RecordId source, RecordId target) const;
    int hopsBefore(RecordId id) const;

    /// An end that nothing heals.
    void settleFailure(RecordId id, const FetchFailure &failure);
    /// Another try, later, or the end; and what its lane learns from it.
    void settleRequestFailure(RecordId id, const FetchFailure &failure, Clock::time_point began);
    void noteAnswer(RecordId id);
    void noteHead(RecordId id, const TransferProgress &progress);
    void noteFailure(
        const QByteArray &origin, const FetchFailure &failure, Clock::time_point began);
    void tryAgain(RecordId id, const FetchFailure &failure, std::optional<Clock::time_point> when);
    void giveLaneUp(const QByteArray &origin, const FetchFailure &failure);
    /// Nothing is asked for until this machine has a way to that address again.
    static constexpr std::chrono::milliseconds routeInterval{1000};
    Task<void> waitForNetwork();
    /// The way to the first host that answered is gone.
    bool isOffline() const;
    /// False if there is nothing to be tried for the last time.
    bool beginLastPass();
    void settleDeclined(RecordId id, BodySink &sink, const Declined &declined);
    void settleSuspect(RecordId id, const Fetched &fetched);
    void settleCut(RecordId id, const Fetched &fetched, const StoredFile &before);
    void settleSaveError(RecordId id, const SaveError &error);
    /// Nothing can be written: waits for somebody to mend it, or ends.
    void meetDiskFault(const DiskFault &fault);
    /// The same while that address was to be saved.
    void meetDiskFault(RecordId id, const DiskFault &fault);
    Task<void> tryDiskAgain();
    /// There is a file more: pauses with a question where that makes it large.
    void askIfLarge();
    void goOn();
    void skip(RecordId id, SkipReason reason);
    bool isStart(RecordId id) const { return id == m_currentStart; }
    void startSettled(RecordId id);

    static int sideRequestsAtOnce();
    bool mayTakeMore() const;
    bool hasEnded() const
    {
        return m_phase == CrawlPhase::Finished || m_phase == CrawlPhase::Stopped;
    }
    bool reachesLimit(qint64 bytes) const;
    /// Ends the crawl once a limit is reached and what counts towards it is on disk.
    void endAtLimit();
    /// Ends the crawl from a posted call: the caller may stand on a frame's stack.
    void end(Ending ending);
    void endNow(const Ending &ending);
    void flush();
    void noteDownloading(const std::vector<WorkerReport> &workers);
    void wakeReport();

    CrawlJob m_job;
    Parts m_parts;
    Listener m_listener;

    /// Shared with what reads it when the crawl has ended, and nothing changes it any more.
    const std::shared_ptr<CrawlLog> m_sharedLog = std::make_shared<CrawlLog>();
    CrawlLog &m_log = *m_sharedLog;
    Scope m_scope;
    Traps m_traps;
    SamePages m_samePages;
    GrowthWatch m_growth;
    Frontier m_frontier;
    Activities m_activities;
    SessionKeeper m_keeper;
    PartShelf m_shelf;
    bool m_isUpdate = false; ///< everything was had before, and is asked for again
    std::vector<bool> m_toResume; ///< by id: of an earlier run, to be taken up after the starts
    QSet<RecordId> m_shared; ///< their files are other addresses' too
    QHash<RecordId, StoredFile> m_filed; ///< have their names; the session does not know it yet
    struct Storing {
        std::vector<RecordId> ids;
        QHash<RecordId, StoredFile> files;
        QSet<RecordId> safe; ///< of these, from a power cut
    };
    Storing m_storing; ///< on their way to the session
    QHash<QString, QByteArray> m_valuesStored; ///< as the session has them
    Wakeup m_toStore;
    const std::unique_ptr<NamePass> m_naming;
    std::unique_ptr<RewritePass> m_rewriting; ///< from the end of the crawl on
    QSet<RecordId> m_startedAgain; ///< refused once to be continued; asked for as a whole since
    QHash<RecordId, RecordId> m_redirectedFrom; ///< target to source
    QHash<RecordId, RecordId> m_redirectsTo; ///< source to target
    QSet<RecordId> m_cookieWalls; ///< what was sent to itself with a cookie, and asked once more
    /// Under a depth limit, who leads where: found again nearer to the start, an address takes what
    /// it leads to with it.
    LinkMemory m_onward;
    QSet<RecordId> m_takenBack; ///< was skipped for where it was found, and is not any more

    QHash<RecordId, Retry> m_retries; ///< where it differs from the usual
    std::vector<LastTry> m_lastPass; ///< what waits until nothing else is left

    QHash<QByteArray, SiteRobots> m_robots; ///< by origin
    int m_robotsAsked = 0;

    QHash<RecordId, Fetching *> m_fetching; ///< waiting for a worker or at one
    std::deque<Wish> m_wishes; ///< the first one is being served, or will be
    QByteArrayList m_branchesFirst; ///< addresses with what lies below them, the latest last
    QByteArray m_changedJob; ///< as it is kept; empty while the rules are those of the start
    Wakeup m_wished;

    CrawlPhase m_phase = CrawlPhase::Running;
    int m_workers;
    int m_inFlight = 0;
    qint64 m_liveBytes = 0;
    qint64 m_filesBeingSaved = 0; ///< whole, counted towards the limits, not on disk yet
    qint64 m_bytesBeingSaved = 0;
    bool m_limitReached = false;
    bool m_isEnding = false;
    std::optional<FirstAnswer> m_firstAnswer;
    bool m_offline = false;
    bool m_triesConnection = false; ///< a person wants to know
    std::deque<RecordId> m_startsToCome;
    RecordId m_currentStart = noRecord;
    bool m_startsDone = false;
    bool m_acknowledged = true;
    std::optional<DiskFault> m_fault; ///< while it is paused for that
    int m_diskPauses = 0;
    bool m_toldSilence = false; ///< paused, nothing at work, and the listener knows
    Wakeup m_mayTake;
    Wakeup m_startEnded;
    Wakeup m_awake; ///< there is something to report again
    QTimer m_opening; ///< rings m_mayTake when a lane opens
    Inbox m_inbox;

    Pipeliner m_pipeliner;
    Pipeliner m_sideRequests; ///< robots.txt and the like: they hold no worker, but are not endless
    TaskGroup m_tasks;
    TaskGroup m_ending; ///< outlives those that end
};

} // namespace gleaner
