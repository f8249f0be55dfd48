// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/heldsession.h"
#include "core/crawl/jobfile.h"
#include "core/crawl/namepass.h"
#include "core/crawl/sessionvalues.h"
#include "core/task/sleep.h"

#include <QDateTime>

// What the session is told, and when; and the files that it knows from before.
//
// A body is noted as landing before it gets its name, and as saved only when a sync has made it
// safe. So after a kill, or a power cut, every file under its final name is either known as saved
// or can be known again by its hash.

namespace gleaner
{

namespace
{

using namespace std::chrono_literals;

/// Half of what may lie between a file's name and the word "saved".
constexpr auto storeInterval = 500ms;
/// What a body's links depend on beside its bytes.
/// And its name.
constexpr const char *linkHeaders[] = {
    "Link", "Refresh", "Content-Location", "X-Robots-Tag", "Content-Disposition"};

ResponseHead headFromText(const QByteArray &text, int status)
{
    ResponseHead head;
    head.status = status;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.headers.emplace_back(line.left(colon), line.mid(colon + 1).trimmed());
    }
    return head;
}

} // namespace

Task<void> Crawler::keepSession()
{
    for (;;) {
        co_await m_toStore;
        const auto error = co_await store(Durability::Synced);
        if (error && error->fault)
            meetDiskFault(*error->fault);
        else
            co_await sleepFor(storeInterval);
    }
}

Task<std::optional<SaveError>> Crawler::store(Durability durability)
{
    if (!m_keeper.isKept() || m_keeper.id().isEmpty())
        co_return std::nullopt;
    const bool isSynced = durability == Durability::Synced;
    SessionChanges changes = changesToStore(durability);
    const auto values = changes.values;
    if (changes.isEmpty())
        co_return std::nullopt;
    if (isSynced && !changes.files.empty()) {
        auto unsafe = co_await m_parts.writer.sync(&m_parts.pool);
        if (unsafe)
            co_return unsafe;
        // If this ends now, what is written next is written all the same.
        for (const StoredFile &file : changes.files)
            m_storing.safe.insert(file.id);
    }
    auto error = co_await m_keeper.write(std::move(changes));
    if (error)
        co_return error;
    m_storing = {};
    m_valuesStored.insert(values);
    co_return std::nullopt;
}

SessionChanges Crawler::changesToStore(Durability durability)
{
    const std::vector<RecordId> fresh = m_log.takeUnstored();
    m_storing.ids.insert(m_storing.ids.end(), fresh.begin(), fresh.end());
    for (const StoredFile &file : std::as_const(m_filed))
        m_storing.safe.remove(file.id);
    m_storing.files.insert(std::exchange(m_filed, {}));
    SessionChanges changes;
    changes.addresses.reserve(m_storing.ids.size());
    for (const RecordId id : m_storing.ids) {
        const Record &record = m_log.at(id);
        StoredAddress &row = changes.addresses.emplace_back(rowOf(record));
        // Not safe yet: as long as it waits, the next run looks for what has landed.
        if (durability == Durability::AtOnce && m_storing.files.contains(id)
            && !m_storing.safe.contains(id))
            row.state = int(RecordState::Waiting);
        if (!m_job.depth || !isFinal(record.state))
            continue;
        if (const auto onward = m_onward.from(id); !onward.empty())
            changes.links.push_back({id, packedLinks(onward)});
    }
    for (const StoredFile &file : std::as_const(m_storing.files)) {
        if (durability == Durability::Synced || m_storing.safe.contains(file.id))
            changes.files.push_back(file);
    }
    const auto values = sessionValues();
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (m_valuesStored.value(value.key()) != value.value())
            changes.values.insert(value.key(), value.value());
    }
    return changes;
}

QHash<QString, QByteArray> Crawler::sessionValues() const
{
    QHash<QString, QByteArray> values;
    values.insert(sessionvalue::totals, totalsText(m_log.totals()));
    values.insert(sessionvalue::left, m_naming->left());
    if (!m_changedJob.isEmpty())
        values.insert(sessionvalue::job, m_changedJob);
    values.insert(sessionvalue::asked, m_growth.asked());
    values.insert(sessionvalue::movedStarts, startsText(m_scope.starts()));
    values.insert(sessionvalue::lanes, packedLanes(m_frontier.report(Clock::now())));
    values.insert(sessionvalue::traps, m_traps.packed());
    if (m_parts.cookies) {
        // What the person brings is the person's secret, and is brought again.
        const auto cookies = cookiesWithout(m_parts.cookies->all(), m_job.cookies);
        values.insert(sessionvalue::cookies, packedCookies(cookies));
    }
    return values;
}

