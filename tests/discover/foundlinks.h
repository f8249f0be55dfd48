// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/discover.h"

#include <QByteArray>
#include <QList>

namespace gleaner
{

/// A link as a line: "navigation /a (a href)", with the test page's origin left out.
inline QByteArray lineOf(const Link &link)
{
    static constexpr const char *kinds[] = {
        "navigation", "requisite", "feed", "sitemap", "alternate", "guessed"};
    QByteArray address = link.address.bytes();
    if (address.startsWith("http://h.example/")) {
        address.remove(0, 16);
    }
    QByteArray line = kinds[size_t(link.kind)] + (' ' + address) + " (" + link.found.element;
    if (*link.found.attribute) {
        line += QByteArray(" ") + link.found.attribute;
    }
    return line + (link.nofollow ? ") nofollow" : ")");
}

inline Document documentOf(const QByteArray &bytes, const QByteArray &type,
    const QByteArray &address = "http://h.example/dir/page")
{
    return {bytes, type, *Address::parse(address)};
}

inline QList<QByteArray> linesOf(const Discovery &discovery)
{
    QList<QByteArray> lines;
    for (const Link &link : discovery.links) {
        lines.append(lineOf(link));
    }
    return lines;
}

inline QList<QByteArray> linksIn(const QByteArray &bytes, const QByteArray &type = "text/html",
    const QByteArray &address = "http://h.example/dir/page")
{
    return linesOf(discover(documentOf(bytes, type, address)));
}

} // namespace gleaner
