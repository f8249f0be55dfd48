// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedrows.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace gleaner
{

class Sqlite;

/// The landings of a session database, in the batches in which they were committed: a row each,
/// which goes when all its files are safe. With a row per landing, making and removing them was a
/// third of what the disk thread did beside hashing while small files were saved.
///
/// Owned by the database, disk thread.
class LandingBatches
{
public:
    explicit LandingBatches(Sqlite &database)
        : m_database(database)
    {
    }

    /// Reads what earlier runs have left, and with it what has been saved since: that goes with the
    /// last of its batch. False if it cannot be read to its end.
    [[nodiscard]] bool load(std::vector<StoredLanding> &landings);

    /// Committed when it returns true; between begin() and commit() only when that one does.
    [[nodiscard]] bool add(const StoredLanding &landing);
    void begin() { m_isOpen = true; }
    [[nodiscard]] bool commit();
    /// This one proved nothing.
    void forget(const QByteArray &address);

    /// In the transaction that saves those files: removes the batches of which nothing is left
    /// then. Holds once settle() says that it is committed.
    [[nodiscard]] bool remove(const std::vector<StoredFile> &saved);
    void settle(const std::vector<StoredFile> &saved);

    /// Does one of an earlier run name that file, or that part of one, but the one of `part`?
    bool knows(const QByteArray &path, const QByteArray &part) const;

private:
    [[nodiscard]] bool put(const std::vector<StoredLanding> &landings);
    [[nodiscard]] bool removeBatch(qint64 batch);
    [[nodiscard]] bool removeOlder(const QByteArray &address);
    void note(const StoredLanding &landing, qint64 batch);

    Sqlite &m_database;
    bool m_isOpen = false;
    std::vector<StoredLanding> m_pending;
    qint64 m_next = 1; ///< batches are numbered from 1
    QSet<QByteArray> m_older; ///< addresses in the table of before
    QHash<QByteArray, qint64> m_batchOf; ///< by address
    QHash<qint64, int> m_left; ///< by batch: how many of it are not saved
    QMultiHash<QByteArray, QByteArray> m_known; ///< of earlier runs: path to the landing's part
};

} // namespace gleaner
