// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/linktargets.h"
#include "core/save/folder.h"
#include "core/store/storedrows.h"

#include <vector>

namespace gleaner
{

/// A saved document as it was read, with what the session says of it.
struct FileToRewrite {
    StoredFile saved;
    std::vector<RecordId> addresses; ///< whose file it is, the first one first
    Folder::Found found;
    std::vector<StoredRewrite> before; ///< what may lie there beside what was served, with patches
};

/// What is to become of one.
struct RewrittenFile {
    enum class What : quint8 {
        Stays, ///< it is as it should be
        Changes,
        NotOurs, ///< somebody has changed it: it is left alone
        Unreadable, ///< nobody can say how its bytes are to be changed; it gets what was served
    };
    What what = What::Stays;
    QByteArray hash; ///< SHA-256 of what is to lie there
    QByteArray bytes; ///< if it changes
    QByteArray patch; ///< takes them back
};

/// A pure function, any thread.
RewrittenFile rewrittenFile(
    const FileToRewrite &file, const LinkTargets &targets, LinkPolicy policy);

/// The bytes that were served, from what lies there; nothing if it is neither these nor made of
/// them. `before` has patches.
std::optional<QByteArray> servedBytes(const QByteArray &found, const QByteArray &foundHash,
    const StoredFile &saved, const std::vector<StoredRewrite> &before);

} // namespace gleaner
