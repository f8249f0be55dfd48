// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

#include <optional>

namespace gleaner
{

class Address;

/// Kinds of files as a person thinks of them.
enum class FileType : quint8 {
    Pages,
    Images,
    Styles,
    Scripts,
    Fonts,
    Media,
    Documents,
    Archives,
    Other,
};

/// "Text/HTML; charset=x" -> "text/html": the type without parameters (RFC 9110, section 8.3.1).
QByteArray mimeEssence(QByteArrayView contentType);

/// Judged by the MIME type; by the address's extension where that is missing or generic.
FileType fileTypeOf(QByteArrayView contentType, const Address &address);

/// Judged by the extension of the address alone; nothing where it says nothing.
std::optional<FileType> fileTypeByExtension(const Address &address);

/// What is kept of what is fetched. Empty keeps everything.
struct TypeSelection {
    QSet<FileType> types;
    QSet<QByteArray> extensions; ///< lower case, without the dot

    bool operator==(const TypeSelection &other) const = default;
    bool isEverything() const { return types.isEmpty() && extensions.isEmpty(); }
    bool keeps(QByteArrayView contentType, const Address &address) const;

    /// From "pages,images,pdf"; nothing if a word is empty.
    static std::optional<TypeSelection> fromList(QByteArrayView list);
};

} // namespace gleaner
