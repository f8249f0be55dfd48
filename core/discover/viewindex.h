// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHashFunctions>

#include <vector>

namespace gleaner
{

/// Numbers texts in the order in which they first come, and finds the number of one that came
/// before: a hash table that keeps hashes beside numbers, so that a look-up touches the texts
/// themselves once, where QHash touches each that it passes.
///
/// Seeded, so that a page cannot choose texts that collide. Holds no text: the owner keeps them
/// and says whether text number `i` is the one sought.
class ViewIndex
{
public:
    /// The number of the text, or `next` after giving it that number.
    template <typename IsText>
    quint32 findOrAdd(QByteArrayView text, quint32 next, IsText isText)
    {
        if (2 * (m_used + 1) > m_slots.size()) {
            grow();
        }
        const auto hash = quint32(qHash(text, m_seed));
        const size_t mask = m_slots.size() - 1;
        size_t at = hash & mask;
        for (; m_slots[at].number; at = (at + 1) & mask) {
            if (m_slots[at].hash == hash && isText(m_slots[at].number - 1)) {
                return m_slots[at].number - 1;
            }
        }
        m_slots[at] = {hash, next + 1};
        ++m_used;
        return next;
    }

private:
    struct Slot {
        quint32 hash;
        quint32 number; ///< 0: empty
    };

    void grow()
    {
        std::vector<Slot> old = std::move(m_slots);
        m_slots.assign(old.empty() ? 64 : 2 * old.size(), {0, 0});
        const size_t mask = m_slots.size() - 1;
        for (const Slot &slot : old) {
            if (slot.number) {
                size_t at = slot.hash & mask;
                while (m_slots[at].number) {
                    at = (at + 1) & mask;
                }
                m_slots[at] = slot;
            }
        }
    }

    std::vector<Slot> m_slots;
    size_t m_used = 0;
    size_t m_seed = size_t(QHashSeed::globalSeed());
};

} // namespace gleaner
