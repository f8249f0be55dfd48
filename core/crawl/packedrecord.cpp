// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/packedrecord.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace gleaner
{

namespace
{

/// The path of an address as most files are named after it.
QByteArrayView placeOf(const Address &address)
{
    const QByteArrayView path = address.path();
    return path.startsWith('/') ? path.sliced(1) : path;
}

template <typename Value>
Value readValue(QByteArrayView bytes)
{
    static_assert(std::is_trivially_copyable_v<Value>);
    Value value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

QString pathAround(QByteArrayView place, QByteArrayView around)
{
    const qsizetype before = readValue<quint32>(around);
    QByteArray path = around.sliced(sizeof(quint32), before).toByteArray();
    path.append(place).append(around.sliced(qsizetype(sizeof(quint32)) + before));
    return QString::fromUtf8(path);
}

} // namespace

quint8 CommonValues::numberOf(const QByteArray &type)
{
    if (const auto known = m_typeNumbers.constFind(type); known != m_typeNumbers.cend())
        return *known;
    if (m_types.size() >= unlisted)
        return unlisted;
    m_types.append(type);
    return *m_typeNumbers.insert(type, quint8(m_types.size() - 1));
}

quint16 CommonValues::numberOf(const FoundIn &found)
{
    // By the literals' places: comparing their letters would take longer, and two numbers for the
    // same words do no harm.
    const Literals literals{found.element, found.attribute};
    if (const auto known = m_foundNumbers.constFind(literals); known != m_foundNumbers.cend())
        return *known;
    m_founds.push_back(found);
    return *m_foundNumbers.insert(literals, quint16(m_founds.size() - 1));
}

enum class PackedRecord::Tag : char {
    Detail,
    Path,
    PathAround, ///< what stands before the address's path and behind it, and how long the first is
    RetryAt,
    Target,
    TargetNumber, ///< of an address in the table
    Type,
    Offered,
};

/// Collects tagged values: the tag, the size in four bytes, the value.
class PackedRecord::RareWriter
{
public:
    void add(Tag tag, QByteArrayView value)
    {
        m_bytes.append(char(tag));
        addRaw(quint32(value.size()));
        m_bytes.append(value.data(), value.size());
    }
    template <typename Value>
    void addValue(Tag tag, const Value &value)
    {
        static_assert(std::is_trivially_copyable_v<Value>);
        add(tag, QByteArrayView(reinterpret_cast<const char *>(&value), sizeof value));
    }
    void addPath(QByteArrayView path, QByteArrayView place)
    {
        const qsizetype at = place.isEmpty() ? -1 : path.indexOf(place);
        if (at < 0) {
            add(Tag::Path, path);
            return;
        }
        m_bytes.append(char(Tag::PathAround));
        addRaw(quint32(sizeof(quint32) + size_t(path.size() - place.size())));
        addRaw(quint32(at));
        m_bytes.append(path.data(), at);
        const QByteArrayView behind = path.sliced(at + place.size());
        m_bytes.append(behind.data(), behind.size());
    }

    /// Puts them where they stay; leaves alone what is the same already.
    void moveTo(char *&rare, SmallBlocks &blocks) const
    {
        const auto size = quint32(m_bytes.size());
        if (rare) {
            const auto old = readValue<quint32>({rare, sizeof size});
            if (old == size && std::equal(m_bytes.begin(), m_bytes.end(), rare + sizeof size))
                return;
            blocks.giveBack(std::exchange(rare, nullptr), sizeof old + old);
        }
        if (size == 0)
            return;
        rare = blocks.take(sizeof size + size);
        std::memcpy(rare, &size, sizeof size);
        std::copy(m_bytes.begin(), m_bytes.end(), rare + sizeof size);
    }

private:
    void addRaw(quint32 number)
    {
        m_bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }

    QVarLengthArray<char, 512> m_bytes;
};

void PackedRecord::pack(const Record &record, const AddressTable &addresses, CommonValues &common)
{
    m_bytes = record.bytes;
    m_referrer = record.referrer;
    m_milliseconds = quint32(std::clamp(record.seconds * 1000 + 0.5, 0.0, 4e9));
    m_found = common.numberOf(record.found);
    m_depth = record.depth;
    m_status = record.status;
    m_tries = record.tries;
    m_state = record.state;
    m_skip = record.skip;
    m_fail = record.fail;
    m_tls = record.tls;
    m_type = common.numberOf(record.type);
    m_kind = record.kind;
    m_kept = record.kept;
    m_change = record.change;
    m_suspicion = record.suspicion;
    m_verified = record.verified;

    RareWriter rare;
    const QByteArray path = record.path.toUtf8();
    const QByteArrayView place = placeOf(record.address);
    m_liesAtItsAddress = !path.isEmpty() && path == place;
    if (!path.isEmpty() && !m_liesAtItsAddress)
        rare.addPath(path, place);
    if (m_type == CommonValues::unlisted)
        rare.add(Tag::Type, record.type);
    if (!record.detail.isEmpty())
        rare.add(Tag::Detail, record.detail.toUtf8());
    if (!record.offered.isEmpty())
        rare.add(Tag::Offered, record.offered.toUtf8());
    if (record.retryAt != 0)
        rare.addValue(Tag::RetryAt, record.retryAt);
    if (!record.target.isNull()) {
        if (const auto number = addresses.find(record.target))
            rare.addValue(Tag::TargetNumber, *number);
        else
            rare.add(Tag::Target, record.target.bytes());
    }
    rare.moveTo(m_rare, common.blocks());
}

void PackedRecord::unpack(
    Record &record, const AddressTable &addresses, const CommonValues &common) const
{
    record.bytes = m_bytes;
    record.referrer = m_referrer;
    record.seconds = double(m_milliseconds) / 1000;
    record.found = common.found(m_found);
    record.depth = m_depth;
    record.status = m_status;
    record.tries = m_tries;
    record.state = m_state;
    record.skip = m_skip;
    record.fail = m_fail;
    record.tls = m_tls;
    record.kind = m_kind;
    record.kept = m_kept;
    record.change = m_change;
    record.suspicion = m_suspicion;
    record.verified = m_verified;
    if (m_type != CommonValues::unlisted)
        record.type = common.type(m_type);
    if (m_liesAtItsAddress)
        record.path = QString::fromUtf8(placeOf(record.address));
    if (m_rare)
        unpackRare(record, addresses);
}

void PackedRecord::unpackRare(Record &record, const AddressTable &addresses) const
{
    constexpr qsizetype number = sizeof(quint32);
    QByteArrayView rest(m_rare + number, readValue<quint32>({m_rare, number}));
    while (!rest.isEmpty()) {
        const auto tag = Tag(rest.front());
        const qsizetype size = readValue<quint32>(rest.sliced(1));
        const QByteArrayView value = rest.sliced(1 + number, size);
        rest = rest.sliced(1 + number + size);
        switch (tag) {
        case Tag::Detail:
            record.detail = QString::fromUtf8(value);
            break;
        case Tag::Path:
            record.path = QString::fromUtf8(value);
            break;
        case Tag::PathAround:
            record.path = pathAround(placeOf(record.address), value);
            break;
        case Tag::RetryAt:
            record.retryAt = readValue<qint64>(value);
            break;
        case Tag::Target:
            record.target = Address::fromCanonical(value.toByteArray());
            break;
        case Tag::TargetNumber:
            record.target = addresses.at(readValue<AddressTable::Number>(value));
            break;
        case Tag::Type:
            record.type = value.toByteArray();
            break;
        case Tag::Offered:
            record.offered = QString::fromUtf8(value);
            break;
        }
    }
}

} // namespace gleaner
