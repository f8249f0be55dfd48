// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/record.h"
#include "core/url/typedaddress.h"
#include "ui/standing.h"

#include <QString>

namespace gleaner
{

/// The core speaks in enums with a reason; here they become words for people, translated. Every
/// text of the network in them is made visible first; all of them are plain text. Pure functions
/// of the window thread.

/// "Downloading".
QString stateText(RecordState state);
/// What no enum knows: only a mistake of this program's leads there.
QString unexpectedText(int code);
/// "other site": what a scope leaves out.
QString outOfScopeText(ScopeKind scope);
/// "robots.txt asks not to": stands behind "Skipped: ".
QString skipText(SkipReason reason, ScopeKind scope);
/// "page not found (404)": stands behind "Failed: ".
QString failText(FailReason reason, int status);
/// "certificate expired": stands in brackets; empty if there is nothing to say.
QString tlsText(TlsProblem problem);
/// It failed, and what an earlier run has saved of it is still there.
bool hasEarlierFile(const Record &record);
/// A person typed it, or it is what the typed one redirects to: no page links it.
bool isAskedFor(const Record &record);
/// "perhaps only a login page": stands in brackets behind "Saved"; empty for none.
QString suspicionText(Suspicion suspicion);
/// "Failed: page not found (404)", "Saved (changed)": the Status column. With the time, in ms since
/// 1970, what is to come is said from there.
QString statusText(
    const Record &record, ScopeKind scope, Standing standing = Standing::Goes, qint64 now = 0);
/// A whole sentence that names the server and says what to do: tool tips, the failed start.
QString failSentence(const Record &record);
QString skipSentence(const Record &record, ScopeKind scope);
QString suspicionSentence(const Record &record);

QString workerStateText(WorkerState state);
/// The same, and that nothing has come for so long (ms): "Downloading, no data for 20 s".
QString activityText(WorkerState state, qint64 silentFor);
QString diskFaultText(const DiskFault &fault);
/// What is wrong with a typed address, and what would be right.
QString typedAddressText(TypedAddressError error, const QString &typed);
/// "img src", as the page's source writes it.
QString foundInText(const FoundIn &found);

/// The address as bytes in visible characters.
QString addressText(const Address &address);
/// Its path and query only, where its origin is the other's.
QString addressText(const Address &address, const Address &seenFrom);
/// "docs.example.org", "docs.example.org:8080".
QString siteText(const Address &address);

} // namespace gleaner
