// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/descriptor.h"
#include "core/save/diskfault.h"
#include "core/save/pathmapper.h"
#include "core/save/runninghash.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <ctime>
#include <functional>
#include <list>
#include <optional>
#include <stop_token>
#include <variant>
#include <vector>

namespace gleaner
{

/// Why a file could not be written: the machine's fault, or this one name's.
struct SaveError {
    std::optional<DiskFault> fault; ///< nothing: only this name is the matter
    QString detail;
};

/// A part file that outlives its writer: where it is, and its beginning, by which it is known
/// again.
struct PartRecord {
    QByteArrayList folders; ///< the names on the way there
    QByteArray name; ///< of the part itself
    RelativePath path; ///< the final one, as it was asked for
    qint64 size = 0; ///< of the beginning that is certain; there may be more
    QByteArray hash; ///< SHA-256 of that beginning
};

/// What was filed before under an address, as it was left.
struct FiledBefore {
    RelativePath path;
    qint64 size = 0;
    QByteArray hash; ///< SHA-256
    bool isShared = false; ///< it is another address's as well, and is not replaced for one
};

/// A whole body just before it gets its name: by this it is known again if the program ends
/// meanwhile.
struct Landing {
    QByteArrayList folders; ///< the names on the way there
    QByteArray part; ///< under which it is written
    QByteArray file; ///< the name it is to have
    QByteArray marked; ///< the name it gets where that one is taken
    qint64 size = 0;
    QByteArray hash; ///< SHA-256
    QByteArray origin = {}; ///< which the part may say of itself
};
/// Remembers it; an error keeps the body from getting its name. Called in the disk thread.
using LandingNote = std::function<std::optional<SaveError>(const Landing &)>;

/// How a whole body is to be filed.
struct Filing {
    RelativePath path;
    RelativePath marked; ///< where that is taken by another file
    std::optional<FiledBefore> before; ///< replaced, if it is still what it was
    LandingNote note = {};
    /// The file's time (its mtime), in s since 1970; nothing leaves it that of the writing.
    std::optional<qint64> modified = {};
    /// Where it comes from, for the file's extended attributes; empty: nothing is noted.
    QByteArray origin = {};
    /// Nobody has said how long the body is: it may have been cut off.
    bool mayBeCut = false;
    /// What is to be replaced, if anything is.
    const FiledBefore *replaced() const { return before && !before->isShared ? &*before : nullptr; }
};

/// A file of ours that is to have another name; its bytes say that it is the one.
struct FileMove {
    RelativePath from;
    RelativePath to;
    qint64 size = 0;
    QByteArray hash; ///< SHA-256
    friend bool operator==(const FileMove &, const FileMove &) = default;
};

/// What lies at a path beside the bytes that were filed there: they, with rewritten links.
struct Rewriting {
    QByteArray hash; ///< SHA-256
    qint64 size = 0;
    QByteArray served; ///< SHA-256 of what was filed
    qint64 servedSize = 0;
};

/// By this a file is known to be the one that was looked at, and as it was.
struct FileIdentity {
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    timespec modified{};
    timespec changed{};
};

/// Where a body has got.
struct Filed {
    enum class How : quint8 {
        New,
        Replaced, ///< what was filed before
        Same, ///< as what was filed before, byte for byte: nothing was written
        Cut, ///< only its beginning, and may be cut off: nothing was written
    };
    RelativePath path;
    How how = How::New;
    qint64 size = 0;
    QByteArray hash;
};
using FileResult = std::variant<Filed, SaveError>;

/// The download's folder, written to through directory handles, one name at a time, never through
/// a link. The disk thread's alone. Linux only (openat, renameat2).
class Folder
{
public:
    explicit Folder(QString directory);

    /// Is it known that a file of the session, last changed then (ms since 1970), is nobody's, or
    /// only the one's that is being written under the part's name?
    using IsForgotten = std::function<bool(const RelativePath &, qint64, const QByteArray &)>;
    /// From now on files are marked, in an extended attribute, as made by that session: after a
    /// power cut that can be all that is known of them. What is forgotten is no longer in the way.
    void setSession(const QByteArray &id, IsForgotten isForgotten);
    const QByteArray &session() const { return m_session; }

    /// Says of a path, names joined by '/', what may lie there in place of what was filed. A file
    /// that is one of these counts as ours and as it was left.
    using RewritingsOf = std::function<std::vector<Rewriting>(const QByteArray &)>;
    void setRewritings(RewritingsOf rewritingsOf) { m_rewritingsOf = std::move(rewritingsOf); }

