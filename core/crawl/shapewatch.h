// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/pageprint.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <list>
#include <optional>
#include <vector>

namespace gleaner
{

/// The shapes of what a page has led to that nobody knew: the first four.
class Targets
{
public:
    static constexpr size_t most = 4;
    void add(quint64 shape)
    {
        if (std::ranges::find(*this, shape) == end() && m_count < most)
            m_shapes[m_count++] = shape;
    }
    const quint64 *begin() const { return m_shapes.data(); }
    const quint64 *end() const { return m_shapes.data() + m_count; }

private:
    std::array<quint64, most> m_shapes{};
    size_t m_count = 0;
};

/// How the pages of one shape have turned out so far, one after the other.
class ShapeHistory
{
public:
    /// Has a page of this shape said the same, among the last so many that said something else
    /// each? A calendar says something else on 84 days: each day of the week in each month.
    static constexpr size_t mostPrints = 256;
    bool note(PagePrint print);
    /// Pages in a row that had nothing to say that had not been said.
    int sameInARow() const { return m_same; }
    /// What the last page has led to.
    void noteTargets(const Targets &targets);
    /// Some of what its last hundred pages have led to.
    std::vector<quint64> recentTargets() const;

    /// Pages in a row that were barren: said nothing new, led to nothing new, and were found on
    /// their likes. What was found elsewhere and is barren does not count, nor does it end the row.
    int noteBarren(bool isBarren, bool isChained);
    int barrenInARow() const { return m_barren; }

    /// The days of a calendar's pages, in days since 1970-01-01.
    struct Side {
        qint64 fruitful = 0; ///< the outermost day with something to say, or today
        int barren = 0; ///< pages beyond it, since it was moved
        qint64 reached = 0; ///< the outermost of these
        int far = 0; ///< pages in a row beyond every calendar's use that led to nothing new
    };
    struct Dated {
        qint64 day = 0;
        bool isSame = false; ///< says nothing new
        bool isChained = false; ///< was found on its likes
        bool leadsOn = false; ///< to something new
    };
    /// From which day on there is nothing any more, if that is clear now.
    struct Ends {
        std::optional<qint64> later;
        std::optional<qint64> earlier;
    };
    Ends noteDay(const Dated &page, qint64 today);

private:
    std::vector<PagePrint> m_prints; ///< a ring, once it is full
    size_t m_next = 0;
    struct Lead {
        quint64 target = 0;
        quint32 page = 0; ///< the last one that led there
    };
    std::array<Lead, Targets::most> m_leads{};
    quint32 m_pages = 0;
    int m_same = 0;
    int m_barren = 0;
    bool m_isDated = false;
    Side m_later;
    Side m_earlier;
};

/// The histories of the shapes that were met last: a thousand at most, some 1,300 bytes each,
/// however many a server makes up. An endless one is met again and again.
class ShapeWatch
{
public:
    static constexpr size_t mostShapes = 1000;

    /// Makes it where it is new; valid until the next call.
    ShapeHistory &of(quint64 shape);
    /// Its pages have long had nothing to say, nor have those that they led to: another of them is
    /// nothing new. Shapes that lead to each other and nowhere else are stale together.
    bool isStale(quint64 shape) const;
    /// Is one of them not stale?
    bool isFruitful(quint64 shape, const Targets &targets) const;
    size_t size() const { return m_byShape.size(); }

    static constexpr quint32 staleAfter = 100;

private:
    using Path = std::vector<quint64>;
    bool isStale(quint64 shape, Path &path) const;
    struct Entry {
        quint64 shape;
        ShapeHistory history;
    };
    std::list<Entry> m_entries; ///< the one met last first
    QHash<quint64, std::list<Entry>::iterator> m_byShape;
};

// Where the line is drawn. No crawler that we know of publishes figures for this (they cap the
// depth or the number of pages of a site), so these are our own, and on the far side: a site's
// longest run of empty pages that is followed by a full one is to be shorter.

/// A counted page after another: as many results as search engines and forums let anybody see are
/// a hundred pages.
constexpr int barrenCounted = 200;
/// The same where several numbers vary.
constexpr int barrenShaped = 1000;
/// A calendar: what recurs every year has come by then. Its own range is often three years
/// (Drupal's date fields: "-3:+3").
constexpr int barrenDays = 100;
constexpr qint64 barrenSpan = 366;
/// Or so few pages over so long: those of years and months.
constexpr int barrenMonths = 24;
constexpr qint64 longBarrenSpan = 5 * 366;
/// Further ahead nobody keeps a calendar, whatever stands beside it on the page.
constexpr qint64 farAhead = 10 * 366;

} // namespace gleaner
