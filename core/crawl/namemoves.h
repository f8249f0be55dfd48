// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"
#include "core/store/storedrows.h"

#include <QHash>

#include <optional>
#include <vector>

namespace gleaner
{

struct HeldSession;

// Where core/save and core/store meet when files get other names. What is to be moved is in the
// session before anything is; what was begun is ended by the next run that opens it.

/// For the folder. Pure.
std::vector<FileMove> fileMoves(const std::vector<StoredMove> &moves);

/// Those that were done. Pure.
std::vector<StoredMove> chosen(const std::vector<StoredMove> &moves, const std::vector<bool> &done);

/// Moves what an earlier run has begun to move, if there is anything. Disk thread.
std::optional<SaveError> finishMoves(const HeldSession &held, Folder &folder);

/// Files that their addresses have left, because others shared them, as a value of the session.
/// What cannot be read is left out.
QByteArray packedLeft(const QHash<QByteArray, FiledBefore> &left);
QHash<QByteArray, FiledBefore> unpackedLeft(const QByteArray &packed);

} // namespace gleaner