Task<std::optional<StoredFile>> Crawler::fileBefore(RecordId id)
{
    if (m_log.at(id).path.isEmpty())
        co_return std::nullopt;
    auto file = co_await m_keeper.fileOf(id);
    co_return file;
}

StoredLanding Crawler::landingOf(RecordId id, const BodySink &sink, const Fetched &fetched) const
{
    StoredLanding landing;
    landing.address = m_log.address(id).bytes();
    landing.headers = "Content-Type: " + sink.contentType() + '\n';
    for (const char *name : linkHeaders) {
        if (fetched.head.hasHeader(name))
            landing.headers += name + QByteArray(": ") + fetched.head.header(name) + '\n';
    }
    landing.status = fetched.head.status;
    landing.saved.id = id;
    landing.saved.etag = fetched.head.header("etag");
    landing.saved.lastModified = fetched.head.header("last-modified");
    landing.saved.contentType = sink.contentType();
    landing.saved.verified = fetched.verified;
    return landing;
}

void Crawler::settleFiled(RecordId id, const StoredLanding &landing, const Filed &filed)
{
    const bool hadFile = !m_log.at(id).path.isEmpty();
    StoredFile file = landing.saved;
    file.id = id;
    file.path = filed.path.joined();
    file.size = filed.size;
    file.hash = filed.hash;
    file.savedAt = QDateTime::currentMSecsSinceEpoch();
    file.landed = landing.address;
    file.offered = m_log.at(id).offered.toUtf8();
    if (m_keeper.isKept())
        m_filed.insert(id, file);
    const bool isPage = mimeEssence(landing.saved.contentType).contains("html");
    const bool isSameAsMany = isPage && m_samePages.add(m_log.address(id), filed.hash, filed.size);
    m_log.update(id, [&](Record &record) {
        if (isSameAsMany && record.suspicion == Suspicion::None)
            record.suspicion = Suspicion::SameAsMany;
        const bool isSame = filed.how == Filed::How::Same;
        record.state = isSame ? RecordState::Unchanged : RecordState::Saved;
        record.status = quint16(landing.status);
        record.bytes = filed.size;
        record.type = mimeEssence(landing.saved.contentType);
        record.verified = landing.saved.verified;
        record.path = QString::fromUtf8(file.path);
        record.kept = false;
        if (m_isUpdate && !isSame)
            record.change = hadFile ? Change::Changed : Change::New;
    });
    askIfLarge();
}

void Crawler::settleUnchanged(RecordId id)
{
    m_log.update(id, [](Record &record) { record.state = RecordState::Unchanged; });
    // Its links are not read again, and are nearer now than when they were.
    if (m_takenBack.remove(id)) {
        for (const auto &[next, found] : onwardFrom(id, m_log.at(id).kind))
            improve(next, found);
    }
    startSettled(id);
}

Task<bool> Crawler::adoptLanding(RecordId id)
{
    const Address address = m_log.address(id);
    const auto sole = m_shared.contains(id) ? std::nullopt : std::optional<quint32>(id);
    const auto adopted = co_await m_keeper.adopt(address, sole);
    if (!adopted)
        co_return false;
    const StoredLanding &landing = adopted->landing;
    const ResponseHead head = headFromText(landing.headers, landing.status);
    const BodyLength length{BodyLength::Kind::Stated, landing.saved.size};
    m_onward.forget(id);
    noteOffer(m_log, id, head);
    readHeaderLinks(id, head);
    if (plan(id, head, length).read && landing.saved.size <= BodySink::largestRead) {
        const auto bytes = co_await m_keeper.read(adopted->path, BodySink::largestRead);
        if (!bytes)
            co_return false;
        co_await readLinks(id, *bytes, head);
    }
    settleFiled(id, landing, {adopted->path, adopted->how, landing.saved.size, landing.saved.hash});
    startSettled(id);
    co_return true;
}

} // namespace gleaner
