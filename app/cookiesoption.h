// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/cookie.h"

#include <QString>

#include <vector>

namespace gleaner
{

/// Reads the file that --cookies names into `cookies`. One sentence about what is wrong with it, or
/// nothing; never a word of what it holds.
QString readCookiesOption(const QString &fileName, std::vector<Cookie> &cookies);

} // namespace gleaner
