// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/pathmapper.h"
#include "core/url/address.h"

#include <unordered_set>
#include <utility>
#include <vector>

namespace gleaner
{

/// A saved address, and the place that its file has when nothing else is there.
struct NameClaim {
    Address address;
    RelativePath wanted;
    NameOrigin origin = NameOrigin::Literal;
    QByteArray content; ///< equal for equal bytes only; empty: nobody knows
    bool isFolderToo = false; ///< another file's folder has this name
};

/// Whose equal bytes share a file.
enum class SharedBy : quint8 {
    Spelling, ///< those that want it under the very same name
    Key, ///< those that want it under names that are one there: a file system that folds case
};

/// Which file has which name, by the set of what is saved and not by what came first.
///
/// Names collide that some file system takes for one (nameKey() of the whole path). A folder keeps
/// its name before every file. Else the plain name belongs to the first by origin (literal before
/// respelled before invented), then by address. Equal bytes under equally spelled names share the
/// file; every other file has the hash mark of the first of its addresses. Pure.
std::vector<RelativePath> settledPaths(
    const std::vector<NameClaim> &claims, SharedBy sharedBy = SharedBy::Spelling);

/// Finds among many files those whose names collide, at 12 bytes for a file and 16 or so for a
/// folder. It may name one too many, never one too few.
class NameSurvey
{
public:
    /// `key` is nameKey() of the joined path.
    void add(quint32 number, const QByteArray &key);
    /// The numbers of those that have a name in common with another file or a folder.
    std::vector<quint32> contested();
    /// Is there a file below a folder of that key?
    bool isFolder(const QByteArray &key) const;

private:
    std::vector<std::pair<size_t, quint32>> m_files;
    std::unordered_set<size_t> m_folders;
};

} // namespace gleaner
