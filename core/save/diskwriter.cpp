// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/diskwriter.h"

#include "core/task/offload.h"

#include <cerrno>
#include <chrono>
#include <unistd.h>
#include <utility>
#include <vector>

namespace gleaner
{

namespace
{

/// So long a body waits for others to be noted together with it. The time is nobody's: its worker
/// has gone on, and its links have been read.
constexpr auto gatheringTime = std::chrono::milliseconds(2);
/// So many of them do not wait any longer.
constexpr size_t mostGathered = 16;
constexpr qint64 mostGatheredBytes = 4 * 1024 * 1024;

} // namespace

struct DiskWriter::Saving {
    Filing filing;
    QByteArray bytes;
    FileResult result;
    std::function<void()> deliver;
};

struct DiskWriter::Notes {
    std::function<void()> begin;
    std::function<std::optional<SaveError>()> commit;

    void saveAll(Folder &folder, const std::vector<std::shared_ptr<Saving>> &saving)
    {
        if (begin)
            begin();
        std::vector<Folder::Announced> bodies;
        bodies.reserve(saving.size());
        for (const auto &each : saving)
            bodies.push_back(folder.announce(each->bytes, each->filing));
        const auto error = commit ? commit() : std::nullopt;
        for (size_t i = 0; i < saving.size(); ++i) {
            saving[i]->result = error ? FileResult(*error) : folder.file(bodies[i]);
            // What is to be delivered owns this: let go of it, or neither would ever go.
            std::exchange(saving[i]->deliver, {})();
        }
    }
};

DiskWriter::DiskWriter(const QString &directory)
    : m_notes(std::make_shared<Notes>())
    , m_folder(std::make_shared<Folder>(directory))
    , m_thread(QStringLiteral("disk"))
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatheringTime);
    m_gathering.callOnTimeout([this] { settle(); });
}

DiskWriter::~DiskWriter()
{
    settle();
}

void DiskWriter::setNoting(
    std::function<void()> begin, std::function<std::optional<SaveError>()> commit)
{
    m_thread.door().post([notes = m_notes, begin = std::move(begin), commit = std::move(commit)] {
        notes->begin = begin;
        notes->commit = commit;
    });
}

void DiskWriter::settle()
{
    m_gathering.stop();
    m_gatheredBytes = 0;
    if (m_gathered.empty())
        return;
    m_thread.door().post(
        [notes = m_notes, folder = m_folder, saving = std::exchange(m_gathered, {})] {
            notes->saveAll(*folder, saving);
        });
}

void DiskWriter::gather(std::shared_ptr<Saving> saving)
{
    m_gatheredBytes += saving->bytes.size();
    m_gathered.push_back(std::move(saving));
    if (m_gathered.size() >= mostGathered || m_gatheredBytes >= mostGatheredBytes)
        settle();
    else if (!m_gathering.isActive())
        m_gathering.start();
}

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
    auto saving = std::make_shared<Saving>();
    saving->filing = std::move(filing);
    saving->bytes = std::move(bytes);
    auto submit = [this, saving](std::function<void()> deliver) {
        saving->deliver = std::move(deliver);
        gather(saving);
    };
    auto take = [saving] { return std::move(saving->result); };
    auto filed = co_await detail::Offload<decltype(take)>(std::move(submit), std::move(take));
    co_return filed;
}

Task<std::optional<SaveError>> DiskWriter::sync(QThreadPool *pool)
{
    auto duplicate = [folder = m_folder] { return std::make_shared<Descriptor>(folder->handle()); };
    const std::shared_ptr<Descriptor> handle =
        co_await runIn(m_thread.door(), std::move(duplicate));
    auto wait = [handle, folder = m_folder]() -> std::optional<SaveError> {
        if (syncfs(handle->get()) == 0)
            return std::nullopt;
        return folder->folderError(errno, DiskFaultKind::Vanished);
    };
    auto synced = co_await runOnPool(*pool, std::move(wait));
    co_return synced;
}

} // namespace gleaner
