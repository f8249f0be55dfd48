// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// A character encoding by its WHATWG name ("windows-1252"): a literal with static life. Null is
/// none.
using CharsetName = const char *;

/// The encoding that a label means (Encoding standard, section 4.2), in any case and with blanks
/// around it; null if it means none.
CharsetName charsetForLabel(QByteArrayView label);

/// The encoding that a byte order mark tells, or null.
CharsetName charsetOfMark(QByteArrayView bytes);

/// The encoding that a page's first 1024 bytes declare in a `meta`, or null. (HTML standard,
/// section 13.2.3.2, "prescan a byte stream to determine its encoding".)
CharsetName charsetOfMeta(QByteArrayView bytes);

/// The encoding that any `meta` of the page declares, also behind its first 1024 bytes, where it
/// makes a browser start again (section 13.2.3.4); null for none. Linear.
CharsetName charsetOfAnyMeta(QByteArrayView bytes);

/// A page's encoding: mark, then header, then meta. Where none of these tells it is UTF-8 if the
/// bytes are that, as browsers decide for local files, and windows-1252 if not.
CharsetName charsetOfHtml(QByteArrayView bytes, QByteArrayView contentType);

/// A style sheet's: mark, header, `@charset`, else UTF-8 (CSS Syntax Level 3, section 3.2). The
/// encoding of the page that uses it is not known here.
CharsetName charsetOfCss(QByteArrayView bytes, QByteArrayView contentType);

/// An XML document's: mark, header, XML declaration, else UTF-8.
CharsetName charsetOfXml(QByteArrayView bytes, QByteArrayView contentType);

/// The body in UTF-8, without byte order mark. The same bytes, not copied, where that is what
/// they are already or where ASCII is all they hold. Empty for the "replacement" encodings, which
/// browsers refuse. Invalid UTF-8 stays as it is. Any thread.
QByteArray toUtf8(const QByteArray &bytes, CharsetName charset);

/// How the charset's pages write queries; empty for those that write them in UTF-8.
QueryEncoder queryEncoderFor(CharsetName charset);

} // namespace gleaner
