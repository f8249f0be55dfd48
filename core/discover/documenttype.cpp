// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/documenttype.h"

#include "core/discover/ascii.h"
#include "core/discover/gunzip.h"
#include "core/discover/mimetype.h"
#include "core/discover/sniff.h"
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
    {"application/json", DocumentType::Json},
    {"text/json", DocumentType::Json},
    {"application/feed+json", DocumentType::JsonFeed},
    {"application/vnd.apple.mpegurl", DocumentType::Playlist},
    {"application/mpegurl", DocumentType::Playlist},
    {"application/x-mpegurl", DocumentType::Playlist},
    {"audio/mpegurl", DocumentType::Playlist},
    {"audio/x-mpegurl", DocumentType::Playlist},
    {"text/uri-list", DocumentType::AddressList},
    {"text/javascript", DocumentType::Script},
    {"application/javascript", DocumentType::Script},
    {"application/x-javascript", DocumentType::Script},
    {"application/ecmascript", DocumentType::Script},
    {"text/ecmascript", DocumentType::Script},
};

// Of addresses whose Content-Type says too little.
constexpr Row kExtensions[] = {
    {"html", DocumentType::Html},
    {"htm", DocumentType::Html},
    {"shtml", DocumentType::Html},
    {"phtml", DocumentType::Html},
    {"php", DocumentType::Html},
    {"asp", DocumentType::Html},
    {"aspx", DocumentType::Html},
    {"jsp", DocumentType::Html},
    {"cgi", DocumentType::Html},
    {"cfm", DocumentType::Html},
    {"do", DocumentType::Html},
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
    {"json", DocumentType::Json},
    {"m3u8", DocumentType::Playlist},
    {"m3u", DocumentType::Playlist},
    {"js", DocumentType::Script},
    {"mjs", DocumentType::Script},
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

bool looksLikeManifest(QByteArrayView file)
{
    return ascii::equals(extension(file), "webmanifest") || ascii::endsWith(file, "manifest.json");
}

bool looksLikeGzippedList(QByteArrayView file)
{
    return ascii::endsWith(file, ".xml.gz") || ascii::endsWith(file, ".txt.gz")
        || (ascii::endsWith(file, ".gz") && ascii::startsWith(file, "sitemap"));
}

/// What servers call plain text because they know no better name for it.
DocumentType typeOfPlainText(QByteArrayView file)
{
    const QByteArrayView ending = extension(file);
    if (looksLikeGzippedList(file)) {
        return DocumentType::Gzip;
    }
    for (const char *list : {"", "txt", "lst", "list", "urls", "uri", "text"}) {
        if (ascii::equals(ending, QByteArrayView(list, qstrlen(list)))) {
            return DocumentType::AddressList;
        }
    }
    const std::optional<DocumentType> named = find(kExtensions, ending);
    const bool isShown = named == DocumentType::Html || named == DocumentType::Xhtml
        || named == DocumentType::Css || named == DocumentType::Script;
    return named && !isShown ? *named : DocumentType::None;
}

bool isPlainText(QByteArrayView contentType)
{
    const std::optional<MimeType> mime = MimeType::parse(contentType);
    return mime && mime->essence == "text/plain";
}

/// JSON says what it is by its members: a feed by its version, a web app's manifest by its icons.
DocumentType jsonType(QByteArrayView json, QByteArrayView file)
{
    constexpr qsizetype mostRead = 4096;
    const QByteArrayView head = json.first(std::min(json.size(), mostRead));
    if (head.indexOf("jsonfeed.org/version/") >= 0
        || head.indexOf("jsonfeed.org\\/version\\/") >= 0) {
        return DocumentType::JsonFeed;
    }
    const bool hasManifestMembers = json.indexOf("\"icons\"") >= 0
        && (json.indexOf("\"start_url\"") >= 0 || json.indexOf("\"display\"") >= 0
            || json.indexOf("\"short_name\"") >= 0);
    return looksLikeManifest(file) || hasManifestMembers ? DocumentType::Manifest
                                                         : DocumentType::None;
}

/// "Sniffing a mislabeled feed" (section 8), and sitemaps that go as pages in the same way.
bool mayBeMislabelledXml(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes = bytes.sliced(3);
    }
    while (!bytes.isEmpty() && ascii::isSpace(bytes.front())) {
        bytes = bytes.sliced(1);
    }
    for (const char *start : {"<?xml", "<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex"}) {
        if (bytes.startsWith(start)) {
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
    if (essence == "text/plain") {
        return typeOfPlainText(file);
    }
    const bool generic = essence.isEmpty() || essence == "application/octet-stream"
        || essence == "binary/octet-stream" || essence == "unknown/unknown"
        || essence == "application/unknown" || essence == "*/*";
    const bool gzip = essence == "application/gzip" || essence == "application/x-gzip";
    if ((gzip || generic) && looksLikeGzippedList(file)) {
        return DocumentType::Gzip;
    }
    if (!generic) {
        return DocumentType::None;
    }
    if (looksLikeManifest(file)) {
        return DocumentType::Manifest;
    }
    if (ascii::equals(extension(file), "txt") && essence.isEmpty()) {
        return DocumentType::AddressList;
    }
    if (const auto known = find(kExtensions, extension(file))) {
        return *known;
    }
    // A name without an extension is a page's, mostly; the bytes will tell.
    return essence.isEmpty() && extension(file).isEmpty() ? DocumentType::Html : DocumentType::None;
}

bool isNamedAsList(QByteArrayView contentType, const Address &address)
{
    const std::optional<MimeType> mime = MimeType::parse(contentType);
    const QByteArray file = fileName(address).toByteArray().toLower();
    return (mime && mime->essence == "text/uri-list") || file.contains("sitemap")
        || file.startsWith("url");
}

DocumentType documentType(QByteArrayView contentType, const Address &address, QByteArrayView bytes)
{
    const DocumentType announced = announcedType(contentType, address);
    if (isGzip(bytes)) {
        const bool mayHoldList = announced == DocumentType::Gzip || announced == DocumentType::Xml
            || announced == DocumentType::AddressList;
        return mayHoldList ? DocumentType::Gzip : DocumentType::None;
    }
    if (looksBinary(bytes)) {
        return DocumentType::None;
    }
    switch (announced) {
    case DocumentType::Xml:
    case DocumentType::Feed:
    case DocumentType::Dash:
    case DocumentType::Gzip: {
        const DocumentType type = xmlType(bytes);
        // Only lists are worth reading in what was not even called XML.
        return type == DocumentType::Xhtml && isPlainText(contentType) ? DocumentType::None : type;
    }
    case DocumentType::Json:
        return jsonType(bytes, fileName(address));
    case DocumentType::Html: {
        const DocumentType type = mayBeMislabelledXml(bytes) ? xmlType(bytes) : announced;
        const bool told = MimeType::parse(contentType).has_value();
        return type == DocumentType::Xhtml && told ? announced : type;
    }
    default:
        break;
    }
    const bool told = MimeType::parse(contentType).has_value();
    return !told && announced != DocumentType::Css && startsAsHtml(bytes) ? DocumentType::Html
                                                                          : announced;
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
