// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/record.h"

#include <QByteArray>

namespace gleaner
{

/// The lines of --json, one JSON object each, without the line end; their names are a contract
/// with other programs. Pure functions.

/// `session` is empty where nothing outlives the run.
QByteArray startedEvent(const CrawlJob &job, const QByteArray &session);
/// What became of an address: one of saved, unchanged, redirected, skipped, failed.
/// `referrer` is the null address where there is none.
QByteArray endedEvent(const Record &record, const Address &referrer);
/// A file that got another name at the end of the run.
QByteArray movedEvent(const Address &address, const MovedFile &moved);
QByteArray finishedEvent(const Batch &last);

} // namespace gleaner
