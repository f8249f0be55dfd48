// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addresstable.h"

#include <algorithm>
#include <limits>

namespace gleaner
{

namespace
{

constexpr AddressTable::Number nobody = std::numeric_limits<AddressTable::Number>::max();
constexpr size_t fewestSlots = 64;

/// Seeded anew in each process, so that no site can choose addresses that collide.
quint32 hashOf(QByteArrayView bytes)
{
    const size_t hash = qHash(bytes, size_t(QHashSeed::globalSeed()));
    return quint32(hash ^ (quint64(hash) >> 32));
}

} // namespace

AddressTable::Added AddressTable::add(const Address &address)
{
    makeRoom();
    const quint32 hash = hashOf(address.bytes());
    Number &slot = m_slots[slotOf(address.bytes(), hash)];
    if (slot != nobody)
        return {slot, false};
    slot = keep(address, hash);
    return {slot, true};
}

AddressTable::Number AddressTable::append(const Address &address)
{
    makeRoom();
    const quint32 hash = hashOf(address.bytes());
    Number &slot = m_slots[slotOf(address.bytes(), hash)];
    const Number number = keep(address, hash);
    if (slot == nobody)
        slot = number;
    return number;
}

AddressTable::Number AddressTable::keep(const Address &address, quint32 hash)
{
    const QByteArrayView bytes = address.bytes();
    m_entries.push_back({m_bytes.add(bytes), quint32(bytes.size()), hash});
    return Number(m_entries.size() - 1);
}

std::optional<AddressTable::Number> AddressTable::find(const Address &address) const
{
    if (m_slots.empty())
        return std::nullopt;
    const Number number = m_slots[slotOf(address.bytes(), hashOf(address.bytes()))];
    return number == nobody ? std::nullopt : std::optional(number);
}

Address AddressTable::at(Number number) const
{
    return Address::fromCanonical(bytesAt(number).toByteArray());
}

/// Where it stands, or the free slot where it would.
size_t AddressTable::slotOf(QByteArrayView bytes, quint32 hash) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = hash & mask;
    for (; m_slots[slot] != nobody; slot = (slot + 1) & mask) {
        const Number number = m_slots[slot];
        if (m_entries[number].hash == hash && bytesAt(number) == bytes)
            break;
    }
    return slot;
}

void AddressTable::makeRoom()
{
    // A third stays free: longer runs of full slots would cost more than the memory is worth.
    if (3 * (m_entries.size() + 1) <= 2 * m_slots.size())
        return;
    const size_t size = std::max(fewestSlots, 2 * m_slots.size());
    m_slots = {};
    m_slots.resize(size, nobody);
    for (Number number = 0; number < m_entries.size(); ++number) {
        Number &slot = m_slots[slotOf(bytesAt(number), m_entries[number].hash)];
        slot = std::min(slot, number);
    }
}

} // namespace gleaner
