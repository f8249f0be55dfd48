// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/pageprint.h"
#include "core/crawl/record.h"
#include "core/crawl/trapgroup.h"

#include <QHash>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace gleaner
{

/// By what a group is found again.
struct TrapKey {
    TrapKind kind = TrapKind::Repetition;
    quint64 shape = 0; ///< stableHash() of the shape, whole
    /// Instead of a shape: whatever has no group of its own because there are too many.
    static constexpr quint64 others = 0;

    friend bool operator==(const TrapKey &, const TrapKey &) = default;
    friend size_t qHash(const TrapKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, int(key.kind), key.shape);
    }
};

/// What a group knows beyond its value.
struct TrapRule {
    qint64 bound = 0; ///< of dates: the last day that is wanted, since 1970-01-01
    PagePrint print = 0; ///< of copies
};

/// The groups of a download and who is in them. Crawl thread.
///
/// Memory: a thousand groups at most, whose shapes are kept shortened, and some 20 bytes for an
/// address that is set aside.
class TrapGroups
{
public:
    /// Of further shapes there is one group for all that repeat themselves; the rest is not set
    /// aside.
    static constexpr size_t mostGroups = 1000;
    static constexpr qsizetype longestShape = 256;

    std::optional<TrapNumber> find(TrapKey key) const;
    /// The group of that key if it is not released.
    std::optional<TrapNumber> findParked(TrapKey key) const;
    /// Nothing if there are too many.
    std::optional<TrapNumber> add(TrapKey key, const QByteArray &shape, TrapRule rule = {});
    const TrapRule &rule(TrapNumber number) const { return m_groups[number].rule; }
    const TrapGroup &at(TrapNumber number) const { return m_groups[number].group; }
    TrapKey keyOf(TrapNumber number) const { return m_groups[number].key; }
    size_t size() const { return m_groups.size(); }
    /// Is there a group of the kind that is not released?
    bool hasParked(TrapKind kind) const { return m_parked[size_t(kind)] > 0; }
    bool hasParked() const;

    /// An address is set aside; it is in no other group.
    void park(TrapNumber number, RecordId id, const QByteArray &address);
    bool isParked(RecordId id) const { return m_members.contains(id); }
    /// It no longer is.
    void leave(RecordId id);
    /// From now on none of its kind is set aside. Who was, in the order of discovery.
    std::vector<RecordId> release(TrapNumber number);

    /// Those with addresses in them, or without.
    std::vector<TrapGroup> all() const;
    /// Those that have changed since they were last taken; no more than so many.
    std::vector<TrapGroup> takeChanged(size_t most);
    bool hasChanged() const { return !m_changed.empty(); }

    /// Without who is in them: that is known from the addresses.
    QByteArray packed() const;
    /// As far as it can be read. The first call on an object.
    void unpack(const QByteArray &packed);

private:
    struct Entry {
        TrapGroup group;
        TrapKey key;
        TrapRule rule;
        bool isChanged = false;
    };
    void markChanged(TrapNumber number);

    std::vector<Entry> m_groups; ///< by number
    QHash<TrapKey, TrapNumber> m_byKey;
    QHash<RecordId, TrapNumber> m_members;
    std::array<int, TrapKinds> m_parked{};
    std::vector<TrapNumber> m_changed;
};

} // namespace gleaner
