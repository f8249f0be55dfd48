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
    record.folders = foldersFromText(stored.folders);
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

PartShelf::PartShelf(DiskWriter &writer, const SessionKeeper &keeper)
    : m_writer(writer)
    , m_keeper(keeper)
{
}

void PartShelf::load(const std::vector<StoredPart> &stored)
{
    for (const StoredPart &part : stored) {
        const auto address = Address::parse(part.address);
        if (address && part.size > 0) {
            m_stored.insert(*address, part);
            continue;
        }
        // A kill came before anything of it was certain.
        m_writer.door().post(
            [folder = m_writer.folder(), record = recordOf(part), note = m_keeper.noteParts(part)] {
                folder->removePart(record.folders, record.name);
                note(DiskWriter::PartEvent::Gone, record);
            });
    }
}

DiskWriter::Note PartShelf::noteOf(const Address &address) const
{
    StoredPart row;
    row.address = address.bytes();
    return m_keeper.noteParts(row);
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
        const auto forget = [folder = m_writer.folder(), record,
                                note = m_keeper.noteParts(stored)] {
            if (!folder->isHurried())
                note(DiskWriter::PartEvent::Gone, record);
        };
        m_writer.door().post(forget);
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
    if (!m_keeper.isKept())
        return;
    StoredPart row;
    row.address = address.bytes();
    row.etag = part.validator.etag;
    row.lastModified = part.validator.lastModified;
    row.total = part.total.value_or(-1);
    row.contentType = part.contentType;
    part.stream->keepAs(m_keeper.noteParts(row));
}

} // namespace gleaner
