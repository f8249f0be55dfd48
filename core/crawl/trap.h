// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// Does the path say the same thing again and again: "/a/a/a/a", "/x/y/x/y/x/y/x/y"? Relative links
/// on pages that a server makes for every address lead ever deeper that way. More than three times
/// in a row, with up to four segments between; pure, linear in the path.
bool repeatsItself(QByteArrayView path);

} // namespace gleaner
