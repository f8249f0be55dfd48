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

DiskWriter::Stream::~Stream()
{
    if (!m_part)
        return;
    m_writer.m_thread.door().post(
        [folder = m_writer.m_folder, part = std::move(m_part)] { folder->drop(*part); });
}

Task<std::optional<SaveError>> DiskWriter::Stream::open(RelativePath path)
{
    m_part = std::make_shared<Folder::Part>();
    auto work = [folder = m_writer.m_folder, part = m_part, path]() -> std::optional<SaveError> {
        auto created = folder->createPart(path);
        if (auto *error = std::get_if<SaveError>(&created))
            return *error;
        *part = std::move(std::get<Folder::Part>(created));
        return std::nullopt;
    };
    auto opened = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return opened;
}

Task<std::optional<SaveError>> DiskWriter::Stream::append(QByteArray bytes)
{
    auto work = [folder = m_writer.m_folder, part = m_part, bytes] {
        return folder->append(*part, bytes);
    };
    auto appended = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return appended;
}

Task<Folder::PathResult> DiskWriter::Stream::commit(RelativePath marked)
{
    auto work = [folder = m_writer.m_folder, part = m_part, marked] {
        return folder->commit(*part, marked);
    };
    auto placed = co_await runIn(m_writer.m_thread.door(), std::move(work));
    co_return placed;
}

} // namespace gleaner
