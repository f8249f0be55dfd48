// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/headers.h"

#include "core/discover/ascii.h"
#include "core/discover/htmlmeta.h"
#include "core/discover/linkcollector.h"
#include "core/discover/srcset.h"

#include <optional>

namespace gleaner
{

namespace
{

// A cursor over a header's value.
class HeaderReader
{
public:
    explicit HeaderReader(QByteArrayView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    void skip() { ++m_at; }
    void skipSpace()
    {
        while (ascii::isSpace(peek())) {
            ++m_at;
        }
    }
    bool take(char c)
    {
        if (peek() != c || atEnd()) {
            return false;
        }
        ++m_at;
        return true;
    }
    QByteArrayView takeUntil(QByteArrayView stops)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && !stops.contains(m_text[m_at])) {
            ++m_at;
        }
        return m_text.sliced(begin, m_at - begin);
    }
    /// Behind an opening quote.
    QByteArray takeQuoted()
    {
        QByteArray content;
        while (!atEnd() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
            }
            content.append(m_text[m_at++]);
        }
        ++m_at;
        return content;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

struct LinkValue {
    QByteArrayView target;
    std::optional<QByteArray> rel;
    QByteArray type;
    QByteArray as;
    QByteArray imageSrcset;
    bool hasAnchor = false;
};

void readParameter(HeaderReader &reader, LinkValue &link)
{
    reader.skipSpace();
    const QByteArray name = ascii::trimmed(reader.takeUntil("=;,")).toByteArray().toLower();
    QByteArray value;
    if (reader.take('=')) {
        reader.skipSpace();
        value = reader.take('"') ? reader.takeQuoted()
                                 : ascii::trimmed(reader.takeUntil(";,")).toByteArray();
        reader.takeUntil(";,");
    }
    // Of repeated parameters the first counts: RFC 8288, section 3.3.
    if (name == "rel" && !link.rel) {
        link.rel = value;
    } else if (name == "type" && link.type.isEmpty()) {
        link.type = value;
    } else if (name == "as" && link.as.isEmpty()) {
        link.as = value;
    } else if (name == "imagesrcset" && link.imageSrcset.isEmpty()) {
        link.imageSrcset = value;
    } else if (name == "anchor") {
        link.hasAnchor = true;
    }
}

void addLink(std::vector<Link> &links, const Address &document, QByteArrayView reference,
    LinkKind kind, const char *header)
{
    const std::optional<Address> address = document.resolve(reference);
    if (address && !namesNothing(address->bytes())) {
        links.push_back({*address, kind, {header, ""}, false});
    }
}

} // namespace

QByteArrayView refreshTarget(QByteArrayView value)
{
    qsizetype at = 0;
    const auto peek = [&] { return at < value.size() ? value[at] : '\0'; };
    const auto skipSpace = [&] {
        while (ascii::isSpace(peek())) {
            ++at;
        }
    };
    skipSpace();
    if (!ascii::isDigit(peek()) && peek() != '.') {
        return {};
    }
    while (ascii::isDigit(peek()) || peek() == '.') {
        ++at;
    }
    if (peek() != ';' && peek() != ',' && !ascii::isSpace(peek())) {
        return {};
    }
    skipSpace();
    at += peek() == ';' || peek() == ',';
    skipSpace();

    const QByteArrayView rest = value.sliced(at);
    if (ascii::startsWith(rest, "u")) {
        if (!ascii::startsWith(rest, "url")) {
            return ascii::trimmed(rest);
        }
        at += 3;
        skipSpace();
        if (peek() != '=') {
            return ascii::trimmed(rest);
        }
        ++at;
        skipSpace();
    }
    const char quote = peek();
    if (quote != '"' && quote != '\'') {
        return ascii::trimmed(value.sliced(at));
    }
    const qsizetype end = value.indexOf(quote, at + 1);
    return ascii::trimmed(end < 0 ? value.sliced(at + 1) : value.sliced(at + 1, end - at - 1));
}

std::vector<Link> linkHeaderLinks(QByteArrayView value, const Address &document)
{
    std::vector<Link> links;
    HeaderReader reader(value);
    while (!reader.atEnd()) {
        reader.skipSpace();
        if (!reader.take('<')) {
            reader.takeUntil(",");
            reader.take(',');
            continue;
        }
        LinkValue link;
        link.target = ascii::trimmed(reader.takeUntil(">"));
        reader.take('>');
        reader.skipSpace();
        while (reader.take(';')) {
            readParameter(reader, link);
        }
        reader.takeUntil(",");
        reader.take(',');

        const std::optional<LinkKind> kind =
            link.rel ? kindOfLink(*link.rel, link.type, link.as) : std::nullopt;
        if (!kind || link.hasAnchor) {
            continue;
        }
        addLink(links, document, link.target, *kind, "Link: header");
        SrcsetScanner candidates(link.imageSrcset);
        while (candidates.next()) {
            addLink(links, document, candidates.url(), LinkKind::Requisite, "Link: header");
        }
    }
    return links;
}

std::vector<Link> refreshHeaderLinks(QByteArrayView value, const Address &document)
{
    std::vector<Link> links;
    const QByteArrayView target = refreshTarget(value);
    if (!target.isEmpty()) {
        addLink(links, document, target, LinkKind::Navigation, "Refresh: header");
    }
    return links;
}

std::vector<Link> contentLocationLinks(QByteArrayView value, const Address &document)
{
    std::vector<Link> links;
    addLink(
        links, document, ascii::trimmed(value), LinkKind::Alternate, "Content-Location: header");
    std::erase_if(links, [&](const Link &link) { return link.address == document; });
    return links;
}

} // namespace gleaner
