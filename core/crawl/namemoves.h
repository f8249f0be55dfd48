// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"
#include "core/store/storedrows.h"

#include <optional>
#include <vector>

namespace gleaner
{

struct HeldSession;

/// A saved file that is to have another name.
struct NameMove {
    StoredFile file; ///< as it is known, under the name it has
    QByteArray to; ///< below the download's folder
};

// What is to be moved is one value of the session, written before anything is; what was begun is
// done once more by the next run that opens it.

QByteArray packedMoves(const std::vector<NameMove> &moves);
/// Only what is to be moved is known of the files: id, path, size and hash. What cannot be read is
/// left out.
std::vector<NameMove> unpackedMoves(const QByteArray &packed);

/// For the folder. Pure.
std::vector<FileMove> fileMoves(const std::vector<NameMove> &moves);

/// Moves what an earlier run has begun to move, and has the session know it. Disk thread.
std::optional<SaveError> finishMoves(
    const HeldSession &held, Folder &folder, const QByteArray &packed);

} // namespace gleaner
