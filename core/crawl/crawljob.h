// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/filetype.h"
#include "core/crawl/hostchoices.h"
#include "core/crawl/trapgroup.h"
#include "core/net/cookie.h"
#include "core/net/networksettings.h"
#include "core/url/address.h"

#include <QByteArrayList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace gleaner
{

/// Which pages are followed; requisites may come from any host.
enum class ScopeKind : quint8 {
    Folder, ///< the start address's folder and what lies below it
    Host, ///< the start address's scheme, host and port
    Domain, ///< every host of its registrable domain
    Any,
};

/// What a site's robots.txt, its nofollow marks and its Crawl-delay are to us.
enum class RobotsPolicy : quint8 { Respect, Ignore };

/// Addresses of which there is no end: set aside in groups, or asked for like all others.
enum class TrapPolicy : quint8 { SetAside, Follow };

/// When nothing can be written any more: wait until somebody has mended it, or end and keep the
/// rest for another run. A window waits; without one there is nobody to ask.
enum class DiskFaultPolicy : quint8 { Pause, End };

/// Where the names of files that are not pages come from.
enum class NameSource : quint8 {
    Address,
    Server, ///< its Content-Disposition, where it gives one
};

/// Does a file say, in an extended attribute, where it comes from?
enum class OriginNote : quint8 { Written, None };

/// What becomes of the links of saved pages, style sheets and SVG pictures.
enum class LinkPolicy : quint8 {
    Keep, ///< every byte as it was served
    Relative, ///< they lead to the saved files, or to where they led: for reading without a network
};
/// Are requests and answers kept in WARC files beside the saved files?
enum class Archiving : quint8 { None, Warc };

/// What becomes of a saved file when an update brings other bytes for it.
enum class OldVersions : quint8 {
    Replaced,
    Kept, ///< below "++versions": see core/save/versions.h
};

/// At 10,000 files or 5 GB: ask the person whether to go on, if there is one, or never.
enum class LargeDownload : quint8 { Ask, GoOn };

/// So much on disk, and a download pauses for that question; once for each of the two.
struct GrowthMarks {
    qint64 files = 10'000;
    qint64 bytes = 5'000'000'000;
};

/// What becomes of a session in which nothing is left to do, when it is begun again.
enum class Rerun : quint8 {
    Update, ///< everything is asked for again
    AsItStands, ///< nothing is, but for what other rules let in and what is to be retried
};

/// What a run is for.
enum class Purpose : quint8 {
    Download, ///< everything that is wanted is saved
    Scan, ///< pages are read, of all else only the heads are asked for; nothing is saved
    Ticked, ///< what a person has ticked after a scan, and nothing else
    TickedWithRequisites, ///< and what those pages need to be shown
};
/// Only what a person has ticked.
inline bool isOfTicked(Purpose purpose)
{
    return purpose == Purpose::Ticked || purpose == Purpose::TickedWithRequisites;
}

constexpr int minimumWorkers = 1;
constexpr int maximumWorkers = 64;

/// What a person asked for: everything that steers one download. A value.
struct CrawlJob {
    std::vector<Address> starts;
    QString directory; ///< absolute
    QString stateDirectory; ///< of this user, absolute; empty: nothing outlives the run
    DiskFaultPolicy onDiskFault = DiskFaultPolicy::End;
    Rerun rerun = Rerun::Update;
    Purpose purpose = Purpose::Download;
    /// With a purpose of ticked things: the records that are, by number; all others are left alone.
    /// For this run only; empty: what earlier runs were told stands.
    std::vector<quint32> ticked;

    int workers = 8;
    int perHost = 6; ///< requests to one host at a time
    std::optional<int> depth = 5; ///< clicks from the start address; nothing is no limit
    ScopeKind scope = ScopeKind::Host;
    QByteArrayList include; ///< globs on the address; if any are given one must match
    QByteArrayList exclude;
    HostChoices hosts; ///< instead of the scope
    RobotsPolicy robots = RobotsPolicy::Respect;
    std::chrono::milliseconds robotsLifetime = std::chrono::hours(24); ///< RFC 9309, section 2.4
    LinkPolicy links = LinkPolicy::Keep; ///< only in a session: see stateDirectory
    TrapPolicy traps = TrapPolicy::SetAside;
    std::vector<TrapNumber> releasedTraps; ///< groups of an earlier run; for this run only
    TypeSelection types; ///< what is kept; pages are read in any case

    NameSource names = NameSource::Address;
    OriginNote originNote = OriginNote::Written;
    Archiving archiving = Archiving::None;
    OldVersions oldVersions = OldVersions::Replaced;
    qint64 mostWarcBytes = 1'000'000'000; ///< of one WARC file; then another one is begun

    std::optional<qint64> maxFileSize; ///< bytes
    std::optional<qint64> maxTotalSize; ///< bytes
    std::optional<qint64> maxFiles;
    LargeDownload whenLarge = LargeDownload::Ask; ///< without a limit on the whole
    std::optional<GrowthMarks> askAt; ///< nothing: nobody is there to answer

    std::optional<qint64> rateLimit; ///< body bytes per second, over all workers

    std::chrono::milliseconds delay{0}; ///< between two requests to one host
    int tries = 4; ///< the first counts
    std::chrono::seconds timeout{30}; ///< no data for that long

    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< for the start origins only
    std::vector<Cookie> cookies; ///< that the person brings; each says for whom it is
    QByteArray userAgent; ///< empty: the program's own
    NetworkSettings network;
};

} // namespace gleaner
