// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/namemoves.h"

#include "core/crawl/heldsession.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace gleaner
{

std::vector<FileMove> fileMoves(const std::vector<StoredMove> &moves)
{
    std::vector<FileMove> files;
    files.reserve(moves.size());
    for (const StoredMove &move : moves)
        files.push_back({pathFromText(move.from), pathFromText(move.to), move.size, move.hash});
    return files;
}

std::vector<StoredMove> chosen(const std::vector<StoredMove> &moves, const std::vector<bool> &done)
{
    std::vector<StoredMove> chosen;
    for (size_t i = 0; i < moves.size(); ++i) {
        if (done[i])
            chosen.push_back(moves[i]);
    }
    return chosen;
}

std::optional<SaveError> finishMoves(const HeldSession &held, Folder &folder)
{
    const std::vector<StoredMove> moves = held.database->begunMoves();
    if (moves.empty())
        return std::nullopt;
    const std::vector<bool> done = folder.moveFiles(fileMoves(moves));
    const Descriptor root = folder.handle();
    if (syncfs(root.get()) != 0)
        return folder.folderError(errno, DiskFaultKind::Vanished);
    if (held.database->endMoves(chosen(moves, done)))
        return std::nullopt;
    return held.error();
}

QByteArray packedLeft(const QHash<QByteArray, FiledBefore> &left)
{
    QByteArrayList paths = left.keys();
    // What has not changed is not to be written again.
    std::ranges::sort(paths);
    QByteArray packed;
    QDataStream stream(&packed, QIODevice::WriteOnly);
    for (const QByteArray &path : std::as_const(paths)) {
        const FiledBefore file = left.value(path);
        stream << path << file.size << file.hash;
    }
    return packed;
}

QHash<QByteArray, FiledBefore> unpackedLeft(const QByteArray &packed)
{
    QHash<QByteArray, FiledBefore> left;
    QDataStream stream(packed);
    while (!stream.atEnd()) {
        QByteArray path;
        FiledBefore file;
        stream >> path >> file.size >> file.hash;
        if (stream.status() != QDataStream::Ok)
            break;
        file.path = pathFromText(path);
        left.insert(path, file);
    }
    return left;
}

} // namespace gleaner
