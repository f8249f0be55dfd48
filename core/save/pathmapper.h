// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace gleaner
{

/// A place below the download's folder: names of folders, then of the file. Every name is a single
/// harmless segment, so no path can leave the folder.
struct RelativePath {
    QByteArrayList folders;
    QByteArray file;

    QByteArray joined() const;
    friend bool operator==(const RelativePath &, const RelativePath &) = default;
};

/// From what joined() gave, and from names that were joined so; not checked.
RelativePath pathFromText(const QByteArray &joined);
QByteArrayList foldersFromText(const QByteArray &joined);

/// How an address came to its name.
enum class NameOrigin : quint8 {
    Literal, ///< as it is written
    Respelled, ///< with escapes that nobody needs, or with a query
    Invented, ///< index.html, .html, or a name of the server's own
};
NameOrigin nameOrigin(const Address &address, bool isPage);

/// Where an address's body is saved.
///
/// A pure function of address, type and start origin: the same on every run, whatever came first.
/// The start origin's files lie at <path>, every other origin's at +<host>/<path>, and
/// +<host>_<port> where it is not https on its default port. An address that ends in '/' is
/// index.html; a page whose address has no page extension gets .html; a query becomes part of
/// the name.
RelativePath pathFor(const Address &address, bool isPage, const QByteArray &startOrigin);

/// The same place, its name ending so, for types that browsers know from files by that alone. A
/// name without room for it stays.
RelativePath withExtension(const RelativePath &path, QByteArrayView extension);

/// The same place with the hash mark of the address: for when the plain name is taken.
RelativePath markedPath(const RelativePath &path, const Address &address);

/// The longest relative path that is made, in bytes; the system takes 4,096 with the folder.
constexpr qsizetype longestPath = 3500;

} // namespace gleaner
