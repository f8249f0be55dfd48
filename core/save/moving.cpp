// SPDX-License-Identifier: GPL-3.0-or-later
// Files of ours that get other names. What is to be moved is known by its bytes, so that it can be
// done once more after a kill, whatever of it was done before.
#include "core/save/openbelow.h"

#include <QSet>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// Two spellings of one name, on a file system that folds case.
bool areOne(
    const Descriptor &a, const QByteArray &one, const Descriptor &b, const QByteArray &other)
{
    struct stat first;
    struct stat second;
    return fstatat(a.get(), one.constData(), &first, AT_SYMLINK_NOFOLLOW) == 0
        && fstatat(b.get(), other.constData(), &second, AT_SYMLINK_NOFOLLOW) == 0
        && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

enum class Move : quint8 { Done, Refused, Later };

/// `made` is what may lie there with rewritten links.
Move moveOne(int root, const FileMove &move, const std::vector<Rewriting> &made,
    const QSet<QByteArray> &targets)
{
    const auto isThere = [&](const Descriptor &folder, const QByteArray &name) {
        return folder.isOpen() && isName(name)
            && (holds(folder.get(), name, move.size, move.hash)
                || holdsRewritten(folder.get(), name, move.size, move.hash, made));
    };
    const Descriptor from = openBelow(root, move.from.folders);
    Descriptor to = openBelow(root, move.to.folders);
    const bool isHere = isThere(from, move.from.file);
    if (isThere(to, move.to.file)) {
        // Done before, or the same bytes twice: one file is enough, unless the name is another's.
        if (isHere && !targets.contains(move.from.joined())
            && !areOne(from, move.from.file, to, move.to.file))
            unlinkat(from.get(), move.from.file.constData(), 0);
        return Move::Done;
    }
    if (!isHere || !isName(move.to.file))
        return Move::Refused; // gone, or a person's own by now
    to = makeBelow(root, move.to.folders);
    if (!to.isOpen())
        return errno == ENOTDIR ? Move::Later : Move::Refused;
    if (renameat2(from.get(), move.from.file.constData(), to.get(), move.to.file.constData(),
            RENAME_NOREPLACE)
        == 0)
        return Move::Done;
    return errno == EEXIST ? Move::Later : Move::Refused;
}

/// What nothing is in any more; never what has anything in it.
void removeEmpty(int root, QByteArrayList folders)
{
    while (!folders.isEmpty()) {
        const QByteArray name = folders.takeLast();
        const Descriptor parent = openBelow(root, folders);
        if (!parent.isOpen() || !isName(name)
            || unlinkat(parent.get(), name.constData(), AT_REMOVEDIR) != 0)
            return;
    }
}

} // namespace

std::optional<SaveError> Folder::removeFiled(const FiledBefore &file)
{
    const Descriptor folder = openBelow(m_root.get(), file.path.folders);
    if (!folder.isOpen() || !isAsFiled(file))
        return std::nullopt;
    auto error = keepVersion(folder.get(), file.path);
    if (!error)
        unlinkat(folder.get(), file.path.file.constData(), 0);
    return error;
}

QByteArray Folder::hashAt(const RelativePath &path, qint64 size) const
{
    const Descriptor folder = openBelow(m_root.get(), path.folders);
    return folder.isOpen() && isName(path.file) ? hashOfFile(folder.get(), path.file, size)
                                                : QByteArray();
}

/// Under either name: what was moved before is known to the session by its old one.
std::vector<Rewriting> Folder::rewritingsOf(const FileMove &move) const
{
    if (!m_rewritingsOf)
        return {};
    std::vector<Rewriting> made = m_rewritingsOf(move.from.joined());
    const std::vector<Rewriting> there = m_rewritingsOf(move.to.joined());
    made.insert(made.end(), there.begin(), there.end());
    return made;
}

std::vector<bool> Folder::moveFiles(const std::vector<FileMove> &moves)
{
    std::vector<bool> done(moves.size(), false);
    std::vector<size_t> left;
    QSet<QByteArray> targets;
    for (size_t i = 0; i < moves.size(); ++i) {
        left.push_back(i);
        targets.insert(moves[i].to.joined());
    }
    // What is in one's way may be another that has to go itself.
    for (bool moved = true; moved && !left.empty();) {
        moved = false;
        std::erase_if(left, [&](size_t i) {
            const Move move = moveOne(m_root.get(), moves[i], rewritingsOf(moves[i]), targets);
            done[i] = move == Move::Done;
            moved = moved || done[i];
            return move != Move::Later;
        });
    }
    // Handles of folders that are gone must not be written to.
    m_recent.clear();
    for (size_t i = 0; i < moves.size(); ++i) {
        if (done[i] && moves[i].from.folders != moves[i].to.folders)
            removeEmpty(m_root.get(), moves[i].from.folders);
    }
    return done;
}

} // namespace gleaner
