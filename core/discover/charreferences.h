// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace gleaner
{

/// What stands in a run of raw HTML bytes, and so how it is turned into text.
enum class HtmlText : quint8 {
    Attribute, ///< an attribute's value
    Data, ///< text between tags: references count, NUL stays
    Rcdata, ///< title, textarea: references count, NUL becomes U+FFFD
    Rawtext, ///< script, style, comments, names: no references, NUL becomes U+FFFD
    Cdata, ///< a CDATA section: no references, NUL stays
};

/// Raw bytes of HTML as the text that they mean, with the way back.
///
/// Bytes without a reference, CR or NUL are not copied: text() is then the view it was made from,
/// which must outlive it. A value, any thread. (HTML standard, sections 13.2.3.5 and 13.2.5.72.)
class DecodedText
{
public:
    DecodedText() = default;
    DecodedText(QByteArrayView raw, HtmlText how);

    // The text may be a view into the object itself.
    DecodedText(const DecodedText &) = delete;
    DecodedText &operator=(const DecodedText &) = delete;

    QByteArrayView text() const { return m_text; }
    /// Whether text() lives in this object and not in the raw bytes.
    bool isCopy() const { return m_text.data() != m_raw.data(); }
    /// Whether an '&' has to be written as a reference in the raw bytes.
    bool hasReferences() const { return m_hasReferences; }

    /// Where in the raw bytes the text's byte at `offset` begins; for `offset == text().size()`,
    /// the end. Cheap for offsets near the one asked for before.
    qsizetype rawOffset(qsizetype offset) const;

private:
    struct Piece {
        qsizetype text; ///< where in the text a changed run ends
        qsizetype raw; ///< and where in the raw bytes
    };

    QByteArrayView m_raw;
    QByteArrayView m_text;
    QByteArray m_copy;
    std::vector<Piece> m_pieces;
    mutable size_t m_lastPiece = 0;
    bool m_hasReferences = false;
};

/// Reads the reference that begins with the '&' at `raw[at]`. Appends what it means and returns
/// how many bytes it took, or 0 where it is none and stands for itself.
qsizetype appendCharReference(QByteArray &out, QByteArrayView raw, qsizetype at, bool inAttribute);

/// Appends a Unicode scalar value in UTF-8.
void appendUtf8(QByteArray &out, char32_t c);

} // namespace gleaner
