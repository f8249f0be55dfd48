// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/ascii.h"
#include "core/discover/css.h"
#include "core/discover/headers.h"
#include "core/discover/htmlmeta.h"
#include "core/discover/htmlscanner.h"
#include "core/discover/scriptstrings.h"
#include "core/discover/srcset.h"

// How HtmlScanner reads the values of attributes and the texts of elements.

namespace gleaner
{

namespace
{

qsizetype offsetIn(QByteArrayView whole, QByteArrayView part)
{
    return part.data() - whole.data();
}

/// Hands on the references of a page inside a page, as references of the outer one.
class InnerPage : public ReferenceSink
{
public:
    InnerPage(ReferenceSink &outer, const DecodedText &value, qsizetype offset)
        : m_outer(outer)
        , m_value(value)
        , m_offset(offset)
    {
    }

    void reference(const Reference &reference) override
    {
        // Its base concerns only itself. (What it says before it, it says of the outer base.)
        if (reference.role == Reference::Role::Base && m_base.isEmpty()) {
            m_base = reference.text.toByteArray();
        }
        if (reference.role == Reference::Role::Base) {
            return;
        }
        Reference outer = reference;
        outer.begin = m_offset + m_value.rawOffset(reference.begin);
        outer.end = m_offset + m_value.rawOffset(reference.end);
        outer.ampersandLevels += m_value.hasReferences();
        if (outer.codebase.isEmpty()) {
            outer.codebase = m_base;
        }
        m_outer.reference(outer);
    }

