// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/documenttype.h"

#include "core/discover/ascii.h"
#include "core/discover/gunzip.h"
#include "core/discover/mimetype.h"
#include "core/discover/xmlreader.h"

#include <optional>

namespace gleaner
{

namespace
{

struct Row {
    const char *name;
    DocumentType type;
};

constexpr Row kTypes[] = {
    {"text/html", DocumentType::Html},
    {"application/xhtml+xml", DocumentType::Xhtml},
    {"image/svg+xml", DocumentType::Xhtml},
    {"text/css", DocumentType::Css},
    {"application/rss+xml", DocumentType::Feed},
    {"application/atom+xml", DocumentType::Feed},
    {"application/rdf+xml", DocumentType::Feed},
    {"application/dash+xml", DocumentType::Dash},
    {"application/xml", DocumentType::Xml},
    {"text/xml", DocumentType::Xml},
    {"application/manifest+json", DocumentType::Manifest},
    {"application/feed+json", DocumentType::JsonFeed},
    {"application/vnd.apple.mpegurl", DocumentType::Playlist},
    {"application/x-mpegurl", DocumentType::Playlist},
    {"audio/mpegurl", DocumentType::Playlist},
    {"audio/x-mpegurl", DocumentType::Playlist},
    {"text/uri-list", DocumentType::AddressList},
};

// Of addresses whose Content-Type says too little.
constexpr Row kExtensions[] = {
    {"html", DocumentType::Html},
    {"htm", DocumentType::Html},
    {"shtml", DocumentType::Html},
    {"php", DocumentType::Html},
    {"xhtml", DocumentType::Xhtml},
    {"xht", DocumentType::Xhtml},
    {"svg", DocumentType::Xhtml},
    {"css", DocumentType::Css},
    {"rss", DocumentType::Feed},
    {"atom", DocumentType::Feed},
    {"rdf", DocumentType::Feed},
    {"mpd", DocumentType::Dash},
    {"xml", DocumentType::Xml},
    {"webmanifest", DocumentType::Manifest},
    {"m3u8", DocumentType::Playlist},
    {"m3u", DocumentType::Playlist},
};

template <size_t N>
std::optional<DocumentType> find(const Row (&rows)[N], QByteArrayView name)
{
    for (const Row &row : rows) {
        if (ascii::equals(name, QByteArrayView(row.name, qstrlen(row.name)))) {
            return row.type;
        }
    }
    return std::nullopt;
}

QByteArrayView fileName(const Address &address)
{
    const QByteArrayView path = address.path();
    return path.sliced(path.lastIndexOf('/') + 1);
}

QByteArrayView extension(QByteArrayView file)
{
    const qsizetype dot = file.lastIndexOf('.');
    return dot < 0 ? QByteArrayView() : file.sliced(dot + 1);
}

bool looksLikeSitemapList(QByteArrayView file)
{
    const QByteArray name = file.toByteArray().toLower();
    return name.endsWith(".txt")
        && (name.contains("sitemap") || name == "urllist.txt" || name == "urls.txt");
}

bool looksLikeManifest(QByteArrayView file)
{
    return ascii::equals(extension(file), "webmanifest") || ascii::endsWith(file, "manifest.json");
}

// Section 7.1: a tag at the very beginning makes it HTML.
bool startsAsHtml(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && ascii::isSpace(bytes.front())) {
        bytes = bytes.sliced(1);
    }
    if (bytes.startsWith("<!--")) {
        return true;
    }
    for (const char *tag : {"<!doctype html", "<html", "<head", "<script", "<iframe", "<h1", "<div",
             "<font", "<table", "<a", "<style", "<title", "<b", "<body", "<br", "<p"}) {
        const auto size = qsizetype(qstrlen(tag));
        if (bytes.size() > size && ascii::startsWith(bytes, QByteArrayView(tag, size))
            && (bytes[size] == ' ' || bytes[size] == '>')) {
            return true;
        }
    }
    return false;
}

} // namespace

DocumentType announcedType(QByteArrayView contentType, const Address &address)
{
    const QByteArrayView file = fileName(address);
    const std::optional<MimeType> mime = MimeType::parse(contentType);
    const QByteArray essence = mime ? mime->essence : QByteArray();
    if (const auto known = find(kTypes, essence)) {
        return *known;
    }
    if (essence.endsWith("+xml")) {
        return DocumentType::Xml;
    }
    if (essence == "application/json" || essence == "text/json") {
        return looksLikeManifest(file) ? DocumentType::Manifest : DocumentType::None;
    }
    if (essence == "text/plain") {
        return looksLikeSitemapList(file)                   ? DocumentType::AddressList
            : ascii::equals(extension(file), "m3u8")        ? DocumentType::Playlist
            : ascii::equals(extension(file), "webmanifest") ? DocumentType::Manifest
                                                            : DocumentType::None;
    }
    const bool generic = essence.isEmpty() || essence == "application/octet-stream"
        || essence == "binary/octet-stream" || essence == "unknown/unknown"
        || essence == "application/unknown" || essence == "*/*";
    const bool gzip = essence == "application/gzip" || essence == "application/x-gzip";
    if ((gzip || generic)
        && (ascii::endsWith(file, ".xml.gz") || ascii::endsWith(file, ".txt.gz"))) {
        return DocumentType::Gzip;
    }
    if (!generic) {
        return DocumentType::None;
    }
    if (looksLikeManifest(file)) {
        return DocumentType::Manifest;
    }
    if (looksLikeSitemapList(file)) {
        return DocumentType::AddressList;
    }
    if (const auto known = find(kExtensions, extension(file))) {
        return *known;
    }
    // A name without an extension is a page's, mostly; the bytes will tell.
    return essence.isEmpty() && extension(file).isEmpty() ? DocumentType::Html : DocumentType::None;
}

DocumentType documentType(QByteArrayView contentType, const Address &address, QByteArrayView bytes)
{
    const DocumentType announced = announcedType(contentType, address);
    if (announced == DocumentType::Xml) {
        return xmlType(bytes);
    }
    if (announced == DocumentType::Gzip) {
        return isGzip(bytes) ? DocumentType::Gzip : xmlType(bytes);
    }
    const bool told = MimeType::parse(contentType).has_value();
    if (told || announced == DocumentType::Css || announced == DocumentType::AddressList) {
        return announced;
    }
    if (startsAsHtml(bytes)) {
        return DocumentType::Html;
    }
    return bytes.startsWith("<?xml") ? xmlType(bytes) : announced;
}

DocumentType xmlType(QByteArrayView xml)
{
    const QByteArrayView root = rootElement(xml);
    if (root == QByteArrayView("urlset") || root == QByteArrayView("sitemapindex")) {
        return DocumentType::Sitemap;
    }
    if (root == QByteArrayView("rss") || root == QByteArrayView("feed")
        || root == QByteArrayView("RDF")) {
        return DocumentType::Feed;
    }
    return root == QByteArrayView("MPD") ? DocumentType::Dash : DocumentType::Xhtml;
}

} // namespace gleaner
