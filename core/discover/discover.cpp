// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/discover.h"

#include "core/discover/css.h"
#include "core/discover/gunzip.h"
#include "core/discover/htmllinks.h"
#include "core/discover/jsonlinks.h"
#include "core/discover/linkcollector.h"
#include "core/discover/listlinks.h"
#include "core/discover/scandocument.h"
#include "core/discover/scriptstrings.h"
#include "core/discover/xmllinks.h"

namespace gleaner
{

namespace
{

void scanStyleSheet(QByteArrayView text, ReferenceSink &sink)
{
    CssScanner css(text);
    while (css.next()) {
        Reference reference;
        reference.text = css.url();
        reference.begin = css.begin();
        reference.end = css.end();
        reference.kind = LinkKind::Requisite;
        reference.found = {"css", css.where()};
        reference.inCss = true;
        sink.reference(reference);
    }
}

void scanScript(QByteArrayView text, ReferenceSink &sink)
{
    ScriptStringScanner strings(text);
    while (strings.next()) {
        Reference reference;
        reference.text = strings.url();
        reference.begin = strings.begin();
        reference.end = strings.end();
        reference.kind = LinkKind::Guessed;
        reference.found = {"script", "string"};
        sink.reference(reference);
    }
}

void scanJson(QByteArrayView text, JsonForm form, ReferenceSink &sink)
{
    JsonLinkScanner json(text, form);
    while (json.next()) {
        Reference reference;
        reference.text = json.url();
        reference.begin = json.begin();
        reference.end = json.end();
        reference.kind = json.kind();
        reference.found = {"json", json.member()};
        sink.reference(reference);
    }
}

CharsetName charsetOf(DocumentType type, const Document &document)
{
    switch (type) {
    case DocumentType::Html:
        return charsetOfHtml(document.bytes, document.contentType);
    case DocumentType::Css:
        return charsetOfCss(document.bytes, document.contentType);
    case DocumentType::Xhtml:
    case DocumentType::Xml:
    case DocumentType::Sitemap:
    case DocumentType::Feed:
    case DocumentType::Dash:
        return charsetOfXml(document.bytes, document.contentType);
    default:
        return "UTF-8";
    }
}

Discovery discoverInGzip(const Document &document)
{
    Document inner;
    inner.bytes = gunzipped(document.bytes, MaxSitemapBytes);
    inner.address = document.address;
    if (isGzip(inner.bytes)) {
        // There are files that unpack to themselves.
        return {};
    }
    const DocumentType type = xmlType(inner.bytes);
    inner.contentType = type == DocumentType::Sitemap || type == DocumentType::Feed
        ? "application/xml"
        : "text/uri-list";
    return discover(inner);
}

} // namespace

bool holdsLinks(QByteArrayView contentType, const Address &address, qint64 statedLength)
{
    const DocumentType type = announcedType(contentType, address);
    if (type == DocumentType::Json || type == DocumentType::AddressList) {
        return statedLength <= MaxUnnamedList || isNamedAsList(contentType, address);
    }
    return type != DocumentType::None && type != DocumentType::Script;
}

DecodedDocument decodeDocument(const Document &document)
{
    DecodedDocument result;
    result.type = documentType(document.contentType, document.address, document.bytes);
    result.charset = charsetOf(result.type, document);
    result.text = toUtf8(document.bytes, result.charset);
    result.scripts = document.scripts;
    return result;
}

void scanDocument(const DecodedDocument &document, const Address &address, ReferenceSink &sink)
{
    const QByteArrayView text = document.text;
    switch (document.type) {
    case DocumentType::None:
    case DocumentType::Json:
    case DocumentType::Gzip:
        break;
    case DocumentType::Html:
        scanMarkup(text, Markup::Html, sink, document.scripts);
        break;
    case DocumentType::Xhtml:
    case DocumentType::Xml:
        scanMarkup(text, Markup::Xml, sink, document.scripts);
        break;
    case DocumentType::Css:
        scanStyleSheet(text, sink);
        break;
    case DocumentType::Sitemap:
        scanSitemap(text, sink);
        break;
    case DocumentType::Feed:
        scanFeed(text, sink);
        break;
    case DocumentType::Dash:
        scanDash(text, address, sink);
        break;
    case DocumentType::Manifest:
        scanJson(text, JsonForm::Manifest, sink);
        break;
    case DocumentType::JsonFeed:
        scanJson(text, JsonForm::Feed, sink);
        break;
    case DocumentType::Playlist:
        scanPlaylist(text, sink);
        break;
    case DocumentType::AddressList:
        scanAddressList(text, sink);
        break;
    case DocumentType::Script:
        if (document.scripts == ScriptStrings::Guess) {
            scanScript(text, sink);
        }
        break;
    }
}

Discovery discover(const Document &document)
{
    const DecodedDocument decoded = decodeDocument(document);
    if (decoded.type == DocumentType::Gzip) {
        return discoverInGzip(document);
    }
    LinkCollector links(document.address, decoded.text,
        decoded.type == DocumentType::Css ? QueryEncoder() : queryEncoderFor(decoded.charset));
    scanDocument(decoded, document.address, links);
    return links.finish();
}

} // namespace gleaner
