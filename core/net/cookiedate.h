// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/cookie.h"

#include <QByteArrayView>

namespace gleaner
{

/// Reads what servers write behind `Expires=` (RFC 6265, section 5.1.1), which is any order of a
/// time, a day, a month and a year. Nothing if it is no date. Pure, linear in the text.
std::optional<CookieTime> parseCookieDate(QByteArrayView text);

} // namespace gleaner
