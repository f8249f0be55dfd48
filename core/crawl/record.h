// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/trapgroup.h"
#include "core/discover/discover.h"
#include "core/net/failreason.h"
#include "core/net/lanes.h"
#include "core/net/tlsproblem.h"
#include "core/save/diskfault.h"
#include "core/url/address.h"

#include <QByteArray>
#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace gleaner
{

/// A known address's number in this run, counted from 0 in the order of discovery.
using RecordId = quint32;
constexpr RecordId noRecord = std::numeric_limits<RecordId>::max();

/// What becomes of a known address. From Saved on it is final for this run.
enum class RecordState : quint8 {
    Waiting,
    Connecting, ///< taken from the frontier; a request is on its way or waits for a worker
    Downloading,
    ReadingLinks, ///< the body is here and is being parsed and saved
    Retrying, ///< failed, will be asked for again
    Saved,
    Unchanged,
    Redirected,
    Skipped,
    Failed,
};
inline bool isFinal(RecordState state)
{
    return state >= RecordState::Saved;
}

/// Why a known address was not asked for, or not kept.
enum class SkipReason : quint8 {
    Scope,
    Depth,
    Filter,
    Type,
    Size,
    Limit,
    Robots,
    Nofollow,
    Scheme,
    PrivateAddress,
    Downgrade,
    Trap,
    NoContent,
    User,
    Host, ///< a person has decided so about its host
    Unticked, ///< known from a scan, and not ticked
};
/// The words of the JSON events, which are a contract: they have none of their own for the last
/// two, which are a person's filter and a person's choice.
const char *keyword(SkipReason reason);
/// Judged by where it was found and by what the job asks for, without a request: found elsewhere,
/// or asked for otherwise, the same address may be judged otherwise.
bool isByScope(SkipReason reason);

/// In a download that was finished before and is looked through again: what has become of it.
enum class Change : quint8 {
    None, ///< nothing, or nobody has asked yet
    New, ///< it was not saved before
    Changed, ///< the file was replaced
    Gone, ///< the server has it no more; the file of before stays
};

/// Why a page that came with a good status is probably not what its address stands for.
enum class Suspicion : quint8 {
    None,
    Login, ///< it asks for a name and password instead
    Consent, ///< it asks to agree to something first
    NotFound, ///< it says that there is no such page
    SameAsMany, ///< the same as many other addresses of its site answer
};
/// "login", "same-as-many": in reports; empty for None.
const char *keyword(Suspicion suspicion);

/// Everything known about one address: a value, copied into batches.
struct Record {
    RecordId id = noRecord;
    Address address;
    RecordId referrer = noRecord; ///< the page it was first found on
    FoundIn found;
    LinkKind kind = LinkKind::Navigation;
    quint16 depth = 0; ///< clicks from the start address
    RecordState state = RecordState::Waiting;
    SkipReason skip = SkipReason::Scope; ///< when Skipped
    FailReason fail = FailReason::Http; ///< when Failed or Retrying
    TlsProblem tls = TlsProblem::None; ///< when failed for Tls
    quint16 status = 0; ///< HTTP status of the last answer; 0 for none
    quint16 tries = 0; ///< requests made so far
    Change change = Change::None;
    /// When Failed: its beginning is on disk, and a later run continues it; or, with a path, the
    /// whole of an earlier run stays.
    bool kept = false;
    Suspicion suspicion = Suspicion::None; ///< when Saved, Unchanged or Redirected
    bool verified = true; ///< when Saved: the length, or the end of the body, was stated and kept
    /// When Saved or Unchanged: the body's size as decoded. When Unticked: as far as the server
    /// says it. -1 unknown.
    qint64 bytes = -1;
    qint64 retryAt = 0; ///< when Retrying: ms since 1970; 0 is when all else is done
    double seconds = 0; ///< time spent on it, retries included
    QString path; ///< of the file, relative to the directory; of an earlier run's, too
    QString offered; ///< the name that the server gives it, made harmless; empty if it gives none
    QByteArray type; ///< MIME type without parameters; text of the network
    Address target; ///< when Redirected
    QString detail; ///< of a failure: technical words, partly text of the network
};

/// A person has asked for it. Sitemaps and what they list have no page that links them either, but
/// are clicks away.
inline bool isTyped(const Record &record)
{
    return record.referrer == noRecord && record.depth == 0;
}
/// Its referrer is no page that links it, but an address that redirects to it.
inline bool isRedirectTarget(const Record &record)
{
    return QByteArrayView(record.found.element) == "redirect";
}

/// Counts over all known addresses. The six ends and `waiting` add up to `known`.
struct Totals {
    qint64 saved = 0;
    qint64 unchanged = 0;
    qint64 redirected = 0;
    qint64 skipped = 0;
    qint64 failed = 0;
    qint64 waiting = 0; ///< everything that has not ended, at work or not
    qint64 known = 0;
    qint64 suspects = 0; ///< of the saved, unchanged and redirected ones, see Suspicion
    qint64 bytes = 0; ///< of saved bodies
    double seconds = 0; ///< since the start, pauses included
    qint64 bytesPerSecond = 0; ///< received in about the last second
};

/// What a worker does.
enum class WorkerState : quint8 {
    Idle,
    Connecting,
    WaitingForServer,
    Downloading,
    Finishing,
    Paused
};

struct WorkerReport {
    int number = 0;
    WorkerState state = WorkerState::Idle;
    bool leaving = false; ///< goes when it has finished this
    RecordId record = noRecord;
    Address address;
    qint64 received = 0;
    qint64 expected = -1; ///< -1 unknown
    qint64 bytesPerSecond = 0;
    qint64 milliseconds = 0; ///< at this address
    qint64 silentFor = 0; ///< milliseconds since something came, or since it began
    qint64 done = 0; ///< addresses that it has been at before this one
};

enum class CrawlPhase : quint8 {
    Running,
    Paused,
    Stopping,
    Finished, ///< nothing is waiting
    Stopped, ///< by the person, a signal, a limit or a disk fault, with addresses waiting
};

/// A file that got another name when the names were settled, after its record was told.
struct MovedFile {
    RecordId id = noRecord;
    QString from; ///< as Record::path was
    QString to;
};
/// What a download has paused for by itself, to ask whether it is to go on.
enum class GrowthQuestion : quint8 { None, ManyFiles, ManyBytes };

/// Has this machine a way to the hosts that have answered before?
enum class Connection : quint8 { There, Lost };

/// What has changed since the batch before: the one thing that crosses to the window.
struct Batch {
    std::vector<Record> added; ///< ids ascend without gaps over all batches
    std::vector<Record> changed; ///< each id once, its newest state
    std::vector<MovedFile> moved; ///< in the last batch only; their records end no second time
    std::vector<WorkerReport> workers; ///< all of them
    std::vector<LaneReport> lanes; ///< at work, waiting or parked; 200 at most
    std::vector<TrapGroup> traps; ///< those that have changed; 50 at most, but all in the last one
    Totals totals;
    CrawlPhase phase = CrawlPhase::Running;
    bool limitReached = false; ///< when Stopped: --max-files or --max-total ended it
    std::optional<DiskFault> fault; ///< when Stopped or Paused: this machine's fault
    Connection connection = Connection::There; ///< Lost: nothing is asked for, no try is counted
    qint64 finishing = 0; ///< bodies that have come whole and are being read or saved
    int diskPauses = 0; ///< how often a fault has paused it so far
    GrowthQuestion question =
        GrowthQuestion::None; ///< when Paused: to be answered by resume or stop
    int questions = 0; ///< how often it has paused to ask so far
    /// In the last batch, if old versions are kept: so many files were, in this run.
    std::optional<qint64> versionsKept;
    QByteArray session; ///< its id; empty while nothing outlives the run
};

} // namespace gleaner
