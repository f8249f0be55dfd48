// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondatabase.h"

#include "core/store/filecolumns.h"
#include "core/store/landingbatches.h"
#include "core/store/privatefile.h"
#include "core/store/safely.h"
#include "core/store/salvage.h"
#include "core/store/sessionschema.h"
#include "core/store/sqlite.h"

#include <QFile>
#include <QVariant>

namespace gleaner
{

namespace
{

/// Zero, empty and "none" take no room as NULL, and most columns of most rows are that.
QVariant orNull(qint64 value, qint64 nothing = 0)
{
    return value == nothing ? QVariant() : QVariant(value);
}
QVariant orNull(const QByteArray &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

/// Nothing is known of it but where it was found.
bool isPlain(const StoredAddress &row)
{
    return row.state == 0 && row.reason == 0 && row.tls == 0 && row.status == 0 && row.tries == 0
        && row.change == 0 && !row.kept && row.target.isEmpty() && row.detail.isEmpty()
        && row.seconds == 0;
}

void bindFile(Statement &query, const StoredFile &file)
{
    query.bind(file.size);
    for (const QByteArray &bytes : {file.hash, file.etag, file.lastModified, file.contentType})
        query.bind(orNull(bytes));
    query.bind(file.verified);
    query.bind(file.savedAt);
}

} // namespace

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
    if (m_database->state() == Sqlite::State::Damaged) {
        startOver();
        return;
    }
    m_state = m_database->state() == Sqlite::State::Open ? State::Open
        : m_database->state() == Sqlite::State::Newer    ? State::Newer
                                                         : State::OutOfReach;
}

void SessionDatabase::startOver()
{
    m_state = State::OutOfReach;
    m_landings.reset();
    m_database.reset();
    m_setAside = setDatabaseAside(m_file);
    if (m_setAside.isEmpty() || !makePrivateFile(m_file))
        return;
    const std::vector<StoredLanding> salvaged = salvage(m_setAside);
    const std::vector<StoredRewrite> rewrites = salvageRewrites(m_setAside);
    openFile();
    if (m_database->state() != Sqlite::State::Open)
        return;
    // Written down at once: this run may end before it has looked at them.
    beginLandings();
    bool isKept = true;
    for (const StoredLanding &landing : salvaged)
        isKept = isKept && land(landing);
    if (commitLandings() && isKept && writeRewrites(rewrites, {}))
        m_state = State::Open;
}

SessionDatabase::~SessionDatabase() = default;

QString SessionDatabase::problem() const
{
    return m_database ? m_database->problem() : QString();
}

bool SessionDatabase::isDamaged() const
{
    return m_database && m_database->stateOfFailure() == Sqlite::State::Damaged;
}

bool SessionDatabase::wasDiskFull() const
{
    return m_database && m_database->wasFull();
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
    for (const StoredAddress &row : changes.addresses) {
        if (!(isPlain(row) ? putWaiting(row) : putAddress(row)))
            return false;
    }
    for (const StoredFile &row : changes.files) {
        if (!putFile(row))
            return false;
    }
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

bool SessionDatabase::putWaiting(const StoredAddress &row)
{
    // Half of all rows that are written, with less than half the values.
    Statement &put = m_database->statement("INSERT OR REPLACE INTO addresses (id, address, "
                                           "referrer, element, attribute, kind, depth) VALUES "
                                           "(?, ?, ?, ?, ?, ?, ?)");
    put.bind(row.id);
    put.bind(row.address);
    put.bind(orNull(row.referrer, StoredAddress::none));
    put.bind(orNull(row.element));
    put.bind(orNull(row.attribute));
    put.bind(orNull(row.kind));
    put.bind(orNull(row.depth));
    return m_database->execute(put);
}

bool SessionDatabase::putAddress(const StoredAddress &row)
{
    Statement &put =
        m_database->statement("INSERT OR REPLACE INTO addresses VALUES "
                              "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(row.id);
    put.bind(row.address);
    put.bind(orNull(row.referrer, StoredAddress::none));
    put.bind(orNull(row.element));
    put.bind(orNull(row.attribute));
    for (const int number : {row.kind, row.depth, row.state, row.reason, row.tls, row.status,
             row.tries, row.change, int(row.kept)})
        put.bind(orNull(number));
    put.bind(orNull(row.target));
    put.bind(row.detail.isEmpty() ? QVariant() : QVariant(row.detail));
    put.bind(row.seconds);
    put.bind(orNull(row.size, StoredAddress::none));
    put.bind(orNull(row.type));
    return m_database->execute(put);
}

bool SessionDatabase::putFile(const StoredFile &row)
{
    Statement &put =
        m_database->statement("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(row.id);
    put.bind(row.path);
    bindFile(put, row);
    put.bind(orNull(row.offered));
    return m_database->execute(put);
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
    Statement &query = m_database->statement("SELECT * FROM files WHERE id = ?");
    query.bind(id);
    std::optional<StoredFile> file;
    if (m_database->execute(query) && query.next()) {
        file = fileFrom(query, 2);
        file->id = id;
        file->path = query.value(1).toByteArray();
        file->offered = query.value(9).toByteArray();
    }
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
