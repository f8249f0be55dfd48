// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/diskwriter.h"

#include "core/save/openbelow.h"
#include "core/task/offload.h"

namespace gleaner
{

namespace
{

/// So often a part that may be continued is noted: what a kill can cost.
constexpr qint64 notedEvery = 8 * 1024 * 1024;

} // namespace

struct DiskWriter::Stream::Written {
    Folder::Part part;
    Note note;
    QByteArray name; ///< the part's, also when it is none any more
    qint64 noted = 0;
    bool stays = false; ///< when the stream ends
    bool isOfEarlierRun = false; ///< it stays even if nobody has taken it over yet

    void tell(const Folder &folder)
    {
        noted = part.size;
        note(PartEvent::Kept, folder.recordOf(part));
    }
    void tellGone()
    {
        PartRecord gone;
        gone.name = name;
        if (const Note last = std::exchange(note, {}))
            last(PartEvent::Gone, gone);
    }
};

DiskWriter::Stream::Stream(DiskWriter &writer)
    : m_writer(writer)
    , m_written(std::make_shared<Written>())
{
}

DiskWriter::Stream::~Stream()
{
    post([](Folder &folder, Written &written) {
        if (written.stays && written.part.size > 0 && !written.part.name.isEmpty()) {
            written.tell(folder);
            written.part.file.close();
        } else if (written.isOfEarlierRun) {
            written.part.file.close();
        } else {
            folder.drop(written.part);
            written.tellGone();
        }
    });
}

void DiskWriter::Stream::post(std::function<void(Folder &, Written &)> work)
{
    m_writer.m_thread.door().post([folder = m_writer.m_folder, written = m_written,
                                      work = std::move(work)] { work(*folder, *written); });
}

Task<std::optional<SaveError>> DiskWriter::Stream::open(RelativePath path, Note note)
{
    auto work = [folder = m_writer.m_folder, written = m_written, path,
                    note]() -> std::optional<SaveError> {
        const auto tell = [&](const QByteArrayList &folders,
                              const QByteArray &name) -> std::optional<SaveError> {
            if (note)
                note(PartEvent::Made, {folders, name, path, 0, {}});
            return std::nullopt;
        };
        auto created = folder->createPart(path, tell);
        if (auto *error = std::get_if<SaveError>(&created))
            return *error;
        written->part = std::move(std::get<Folder::Part>(created));
        folder->makeHashed(written->part);
        written->name = written->part.name;
        written->note = note;
        return std::nullopt;
    };
    auto opened = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return opened;
}

Task<bool> DiskWriter::Stream::reopen(PartRecord record)
{
    auto work = [folder = m_writer.m_folder, written = m_written, record] {
        auto part = folder->reopenPart(record);
        if (!part)
            return false;
        written->part = std::move(*part);
        written->name = written->part.name;
        written->isOfEarlierRun = true;
        written->noted = written->part.size;
        return true;
    };
    const bool reopened = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return reopened;
}

Task<std::optional<qint64>> DiskWriter::Stream::writtenSize()
{
    auto work = [folder = m_writer.m_folder, written = m_written] {
        const Folder::Part &part = written->part;
        return folder->isIntact(part) ? std::optional(part.size) : std::nullopt;
    };
    const auto size = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return size;
}

Task<std::shared_ptr<Descriptor>> DiskWriter::Stream::openToRead()
{
    auto work = [written = m_written] {
        const Folder::Part &part = written->part;
        return std::make_shared<Descriptor>(gleaner::openToRead(part.folder.get(), part.name));
    };
    auto opened = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return opened;
}

void DiskWriter::Stream::keepAs(Note note)
{
    post([note = std::move(note)](Folder &folder, Written &written) {
        if (!written.part.file.isOpen())
            return;
        written.note = note;
        written.stays = true;
        if (written.part.size > 0)
            written.tell(folder);
    });
}

void DiskWriter::Stream::discard()
{
    post([](Folder &folder, Written &written) {
        folder.drop(written.part);
        written.tellGone();
    });
}

Task<std::optional<SaveError>> DiskWriter::Stream::append(QByteArray bytes)
{
    auto work = [folder = m_writer.m_folder, written = m_written, bytes] {
        auto error = folder->append(written->part, bytes);
        const qint64 fresh = written->part.size - written->noted;
        if (written->stays && fresh > 0 && (written->noted == 0 || fresh >= notedEvery))
            written->tell(*folder);
        return error;
    };
    auto appended = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return appended;
}

Task<FileResult> DiskWriter::Stream::commit(Filing filing)
{
    auto work = [folder = m_writer.m_folder, written = m_written, filing = std::move(filing)] {
        FileResult filed = folder->file(written->part, filing);
        if (std::holds_alternative<Filed>(filed))
            written->tellGone();
        return filed;
    };
    auto filed = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return filed;
}

} // namespace gleaner
