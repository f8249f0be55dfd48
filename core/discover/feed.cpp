// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/htmllinks.h"
#include "core/discover/htmlmeta.h"
#include "core/discover/xmllinks.h"
#include "core/discover/xmlreader.h"

#include <optional>
#include <vector>

namespace gleaner
{

namespace
{

struct Place {
    const char *parent; ///< nullptr: any
    const char *element;
    const char *attribute; ///< nullptr: the element's text
    LinkKind kind;
};

constexpr Place kPlaces[] = {
    {nullptr, "a", "href", LinkKind::Navigation}, // Atom content of type xhtml
    {nullptr, "chapters", "url", LinkKind::Requisite}, // of podcasts, as transcript
    {nullptr, "commentRss", nullptr, LinkKind::Feed},
    {nullptr, "comments", nullptr, LinkKind::Navigation},
    {nullptr, "content", "src", LinkKind::Navigation},
    {nullptr, "content", "url", LinkKind::Requisite}, // Media RSS
    {nullptr, "enclosure", "url", LinkKind::Requisite},
    {nullptr, "icon", nullptr, LinkKind::Requisite},
    {nullptr, "image", "href", LinkKind::Requisite}, // iTunes
    {"image", "url", nullptr, LinkKind::Requisite},
    {nullptr, "img", "src", LinkKind::Requisite},
    {nullptr, "link", nullptr, LinkKind::Navigation}, // RSS
    {nullptr, "logo", nullptr, LinkKind::Requisite},
    {nullptr, "player", "url", LinkKind::Navigation},
    {nullptr, "source", "url", LinkKind::Feed},
    {nullptr, "thumbnail", "url", LinkKind::Requisite},
    {nullptr, "transcript", "url", LinkKind::Requisite},
};

bool is(QByteArrayView name, const char *wanted)
{
    return name == QByteArrayView(wanted, qstrlen(wanted));
}

/// The inside of entries: pages whose base is the feed's.
class EntrySink : public ReferenceSink
{
public:
    EntrySink(ReferenceSink &outer, QByteArrayView base)
        : m_outer(outer)
        , m_base(base)
    {
    }

    void reference(const Reference &reference) override
    {
        if (reference.role == Reference::Role::Base) {
            return;
        }
        Reference outer = reference;
        outer.begin = 0;
        outer.end = 0;
        if (outer.codebase.isEmpty()) {
            outer.codebase = m_base;
        }
        m_outer.reference(outer);
    }

private:
    ReferenceSink &m_outer;
    QByteArrayView m_base;
};

class FeedScanner
{
public:
    FeedScanner(QByteArrayView xml, ReferenceSink &sink)
        : m_reader(xml)
        , m_sink(sink)
    {
    }

    void run();

private:
    void readStart();
    void readText();
    void readAtomLink();
    void report(QByteArrayView text, LinkKind kind, FoundIn found);
    QByteArrayView base() const;

    XmlReader m_reader;
    ReferenceSink &m_sink;
    struct Base {
        size_t depth;
        QByteArray address;
    };
    std::vector<Base> m_bases;
    bool m_guidIsLink = false;
};

void FeedScanner::run()
{
    using Event = XmlReader::Event;
    for (Event event = m_reader.next(); event != Event::End; event = m_reader.next()) {
        while (!m_bases.empty()
            && (m_bases.back().depth > m_reader.depth()
                || (m_bases.back().depth == m_reader.depth() && event == Event::Start))) {
            m_bases.pop_back();
        }
        if (event == Event::Start) {
            readStart();
        } else {
            readText();
        }
    }
}

void FeedScanner::readStart()
{
    const QByteArray base = m_reader.attribute("xml:base");
    if (!base.isEmpty() && !m_reader.isSelfClosing()) {
        m_bases.push_back({m_reader.depth(), base});
    }
    if (is(m_reader.name(), "guid")) {
        m_guidIsLink = !ascii::equals(m_reader.attribute("isPermaLink"), "false");
    }
    if (is(m_reader.name(), "link")) {
        readAtomLink();
    }
    for (const Place &place : kPlaces) {
        if (place.attribute && is(m_reader.name(), place.element)) {
            const QByteArray value =
                m_reader.attribute(QByteArrayView(place.attribute, qstrlen(place.attribute)));
            report(value, place.kind, {place.element, place.attribute});
        }
    }
}

// RFC 4287, section 4.2.7.
void FeedScanner::readAtomLink()
{
    const QByteArray rel = m_reader.attribute("rel").toLower();
    const QByteArray href = m_reader.attribute("href");
    if (rel == "hub" || rel == "edit" || rel == "edit-media") {
        return;
    }
    const LinkKind kind = rel == "enclosure" ? LinkKind::Requisite
        : rel == "self" || rel == "next" || rel == "previous" || rel == "first" || rel == "last"
            || rel == "prev-archive" || rel == "next-archive" || rel == "current"
        ? LinkKind::Feed
        : LinkKind::Navigation;
    report(href, kind, {"link", "href"});
}

void FeedScanner::readText()
{
    const QByteArrayView name = m_reader.name();
    const QByteArrayView text = m_reader.text();
    if (is(name, "guid") && m_guidIsLink
        && (ascii::startsWith(text, "http://") || ascii::startsWith(text, "https://"))) {
        report(text, LinkKind::Navigation, {"guid", ""});
    } else if (is(name, "description") || is(name, "encoded") || is(name, "content")
        || is(name, "summary")) {
        EntrySink entry(m_sink, base());
        scanMarkup(text, Markup::Html, entry);
    } else {
        for (const Place &place : kPlaces) {
            // What a text input links to is a place to send things to.
            if (!place.attribute && is(name, place.element) && !is(m_reader.parent(), "textInput")
                && (!place.parent || is(m_reader.parent(), place.parent))) {
                report(text, place.kind, {place.element, ""});
            }
        }
    }
}

void FeedScanner::report(QByteArrayView text, LinkKind kind, FoundIn found)
{
    if (text.isEmpty()) {
        return;
    }
    Reference reference;
    reference.text = text;
    reference.kind = kind;
    reference.found = found;
    reference.codebase = base();
    m_sink.reference(reference);
}

QByteArrayView FeedScanner::base() const
{
    return m_bases.empty() ? QByteArrayView() : QByteArrayView(m_bases.back().address);
}

} // namespace

void scanFeed(QByteArrayView xml, ReferenceSink &sink)
{
    FeedScanner(xml, sink).run();
}

} // namespace gleaner
