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
    };

    QByteArrayView text; ///< decoded, without outer white space; valid during the call
    qsizetype begin =
        0; ///< the raw bytes in the scanned text (see Charset: UTF-8, maybe converted)
    qsizetype end = 0;
    LinkKind kind = LinkKind::Navigation;
    FoundIn found;
    Role role = Role::Link;
    bool nofollow = false;
    bool inCss = false; ///< style sheets encode queries in UTF-8, whatever the page's charset
    QByteArrayView codebase; ///< resolved first, then the text against it; mostly empty
};

/// Who gets the references of a document, in its order. Called from the scanning thread.
class ReferenceSink
{
public:
    virtual ~ReferenceSink() = default;
    virtual void reference(const Reference &reference) = 0;
    /// The page asks robots not to follow its links.
    virtual void pageNofollow() { }
};

} // namespace gleaner
