// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

namespace gleaner
{

/// What a page says, apart from what it says because of its address: equal for two pages that are
/// made from one form. 0 is never the print of a page.
using PagePrint = quint32;

/// Reads the whole body, as words. Left out are the path of the address, and in what is shown its
/// last segment; the numbers of the address, and numbers as far from those as the page's own are
/// from its referrer's, because pages name themselves and their neighbours; numbers that are
/// counted up (1 2 3, the days of a month); words that have just been there, as cells of a table;
/// words that read like tokens. What is left differs where two pages have different things to say:
/// another sentence, another price, the name of another picture.
///
/// Pure, any thread, linear in the body. Two pages have the same print by chance once in 2^32.
PagePrint pagePrint(QByteArrayView body, const Address &address, const Address &referrer);

/// The same for a file that is not read: equal bytes, by their SHA-256.
PagePrint filePrint(QByteArrayView sha256);

} // namespace gleaner
