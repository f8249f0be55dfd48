// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedrows.h"

#include <functional>
#include <memory>

namespace gleaner
{

class LandingBatches;
class Sqlite;

/// One download's session in an SQLite database: the job, every address, what is saved of it and
/// what is on its way there.
///
/// Made, used and destroyed in the disk thread. The file has mode 0600 in a folder of mode 0700.
/// No password and no header of the person's ever gets here. A damaged database is set aside under
/// another name, never deleted, and what can still be read of it is offered as landings.
class SessionDatabase
{
public:
    enum class State : quint8 {
        Open,
        Newer, ///< of a later version of this program; untouched
        OutOfReach, ///< it cannot be read or written now
    };

    static constexpr int schemaVersion = 4;

    explicit SessionDatabase(const QString &file);
    ~SessionDatabase();
    Q_DISABLE_COPY_MOVE(SessionDatabase)

    State state() const { return m_state; }
    /// The system's own words for the last failure.
    QString problem() const;
    bool wasDiskFull() const;
    /// The name of what was set aside; empty if nothing was.
    const QString &setAside() const { return m_setAside; }

    /// All but the addresses, of which there may be a million. Nothing if it cannot be read to its
    /// end.
    std::optional<StoredSession> load() const;
    /// Gets an address and what is saved of it, without hash and validators, null if nothing is.
    /// False: it wants no more.
    using AddressVisitor = std::function<bool(const StoredAddress &, const StoredFile *)>;
    /// By their ids. False if they cannot be read to their end.
    [[nodiscard]] bool visitAddresses(const AddressVisitor &visit) const;
    /// Is it the database itself that the last failure was about?
    bool isDamaged() const;
    /// One of the session's own values; empty if there is none of that name.
    QByteArray value(const QString &name) const;
    /// Has any address a state below that one?
    bool hasStateBelow(int state) const;
    /// Is there an address in that state for that reason?
    bool hasReason(int state, int reason) const;
    /// Looks at every page (SQLite's quick_check), those too that are only met in writing. False if
    /// one of them is damaged. A second or so for a million addresses.
    bool isSound() const;
    /// What was loaded makes no sense: this database is set aside as a damaged one is.
    void startOver();

    /// Committed when it returns true, and safe from a power cut too.
    [[nodiscard]] bool write(const SessionChanges &changes);
    /// Committed when it returns true, safe from a kill; between beginLandings() and
    /// commitLandings() only when that one does.
    [[nodiscard]] bool land(const StoredLanding &landing);
    void beginLandings();
    [[nodiscard]] bool commitLandings();
    void forgetLanding(const QByteArray &address);

    /// What is saved of that address, all of it.
    std::optional<StoredFile> fileOf(quint32 id) const;

    /// Remembers what is about to be moved. Committed when it returns true, and safe from a power
    /// cut too.
    [[nodiscard]] bool beginMoves(const std::vector<StoredMove> &moves);
    /// What was to be moved, by a run that did not end it.
    std::vector<StoredMove> begunMoves() const;
    /// These files have their new names, and nothing else is to be moved. As write().
    [[nodiscard]] bool endMoves(const std::vector<StoredMove> &moved);

    /// Does anything here name that file, or that part of one, but the landing of `part`?
    bool knows(const QByteArray &folders, const QByteArray &name, const QByteArray &part) const;
    /// When the last file was known to be safe, in ms since 1970; 0 if there is none.
    qint64 lastSaved() const;

    // Files that a person does not want any more.

    /// By path, whose files lie at the paths of these, those that were asked about too.
    QHash<QByteArray, std::vector<quint32>> sharingFiles(
        const std::vector<StoredFile> &files) const;
    /// Nothing is saved of those addresses any more, and they have that state for that reason.
    /// Committed when it returns true, and safe from a power cut too.
    [[nodiscard]] bool forgetFiles(const std::vector<quint32> &ids, int state, int reason);

    // Files with rewritten links: what lies there, beside what `files` says was served.

    /// What may lie at that path beside the bytes that were served; without patches.
    std::vector<StoredRewrite> rewritesAt(const QByteArray &path) const;
    /// Takes what has that hash at that path back to what was served; nothing if it is unknown.
    std::optional<QByteArray> rewritePatch(const RewriteKey &key) const;
    bool hasRewrites() const;
    /// All of them, without patches.
    std::vector<StoredRewrite> rewrites() const;
    /// Committed when it returns true, and safe from a power cut too.
    [[nodiscard]] bool writeRewrites(
        const std::vector<StoredRewrite> &fresh, const std::vector<RewriteKey> &gone);
    /// Forgets what is said of paths at which nothing is saved any more.
    void forgetStrayRewrites();

    void putPart(const StoredPart &part);
    /// Forgets the part of that name; another one of the same address stays.
    void removePart(const QByteArray &address, const QByteArray &name);

private:
    bool writeRows(const SessionChanges &changes);

    void open();
    void openFile();
    void closeFile();
    bool takeSalvaged();

    const QString m_file;
    std::unique_ptr<Sqlite> m_database;
    std::unique_ptr<LandingBatches> m_landings; ///< with an open database
    State m_state = State::OutOfReach;
    QString m_setAside;
    QString m_lastProblem; ///< of a database that was closed
    bool m_wasFull = false;
};

} // namespace gleaner
