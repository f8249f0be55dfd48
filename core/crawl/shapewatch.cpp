// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/shapewatch.h"

#include <algorithm>

namespace gleaner
{

namespace
{

/// Longer ways from one shape to another are not looked through.
constexpr size_t longestPath = 6;

} // namespace

bool ShapeHistory::note(PagePrint print)
{
    ++m_pages;
    const bool isSame = std::ranges::find(m_prints, print) != m_prints.end();
    m_same = isSame ? m_same + 1 : 0;
    if (isSame)
        return true;
    if (m_prints.size() < mostPrints)
        m_prints.push_back(print);
    else
        m_prints[m_next++ % mostPrints] = print;
    return false;
}

void ShapeHistory::noteTargets(const Targets &targets)
{
    for (const quint64 target : targets) {
        const auto known = std::ranges::find(m_leads, target, &Lead::target);
        // Else in the place of what it led to longest ago.
        Lead &lead =
            known != m_leads.end() ? *known : *std::ranges::min_element(m_leads, {}, &Lead::page);
        lead = {target, m_pages};
    }
}

std::vector<quint64> ShapeHistory::recentTargets() const
{
    std::vector<quint64> targets;
    for (const Lead &lead : m_leads) {
        if (lead.page > 0 && m_pages - lead.page < ShapeWatch::staleAfter)
            targets.push_back(lead.target);
    }
    return targets;
}

int ShapeHistory::noteBarren(bool isBarren, bool isChained)
{
    if (!isBarren)
        m_barren = 0;
    else if (isChained)
        ++m_barren;
    return m_barren;
}

ShapeHistory::Ends ShapeHistory::noteDay(const Dated &page, qint64 today)
{
    if (!m_isDated) {
        m_isDated = true;
        m_later.fruitful = today;
        m_earlier.fruitful = today;
    }
    const auto note = [&](Side &side, qint64 sign) -> std::optional<qint64> {
        const qint64 beyond = sign * (page.day - side.fruitful);
        if (beyond <= 0)
            return std::nullopt;
        const bool isFar = sign > 0 && page.day > today + farAhead;
        side.far = isFar && !page.leadsOn && page.isChained ? side.far + 1 : 0;
        if (side.far >= barrenDays)
            return today + farAhead;
        if (!page.isSame || page.leadsOn) {
            side = {page.day, 0, page.day, side.far};
            return std::nullopt;
        }
        if (!page.isChained)
            return std::nullopt;
        ++side.barren;
        side.reached =
            side.barren == 1 ? page.day : sign * std::max(sign * side.reached, sign * page.day);
        const qint64 span = sign * (side.reached - side.fruitful);
        const bool isEndless = (side.barren >= barrenDays && span >= barrenSpan)
            || (side.barren >= barrenMonths && span >= longBarrenSpan);
        return isEndless ? std::optional(side.fruitful) : std::nullopt;
    };
    return {note(m_later, +1), note(m_earlier, -1)};
}

ShapeHistory &ShapeWatch::of(quint64 shape)
{
    if (const auto known = m_byShape.constFind(shape); known != m_byShape.cend()) {
        m_entries.splice(m_entries.begin(), m_entries, *known);
        return m_entries.front().history;
    }
    if (m_entries.size() >= mostShapes) {
        m_byShape.remove(m_entries.back().shape);
        m_entries.pop_back();
    }
    m_entries.push_front({shape, {}});
    m_byShape.insert(shape, m_entries.begin());
    return m_entries.front().history;
}

bool ShapeWatch::isStale(quint64 shape) const
{
    Path path;
    return isStale(shape, path);
}

bool ShapeWatch::isFruitful(quint64 shape, const Targets &targets) const
{
    return std::ranges::any_of(targets, [&](quint64 target) {
        Path path{shape};
        return !isStale(target, path);
    });
}

bool ShapeWatch::isStale(quint64 shape, Path &path) const
{
    const auto known = m_byShape.constFind(shape);
    if (known == m_byShape.cend() || (*known)->history.sameInARow() < int(staleAfter)
        || path.size() >= longestPath)
        return false;
    path.push_back(shape);
    const bool stale = std::ranges::all_of((*known)->history.recentTargets(), [&](quint64 target) {
        return std::ranges::find(path, target) != path.end() || isStale(target, path);
    });
    path.pop_back();
    return stale;
}

} // namespace gleaner
