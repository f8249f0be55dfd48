// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondatabase.h"

#include "core/store/filecolumns.h"
#include "core/store/privatefile.h"
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

void SessionDatabase::open()
{
    m_state = State::OutOfReach;
    if (!QFile::exists(m_file) && !makePrivateFile(m_file))
        return;
    m_database = std::make_unique<Sqlite>(m_file, sessionSchema());
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
    m_database.reset();
    m_setAside = setDatabaseAside(m_file);
    if (m_setAside.isEmpty() || !makePrivateFile(m_file))
        return;
    const std::vector<StoredLanding> salvaged = salvage(m_setAside);
    m_database = std::make_unique<Sqlite>(m_file, sessionSchema());
    if (m_database->state() != Sqlite::State::Open)
        return;
    // Written down at once: this run may end before it has looked at them.
    beginLandings();
    bool isKept = true;
    for (const StoredLanding &landing : salvaged)
        isKept = isKept && land(landing);
    if (commitLandings() && isKept)
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
    // This one commit has to outlive a power cut; those of landings before it then do, too.
    if (!m_database->execute("PRAGMA synchronous=FULL") || !m_database->execute("BEGIN"))
        return false;
    const bool isWritten = writeRows(changes) && m_database->execute("COMMIT");
    if (!isWritten)
        m_database->execute("ROLLBACK");
    return m_database->execute("PRAGMA synchronous=NORMAL") && isWritten;
}

bool SessionDatabase::writeRows(const SessionChanges &changes)
{
    for (const StoredAddress &row : changes.addresses) {
        if (!putAddress(row))
            return false;
    }
    for (const StoredFile &row : changes.files) {
        if (!putFile(row))
            return false;
    }
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

bool SessionDatabase::putAddress(const StoredAddress &row)
{
    Statement &put = m_database->statement("INSERT OR REPLACE INTO addresses VALUES "
                                           "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
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
    return m_database->execute(put);
}

bool SessionDatabase::putFile(const StoredFile &row)
{
    Statement &put =
        m_database->statement("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(row.id);
    put.bind(row.path);
    bindFile(put, row);
    Statement &landed = m_database->statement("DELETE FROM landings WHERE address = "
                                              "(SELECT address FROM addresses WHERE id = ?)");
    landed.bind(row.id);
    return m_database->execute(put) && m_database->execute(landed);
}

bool SessionDatabase::land(const StoredLanding &landing)
{
    Statement &put = m_database->statement("INSERT OR REPLACE INTO landings VALUES "
                                           "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const QByteArray &bytes : {landing.address, landing.folders, landing.part, landing.file,
             landing.marked, landing.headers})
        put.bind(bytes);
    put.bind(landing.status);
    bindFile(put, landing.saved);
    return m_database->execute(put);
}

void SessionDatabase::beginLandings()
{
    // Without it each is committed alone.
    m_database->execute(m_database->statement("BEGIN"));
}

bool SessionDatabase::commitLandings()
{
    if (m_database->execute(m_database->statement("COMMIT")))
        return true;
    m_database->execute("ROLLBACK");
    return false;
}

void SessionDatabase::forgetLanding(const QByteArray &address)
{
    Statement &removal = m_database->statement("DELETE FROM landings WHERE address = ?");
    removal.bind(address);
    m_database->execute(removal);
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
