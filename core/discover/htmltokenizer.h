// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/charreferences.h"
#include "core/discover/htmlnames.h"

#include <QByteArrayView>

#include <optional>
#include <span>
#include <vector>

namespace gleaner
{

/// One attribute as it stands in the input: offsets of the name's and the value's raw bytes. An
/// attribute without a value has an empty one. Quotes are outside.
struct HtmlAttribute {
    quint32 nameBegin;
    quint32 nameEnd;
    quint32 valueBegin;
    quint32 valueEnd;
};

/// What a DOCTYPE says, as text. A missing identifier is not the same as an empty one.
struct HtmlDoctype {
    QByteArray name;
    std::optional<QByteArray> publicId;
    std::optional<QByteArray> systemId;
    bool forceQuirks = false;
};

/// Splits HTML into tags, text and comments exactly as a browser does: the tokenizer of the WHATWG
/// HTML standard, section 13.2.5, over UTF-8 bytes.
///
/// Single pass, no tree, and no allocation for an attribute or a text: everything is an offset or
/// a view into the input, which must outlive it. Linear in the input, whatever it holds. In any
/// thread. There are no errors: every byte sequence is HTML.
///
/// The caller plays the tree builder's part: after a start tag that switches the tokenizer
/// (script, style, title …) it calls setContent(), and it tells whether CDATA sections are
/// allowed (in SVG and MathML). Two things of the standard are left to it on purpose, because
/// link finding needs neither: names keep their case, and repeated attributes are not dropped
/// (the first one counts).
///
/// Caps: input beyond 4 GiB and attributes of one tag beyond MaxAttributes are not seen.
class HtmlTokenizer
{
public:
    static constexpr size_t MaxAttributes = 1 << 20;

    enum class Token : quint8 { StartTag, EndTag, Text, Comment, Doctype, End };
    /// The state in which the tokenizer goes on; all but Data and Plaintext end by themselves.
    enum class Content : quint8 { Data, Rcdata, Rawtext, ScriptData, Plaintext, Cdata };

    explicit HtmlTokenizer(QByteArrayView input);

    /// Finds the next token. Neighbouring texts may come in several tokens.
    Token next();

    void setContent(Content content) { m_content = content; }
    /// The start tag that an end tag must match to end raw text; next() keeps it by itself.
    void setLastStartTag(QByteArrayView name) { m_lastStartTag = name; }
    void setCdataAllowed(bool allowed) { m_cdataAllowed = allowed; }

    QByteArrayView input() const { return m_input; }
    /// The token's first byte and the one behind its last, in the input.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_at; }

    /// Of a tag: as written.
    QByteArrayView name() const { return view(m_nameBegin, m_nameEnd); }
    /// Of a tag. Valid until next().
    std::span<const HtmlAttribute> attributes() const { return m_attributes; }
    bool isSelfClosing() const { return m_selfClosing; }
    QByteArrayView name(const HtmlAttribute &a) const { return view(a.nameBegin, a.nameEnd); }
    QByteArrayView value(const HtmlAttribute &a) const { return view(a.valueBegin, a.valueEnd); }

    /// Of a text or a comment: the raw bytes, and what they are for DecodedText.
    QByteArrayView text() const { return view(m_nameBegin, m_nameEnd); }
    HtmlText textKind() const { return m_textKind; }
    /// Of a DOCTYPE. Parsed only when asked for.
    HtmlDoctype doctype() const;

private:
    QByteArrayView view(qsizetype begin, qsizetype end) const
    {
        return QByteArrayView(m_input.data() + begin, end - begin);
    }
    Token makeText(qsizetype begin, qsizetype end, HtmlText kind);
    Token makeComment(qsizetype begin, qsizetype end, qsizetype next);
    Token makeEnd();
    Token readData();
    Token readTag(Token type, qsizetype nameBegin);
    const char *readAttribute(const char *at, const char *end);
    Token readDeclaration();
    Token readComment(qsizetype begin);
    Token readBogusComment(qsizetype begin);
    Token readRaw();
    qsizetype findCharacter(char c, qsizetype from) const;
    qsizetype findSequence(QByteArrayView sequence, qsizetype from) const;
    bool endsRawText(qsizetype lessThan) const;
    bool tagNameIs(QByteArrayView name, qsizetype at) const;
    qsizetype findRawTextEnd() const;
    qsizetype findScriptEnd() const;

    QByteArrayView m_input;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    qsizetype m_nameBegin = 0;
    qsizetype m_nameEnd = 0;
    std::vector<HtmlAttribute> m_attributes;
    QByteArrayView m_lastStartTag;
    Content m_content = Content::Data;
    HtmlText m_textKind = HtmlText::Data;
    bool m_selfClosing = false;
    bool m_cdataAllowed = false;
};

/// How the text of an HTML element is read: Data for all but title, textarea, script, style and
/// the few like them. (Section 13.2.6.4, "generic raw text element parsing".)
HtmlTokenizer::Content contentOf(Element element);

} // namespace gleaner
