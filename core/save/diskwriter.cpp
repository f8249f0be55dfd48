// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/diskwriter.h"

#include "core/task/offload.h"

#include <cerrno>
#include <unistd.h>
#include <utility>
#include <vector>

namespace gleaner
{

/// What waits to be saved: everything that came while the disk was busy.
struct DiskWriter::Saves {
    struct Saving {
        Filing filing;
        QByteArray bytes;
        FileResult result;
        std::function<void()> deliver;
    };
    std::vector<std::shared_ptr<Saving>> waiting;
    std::function<void()> begin;
    std::function<std::optional<SaveError>()> commit;

    void saveAll(Folder &folder)
    {
        const auto saving = std::exchange(waiting, {});
        if (saving.empty())
            return;
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
    : m_saves(std::make_shared<Saves>())
    , m_folder(std::make_shared<Folder>(directory))
    , m_thread(QStringLiteral("disk"))
{
}

DiskWriter::~DiskWriter()
{
    settle();
}

void DiskWriter::setNoting(
    std::function<void()> begin, std::function<std::optional<SaveError>()> commit)
{
    m_thread.door().post([saves = m_saves, begin = std::move(begin), commit = std::move(commit)] {
        saves->begin = begin;
        saves->commit = commit;
    });
}

void DiskWriter::settle()
{
    m_thread.door().post([saves = m_saves, folder = m_folder] { saves->saveAll(*folder); });
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
    auto saving = std::make_shared<Saves::Saving>();
    saving->filing = std::move(filing);
    saving->bytes = std::move(bytes);
    auto submit = [saves = m_saves, folder = m_folder, saving, door = m_thread.door()](
                      std::function<void()> deliver) {
        door.post([saves, folder, saving, door, deliver = std::move(deliver)] {
            saving->deliver = deliver;
            saves->waiting.push_back(saving);
            // Behind what has been posted meanwhile: others come along.
            if (saves->waiting.size() == 1)
                door.post([saves, folder] { saves->saveAll(*folder); });
        });
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
