// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/partshelf.h"

#include "core/task/offload.h"

#include <algorithm>

namespace gleaner
{

namespace
{

/// Each is an open file.
constexpr qsizetype mostKept = 64;

PartRecord recordOf(const StoredPart &stored)
{
    PartRecord record;
    if (!stored.folders.isEmpty())
        record.folders = stored.folders.split('/');
    record.name = stored.name;
    record.path = {record.folders, stored.file};
    record.size = stored.size;
    record.hash = stored.hash;
    return record;
}

} // namespace

std::optional<Continuation> KeptPart::continuation() const
{
    if (!stream || size == 0 || validator.isNull())
        return std::nullopt;
    return Continuation{size, validator, total};
}

PartShelf::PartShelf(DiskWriter &writer, std::shared_ptr<PartStore> store)
    : m_writer(writer)
    , m_store(std::move(store))
{
}

PartShelf::~PartShelf()
{
    // In this order: parts that go now are noted on their way.
    m_kept.clear();
    if (m_store)
        m_writer.door().post([store = std::move(m_store)] { store->close(); });
}

Task<void> PartShelf::load()
{
    if (!m_store)
        co_return;
    auto work = [store = m_store] { return store->load(); };
    const std::vector<StoredPart> stored = co_await runIn(m_writer.door(), std::move(work));
    for (const StoredPart &part : stored) {
        if (const auto address = Address::parse(part.address))
            m_stored.insert(*address, part);
    }
}

Task<std::shared_ptr<KeptPart>> PartShelf::take(Address address)
{
    if (auto kept = m_kept.take(address)) {
        const auto written = co_await kept->stream->writtenSize();
        kept->size = written.value_or(0);
        co_return kept;
    }
    if (!m_stored.contains(address))
        co_return nullptr;
    const StoredPart stored = m_stored.take(address);
    auto part = std::make_shared<KeptPart>();
    part->stream = std::make_unique<DiskWriter::Stream>(m_writer);
    part->size = stored.size;
    part->validator = {stored.etag, stored.lastModified};
    if (stored.total >= 0)
        part->total = stored.total;
    part->contentType = stored.contentType;
    const PartRecord record = recordOf(stored);
    const bool reopened = co_await part->stream->reopen(record);
    if (!reopened) {
        m_writer.door().post(
            [store = m_store, stored] { store->remove(stored.address, stored.name); });
        co_return nullptr;
    }
    remember(address, *part);
    co_return part;
}

void PartShelf::put(const Address &address, KeptPart part)
{
    if (m_kept.size() >= mostKept) {
        // The smallest has to go, and as a whole: nobody would know it again in this run.
        const auto smallest = std::min_element(m_kept.cbegin(), m_kept.cend(),
            [](const auto &a, const auto &b) { return a->size < b->size; });
        (*smallest)->stream->discard();
        m_kept.erase(smallest);
    }
    m_kept.insert(address, std::make_shared<KeptPart>(std::move(part)));
}

void PartShelf::remember(const Address &address, const KeptPart &part) const
{
    if (!m_store)
        return;
    StoredPart row;
    row.address = address.bytes();
    row.etag = part.validator.etag;
    row.lastModified = part.validator.lastModified;
    row.total = part.total.value_or(-1);
    row.contentType = part.contentType;
    part.stream->keepAs([store = m_store, row](const PartRecord &record) {
        if (record.size == 0) {
            store->remove(row.address, record.name);
            return;
        }
        StoredPart now = row;
        now.folders = record.folders.join('/');
        now.name = record.name;
        now.file = record.path.file;
        now.size = record.size;
        now.hash = record.hash;
        store->put(now);
    });
}

} // namespace gleaner
