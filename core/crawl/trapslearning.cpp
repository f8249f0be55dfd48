// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/traps.h"

#include "core/crawl/addressshape.h"
#include "core/crawl/trapslearnt.h"
#include "core/crawl/words.h"
#include "core/discover/discover.h"

#include <algorithm>

// How it is learnt what goes on without end: from what the pages say and where they lead.

namespace gleaner
{

namespace
{

/// So many pages, each found on the one before and below it, are one page again and again; as
/// with segments that repeat themselves, more than three times.
constexpr int copiesInARow = 3;
constexpr int longestChain = 1000;
/// So many pages were the same under another session, and hardly any was not.
constexpr int provenSessions = 10;
constexpr int fewOthers = 5; ///< one in so many
constexpr qsizetype mostParameters = 1000;

Address referrerOf(const CrawlLog &log, RecordId id)
{
    const RecordId referrer = log.referrer(id);
    return referrer == noRecord ? Address() : log.address(referrer);
}

/// The page that it was found on, if it lies below that.
RecordId pageAbove(const CrawlLog &log, RecordId id)
{
    const RecordId above = log.referrer(id);
    const bool isBelow = above != noRecord && liesDeeper(log.address(id), log.address(above));
    return isBelow ? above : noRecord;
}

/// Down to this page each lies below the one that it was found on: so many steps, as far as
/// matters.
int stepsDown(const CrawlLog &log, RecordId id)
{
    int steps = 0;
    for (; steps < copiesInARow; ++steps) {
        id = pageAbove(log, id);
        if (id == noRecord)
            break;
    }
    return steps;
}

} // namespace

PrintNeed Traps::printNeed(const CrawlLog &log, RecordId id) const
{
    if (m_policy == TrapPolicy::Follow)
        return PrintNeed::Never;
    const Address address = log.address(id);
    if (shapeOf(address) != address.bytes() || sessionTokenOf(address)
        || stepsDown(log, id) >= copiesInARow)
        return PrintNeed::Always;
    return PrintNeed::IfLeadingDeeper;
}

bool isPrintNeeded(PrintNeed need, const Discovery &discovery, const Address &page)
{
    if (need != PrintNeed::IfLeadingDeeper)
        return need == PrintNeed::Always;
    return std::ranges::any_of(
        discovery.links, [&page](const Link &link) { return liesDeeper(link.address, page); });
}

void Traps::noteAddress(const CrawlLog &log, RecordId id)
{
    if (m_policy == TrapPolicy::Follow)
        return;
    const QByteArrayView bytes = log.addressBytes(id);
    if (!bytes.contains(';') && !bytes.contains('=') && !bytes.contains('('))
        return;
    const Address address = log.address(id);
    const auto token = address.isWeb() ? sessionTokenOf(address) : std::nullopt;
    if (!token)
        return;
    Learnt::Rest &rest = m_learnt->rests[stableHash(withoutToken(address, *token))];
    if (rest.first == noRecord)
        rest.first = id;
}

void Traps::beginPage(const CrawlLog &log, RecordId id, PagePrint print)
{
    if (m_policy == TrapPolicy::Follow)
        return;
    while (m_learnt->prints.size() <= id)
        m_learnt->prints.push_back(0);
    m_learnt->prints[id] = print;
    if (print != 0)
        judgeCopies(log, id);
}

void Traps::noteFound(const CrawlLog &log, RecordId page, const Address &found)
{
    if (m_policy == TrapPolicy::Follow)
        return;
    Learnt::Reading &reading = m_learnt->reading;
    if (reading.page != page) {
        const Address address = log.address(page);
        reading = {page, shapeOf(address)};
        if (reading.shape == address.bytes())
            reading.shape.clear();
    }
    if (reading.shape.isEmpty())
        return;
    const QByteArray shape = shapeOf(found);
    if (shape != reading.shape)
        m_learnt->targets[page].add(stableHash(shape));
}

void Traps::endPage(const CrawlLog &log, RecordId id)
{
    const PagePrint print = m_learnt->printOf(id);
    const Targets targets = m_learnt->targets.take(id);
    if (print == 0)
        return;
    judgeSession(log, id);
    const Address address = log.address(id);
    const QByteArray shape = shapeOf(address);
    if (shape == address.bytes())
        return;
    const quint64 key = stableHash(shape);
    const Address referrer = referrerOf(log, id);
    ShapeWatch &shapes = m_learnt->shapes;
    const bool leadsOn = shapes.isFruitful(key, targets);
    ShapeHistory &history = shapes.of(key);
    const bool isSame = history.note(print);
    history.noteTargets(targets);
    if (const auto day = dayOf(address)) {
        const bool isChained =
            !referrer.isNull() && dayOf(referrer) && referrer.origin() == address.origin();
        const auto ends = history.noteDay({*day, isSame, isChained, leadsOn}, m_today);
        if (ends.later)
            m_groups.add({TrapKind::LaterDates, key}, shape, {*ends.later, 0});
        if (ends.earlier)
            m_groups.add({TrapKind::EarlierDates, key}, shape, {*ends.earlier, 0});
        return;
    }
    const bool isChained = !referrer.isNull() && shapeOf(referrer) == shape;
    const int barren = history.noteBarren(isSame && !leadsOn, isChained);
    const auto difference = isChained ? onlyDifference(address, referrer) : std::nullopt;
    const QByteArray counted = difference ? shapeWithout(address, difference->index) : QByteArray();
    if (barren >= (counted == shape ? barrenCounted : barrenShaped))
        m_groups.add({TrapKind::Counter, key}, shape);
    if (counted.isEmpty() || counted == shape)
        return;
    const quint64 countedKey = stableHash(counted);
    ShapeHistory &ofCounted = shapes.of(countedKey);
    const bool isSameCounted = ofCounted.note(print);
    if (ofCounted.noteBarren(isSameCounted && !leadsOn, true) >= barrenCounted)
        m_groups.add({TrapKind::Counter, countedKey}, counted);
}

void Traps::noteFile(const CrawlLog &log, RecordId id, QByteArrayView sha256)
{
    m_learnt->targets.remove(id);
    if (m_policy == TrapPolicy::Follow || sha256.isEmpty())
        return;
    const Address address = log.address(id);
    const QByteArray shape = shapeOf(address);
    if (shape != address.bytes())
        m_learnt->shapes.of(stableHash(shape)).note(filePrint(sha256));
}

void Traps::judgeCopies(const CrawlLog &log, RecordId id)
{
    const PagePrint print = m_learnt->printOf(id);
    RecordId top = id;
    int copies = 0;
    for (RecordId above = pageAbove(log, top);
         above != noRecord && m_learnt->printOf(above) == print; above = pageAbove(log, top)) {
        top = above;
        // The numbers of a damaged session may lead in a circle.
        if (++copies > longestChain)
            return;
    }
    if (copies < copiesInARow)
        return;
    const QByteArray shape = folderOf(log.address(top)).toByteArray() + '*';
    m_groups.add({TrapKind::Copies, stableHash(shape)}, shape, {0, print});
}

void Traps::judgeSession(const CrawlLog &log, RecordId id)
{
    const Address address = log.address(id);
    const auto token = sessionTokenOf(address);
    if (!token)
        return;
    const PagePrint print = m_learnt->printOf(id);
    Learnt::Rest &rest = m_learnt->rests[stableHash(withoutToken(address, *token))];
    if (rest.print == 0 || rest.first == id) {
        rest = {id, print};
        return;
    }
    const QByteArray shape = sessionShape(address, *token);
    const quint64 key = stableHash(shape);
    if (!m_learnt->parameters.contains(key) && m_learnt->parameters.size() >= mostParameters)
        return;
    Learnt::Parameter &parameter = m_learnt->parameters[key];
    ++(rest.print == print ? parameter.equal : parameter.different);
    if (parameter.equal >= provenSessions && parameter.equal >= fewOthers * parameter.different)
        m_groups.add({TrapKind::SessionIds, key}, shape);
}

} // namespace gleaner
