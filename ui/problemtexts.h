// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QString>

namespace gleaner
{

/// What records that have failed, or will be tried again, have in common. A value.
struct ProblemKind {
    FailReason reason = FailReason::Http;
    TlsProblem tls = TlsProblem::None; ///< with FailReason::Tls
    quint16 status = 0; ///< with FailReason::Http

    static ProblemKind of(const Record &record);
    auto operator<=>(const ProblemKind &) const = default;
};
/// Failed, or failed and tried again.
bool isProblem(RecordState state);

/// Words for problems of several addresses, of one host or many. Pure functions, window thread.

/// "Page not found (404)".
QString problemTitle(const ProblemKind &kind);
/// What it means and what can be done about it, in a sentence or two.
QString problemAdvice(const ProblemKind &kind);

} // namespace gleaner
