// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/pieces.h"
#include "core/crawl/textarena.h"
#include "core/url/address.h"

#include <optional>
#include <vector>

namespace gleaner
{

/// The seen-set: every address of a run once, by number and by its bytes.
///
/// Numbers count from 0 in the order of insertion. An address costs its bytes and about 26 more:
/// the bytes lie in an arena, and the hash table (open addressing, linear probing) holds numbers.
/// At most 2^32 - 1 addresses. One thread.
class AddressTable
{
public:
    using Number = quint32;

    struct Added {
        Number number;
        bool isNew;
    };
    /// Tests and inserts in one step.
    Added add(const Address &address);

    /// Inserts it under the next number whether it is known or not; find() keeps naming the first.
    Number append(const Address &address);

    std::optional<Number> find(const Address &address) const;
    Address at(Number number) const;
    /// The bytes of at(number), valid as long as the table.
    QByteArrayView bytesAt(Number number) const
    {
        return {m_entries[number].bytes, qsizetype(m_entries[number].size)};
    }
    size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        const char *bytes; ///< in the arena
        quint32 size;
        quint32 hash; ///< so that growing and most comparisons leave the bytes alone
    };

    size_t slotOf(QByteArrayView bytes, quint32 hash) const;
    Number keep(const Address &address, quint32 hash);
    void makeRoom();

    TextArena m_bytes;
    Pieces<Entry> m_entries; ///< by number
    std::vector<Number> m_slots; ///< a power of two of them
};

} // namespace gleaner
