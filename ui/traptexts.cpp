// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traptexts.h"

#include "ui/figures.h"
#include "ui/plaintext.h"

#include <QCoreApplication>

#include <algorithm>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct TrapText {
    Q_DECLARE_TR_FUNCTIONS(gleaner::TrapText)
};

/// In a window an address keeps to less than a line.
constexpr qsizetype shortAddress = 60;
constexpr qsizetype shortInMenu = 36;

/// "1,204 further on in a calendar without end".
QString countedText(const TrapGroup &group)
{
    const QString count = countText(group.count);
    switch (group.kind) {
    case TrapKind::Repetition:
        return TrapText::tr("%1 whose path repeats itself").arg(count);
    case TrapKind::SessionIds:
        return TrapText::tr("%1 that are known pages under another session").arg(count);
    case TrapKind::LaterDates:
        return TrapText::tr("%1 further on in a calendar without end").arg(count);
    case TrapKind::EarlierDates:
        return TrapText::tr("%1 further back in a calendar without end").arg(count);
    case TrapKind::Counter:
        return TrapText::tr("%1 that are counted on without end").arg(count);
    case TrapKind::Copies:
        return TrapText::tr("%1 below copies of one page, ever deeper").arg(count);
    }
    return {};
}

QString shapeText(const TrapGroup &group, qsizetype limit)
{
    return group.shape.isEmpty() ? TrapText::tr("of many kinds")
                                 : visibleText(QString::fromUtf8(group.shape), limit);
}

QString setAsideText(const TrapGroup &group, const QString &which)
{
    return TrapText::tr("Set aside: %1 (%2).").arg(countedText(group), which);
}

} // namespace

QString trapText(const TrapGroup &group)
{
    constexpr qsizetype wholeShape = 400;
    return setAsideText(group, shapeText(group, wholeShape));
}

QString trapMessage(const TrapGroup &group)
{
    if (group.examples.isEmpty())
        return setAsideText(group, shapeText(group, shortAddress));
    const QString example = visibleText(QString::fromUtf8(group.examples.front()), shortAddress);
    return setAsideText(group, TrapText::tr("such as %1").arg(example));
}

QString trapEntry(const TrapGroup &group)
{
    return TrapText::tr("%1: %2").arg(countedText(group), shapeText(group, shortInMenu));
}

std::vector<TrapGroup> parkedGroups(const std::vector<TrapGroup> &groups)
{
    std::vector<TrapGroup> parked;
    std::ranges::copy_if(groups, std::back_inserter(parked), [](const TrapGroup &group) {
        return group.state == TrapGroup::State::Parked && group.count > 0;
    });
    std::ranges::stable_sort(parked, std::greater(), &TrapGroup::count);
    return parked;
}

} // namespace gleaner
