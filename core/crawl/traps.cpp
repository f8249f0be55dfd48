// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/traps.h"

#include "core/crawl/addressshape.h"
#include "core/crawl/trap.h"
#include "core/crawl/trapslearnt.h"
#include "core/crawl/words.h"

#include <QDateTime>

namespace gleaner
{

namespace
{

TrapKey keyOf(TrapKind kind, QByteArrayView shape)
{
    return {kind, stableHash(shape)};
}

Address addressOf(const CrawlLog &log, RecordId id)
{
    return id == noRecord ? Address() : log.address(id);
}

} // namespace

Traps::Traps(TrapPolicy policy, qint64 today)
    : m_policy(policy)
    , m_today(today)
    , m_learnt(std::make_unique<Learnt>())
{
}

Traps::~Traps() = default;

qint64 Traps::currentDay()
{
    return QDateTime::currentSecsSinceEpoch() / (24 * 60 * 60);
}

bool Traps::holds(const CrawlLog &log, const Address &address, RecordId id, RecordId referrer) const
{
    return find(log, address, id, referrer).has_value();
}

void Traps::park(const CrawlLog &log, RecordId id)
{
    if (m_groups.isParked(id))
        return;
    const Address address = log.address(id);
    const auto finding = find(log, address, id, log.referrer(id));
    if (!finding)
        return;
    auto number = m_groups.add(finding->key, finding->shape);
    if (!number)
        number = m_groups.add({finding->key.kind, TrapKey::others}, {});
    m_groups.park(*number, id, address.bytes());
}

void Traps::parkAgain(const CrawlLog &log, RecordId id)
{
    park(log, id);
    if (m_groups.isParked(id) || m_policy == TrapPolicy::Follow)
        return;
    // What the pages said is not kept; where the copies lie is.
    const Address address = log.address(id);
    if (const auto number = copiesAbove(address, 0))
        m_groups.park(*number, id, address.bytes());
}

std::optional<Traps::Finding> Traps::find(
    const CrawlLog &log, const Address &address, RecordId id, RecordId referrer) const
{
    if (m_policy == TrapPolicy::Follow || !address.isWeb())
        return std::nullopt;
    if (auto finding = repetition(address))
        return finding;
    if (auto finding = session(log, address, id))
        return finding;
    if (auto finding = endless(address, addressOf(log, referrer)))
        return finding;
    return copy(log, address, referrer);
}

std::optional<Traps::Finding> Traps::repetition(const Address &address) const
{
    const QByteArrayView unit = repeatedSegments(address.path());
    if (unit.isEmpty())
        return std::nullopt;
    const QByteArray shape = address.origin() + "/*" + unit.toByteArray().repeated(3) + "/*";
    const TrapKey key = keyOf(TrapKind::Repetition, shape);
    const auto number = m_groups.find(key);
    const auto deciding = number ? number : m_groups.find({TrapKind::Repetition, TrapKey::others});
    if (deciding && m_groups.at(*deciding).state == TrapGroup::State::Released)
        return std::nullopt;
    return Finding{key, shape};
}

std::optional<Traps::Finding> Traps::session(
    const CrawlLog &log, const Address &address, RecordId id) const
{
    if (!m_groups.hasParked(TrapKind::SessionIds))
        return std::nullopt;
    const auto token = sessionTokenOf(address);
    if (!token)
        return std::nullopt;
    const RecordId first = m_learnt->rests.value(stableHash(withoutToken(address, *token))).first;
    if (first == noRecord || first == id)
        return std::nullopt;
    // Somebody has to stand for the page.
    const RecordState state = log.state(first);
    if (state == RecordState::Failed || state == RecordState::Skipped)
        return std::nullopt;
    const QByteArray shape = sessionShape(address, *token);
    const TrapKey key = keyOf(TrapKind::SessionIds, shape);
    return m_groups.findParked(key) ? std::optional(Finding{key, shape}) : std::nullopt;
}

std::optional<Traps::Finding> Traps::endless(const Address &address, const Address &referrer) const
{
    const bool hasDates =
        m_groups.hasParked(TrapKind::LaterDates) || m_groups.hasParked(TrapKind::EarlierDates);
    if (referrer.isNull() || (!hasDates && !m_groups.hasParked(TrapKind::Counter)))
        return std::nullopt;
    const QByteArray shape = shapeOf(address);
    if (const auto day = hasDates && dayOf(referrer) ? dayOf(address) : std::nullopt) {
        const TrapKey later = keyOf(TrapKind::LaterDates, shape);
        const TrapKey earlier = keyOf(TrapKind::EarlierDates, shape);
        const auto ahead = m_groups.findParked(later);
        if (ahead && *day > m_groups.rule(*ahead).bound)
            return Finding{later, shape};
        const auto back = m_groups.findParked(earlier);
        if (back && *day < m_groups.rule(*back).bound)
            return Finding{earlier, shape};
    }
    if (!m_groups.hasParked(TrapKind::Counter) || shapeOf(referrer) != shape)
        return std::nullopt;
    if (const TrapKey key = keyOf(TrapKind::Counter, shape); m_groups.findParked(key))
        return Finding{key, shape};
    if (const auto difference = onlyDifference(address, referrer)) {
        const QByteArray counted = shapeWithout(address, difference->index);
        if (const TrapKey key = keyOf(TrapKind::Counter, counted); m_groups.findParked(key))
            return Finding{key, counted};
    }
    return std::nullopt;
}

std::optional<Traps::Finding> Traps::copy(
    const CrawlLog &log, const Address &address, RecordId referrer) const
{
    const PagePrint print = referrer == noRecord ? 0 : m_learnt->printOf(referrer);
    if (print == 0 || !m_groups.hasParked(TrapKind::Copies))
        return std::nullopt;
    // The first of the copies is what the others are copies of: what it names is its own.
    const RecordId above = log.referrer(referrer);
    if (above == noRecord || m_learnt->printOf(above) != print
        || !liesDeeper(address, log.address(referrer)))
        return std::nullopt;
    const auto number = copiesAbove(address, print);
    if (!number)
        return std::nullopt;
    return Finding{m_groups.keyOf(*number), m_groups.at(*number).shape};
}

std::optional<TrapNumber> Traps::copiesAbove(const Address &address, PagePrint print) const
{
    if (!m_groups.hasParked(TrapKind::Copies))
        return std::nullopt;
    const QByteArrayView bytes = address.bytes();
    const qsizetype pathBegin = address.path().data() - bytes.data();
    const qsizetype pathEnd = pathBegin + address.path().size();
    for (qsizetype at = pathBegin; at >= 0 && at < pathEnd; at = bytes.indexOf('/', at + 1)) {
        const QByteArray shape = bytes.first(at + 1).toByteArray() + '*';
        const auto number = m_groups.findParked(keyOf(TrapKind::Copies, shape));
        if (number && (print == 0 || m_groups.rule(*number).print == print))
            return number;
    }
    return std::nullopt;
}

} // namespace gleaner
