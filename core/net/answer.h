// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/bodycoding.h"
#include "core/net/fetcher.h"

namespace gleaner
{

// What an answer's head means for the request that got it. Pure functions, any thread.

/// The fields by which a request asks for the rest of a body, or for it only if it has changed
/// (RFC 9110, sections 13.1 and 14.2).
void addConditions(FetchRequest &request);

/// Is what follows the body that was asked for?
bool isBodyStatus(int status);

/// What an answer without a body for the sink means.
FetchOutcome answerOutcome(const ResponseHead &head, int cookiesTaken);

/// What a server that was asked for the rest of a body has instead; nothing if it is to be read on.
std::optional<FetchOutcome> insteadOfRest(const ResponseHead &head,
    const Continuation &continuation, const BodyCoding &coding, Sink &sink);

/// Reasons to refuse a body before its first byte; nothing if there is none.
std::optional<FetchFailure> refusal(
    const ResponseHead &head, const BodyLength &length, const BodyCoding &coding);

} // namespace gleaner
