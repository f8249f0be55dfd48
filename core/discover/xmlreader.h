// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/htmltokenizer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace gleaner
{

/// Reads XML for its elements' attributes and texts, as forgiving as web feeds need: what is not
/// well-formed costs a line, not the document. A DOCTYPE is passed over, so that no entity of a
/// document's own is ever expanded.
///
/// Linear; levels beyond MaxDepth are read as if they stood at MaxDepth. Any thread. The text must
/// outlive the reader. Names are without their namespace prefix.
class XmlReader
{
public:
    static constexpr size_t MaxDepth = 64;

    enum class Event : quint8 {
        Start, ///< a start tag: attributes count
        Text, ///< the end of an element: its own text counts
        End, ///< of the document
    };

    explicit XmlReader(QByteArrayView xml);

    Event next();

    /// Of the element that starts or ends.
    QByteArrayView name() const { return m_name; }
    /// Of the element around it; empty at the root.
    QByteArrayView parent() const { return m_parent; }
    /// How many elements are around it.
    size_t depth() const { return m_depth; }
    /// The element's own text, trimmed. Valid until next().
    QByteArrayView text() const { return m_text; }
    /// A start tag's attribute, trimmed; a null array where it has none.
    QByteArray attribute(QByteArrayView name) const;
    bool isSelfClosing() const { return m_tokens.isSelfClosing(); }

private:
    struct Level {
        QByteArrayView name;
        qsizetype textBegin; ///< in m_texts
    };

    void enter();
    bool leave();

    HtmlTokenizer m_tokens;
    std::vector<Level> m_levels;
    QByteArray m_texts; ///< of all open elements, the innermost last
    QByteArray m_ownText;
    QByteArrayView m_text;
    QByteArrayView m_name;
    QByteArrayView m_parent;
    size_t m_depth = 0;
};

/// "loc" of "image:loc".
QByteArrayView localName(QByteArrayView name);

/// The local name of a document's first element, or an empty one.
QByteArrayView rootElement(QByteArrayView xml);

} // namespace gleaner
