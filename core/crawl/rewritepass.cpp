// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/rewritepass.h"

#include "core/crawl/heldsession.h"
#include "core/task/offload.h"
#include "core/task/parallel.h"

#include <QThreadPool>

#include <algorithm>

namespace gleaner
{

RewritePass::RewritePass(std::shared_ptr<HeldSession> held, DiskWriter &writer, QThreadPool &pool,
    std::shared_ptr<const CrawlLog> log, LinkPolicy policy)
    : m_known(std::make_shared<Known>())
    , m_writer(writer)
    , m_pool(pool)
    , m_log(std::move(log))
    , m_policy(policy)
{
    m_known->held = std::move(held);
    m_known->folder = writer.folder();
}

Task<std::optional<SaveError>> RewritePass::run()
{
    auto start = [known = m_known, log = m_log, policy = m_policy] {
        return prepare(*known, log, policy);
    };
    const bool isNeeded = co_await runIn(m_writer.door(), std::move(start));
    if (!isNeeded)
        co_return std::nullopt;
    for (size_t next = 0; !m_isStopped && next < m_known->documents.size();) {
        auto reading = [known = m_known, next] { return read(*known, next); };
        std::shared_ptr<Batch> batch = co_await runIn(m_writer.door(), std::move(reading));
        auto error = co_await change(batch);
        if (error)
            co_return error;
        next = batch->next;
    }
    auto error = co_await finish();
    co_return error;
}

Task<std::vector<RewrittenFile>> RewritePass::work(
    std::shared_ptr<Batch> batch, size_t begin, size_t end)
{
    auto rewriting = [known = m_known, batch, begin, end, policy = m_policy] {
        std::vector<RewrittenFile> results;
        for (size_t i = begin; i < end; ++i)
            results.push_back(rewrittenFile(batch->files[i], *known->targets, policy));
        return results;
    };
    auto results = co_await runOnPool(m_pool, std::move(rewriting));
    co_return results;
}

Task<std::optional<SaveError>> RewritePass::change(std::shared_ptr<Batch> batch)
{
    // Small pieces, so that no thread waits long for another one's large files.
    constexpr size_t filesAtOnce = 16;
    std::vector<Task<std::vector<RewrittenFile>>> tasks;
    for (size_t begin = 0; begin < batch->files.size(); begin += filesAtOnce)
        tasks.push_back(work(batch, begin, std::min(begin + filesAtOnce, batch->files.size())));
    std::vector<std::vector<RewrittenFile>> pieces = co_await runInParallel(std::move(tasks));
    for (std::vector<RewrittenFile> &piece : pieces)
        std::ranges::move(piece, std::back_inserter(batch->results));
    qint64 changes = 0;
    for (const RewrittenFile &result : batch->results) {
        changes += result.what == RewrittenFile::What::Changes;
        m_sums.unreadable += result.what == RewrittenFile::What::Unreadable;
    }
    if (changes > 0) {
        auto writing = [known = m_known, batch] { return write(*known, *batch); };
        auto error = co_await runIn(m_writer.door(), std::move(writing));
        if (error)
            co_return error;
        // A name that is safe while its bytes are not would be a broken file after a power cut.
        auto unsafe = co_await m_writer.sync(&m_pool);
        if (unsafe)
            co_return unsafe;
        m_sums.changed += changes;
    }
    auto replacing = [known = m_known, batch] { replace(*known, *batch); };
    co_await runIn(m_writer.door(), std::move(replacing));
    co_return std::nullopt;
}

Task<std::optional<SaveError>> RewritePass::finish()
{
    if (m_sums.changed > 0) {
        auto unsafe = co_await m_writer.sync(&m_pool);
        if (unsafe)
            co_return unsafe;
    }
    auto ending = [known = m_known, isDone = !m_isStopped]() -> std::optional<SaveError> {
        SessionDatabase &database = *known->held->database;
        if (isDone)
            database.forgetStrayRewrites();
        SessionChanges changes;
        changes.values.insert(sessionvalue::rewriting, QByteArray());
        if (database.writeRewrites({}, known->gone) && (!isDone || database.write(changes)))
            return std::nullopt;
        return known->held->error();
    };
    auto error = co_await runIn(m_writer.door(), std::move(ending));
    co_return error;
}

} // namespace gleaner
