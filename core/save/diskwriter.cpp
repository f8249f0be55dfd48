// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/diskwriter.h"

#include "core/task/offload.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

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

Task<FileResult> DiskWriter::save(Filing filing, QByteArray bytes)
{
    auto work = [folder = m_folder, filing = std::move(filing), bytes] {
        return folder->file(bytes, filing);
    };
    auto saved = co_await runIn(m_thread.door(), std::move(work));
    co_return saved;
}

Task<std::optional<SaveError>> DiskWriter::sync(QThreadPool *pool)
{
    auto duplicate = [folder = m_folder] { return std::make_shared<Descriptor>(folder->handle()); };
    const std::shared_ptr<Descriptor> handle =
        co_await runIn(m_thread.door(), std::move(duplicate));
    auto wait = [handle]() -> std::optional<SaveError> {
        if (syncfs(handle->get()) == 0)
            return std::nullopt;
        const QString detail = QString::fromLocal8Bit(strerror(errno));
        return SaveError{DiskFault{DiskFaultKind::Other, {}, detail}, detail};
    };
    auto synced = co_await runOnPool(*pool, std::move(wait));
    co_return synced;
}

} // namespace gleaner
