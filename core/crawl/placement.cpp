// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/placement.h"

#include "core/crawl/crawllog.h"
#include "core/net/contentdisposition.h"
#include "core/save/safename.h"

namespace gleaner
{

namespace
{

/// From a file a browser takes a style sheet, or a drawing in a page, by its name's ending only.
QByteArrayView neededExtension(QByteArrayView contentType)
{
    const QByteArray type = mimeEssence(contentType);
    if (type == "text/css")
        return ".css";
    return type == "image/svg+xml" ? QByteArrayView(".svg") : QByteArrayView();
}

} // namespace

Placement placementOf(const Address &address, QByteArrayView contentType, const QString &offered,
    NameSource names, const QByteArray &startOrigin)
{
    const bool isPage = fileTypeOf(contentType, address) == FileType::Pages;
    Placement place{pathFor(address, isPage, startOrigin), nameOrigin(address, isPage)};
    const QByteArrayView extension = neededExtension(contentType);
    if (!extension.isEmpty() && !place.path.file.toLower().endsWith(".svgz")) {
        const RelativePath named = withExtension(place.path, extension);
        if (!(named == place.path))
            place = {named, NameOrigin::Invented};
    }
    if (names == NameSource::Server && !isPage && !offered.isEmpty())
        place = {{place.path.folders, offered.toUtf8()}, NameOrigin::Invented};
    return place;
}

QString offeredName(const ResponseHead &head)
{
    const auto name = dispositionFileName(head.header("content-disposition"));
    return name ? QString::fromUtf8(safeFileName(*name)) : QString();
}

void noteOffer(CrawlLog &log, RecordId id, const ResponseHead &head)
{
    const bool isRest = head.status == 206 || head.status == 416;
    const QString offered = offeredName(head);
    if ((offered.isEmpty() && isRest) || log.at(id).offered == offered)
        return;
    log.update(id, [&](Record &record) { record.offered = offered; });
}

QByteArray notedOrigin(const Address &address)
{
    const qsizetype query = address.hasQuery() ? address.query().size() + 1 : 0;
    return address.bytes().chopped(query);
}

} // namespace gleaner
