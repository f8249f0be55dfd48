// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/placement.h"

#include "core/net/contentdisposition.h"
#include "core/save/safename.h"

namespace gleaner
{

Placement placementOf(const Address &address, QByteArrayView contentType, const QString &offered,
    NameSource names, const QByteArray &startOrigin)
{
    const bool isPage = fileTypeOf(contentType, address) == FileType::Pages;
    Placement place{pathFor(address, isPage, startOrigin), nameOrigin(address, isPage)};
    if (names == NameSource::Server && !isPage && !offered.isEmpty())
        place = {{place.path.folders, offered.toUtf8()}, NameOrigin::Invented};
    return place;
}

QString offeredName(const ResponseHead &head)
{
    const auto name = dispositionFileName(head.header("content-disposition"));
    return name ? QString::fromUtf8(safeFileName(*name)) : QString();
}

QByteArray notedOrigin(const Address &address)
{
    const qsizetype query = address.hasQuery() ? address.query().size() + 1 : 0;
    return address.bytes().chopped(query);
}

} // namespace gleaner
