// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/outcome.h"

#include <QByteArray>

#include <optional>

namespace gleaner
{

/// What proves that a body is still the same one, byte for byte: a strong entity tag, or a date
/// that is old enough to be one (RFC 9110, sections 8.8.1 and 8.8.2.2). Null where there is
/// neither.
struct Validator {
    QByteArray etag; ///< with its quotation marks
    QByteArray lastModified;

    bool isNull() const { return etag.isEmpty() && lastModified.isEmpty(); }
    const QByteArray &forIfRange() const { return etag.isEmpty() ? lastModified : etag; }
    friend bool operator==(const Validator &, const Validator &) = default;
};
Validator validatorOf(const ResponseHead &head);

/// The beginning of a body that is here, and what the rest has to fit.
struct Continuation {
    qint64 offset = 0; ///< bytes that are here; more than none
    Validator validator; ///< not null
    std::optional<qint64> total; ///< of the whole body, if it was stated
};

/// The total that a 206 states, if it is the rest of exactly that body from exactly there (RFC
/// 9110, section 15.3.7): one part, the unit bytes, our offset, up to the end, the same validator
/// and total. Nothing if anything differs or is missing.
std::optional<qint64> totalOfRest(const ResponseHead &head, const Continuation &continuation);

/// Does this 416 say that nothing is missing: the same validator, and as long as what is here?
bool saysNothingIsMissing(const ResponseHead &head, const Continuation &continuation);

} // namespace gleaner
