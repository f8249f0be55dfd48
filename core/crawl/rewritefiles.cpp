// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/bodysink.h"
#include "core/crawl/heldsession.h"
#include "core/crawl/restoredlog.h"
#include "core/crawl/rewritepass.h"
#include "core/discover/linkrewriter.h"

#include <algorithm>

// What a RewritePass has the disk thread do.

namespace gleaner
{

namespace
{

/// Memory for one batch, and how many files are looked at between two others' turns at the disk.
constexpr qint64 mostBytes = 32 * 1024 * 1024;
constexpr size_t mostFiles = 2000;

/// What an earlier pass that was killed was about to put in its place.
void removeParts(const SessionDatabase &database, Folder &folder)
{
    for (const StoredRewrite &rewrite : database.rewrites()) {
        const RelativePath path = pathFromText(rewrite.path);
        if (!rewrite.part.isEmpty())
            folder.removeWhole({path.folders, rewrite.part, {}, {}, rewrite.size, rewrite.hash});
    }
}

} // namespace

bool RewritePass::prepare(
    Known &known, const std::shared_ptr<const CrawlLog> &log, LinkPolicy policy)
{
    SessionDatabase &database = *known.held->database;
    const bool isNeeded = policy == LinkPolicy::Relative || database.hasRewrites();
    const bool wasKilled = !database.value(sessionvalue::rewriting).isEmpty();
    if (wasKilled)
        removeParts(database, *known.folder);
    SessionChanges changes;
    changes.values.insert(sessionvalue::rewriting, isNeeded ? QByteArray("yes") : QByteArray());
    // If it cannot be noted, what follows cannot either, and says so.
    if (isNeeded || wasKilled)
        (void)database.write(changes);
    if (!isNeeded)
        return false;
    survey(known, log);
    return true;
}

void RewritePass::survey(Known &known, const std::shared_ptr<const CrawlLog> &log)
{
    QSet<RecordId> absent;
    std::vector<std::pair<size_t, RecordId>> places; // a hash of the path, and whose
    for (RecordId id = 0; id < log->size(); ++id) {
        const Record record = log->at(id);
        if (record.path.isEmpty())
            continue;
        const QByteArray path = record.path.toUtf8();
        // The person may have removed what an earlier run has saved.
        if (record.state != RecordState::Saved && record.state != RecordState::Unchanged
            && !known.folder->has(pathFromText(path), record.bytes))
            absent.insert(id);
        if (!holdsRewritableLinks(record.type, record.address))
            continue;
        known.documents.push_back(id);
        places.emplace_back(qHash(record.path), id);
    }
    const QSet<RecordId> shared = sharedPaths(*log, places);
    // Each file once, as its first address's.
    std::erase_if(known.documents, [&](RecordId id) {
        if (!shared.contains(id))
            return false;
        auto &sharing = known.sharing[log->at(id).path.toUtf8()];
        sharing.push_back(id);
        return sharing.size() > 1;
    });
    known.targets = std::make_shared<LinkTargets>(log, std::move(absent));
}

std::shared_ptr<RewritePass::Batch> RewritePass::read(const Known &known, size_t next)
{
    const SessionDatabase &database = *known.held->database;
    auto batch = std::make_shared<Batch>();
    const size_t end = std::min(next + mostFiles, known.documents.size());
    qint64 bytes = 0;
    for (; next < end && bytes < mostBytes; ++next) {
        const auto file = database.fileOf(known.documents[next]);
        if (!file)
            continue;
        FileToRewrite each;
        each.saved = *file;
        const auto sharing = known.sharing.constFind(file->path);
        if (sharing != known.sharing.cend())
            each.addresses = *sharing;
        auto found = known.folder->find(pathFromText(file->path), BodySink::largestRead);
        if (!found)
            continue;
        each.found = std::move(*found);
        each.before = database.rewritesAt(file->path);
        for (StoredRewrite &rewrite : each.before)
            rewrite.patch =
                database.rewritePatch({file->path, rewrite.hash}).value_or(QByteArray());
        bytes += each.found.bytes.size();
        batch->files.push_back(std::move(each));
    }
    batch->next = next;
    return batch;
}

std::optional<SaveError> RewritePass::write(Known &known, RewritePass::Batch &batch)
{
    std::vector<StoredRewrite> rows;
    batch.parts.resize(batch.files.size());
    for (size_t i = 0; i < batch.files.size(); ++i) {
        const RewrittenFile &result = batch.results[i];
        if (result.what != RewrittenFile::What::Changes)
            continue;
        const StoredFile &saved = batch.files[i].saved;
        batch.parts[i] = known.folder->freeNameBeside(pathFromText(saved.path));
        // Without a name beside it, it stays as it is.
        if (!batch.parts[i].isEmpty())
            rows.push_back({saved.path, result.hash, result.bytes.size(), saved.hash, saved.size,
                result.patch, batch.parts[i]});
    }
    if (!known.held->database->writeRewrites(rows, {}))
        return known.held->error();
    for (size_t i = 0; i < batch.files.size(); ++i) {
        if (batch.parts[i].isEmpty())
            continue;
        const RelativePath path = pathFromText(batch.files[i].saved.path);
        auto error = known.folder->writeBeside(path, batch.parts[i], batch.results[i].bytes);
        if (!error)
            continue;
        batch.parts[i].clear();
        if (!error->fault)
            continue;
        // The machine's fault: those that were written would never get their names.
        for (size_t written = 0; written < i; ++written)
            known.folder->removeWhole(
                {pathFromText(batch.files[written].saved.path).folders, batch.parts[written], {},
                    {}, batch.results[written].bytes.size(), batch.results[written].hash});
        return error;
    }
    return std::nullopt;
}

void RewritePass::replace(Known &known, const Batch &batch)
{
    for (size_t i = 0; i < batch.files.size(); ++i) {
        const FileToRewrite &file = batch.files[i];
        const RewrittenFile &result = batch.results[i];
        const QByteArray &path = file.saved.path;
        const bool isToChange = result.what == RewrittenFile::What::Changes;
        const bool isChanged = isToChange && !batch.parts.empty() && !batch.parts[i].isEmpty()
            && known.folder->replaceBy(pathFromText(path), batch.parts[i], file.found.identity);
        if (isToChange && !isChanged) {
            known.gone.push_back({path, result.hash});
            continue;
        }
        if (result.what == RewrittenFile::What::NotOurs)
            continue;
        for (const StoredRewrite &rewrite : file.before) {
            if (rewrite.hash != result.hash)
                known.gone.push_back({path, rewrite.hash});
        }
        // What was served needs no way back.
        if (result.hash == file.saved.hash)
            known.gone.push_back({path, result.hash});
    }
}

} // namespace gleaner
