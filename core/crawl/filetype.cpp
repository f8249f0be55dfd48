// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/filetype.h"

#include "core/url/address.h"

#include <QByteArrayList>
#include <QHash>

#include <algorithm>
#include <array>

namespace gleaner
{

namespace
{

struct TypeWords {
    FileType type;
    const char *word;
    const char *extensions;
};
constexpr std::array typeWords{
    TypeWords{FileType::Pages, "pages", "html htm xhtml xht shtml php asp aspx jsp cgi"},
    TypeWords{
        FileType::Images, "images", "png jpg jpeg gif webp svg avif bmp ico tif tiff apng jxl"},
    TypeWords{FileType::Styles, "styles", "css"},
    TypeWords{FileType::Scripts, "scripts", "js mjs wasm"},
    TypeWords{FileType::Fonts, "fonts", "woff woff2 ttf otf eot"},
    TypeWords{FileType::Media, "media",
        "mp3 mp4 m4a m4v ogg oga ogv opus flac wav webm mkv avi mov m3u8 ts"},
    TypeWords{FileType::Documents, "documents",
        "pdf ps epub djvu doc docx odt rtf xls xlsx ods ppt pptx odp txt md csv tex"},
    TypeWords{FileType::Archives, "archives",
        "zip gz tgz bz2 xz zst 7z rar tar iso img deb rpm dmg apk exe msi jar"},
    TypeWords{FileType::Other, "other", ""},
};

const QHash<QByteArray, FileType> &typesByExtension()
{
    static const QHash<QByteArray, FileType> table = [] {
        QHash<QByteArray, FileType> made;
        for (const TypeWords &words : typeWords) {
            for (const QByteArray &extension : QByteArray(words.extensions).split(' '))
                made.insert(extension, words.type);
        }
        made.remove(QByteArray());
        return made;
    }();
    return table;
}

QByteArray extensionOf(const Address &address)
{
    const QByteArrayView path = address.path();
    const QByteArrayView name = path.sliced(path.lastIndexOf('/') + 1);
    const qsizetype dot = name.lastIndexOf('.');
    return dot < 0 ? QByteArray() : name.sliced(dot + 1).toByteArray().toLower();
}

std::optional<FileType> fileTypeByMime(const QByteArray &mime)
{
    if (mime == "text/html" || mime == "application/xhtml+xml")
        return FileType::Pages;
    if (mime.startsWith("image/"))
        return FileType::Images;
    if (mime == "text/css")
        return FileType::Styles;
    if (mime.endsWith("/javascript") || mime.endsWith("/ecmascript")
        || mime == "application/x-javascript" || mime == "application/wasm")
        return FileType::Scripts;
    if (mime.startsWith("font/") || mime.startsWith("application/font-")
        || mime.startsWith("application/x-font-") || mime == "application/vnd.ms-fontobject")
        return FileType::Fonts;
    if (mime.startsWith("audio/") || mime.startsWith("video/"))
        return FileType::Media;
    return std::nullopt;
}

} // namespace

QByteArray mimeEssence(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.first(end)).trimmed().toByteArray().toLower();
}

std::optional<FileType> fileTypeByExtension(const Address &address)
{
    const auto found = typesByExtension().constFind(extensionOf(address));
    if (found == typesByExtension().cend())
        return std::nullopt;
    return *found;
}

FileType fileTypeOf(QByteArrayView contentType, const Address &address)
{
    const QByteArray mime = mimeEssence(contentType);
    if (const auto type = fileTypeByMime(mime))
        return *type;
    // A page is what the server calls one; an extension alone makes none of a download.
    const auto byExtension = fileTypeByExtension(address);
    if (byExtension && (mime.isEmpty() || *byExtension != FileType::Pages))
        return *byExtension;
    return mime.startsWith("text/") || mime == "application/pdf" ? FileType::Documents
                                                                 : FileType::Other;
}

bool TypeSelection::keeps(QByteArrayView contentType, const Address &address) const
{
    return isEverything() || types.contains(fileTypeOf(contentType, address))
        || extensions.contains(extensionOf(address));
}

std::optional<TypeSelection> TypeSelection::fromList(QByteArrayView list)
{
    TypeSelection selection;
    for (const QByteArray &word : list.toByteArray().toLower().split(',')) {
        QByteArray name = word.trimmed();
        if (name.startsWith('.'))
            name.remove(0, 1);
        if (name.isEmpty())
            return std::nullopt;
        const auto *known = std::ranges::find_if(
            typeWords, [&](const TypeWords &words) { return name == words.word; });
        if (known != typeWords.end())
            selection.types.insert(known->type);
        else
            selection.extensions.insert(name);
    }
    return selection;
}

} // namespace gleaner
