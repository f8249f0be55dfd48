// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/archivablesink.h"
#include "core/crawl/archivedhttp.h"
#include "core/save/warcrecord.h"

#include <memory>
#include <optional>

namespace gleaner
{

/// One request with its answer.
struct WarcEntry {
    Address address;
    std::shared_ptr<Exchange> exchange;
    std::optional<WholeBody> body; ///< nothing: what the exchange has of it
};

/// The records of one exchange.
struct ArchivedRecords {
    WarcRecord record; ///< of the answer
    QByteArray head; ///< of its block
    WholeBody body;
    QByteArray hash; ///< of the payload, SHA-256; empty: not known yet, or there is none
    QByteArray blockHash; ///< the same, where the body lies in a file
    QByteArray member; ///< the record, packed; empty while the body lies in a file
    QByteArray request; ///< packed
};

// Pure functions, any thread.

ArchivedRecords archivedRecords(const WarcEntry &entry, const HttpSecrets &secrets);

/// The same payload is there already, in the record about that URI and time.
void becomeRevisit(ArchivedRecords &records, const QByteArray &target, qint64 date);

} // namespace gleaner
