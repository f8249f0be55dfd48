// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondatabase.h"

#include "core/store/landingbatches.h"
#include "core/store/olderrows.h"
#include "core/store/packedrows.h"
#include "core/store/privatefile.h"
#include "core/store/safely.h"
#include "core/store/salvage.h"
#include "core/store/sessionschema.h"
#include "core/store/sqlite.h"

#include <QFile>
#include <QVariant>

namespace gleaner
{

SessionDatabase::SessionDatabase(const QString &file)
    : m_file(file)
{
    open();
}

void SessionDatabase::openFile()
{
    m_database = std::make_unique<Sqlite>(m_file, sessionSchema());
    m_landings = std::make_unique<LandingBatches>(*m_database);
}

void SessionDatabase::open()
{
    m_state = State::OutOfReach;
    if (!QFile::exists(m_file) && !makePrivateFile(m_file))
        return;
    openFile();
    Sqlite::State state = m_database->state();
    if (state == Sqlite::State::Open && !takeOlderRowsAlong(*m_database))
        state = m_database->stateOfFailure();
    if (state == Sqlite::State::Damaged) {
        startOver();
        return;
    }
    m_state = state == Sqlite::State::Open ? State::Open
        : state == Sqlite::State::Newer    ? State::Newer
                                           : State::OutOfReach;
}

void SessionDatabase::startOver()
{
    m_state = State::OutOfReach;
    closeFile();
    m_setAside = setDatabaseAside(m_file);
    if (m_setAside.isEmpty())
        return;
    if (makePrivateFile(m_file)) {
        openFile();
        if (m_database->state() == Sqlite::State::Open && takeSalvaged()) {
            m_state = State::Open;
            return;
        }
    }
    // The next run would not look at it any more, and this disk may be full now only. Closed first,
    // because SQLite removes by name what belongs to what it closes.
    closeFile();
    if (putDatabaseBack(m_setAside, m_file))
        m_setAside.clear();
}

void SessionDatabase::closeFile()
{
    m_lastProblem = problem();
    m_wasFull = wasDiskFull();
    m_landings.reset();
    m_database.reset();
}

/// Written down at once: this run may end before it has looked at them.
bool SessionDatabase::takeSalvaged()
{
    const std::vector<StoredLanding> salvaged = salvage(m_setAside);
    const std::vector<StoredRewrite> rewrites = salvageRewrites(m_setAside);
    beginLandings();
    bool isKept = true;
    for (const StoredLanding &landing : salvaged)
        isKept = isKept && land(landing);
    return commitLandings() && isKept && writeRewrites(rewrites, {});
}

SessionDatabase::~SessionDatabase() = default;

QString SessionDatabase::problem() const
{
    return m_database ? m_database->problem() : m_lastProblem;
}

bool SessionDatabase::isDamaged() const
{
    return m_database && m_database->stateOfFailure() == Sqlite::State::Damaged;
}

bool SessionDatabase::wasDiskFull() const
{
    return m_database ? m_database->wasFull() : m_wasFull;
}

bool SessionDatabase::write(const SessionChanges &changes)
{
    // Landings that were committed before it are safe then, too.
    const bool isWritten = safely(*m_database, [&] { return writeRows(changes); });
    if (isWritten)
        m_landings->settle(changes.files);
    return isWritten;
}

bool SessionDatabase::writeRows(const SessionChanges &changes)
{
    if (!putKnown(*m_database, changes.addresses) || !putKept(*m_database, changes.files))
        return false;
    if (!m_landings->remove(changes.files))
        return false;
    for (const StoredLinks &links : changes.links) {
        Statement &put = m_database->statement("INSERT OR REPLACE INTO links VALUES (?, ?)");
        put.bind(links.source);
        put.bind(links.targets);
        if (!m_database->execute(put))
            return false;
    }
    for (auto value = changes.values.cbegin(); value != changes.values.cend(); ++value) {
        Statement &put = m_database->statement("INSERT OR REPLACE INTO session VALUES (?, ?)");
        put.bind(value.key());
        put.bind(value.value());
        if (!m_database->execute(put))
            return false;
    }
    return true;
}

bool SessionDatabase::land(const StoredLanding &landing)
{
    return m_landings->add(landing);
}

void SessionDatabase::beginLandings()
{
    m_landings->begin();
}

bool SessionDatabase::commitLandings()
{
    return m_landings->commit();
}

void SessionDatabase::forgetLanding(const QByteArray &address)
{
    m_landings->forget(address);
}

std::optional<StoredFile> SessionDatabase::fileOf(quint32 id) const
{
    Statement &query = m_database->statement("SELECT id, path, saved, body FROM kept WHERE id = ?");
    query.bind(id);
    std::optional<StoredFile> file;
    if (m_database->execute(query) && query.next())
        file = keptFrom(query, 0);
    query.finish();
    return file;
}

void SessionDatabase::putPart(const StoredPart &part)
{
    Statement &put =
        m_database->statement("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const QByteArray &bytes : {part.address, part.name, part.folders, part.file})
        put.bind(bytes);
    put.bind(part.size);
    for (const QByteArray &bytes : {part.hash, part.etag, part.lastModified})
        put.bind(bytes);
    put.bind(part.total);
    put.bind(part.contentType);
    m_database->execute(put);
}

void SessionDatabase::removePart(const QByteArray &address, const QByteArray &name)
{
    Statement &removal = m_database->statement("DELETE FROM parts WHERE address = ? AND name = ?");
    removal.bind(address);
    removal.bind(name);
    m_database->execute(removal);
}

} // namespace gleaner
