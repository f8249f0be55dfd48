// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/foreigncontent.h"
#include "core/discover/htmllinks.h"
#include "core/discover/htmlrules.h"
#include "core/discover/htmltokenizer.h"
#include "core/discover/jsonlinks.h"

#include <array>
#include <bitset>

namespace gleaner
{

/// Walks over a page's tokens and hands its references to a sink: the inside of scanMarkup().
/// Used once, in one thread.
class HtmlScanner
{
public:
    HtmlScanner(
        QByteArrayView text, Markup markup, ReferenceSink &sink, ScriptStrings scripts, int depth);
    void run();

private:
    /// What the text until the next end tag of the same name is.
    enum class TextUse : quint8 { None, Css, Json, Script };

    void startTag();
    void endTag();
    void collectAttributes();
    void switchContent(Element element);
    void findObstacle(Element element, Attribute attribute, const HtmlAttribute &where);
    void readAttribute(Element element, Attribute attribute, const HtmlAttribute &where);
    void readText();
    void readComment();

    // Values: each reads one of HtmlRule's forms. The offset is that of the value's raw bytes.
    void readAddress(const DecodedText &value, qsizetype offset, LinkKind kind, FoundIn found);
    void readElsewhere(const DecodedText &value, qsizetype offset, FoundIn found);
    void readList(const DecodedText &value, qsizetype offset, LinkKind kind, FoundIn found);
    void readSrcset(const DecodedText &value, qsizetype offset, FoundIn found);
    void readCss(const DecodedText &text, qsizetype offset, const char *element);
    void readJson(const DecodedText &text, qsizetype offset, JsonForm form);
    void readScript(const DecodedText &text, qsizetype offset);
    void readSrcdoc(const DecodedText &value, qsizetype offset);
    void readBase(const DecodedText &value, qsizetype offset, FoundIn found);
    void readLinkHref(const DecodedText &value, qsizetype offset, FoundIn found);
    void readMeta(const DecodedText &value, qsizetype offset);
    void readMetaFields(const DecodedText &value, qsizetype offset);
    void readParam(const DecodedText &value, qsizetype offset, FoundIn found);
    /// Hands over a part of the value's text.
    void report(const DecodedText &value, qsizetype offset, QByteArrayView part, LinkKind kind,
        FoundIn found);
    /// Hands over an address that stands escaped between two offsets of the value's text.
    void report(const DecodedText &value, qsizetype offset, qsizetype begin, qsizetype end,
        Reference reference);

    bool has(Attribute attribute) const { return m_known[size_t(attribute)]; }
    /// The raw value of an attribute of the current tag; empty where it has none.
    QByteArrayView raw(Attribute attribute) const;
    QByteArray decoded(Attribute attribute) const;

    HtmlTokenizer m_tokens;
    ForeignContent m_foreign;
    ReferenceSink &m_sink;
    const ScriptStrings m_scripts;
    const int m_depth;
    const bool m_isXml;
    TextUse m_textUse = TextUse::None;
    JsonForm m_jsonForm = JsonForm::LinkedData;
    Element m_textElement = Element::Other;
    ForeignContent::Namespace m_namespace = ForeignContent::Namespace::Html; ///< the current tag's
    int m_templates = 0; ///< that are open around here
    bool m_nofollow = false;
    QByteArray m_codebase;

    // The current tag's attributes that matter, the first of each, in their order.
    struct Known {
        Attribute attribute;
        const HtmlAttribute *where;
    };
    std::bitset<size_t(Attribute::Count)> m_known;
    int m_knownCount = 0;
    std::array<Known, size_t(Attribute::Count)> m_attributes;
};

} // namespace gleaner
