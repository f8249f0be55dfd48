// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/filerewriting.h"

#include "core/discover/linkrewriter.h"
#include "core/discover/linkspelling.h"

namespace gleaner
{

std::optional<QByteArray> servedBytes(const QByteArray &found, const QByteArray &foundHash,
    const StoredFile &saved, const std::vector<StoredRewrite> &before)
{
    if (foundHash == saved.hash)
        return found;
    for (const StoredRewrite &rewrite : before) {
        if (rewrite.hash != foundHash || rewrite.served != saved.hash)
            continue;
        auto served = restored(found, rewrite.patch, saved.size);
        if (served && sha256Of(*served) == saved.hash)
            return served;
    }
    return std::nullopt;
}

RewrittenFile rewrittenFile(
    const FileToRewrite &file, const LinkTargets &targets, LinkPolicy policy)
{
    using What = RewrittenFile::What;
    RewrittenFile result;
    const QByteArray &found = file.found.bytes;
    const QByteArray foundHash = sha256Of(found);
    const auto served = servedBytes(found, foundHash, file.saved, file.before);
    if (!served) {
        result.what = What::NotOurs;
        return result;
    }
    std::optional<std::vector<Edit>> edits;
    if (policy == LinkPolicy::Relative) {
        DocumentCopy copy;
        copy.document = {*served, file.saved.contentType, targets.log().address(file.saved.id)};
        for (const RecordId id : file.addresses) {
            if (id != file.saved.id)
                copy.otherAddresses.push_back(targets.log().address(id));
        }
        copy.place = escapedPath(file.saved.path);
        edits = rewriteLinks(copy, [&](const Address &address) { return targets.copyOf(address); });
        if (!edits)
            result.what = What::Unreadable;
    }
    const bool isEdited = edits && !edits->empty();
    const QByteArray wanted = isEdited ? edited(*served, *edits) : *served;
    if (wanted == found) {
        result.hash = foundHash;
        return result;
    }
    result.what = What::Changes;
    result.hash = isEdited ? sha256Of(wanted) : file.saved.hash;
    result.bytes = wanted;
    if (isEdited)
        result.patch = reversePatch(*served, *edits);
    return result;
}

} // namespace gleaner
