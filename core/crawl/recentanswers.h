// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"
#include "core/net/outcome.h"

#include <chrono>
#include <deque>
#include <optional>

namespace gleaner
{

/// What a server answered about one address, as far as it is kept. Text of the network.
struct RecentAnswer {
    qint64 at = 0; ///< ms since 1970
    std::chrono::milliseconds answeredAfter{0}; ///< from the request to the head
    ResponseHead head; ///< without the values of cookies
    bool isCut = false; ///< there were more fields than are kept
};

/// The heads of the last answers, for who looks at one row: nothing is kept for each record. What
/// failed is looked at most, so it does not have to make room for what did not.
///
/// A value of the crawl thread. Bounded by bytes; what is oldest goes.
class RecentAnswers
{
public:
    /// Of each of the two kinds: some thousand heads.
    static constexpr qsizetype mostBytes = 2 * 1024 * 1024;
    /// Of one head; fields beyond that are left out.
    static constexpr qsizetype mostOfOne = 16 * 1024;

    void keep(
        RecordId id, const ResponseHead &head, std::chrono::milliseconds answeredAfter, qint64 at);
    /// The last one; nothing if it has gone, or never was.
    std::optional<RecentAnswer> find(RecordId id) const;

private:
    struct Kept {
        RecordId id;
        int status;
        qint64 at;
        qint64 number; ///< in the order of keeping
        std::chrono::milliseconds answeredAfter;
        QByteArray fields; ///< one block, because many small ones cost more than they hold
        bool isCut;
    };
    struct Shelf {
        std::deque<Kept> answers;
        qsizetype bytes = 0;
    };

    static std::optional<Kept> lastOf(const Shelf &shelf, RecordId id);

    Shelf m_good;
    Shelf m_failed;
    qint64 m_count = 0;
};

} // namespace gleaner
