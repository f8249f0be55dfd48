// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/restoredlog.h"
#include "core/save/diskwriter.h"
#include "core/save/namerule.h"
#include "core/store/storedrows.h"
#include "core/url/address.h"

#include <QHash>

#include <memory>
#include <optional>

namespace gleaner
{

class SessionDatabase;

/// What the disk thread has of a session: the database and the lock that keeps other programs from
/// it. Both only there, and gone when the session is closed.
struct HeldSession;

/// Keeps a crawl's session: finds the one that belongs to the folder and the starts, or makes one,
/// and has the disk thread write down what the crawl learns.
///
/// Where core/save and core/store meet. Owned by the crawler, crawl thread; the writer outlives it.
/// Without a folder for state nothing is kept and every call does nothing.
class SessionKeeper
{
public:
    SessionKeeper(DiskWriter &writer, const CrawlJob &job);
    ~SessionKeeper();
    Q_DISABLE_COPY_MOVE(SessionKeeper)

    bool isKept() const { return m_held != nullptr; }
    /// For calls in the disk thread.
    const std::shared_ptr<HeldSession> &held() const { return m_held; }
    /// Once, when the folder is open.
    Task<std::optional<SaveError>> open();
    const QByteArray &id() const { return m_id; }
    /// What earlier runs have left; to be taken once.
    RestoredLog takeLog() { return std::move(m_log); }
    /// The rest of it, without landings.
    StoredSession takeStored() { return std::move(m_stored); }

    Task<std::optional<SaveError>> write(SessionChanges changes);
    /// One of the session's own values is empty from now on.
    Task<std::optional<SaveError>> clear(QString value);
    /// All that is known of the file of that address, if it still lies there as long as it was.
    Task<std::optional<StoredFile>> fileOf(quint32 id);
    /// Files of which id, path and size are known, with all that the session knows of them. Without
    /// a session, or of what it does not know under that path, they get the hash of what lies
    /// there; an empty one if it has another size.
    Task<std::vector<StoredFile>> filesOf(std::vector<StoredFile> known);
    /// Whose equal bytes share a file in that folder.
    Task<SharedBy> sharedBy();
    struct Moved {
        std::vector<bool> done; ///< of each move; none where nothing was begun
        std::optional<SaveError> error;
    };
    /// Gives files other names. It is written down first, so that a kill leaves nothing half-done,
    /// and the session has their new names once they are safe from a power cut.
    Task<Moved> move(std::vector<StoredMove> moves, QThreadPool *pool);
    /// Removes files that are nobody's any more, if they still are what they were. An error if one
    /// was to be kept as an old version and could not be; the files stay then.
    Task<std::optional<SaveError>> remove(QList<FiledBefore> files);
    /// So many old versions have been kept since this was made.
    Task<qint64> versionsKept();
    /// A saved file as it was served, whatever its links are now, for whoever reads it again;
    /// nothing if it is not there or is larger.
    Task<std::optional<QByteArray>> read(RelativePath path, qint64 largest);

    /// Is there a body of an earlier run that may have landed?
    bool hasLanding(const Address &address) const { return m_landings.contains(address); }
    struct Adopted {
        RelativePath path;
        Filed::How how; ///< Same, or Replaced if other bytes were known under its address
        StoredLanding landing;
    };
    /// Looks for it on disk. Nothing if it is not there, or not what was noted. `id` is the
    /// address's, if it shares its earlier file with no other: then that is what it replaces.
    Task<std::optional<Adopted>> adopt(Address address, std::optional<quint32> id);
    /// For a body that is to be filed: `landing` says what is known of it beforehand.
    LandingNote noteFor(StoredLanding landing) const;

    /// For the parts of bodies; each does nothing without a session. Called in the disk thread.
    DiskWriter::Note noteParts(const StoredPart &part) const;

private:
    DiskWriter &m_writer;
    const CrawlJob m_job;
    std::shared_ptr<HeldSession> m_held;
    QByteArray m_id;
    RestoredLog m_log;
    StoredSession m_stored;
    QHash<Address, StoredLanding> m_landings;
};

} // namespace gleaner
