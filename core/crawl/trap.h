// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// Does the path say the same thing again and again: "/a/a/a/a", "/x/y/x/y/x/y/x/y"? Relative links
/// on pages that a server makes for every address lead ever deeper that way. More than three times
/// in a row, with up to four segments between; pure, linear in the path.
///
/// Others draw the line at three times (Heritrix, PathologicalPathDecideRule: more than two are
/// too many) or at six (Funnelback, max_url_repeating_elements: more than five).
bool repeatsItself(QByteArrayView path);

/// What it repeats: "/a", "/x/y"; empty if it does not.
QByteArrayView repeatedSegments(QByteArrayView path);

} // namespace gleaner