    /// From now on whatever this folder replaces or removes is first given a second name, its own
    /// path below `++versions/<name>`; where it cannot get one it stays where it is.
    void keepVersions(const QByteArray &name) { m_versions = name; }
    qint64 versionsKept() const { return m_versionsKept; }

    /// Makes the folder where it is missing and checks that files can be made in it.
    std::optional<SaveError> open();
    /// Looks for it again, without making it.
    std::optional<SaveError> reopen();

    /// From now on, what earlier runs have left is not read through to find out whether it can be
    /// used: reading many gigabytes is not waited for by whoever ends the program. From any thread.
    void hurry() { m_hurry.request_stop(); }
    bool isHurried() const { return m_hurry.stop_requested(); }
    /// A part file that was made here and is being written.
    struct Part {
        RelativePath path; ///< the final one, as it was asked for
        QByteArray name;
        Descriptor file;
        Descriptor folder; ///< where it was made: its path may lead elsewhere by now
        QByteArrayList folders; ///< the names on the way there
        qint64 size = 0;
        std::optional<RunningHash> hash; ///< of what was appended, if anybody wants to know
        QByteArray origin = {}; ///< as it is noted at the file
    };
    using PartResult = std::variant<Part, SaveError>;
    /// Hears the names of folders and part before it is made; an error keeps it from being made.
    using PartNote =
        std::function<std::optional<SaveError>(const QByteArrayList &, const QByteArray &)>;
    PartResult createPart(const RelativePath &path, const PartNote &note = {});
    /// From now on what is appended is hashed. Before the first byte.
    void makeHashed(Part &part);
    /// Is it still open, as long as what was written, and where it was made?
    bool isIntact(const Part &part) const;
    PartRecord recordOf(const Part &part) const;
    /// An earlier part, cut to the beginning that is certain. Nothing if nothing is certain, or it
    /// is not there, is being written by someone else or begins with other bytes, or this is
    /// hurried; it is then left as it is.
    std::optional<Part> reopenPart(const PartRecord &record);
    std::optional<SaveError> append(Part &part, QByteArrayView bytes);

    /// Gives the part its final name. If the name is taken by a file with equal bytes they share
    /// it; if by anything else the name with the hash mark of the address is used, and a spare one
    /// where that is taken, too. The result is the name it got.
    using PathResult = std::variant<RelativePath, SaveError>;
    /// `hash` is the part's, where it is known.
    PathResult commit(Part &part, const RelativePath &markedPath, const QByteArray &hash = {});
    void drop(Part &part);

    /// A whole body that is about to be written: noted, not there yet.
    struct Announced {
        QByteArray bytes;
        Filing filing;
        QByteArray hash;
        QByteArray part; ///< the name that was noted
        std::optional<FileResult> done; ///< nothing has to be written any more
    };
    /// Looks what is to be done with a body, and notes it.
    Announced announce(const QByteArray &bytes, const Filing &filing);
    /// Writes a body, once what was noted of it is committed, and gives it its name.
    FileResult file(const Announced &body);
    /// The same for a hashed part, which is whole.
    FileResult file(Part &part, const Filing &filing);

    /// Finds the body of a landing under one of its names. What was written of it under the
    /// part's name is removed, unless it is a whole body without a name: then it gets it, in the
    /// place of what it was to replace if there is such a thing.
    /// Hurried it may not find it, and then leaves everything as it is.
    std::optional<RelativePath> adopt(
        const Landing &landing, const std::optional<FiledBefore> &before = {});
    /// A part that was made by a run that ended, and of which nothing is certain.
    void removePart(const QByteArrayList &folders, const QByteArray &name);
    /// One of a body that was whole: it may have no mark, and is known by its bytes or its origin.
    void removeWhole(const Landing &landing);
    /// Removes what was filed, if it is what it was. An error if it could not be kept before.
    std::optional<SaveError> removeFiled(const FiledBefore &file);
    /// Does its file system take names for one that differ in case? By the marker; false without.
    bool foldsCase() const;
    /// SHA-256 of a file of exactly that size; empty if there is none.
    QByteArray hashAt(const RelativePath &path, qint64 size) const;
    /// Is there a file of that size, or one made of such a file?
    bool has(const RelativePath &path, qint64 size) const;
    /// A file as it lies there; nothing if it cannot be read or is larger.
    std::optional<QByteArray> read(const RelativePath &path, qint64 largest) const;

