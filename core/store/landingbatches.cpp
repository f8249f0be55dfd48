// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/landingbatches.h"

#include "core/store/filecolumns.h"
#include "core/store/packing.h"
#include "core/store/sqlite.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <utility>

namespace gleaner
{

namespace
{

/// The first byte of what is packed so; that of earlier versions began with a zero.
constexpr quint64 packedForm = 1;

QByteArray packed(const std::vector<StoredLanding> &landings)
{
    Packing body;
    body.number(packedForm);
    for (const StoredLanding &landing : landings) {
        const StoredFile &file = landing.saved;
        for (const QByteArray &bytes :
            {landing.address, landing.folders, landing.part, landing.file, landing.marked,
                landing.headers, file.hash, file.etag, file.lastModified, file.contentType})
            body.bytes(bytes);
        for (const quint64 number : {quint64(landing.status), quint64(file.id), quint64(file.size),
                 quint64(file.verified), quint64(file.savedAt)})
            body.number(number);
    }
    return body.packed().toByteArray();
}

/// As far as they can be read.
void unpack(const QByteArray &bytes, std::vector<StoredLanding> &landings)
{
    Unpacking body(bytes);
    body.number();
    while (!body.atEnd()) {
        StoredLanding landing;
        StoredFile &file = landing.saved;
        for (QByteArray *field :
            {&landing.address, &landing.folders, &landing.part, &landing.file, &landing.marked,
                &landing.headers, &file.hash, &file.etag, &file.lastModified, &file.contentType})
            *field = body.bytes();
        landing.status = int(body.number());
        file.id = quint32(body.number());
        file.size = qint64(body.number());
        file.verified = body.number() != 0;
        file.savedAt = qint64(body.number());
        if (!body.isSound())
            return;
        landings.push_back(std::move(landing));
    }
}

/// Those that version 3 of the schema has left.
void unpackOlder(const QByteArray &bytes, std::vector<StoredLanding> &landings)
{
    QDataStream stream(bytes);
    while (!stream.atEnd()) {
        StoredLanding landing;
        StoredFile &file = landing.saved;
        qint32 status = 0;
        stream >> landing.address >> landing.folders >> landing.part >> landing.file
            >> landing.marked >> landing.headers >> status >> file.id >> file.size >> file.hash
            >> file.etag >> file.lastModified >> file.contentType >> file.verified >> file.savedAt;
        if (stream.status() != QDataStream::Ok)
            return;
        landing.status = status;
        landings.push_back(std::move(landing));
    }
}

/// One of the table of before.
StoredLanding landingOf(const QSqlQuery &row)
{
    const auto bytes = [&](int column) { return row.value(column).toByteArray(); };
    StoredLanding landing{bytes(0), bytes(1), bytes(2), bytes(3), bytes(4), bytes(5),
        row.value(6).toInt(), fileFrom(row, 7)};
    landing.saved.id = StoredLanding::unknown;
    return landing;
}

} // namespace

bool LandingBatches::load(std::vector<StoredLanding> &landings)
{
    m_batchOf.clear();
    m_left.clear();
    std::vector<StoredLanding> found;
    Statement &older = m_database.statement("SELECT * FROM landings");
    if (!m_database.execute(older))
        return false;
    while (older.next())
        found.push_back(landingOf(older));
    bool isWhole = m_database.wasRead(older);
    older.finish();
    std::vector<std::pair<qint64, size_t>> batches; // and where each begins
    Statement &newer = m_database.statement("SELECT batch, bodies FROM landed ORDER BY batch");
    if (!m_database.execute(newer))
        return false;
    while (newer.next()) {
        batches.emplace_back(newer.value(0).toLongLong(), found.size());
        m_next = batches.back().first + 1;
        const QByteArray bodies = newer.value(1).toByteArray();
        if (bodies.startsWith(char(packedForm)))
            unpack(bodies, found);
        else
            unpackOlder(bodies, found);
    }
    isWhole = m_database.wasRead(newer) && isWhole;
    newer.finish();
    batches.emplace_back(0, found.size());
    for (size_t i = 0; i < batches.front().second; ++i)
        m_older.insert(found[i].address);
    for (size_t i = 0; i + 1 < batches.size(); ++i) {
        const auto [batch, first] = batches[i];
        for (size_t at = first; at < batches[i + 1].second; ++at)
            note(found[at], batch);
    }
    for (StoredLanding &landing : found) {
        for (const QByteArray &name : {landing.file, landing.marked, landing.part})
            m_known.insert(joined(landing.folders, name), landing.part);
        landings.push_back(std::move(landing));
    }
    return isWhole;
}

void LandingBatches::note(const StoredLanding &landing, qint64 batch)
{
    ++m_left[batch];
    // The newer one counts.
    const qint64 earlier = std::exchange(m_batchOf[landing.address], batch);
    if (m_left.contains(earlier) && --m_left[earlier] == 0) {
        m_left.remove(earlier);
        // If it stays, it proves nothing the next time.
        (void)removeBatch(earlier);
    }
}

bool LandingBatches::add(const StoredLanding &landing)
{
    if (!m_isOpen)
        return put({landing});
    m_pending.push_back(landing);
    return true;
}

bool LandingBatches::commit()
{
    m_isOpen = false;
    auto pending = std::exchange(m_pending, {});
    // What is salvaged may be a hundred thousand of them.
    constexpr size_t mostAtOnce = 1000;
    while (pending.size() > mostAtOnce) {
        const auto rest = pending.end() - qsizetype(mostAtOnce);
        if (!put({rest, pending.end()}))
            return false;
        pending.erase(rest, pending.end());
    }
    return pending.empty() || put(pending);
}

bool LandingBatches::put(const std::vector<StoredLanding> &landings)
{
    Statement &put = m_database.statement("INSERT INTO landed VALUES (?, ?)");
    put.bind(m_next);
    put.bind(packed(landings));
    if (!m_database.execute(put))
        return false;
    for (const StoredLanding &landing : landings)
        note(landing, m_next);
    ++m_next;
    return true;
}

bool LandingBatches::removeBatch(qint64 batch)
{
    Statement &removal = m_database.statement("DELETE FROM landed WHERE batch = ?");
    removal.bind(batch);
    return m_database.execute(removal);
}

bool LandingBatches::removeOlder(const QByteArray &address)
{
    Statement &removal = m_database.statement("DELETE FROM landings WHERE address = ?");
    removal.bind(address);
    return m_database.execute(removal);
}

void LandingBatches::forget(const QByteArray &address)
{
    StoredFile one;
    one.landed = address;
    if (remove({one}))
        settle({one});
}

bool LandingBatches::remove(const std::vector<StoredFile> &saved)
{
    QHash<qint64, int> going;
    for (const StoredFile &file : saved) {
        if (m_older.contains(file.landed) && !removeOlder(file.landed))
            return false;
        if (const auto batch = m_batchOf.constFind(file.landed); batch != m_batchOf.cend())
            ++going[*batch];
    }
    for (auto batch = going.cbegin(); batch != going.cend(); ++batch) {
        if (m_left.value(batch.key()) <= batch.value() && !removeBatch(batch.key()))
            return false;
    }
    return true;
}

void LandingBatches::settle(const std::vector<StoredFile> &saved)
{
    for (const StoredFile &file : saved) {
        m_older.remove(file.landed);
        const auto batch = m_batchOf.constFind(file.landed);
        if (batch == m_batchOf.cend())
            continue;
        if (--m_left[*batch] <= 0)
            m_left.remove(*batch);
        m_batchOf.erase(batch);
    }
}

bool LandingBatches::knows(const QByteArray &path, const QByteArray &part) const
{
    const auto [begin, end] = m_known.equal_range(path);
    return std::any_of(begin, end, [&](const QByteArray &owner) { return owner != part; });
}

} // namespace gleaner
