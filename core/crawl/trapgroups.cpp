// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/trapgroups.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr quint8 packedVersion = 1;
constexpr qsizetype mostExamples = 3;
constexpr qsizetype longestExample = 512;

QByteArray shortened(const QByteArray &text, qsizetype longest)
{
    return text.size() <= longest ? text : text.first(longest) + "...";
}

} // namespace

std::optional<TrapNumber> TrapGroups::find(TrapKey key) const
{
    const auto known = m_byKey.constFind(key);
    return known == m_byKey.cend() ? std::nullopt : std::optional(*known);
}

std::optional<TrapNumber> TrapGroups::findParked(TrapKey key) const
{
    const auto number = find(key);
    return number && at(*number).state == TrapGroup::State::Parked ? number : std::nullopt;
}

std::optional<TrapNumber> TrapGroups::add(TrapKey key, const QByteArray &shape, TrapRule rule)
{
    if (const auto known = find(key))
        return known;
    if (m_groups.size() >= mostGroups && key.shape != TrapKey::others)
        return std::nullopt;
    Entry entry;
    entry.group.number = TrapNumber(m_groups.size());
    entry.group.kind = key.kind;
    entry.group.shape = shortened(shape, longestShape);
    entry.key = key;
    entry.rule = rule;
    m_byKey.insert(key, entry.group.number);
    ++m_parked[size_t(key.kind)];
    m_groups.push_back(std::move(entry));
    markChanged(m_groups.back().group.number);
    return m_groups.back().group.number;
}

bool TrapGroups::hasParked() const
{
    return std::ranges::any_of(m_parked, [](int groups) { return groups > 0; });
}

void TrapGroups::park(TrapNumber number, RecordId id, const QByteArray &address)
{
    m_members.insert(id, number);
    TrapGroup &group = m_groups[number].group;
    ++group.count;
    if (group.examples.size() < mostExamples)
        group.examples.append(shortened(address, longestExample));
    markChanged(number);
}

void TrapGroups::leave(RecordId id)
{
    const auto member = m_members.constFind(id);
    if (member == m_members.cend())
        return;
    --m_groups[*member].group.count;
    markChanged(*member);
    m_members.erase(member);
}

std::vector<RecordId> TrapGroups::release(TrapNumber number)
{
    std::vector<RecordId> ids;
    if (number >= m_groups.size() || at(number).state == TrapGroup::State::Released)
        return ids;
    TrapGroup &group = m_groups[number].group;
    group.state = TrapGroup::State::Released;
    group.count = 0;
    --m_parked[size_t(group.kind)];
    markChanged(number);
    m_members.removeIf([&](std::pair<const RecordId &, TrapNumber &> member) {
        if (member.second != number)
            return false;
        ids.push_back(member.first);
        return true;
    });
    std::ranges::sort(ids);
    return ids;
}

std::vector<TrapGroup> TrapGroups::all() const
{
    std::vector<TrapGroup> groups;
    groups.reserve(m_groups.size());
    for (const Entry &entry : m_groups)
        groups.push_back(entry.group);
    return groups;
}

std::vector<TrapGroup> TrapGroups::takeChanged(size_t most)
{
    std::vector<TrapGroup> groups;
    const size_t end = std::min(most, m_changed.size());
    for (size_t i = 0; i < end; ++i) {
        m_groups[m_changed[i]].isChanged = false;
        groups.push_back(m_groups[m_changed[i]].group);
    }
    m_changed.erase(m_changed.begin(), m_changed.begin() + qsizetype(end));
    return groups;
}

void TrapGroups::markChanged(TrapNumber number)
{
    if (std::exchange(m_groups[number].isChanged, true))
        return;
    m_changed.push_back(number);
}

QByteArray TrapGroups::packed() const
{
    if (m_groups.empty())
        return {};
    QByteArray packed;
    QDataStream stream(&packed, QIODevice::WriteOnly);
    stream << packedVersion;
    for (const Entry &entry : m_groups)
        stream << quint8(entry.key.kind) << quint8(entry.group.state) << entry.key.shape
               << entry.group.shape << entry.rule.bound << entry.rule.print;
    return packed;
}

void TrapGroups::unpack(const QByteArray &packed)
{
    QDataStream stream(packed);
    quint8 version = 0;
    stream >> version;
    if (version != packedVersion)
        return;
    while (!stream.atEnd()) {
        quint8 kind = 0;
        quint8 state = 0;
        TrapKey key;
        QByteArray shape;
        TrapRule rule;
        stream >> kind >> state >> key.shape >> shape >> rule.bound >> rule.print;
        if (stream.status() != QDataStream::Ok || kind >= TrapKinds
            || state > quint8(TrapGroup::State::Released))
            return;
        key.kind = TrapKind(kind);
        const auto number = add(key, shape, rule);
        if (number && TrapGroup::State(state) == TrapGroup::State::Released)
            release(*number);
    }
}

} // namespace gleaner
