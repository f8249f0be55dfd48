// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/record.h"
#include "core/net/fetcher.h"
#include "core/save/pathmapper.h"

#include <QString>

namespace gleaner
{

class CrawlLog;

/// Where a file is to lie, if nothing else wants to.
struct Placement {
    RelativePath path;
    NameOrigin origin = NameOrigin::Literal;
};

/// By address, type and the name that the server offers, which counts only where the job wants it,
/// and never for a page: links lead to pages, and a page's name is its address's.
Placement placementOf(const Address &address, QByteArrayView contentType, const QString &offered,
    NameSource names, const QByteArray &startOrigin);

/// The name in the answer's Content-Disposition, made harmless; empty if there is none.
QString offeredName(const ResponseHead &head);

/// Has the record know that name. What is only the rest of a body need not come with it again.
void noteOffer(CrawlLog &log, RecordId id, const ResponseHead &head);

/// What a file's origin is noted as: the address without its query, which may be a secret. User,
/// password and fragment are in no address.
QByteArray notedOrigin(const Address &address);

} // namespace gleaner
