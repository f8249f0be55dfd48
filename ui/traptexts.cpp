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

QString sentenceOf(TrapKind kind)
{
    switch (kind) {
    case TrapKind::Repetition:
        return TrapText::tr("Set aside: %1 whose path repeats itself (%2).");
    case TrapKind::SessionIds:
        return TrapText::tr("Set aside: %1 that are known pages under another session (%2).");
    case TrapKind::LaterDates:
        return TrapText::tr("Set aside: %1 further on in a calendar without end (%2).");
    case TrapKind::EarlierDates:
        return TrapText::tr("Set aside: %1 further back in a calendar without end (%2).");
    case TrapKind::Counter:
        return TrapText::tr("Set aside: %1 that are counted on without end (%2).");
    case TrapKind::Copies:
        return TrapText::tr("Set aside: %1 below copies of one page, ever deeper (%2).");
    }
    return {};
}

} // namespace

QString trapText(const TrapGroup &group)
{
    const QString shape = group.shape.isEmpty() ? TrapText::tr("of many kinds")
                                                : visibleText(QString::fromUtf8(group.shape));
    return sentenceOf(group.kind).arg(countText(group.count), shape);
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
