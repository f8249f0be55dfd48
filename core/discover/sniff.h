// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// What a body's first bytes show, whatever its Content-Type says. Looks at no more of them than
/// browsers do. Any thread.

/// Does the body begin as HTML does: with one of the tags of the MIME Sniffing standard, section
/// 7.1, or a comment?
bool startsAsHtml(QByteArrayView bytes);

/// Is it plainly a picture, a film, a sound, a font, an archive or a PDF file (sections 6.1 to 6.4
/// and 7.1)? Then it is not read for links, even where the server calls it a page.
///
/// The signature alone is not enough: a text may begin with "BM" or "ID3". Bytes that no text has
/// ("binary data bytes", section 3) must stand near it. A page with a stray control byte stays one.
bool looksBinary(QByteArrayView bytes);

} // namespace gleaner