    struct Found {
        QByteArray bytes;
        FileIdentity identity;
    };
    /// The same, with what it is known again by.
    std::optional<Found> find(const RelativePath &path, qint64 largest) const;
    /// A name beside that file that nothing has; empty if there is none.
    QByteArray freeNameBeside(const RelativePath &path);
    /// Writes other bytes for that file under a name beside it, with its times, mode and extended
    /// attributes. Nothing stays if that cannot be.
    std::optional<SaveError> writeBeside(
        const RelativePath &path, const QByteArray &part, const QByteArray &bytes);
    /// Puts them in its place if it is still what was found. What was written goes if not.
    bool replaceBy(const RelativePath &path, const QByteArray &part, const FileIdentity &identity);

    /// Gives files other names, one for each move, in an order in which none is in another's way:
    /// never over what is not ours, and through no link. Says of each whether its bytes lie under
    /// the new name, also if they did before: after a kill the same call goes on. One whose bytes
    /// are there already is removed under its old name. Folders that have become empty go.
    std::vector<bool> moveFiles(const std::vector<FileMove> &moves);

    /// The folder itself, once more, for whoever waits for its disk in another thread.
    Descriptor handle() const;

    /// Keeps other programs from the marker file as long as it is there.
    Descriptor lockMarks() const;
    /// The ids in the marker file, the oldest first. An error if what has its name is not ours.
    std::variant<QByteArrayList, SaveError> marks() const;
    std::optional<SaveError> addMark(const QByteArray &id);

    /// What a system's error about the folder itself says; `missing` is what its absence means.
    /// From any thread.
    SaveError folderError(int error, DiskFaultKind missing) const;

private:
    SaveError markerError() const;
    bool isAsFiled(const FiledBefore &before, const std::stop_token &stop = {}) const;
    /// Before the file of that folder is replaced or removed; does nothing unless it is to be kept.
    std::optional<SaveError> keepVersion(int folder, const RelativePath &path);
    SaveError versionsError(int error, const RelativePath &path) const;
    std::optional<SaveError> replace(int folder, const QByteArray &part, const RelativePath &path);
    /// Does a file lie in that folder that is those bytes, or was made of them?
    std::vector<Rewriting> rewritingsOf(const FileMove &move) const;
    bool lies(int folder, const RelativePath &path, qint64 size, const QByteArray &hash,
        const std::stop_token &stop = {}) const;
    std::optional<Filed> asBefore(const Filing &filing, qint64 size, const QByteArray &hash) const;
    bool isItsBeginning(const FiledBefore &before, qint64 size, const QByteArray &hash) const;
    bool isForgotten(int folder, const RelativePath &path, const QByteArray &part,
        const QByteArray &origin) const;
    enum class Placed : quint8 { Yes, Shared, Taken };
    std::variant<Placed, SaveError> place(
        const Part &part, const QByteArray &name, const QByteArray &hash);
    void noteOriginOf(Part &part, const QByteArray &origin) const;
    FileResult give(Part &part, const Filing &filing, const QByteArray &hash);
    struct PartName {
        QByteArrayList folders; ///< the names on the way there
        QByteArray name;
    };
    /// A name for a part that is free now.
    std::variant<PartName, SaveError> freePartName(
        const RelativePath &path, const QByteArray &origin = {});
    /// The part, or the system's error.
    std::variant<Part, int> openPart(
        const RelativePath &path, const QByteArray &name, const QByteArray &origin = {});
    struct OpenFolder {
        QByteArray wanted; ///< the names asked for, joined
        QByteArrayList names; ///< the ones it got: a file in the way makes the name a marked one
        Descriptor handle;
    };
    /// A folder below the root, made where it is missing; null with errno set.
    const OpenFolder *openFolder(const QByteArrayList &folders);
    std::optional<SaveError> openRoot(DiskFaultKind missing);
    SaveError errorFor(int error, const RelativePath &path) const;

    const QString m_directory;
    QByteArray m_session;
    IsForgotten m_isForgotten;
    RewritingsOf m_rewritingsOf;
    QByteArray m_versions; ///< empty: none are kept
    qint64 m_versionsKept = 0;
    std::stop_source m_hurry;
    Descriptor m_root;
    std::list<OpenFolder> m_recent; ///< the most recently used first
};

} // namespace gleaner
