// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/diskwriter.h"

#include "core/task/offload.h"

namespace gleaner
{

DiskWriter::DiskWriter(const QString &directory)
    : m_folder(std::make_shared<Folder>(directory))
    , m_thread(QStringLiteral("disk"))
{
}

DiskWriter::~DiskWriter() = default;

Task<std::optional<SaveError>> DiskWriter::open()
{
    auto work = [folder = m_folder] { return folder->open(); };
    auto opened = co_await runIn(m_thread.door(), std::move(work));
    co_return opened;
}

Task<std::optional<SaveError>> DiskWriter::reopen()
{
    auto work = [folder = m_folder] { return folder->reopen(); };
    auto opened = co_await runIn(m_thread.door(), std::move(work));
    co_return opened;
}

Task<Folder::PathResult> DiskWriter::save(RelativePath path, RelativePath marked, QByteArray bytes)
{
    auto work = [folder = m_folder, path, marked, bytes]() -> Folder::PathResult {
        auto created = folder->createPart(path);
        if (auto *error = std::get_if<SaveError>(&created))
            return *error;
        auto &part = std::get<Folder::Part>(created);
        if (const auto error = folder->append(part, bytes)) {
            folder->drop(part);
            return *error;
        }
        auto placed = folder->commit(part, marked);
        folder->drop(part);
        return placed;
    };
    auto saved = co_await runIn(m_thread.door(), std::move(work));
    co_return saved;
}

} // namespace gleaner
