// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <optional>

namespace gleaner
{

// What addresses have in common that a program has made up: numbers, dates, the tokens of sessions.
// Pure functions, linear in the address; numbers are looked for in path and query.

/// The address with `*` for every number, and for every word that reads like a token: at least
/// eight characters, digits and letters mixed. The same as the address where there are none.
QByteArray shapeOf(const Address &address);

/// How two addresses differ that are equal but for one number.
struct OneNumber {
    qsizetype index = 0; ///< which of the numbers, from 0
    quint64 one = 0;
    quint64 other = 0;
};
/// Nothing if they differ in more than that, or not at all.
std::optional<OneNumber> onlyDifference(const Address &one, const Address &other);
/// The address with `*` for that number only.
QByteArray shapeWithout(const Address &address, qsizetype index);

/// The day that an address names, in days since 1970-01-01: the first one of its month or year
/// where it names no more than that. Reads 2031-05-14 and 14-05-2031 with any of `/-._` between,
/// 20310514, 2031-05, 2031/may, 2031-W20, and words for year, month and day with numbers behind
/// them: `?year=2031&month=5`, /year/2031/month/5. A year alone needs its word.
std::optional<qint64> dayOf(const Address &address);

/// Where an address says to which visit it belongs.
struct SessionToken {
    QByteArray name; ///< of the parameter, lower case; empty for a segment of ASP.NET
    qsizetype begin = 0; ///< of everything that is about it, in the address's bytes
    qsizetype size = 0;
};
/// By the names that servers use and by how long their tokens are (Heritrix, StripSessionIDs: 32
/// letters and digits, 24 with ASP; PHP's session.sid_length is at least 22). Where the name could
/// be something else (`s`, `sid`) at least 16 hexadecimal digits, or as many letters and digits
/// that are well mixed: 64 bits are the least for a session (OWASP, Session Management).
std::optional<SessionToken> sessionTokenOf(const Address &address);
/// What is left of the address: the same for every visit.
QByteArray withoutToken(const Address &address, const SessionToken &token);
/// All addresses of that site that name their session like that: "http://h/*?sid=*".
QByteArray sessionShape(const Address &address, const SessionToken &token);

/// Below the folder of the other one, by a segment or more.
bool liesDeeper(const Address &address, const Address &above);
/// The address up to and with the last slash of its path.
QByteArrayView folderOf(const Address &address);

} // namespace gleaner
