// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"

namespace gleaner
{

// Ways to files below the folder that were written earlier, for where a record may have been
// tampered with. Disk thread.

/// One harmless segment.
bool isName(const QByteArray &name);

/// Name by name, through no link, nothing is made; closed if there is no such folder.
Descriptor openBelow(int root, const QByteArrayList &folders);

/// A file to be looked at, through no link and without waiting for whatever it is; closed if it
/// cannot be.
Descriptor openToRead(int folder, const QByteArray &name);

/// A regular file with one name that nobody else has open as a part. It is locked for us now.
bool isOursAlone(int file);

/// SHA-256 of the beginning; nothing if there is less than that, or a stop came in between.
std::optional<RunningHash> hashOfBeginning(int file, qint64 size, const std::stop_token &stop = {});

/// A folder in that one, made where it is missing, through no link; closed with errno set.
Descriptor openOrMake(int parent, const QByteArray &name);

/// As openBelow(), but what is missing is made; closed with errno set.
Descriptor makeBelow(int root, const QByteArrayList &folders);

/// Are those two regular files that can be read, byte for byte the same?
bool sameBytes(int folder, const QByteArray &a, int other, const QByteArray &b);

/// SHA-256 of a regular file of exactly that size; empty if it is not there or of another size, or
/// a stop came in between.
QByteArray hashOfFile(
    int folder, const QByteArray &name, qint64 size, const std::stop_token &stop = {});

/// Is there a regular file of that size and SHA-256? Not where either is not known: no hash is what
/// a file has that cannot be read, too. Nor if a stop came in between.
bool holds(int folder, const QByteArray &name, qint64 size, const QByteArray &hash,
    const std::stop_token &stop = {});

/// Does the file of that name hold what one of `made` makes of the bytes of that size and hash?
bool holdsRewritten(int folder, const QByteArray &name, qint64 size, const QByteArray &hash,
    const std::vector<Rewriting> &made);

} // namespace gleaner
