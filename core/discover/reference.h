// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/discover.h"

#include <QByteArrayView>

namespace gleaner
{

/// One place in a document that names an address, before it is resolved.
///
/// A link rewriter may replace the bytes [begin, end) of the scanned text by another address in
/// which every byte but unreserved ones, '/' and '%' is percent-encoded: such an address needs no
/// escaping in any of the places where references stand.
struct Reference {
    enum class Role : quint8 {
        Link,
        Base, ///< not fetched: what the document's other references are relative to
        Elsewhere, ///< not fetched: where forms are sent to, what is quoted, whom to talk to
    };

    QByteArrayView text; ///< decoded, without outer white space; valid during the call
    qsizetype begin =
        0; ///< the raw bytes in the scanned text (see Charset: UTF-8, maybe converted)
    qsizetype end = 0;
    LinkKind kind = LinkKind::Navigation;
    FoundIn found;
    Role role = Role::Link;
    bool nofollow = false;
    /// How many times over an '&' is to be escaped between begin and end: once in an attribute,
    /// twice in one of a page in `srcdoc`, never in HTML's `style` elements or in style sheets.
    quint8 ampersandLevels = 0;
    bool isString = false; ///< of JSON or a script: what it is written as is not ours to say
    bool inCss = false; ///< style sheets encode queries in UTF-8, whatever the page's charset
    QByteArrayView codebase; ///< resolved first, then the text against it; mostly empty
};

/// An attribute that would keep a page from working as a file with rewritten links. Written as
/// another name, say behind "data-", it has no effect.
struct Obstacle {
    enum class When : quint8 {
        Always, ///< `base`, `codebase`, a content security policy in `meta`
        WithLocalFile, ///< `integrity`, `crossorigin`: where its element loads a file
    };
    qsizetype name = 0; ///< where its name begins in the scanned text
    When when = When::Always;
};

/// Who gets the references of a document, in its order. Called from the scanning thread.
class ReferenceSink
{
public:
    virtual ~ReferenceSink() = default;
    virtual void reference(const Reference &reference) = 0;
    /// Comes among the references of its element, in no certain order. Of a repeated attribute each
    /// is told.
    virtual void obstacle(const Obstacle &) { }
    /// Around the references and obstacles of an element with an obstacle WithLocalFile. A page in
    /// its `srcdoc` has such elements of its own.
    virtual void beginElement() { }
    virtual void endElement() { }
    /// The page asks robots not to follow its links.
    virtual void pageNofollow() { }
};

} // namespace gleaner
