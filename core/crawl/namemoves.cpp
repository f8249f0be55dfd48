// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/namemoves.h"

#include "core/crawl/heldsession.h"

#include <QDataStream>
#include <QIODevice>

#include <unistd.h>

namespace gleaner
{

QByteArray packedMoves(const std::vector<NameMove> &moves)
{
    QByteArray packed;
    QDataStream stream(&packed, QIODevice::WriteOnly);
    for (const NameMove &move : moves)
        stream << move.file.id << move.file.path << move.to << move.file.size << move.file.hash;
    return packed;
}

std::vector<NameMove> unpackedMoves(const QByteArray &packed)
{
    std::vector<NameMove> moves;
    QDataStream stream(packed);
    while (!stream.atEnd()) {
        NameMove move;
        stream >> move.file.id >> move.file.path >> move.to >> move.file.size >> move.file.hash;
        if (stream.status() != QDataStream::Ok)
            break;
        moves.push_back(std::move(move));
    }
    return moves;
}

std::vector<FileMove> fileMoves(const std::vector<NameMove> &moves)
{
    std::vector<FileMove> files;
    files.reserve(moves.size());
    for (const NameMove &move : moves)
        files.push_back(
            {pathFromText(move.file.path), pathFromText(move.to), move.file.size, move.file.hash});
    return files;
}

std::optional<SaveError> finishMoves(
    const HeldSession &held, Folder &folder, const QByteArray &packed)
{
    const std::vector<NameMove> moves = unpackedMoves(packed);
    const std::vector<bool> done = folder.moveFiles(fileMoves(moves));
    const Descriptor root = folder.handle();
    if (syncfs(root.get()) != 0)
        return folder.folderError(errno, DiskFaultKind::Vanished);
    SessionChanges changes;
    for (size_t i = 0; i < moves.size(); ++i) {
        auto file = done[i] ? held.database->fileOf(moves[i].file.id) : std::nullopt;
        if (!file || file->path != moves[i].file.path)
            continue;
        file->path = moves[i].to;
        changes.files.push_back(*file);
    }
    changes.values.insert(sessionvalue::moves, QByteArray());
    if (held.database->write(changes))
        return std::nullopt;
    return held.error();
}

} // namespace gleaner