    void obstacle(const Obstacle &obstacle) override
    {
        m_outer.obstacle({m_offset + m_value.rawOffset(obstacle.name), obstacle.when});
    }
    void beginElement() override { m_outer.beginElement(); }
    void endElement() override { m_outer.endElement(); }

private:
    ReferenceSink &m_outer;
    const DecodedText &m_value;
    const qsizetype m_offset;
    QByteArray m_base;
};

} // namespace

void HtmlScanner::report(
    const DecodedText &value, qsizetype offset, QByteArrayView part, LinkKind kind, FoundIn found)
{
    const qsizetype begin = offsetIn(value.text(), part);
    Reference reference;
    reference.text = part;
    reference.kind = kind;
    reference.found = found;
    report(value, offset, begin, begin + part.size(), reference);
}

void HtmlScanner::report(
    const DecodedText &value, qsizetype offset, qsizetype begin, qsizetype end, Reference reference)
{
    reference.begin = offset + value.rawOffset(begin);
    reference.end = offset + value.rawOffset(end);
    reference.nofollow = m_nofollow;
    reference.ampersandLevels = value.hasReferences();
    if (!m_codebase.isEmpty()) {
        reference.codebase = m_codebase;
    }
    m_sink.reference(reference);
}

void HtmlScanner::readAddress(
    const DecodedText &value, qsizetype offset, LinkKind kind, FoundIn found)
{
    report(value, offset, ascii::trimmed(value.text()), kind, found);
}

void HtmlScanner::readElsewhere(const DecodedText &value, qsizetype offset, FoundIn found)
{
    Reference reference;
    reference.text = ascii::trimmed(value.text());
    reference.found = found;
    reference.role = Reference::Role::Elsewhere;
    const qsizetype begin = offsetIn(value.text(), reference.text);
    report(value, offset, begin, begin + reference.text.size(), reference);
}

void HtmlScanner::readList(const DecodedText &value, qsizetype offset, LinkKind kind, FoundIn found)
{
    const bool commas = kind == LinkKind::Requisite;
    ascii::forEachWord(
        value.text(), [commas](char c) { return ascii::isSpace(c) || (commas && c == ','); },
        [&](QByteArrayView word) { report(value, offset, word, kind, found); });
}

void HtmlScanner::readSrcset(const DecodedText &value, qsizetype offset, FoundIn found)
{
    SrcsetScanner candidates(value.text());
    while (candidates.next()) {
        report(value, offset, candidates.url(), LinkKind::Requisite, found);
    }
}

void HtmlScanner::readCss(const DecodedText &text, qsizetype offset, const char *element)
{
    CssScanner css(text.text());
    while (css.next()) {
        Reference reference;
        reference.text = css.url();
        reference.kind = LinkKind::Requisite;
        reference.found = {element, css.where()};
        reference.inCss = true;
        report(text, offset, css.begin(), css.end(), reference);
    }
}

void HtmlScanner::readJson(const DecodedText &text, qsizetype offset, JsonForm form)
{
    JsonLinkScanner json(text.text(), form);
    while (json.next()) {
        Reference reference;
        reference.text = json.url();
        reference.kind = json.kind();
        reference.found = {"script", json.member()};
        reference.isString = true;
        report(text, offset, json.begin(), json.end(), reference);
    }
}

void HtmlScanner::readScript(const DecodedText &text, qsizetype offset)
{
    ScriptStringScanner strings(text.text());
    while (strings.next()) {
        Reference reference;
        reference.text = strings.url();
        reference.kind = LinkKind::Guessed;
        reference.found = {"script", "string"};
        reference.isString = true;
        report(text, offset, strings.begin(), strings.end(), reference);
    }
}

void HtmlScanner::readSrcdoc(const DecodedText &value, qsizetype offset)
{
    if (m_depth < MaxPagesInPages) {
        InnerPage sink(m_sink, value, offset);
        HtmlScanner(value.text(), Markup::Html, sink, m_scripts, m_depth + 1).run();
    }
}

void HtmlScanner::readBase(const DecodedText &value, qsizetype offset, FoundIn found)
{
    // What stands in a template is another document until a script takes it out.
    if (m_namespace != ForeignContent::Namespace::Html || m_templates > 0) {
        return;
    }
    Reference reference;
    reference.text = ascii::trimmed(value.text());
    reference.found = found;
    reference.role = Reference::Role::Base;
    const qsizetype begin = offsetIn(value.text(), reference.text);
    report(value, offset, begin, begin + reference.text.size(), reference);
}

void HtmlScanner::readLinkHref(const DecodedText &value, qsizetype offset, FoundIn found)
{
    const std::optional<LinkKind> kind =
        kindOfLink(decoded(Attribute::Rel), decoded(Attribute::Type), decoded(Attribute::As));
    if (kind) {
        readAddress(value, offset, *kind, found);
    } else {
        readElsewhere(value, offset, found);
    }
}

void HtmlScanner::readMeta(const DecodedText &value, qsizetype offset)
{
    const QByteArray equivalent = decoded(Attribute::HttpEquiv).trimmed().toLower();
    if (equivalent == "refresh") {
        const QByteArrayView target = refreshTarget(value.text());
        if (!target.isEmpty()) {
            report(value, offset, target, LinkKind::Navigation, {"meta", "refresh"});
        }
        return;
    }
    for (const Attribute attribute : {Attribute::Name, Attribute::Property, Attribute::Itemprop}) {
        const QByteArray name = decoded(attribute).trimmed().toLower();
        if (name == "robots" && forbidsFollowing(value.text())) {
            m_sink.pageNofollow();
        } else if (name == "msapplication-task" || name == "msapplication-badge"
            || name == "msapplication-notification") {
            readMetaFields(value, offset);
            return;
        } else if (name == "msapplication-config"
            && ascii::equals(ascii::trimmed(value.text()), "none")) {
            return;
        } else if (const MetaMeaning *meaning = metaMeaning(name)) {
            readAddress(value, offset, meaning->kind, {"meta", meaning->name});
            return;
        }
    }
}

// "name=Help;action-uri=/help;icon-uri=/help.ico", "frequency=30;polling-uri=/a;polling-uri2=/b"
void HtmlScanner::readMetaFields(const DecodedText &value, qsizetype offset)
{
    ascii::forEachWord(
        value.text(), [](char c) { return c == ';'; },
        [&](QByteArrayView field) {
            field = ascii::trimmed(field);
            const qsizetype equals = field.indexOf('=');
            const QByteArrayView name = ascii::trimmed(field.first(std::max<qsizetype>(equals, 0)));
            const QByteArrayView address = ascii::trimmed(field.sliced(equals + 1));
            if (ascii::equals(name, "action-uri")) {
                report(value, offset, address, LinkKind::Navigation, {"meta", "action-uri"});
            } else if (ascii::equals(name, "icon-uri")) {
                report(value, offset, address, LinkKind::Requisite, {"meta", "icon-uri"});
            } else if (ascii::startsWith(name, "polling-uri")) {
                report(value, offset, address, LinkKind::Requisite, {"meta", "polling-uri"});
            }
        });
}

void HtmlScanner::readParam(const DecodedText &value, qsizetype offset, FoundIn found)
{
    if (isAddressParam(decoded(Attribute::Name))
        || ascii::equals(decoded(Attribute::Valuetype), "ref")) {
        readAddress(value, offset, LinkKind::Requisite, found);
    }
}

// <?xml-stylesheet type="text/css" href="style.css"?>, which the tokenizer takes for a comment.
void HtmlScanner::readComment()
{
    QByteArrayView comment = m_tokens.text();
    if (!comment.startsWith("?xml-stylesheet")) {
        return;
    }
    const qsizetype name = comment.indexOf("href");
    const qsizetype open = name < 0 ? -1 : comment.indexOf('=', name);
    if (open < 0) {
        return;
    }
    const QByteArrayView rest = ascii::trimmed(comment.sliced(open + 1));
    const qsizetype close = rest.isEmpty() ? -1 : rest.indexOf(rest.front(), 1);
    if (close > 0 && (rest.startsWith('"') || rest.startsWith('\''))) {
        const QByteArrayView raw = rest.sliced(1, close - 1);
        const DecodedText value(raw, HtmlText::Attribute);
        readAddress(value, offsetIn(m_tokens.input(), raw), LinkKind::Requisite,
            {"xml-stylesheet", "href"});
    }
}

} // namespace gleaner
