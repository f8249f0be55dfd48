// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/referer.h"

namespace gleaner
{

namespace
{

constexpr qsizetype longestReferer = 4096;

} // namespace

QByteArray refererFor(const Address &page, const Address &target)
{
    const bool isDowngrade =
        page.scheme() == QByteArrayView("https") && target.scheme() != QByteArrayView("https");
    if (!page.isWeb() || !target.isWeb() || isDowngrade)
        return {};
    const QByteArray origin = page.origin();
    const QByteArray whole = origin + page.path().toByteArray();
    const bool isForeign = origin != target.origin();
    return isForeign || whole.size() > longestReferer ? origin + '/' : whole;
}

} // namespace gleaner
