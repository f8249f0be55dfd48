// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traptexts.h"

#include "ui/figures.h"
#include "ui/plaintext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct TrapText {
    Q_DECLARE_TR_FUNCTIONS(gleaner::TrapText)
};

/// In a window an address keeps to less than a line.
constexpr qsizetype shortAddress = 40;

/// "1,204 further on in a calendar without end".
QString countedText(const TrapGroup &group)
{
    const QString count = countText(group.count);
    const int number = int(std::min<qint64>(group.count, std::numeric_limits<int>::max()));
    switch (group.kind) {
    case TrapKind::Repetition:
        return TrapText::tr("%Ln whose paths repeat themselves", nullptr, number);
    case TrapKind::SessionIds:
        return TrapText::tr("%Ln that are known pages under another session", nullptr, number);
    case TrapKind::LaterDates:
        return TrapText::tr("%1 further on in a calendar without end").arg(count);
    case TrapKind::EarlierDates:
        return TrapText::tr("%1 further back in a calendar without end").arg(count);
    case TrapKind::Counter:
        return TrapText::tr("%Ln that are counted on without end", nullptr, number);
    case TrapKind::Copies:
        return TrapText::tr("%1 below copies of one page, ever deeper").arg(count);
    }
    return {};
}

QString setAsideText(const TrapGroup &group, const QString &which)
{
    return TrapText::tr("Set aside: %1 (%2).").arg(countedText(group), which);
}

/// An address, or a shape, which is one with `*` in it.
QString shortText(const QByteArray &address, const Address &start)
{
    const QByteArray origin = start.origin();
    const bool isOfStart = address.startsWith(origin + '/');
    return visibleText(
        QString::fromUtf8(isOfStart ? address.sliced(origin.size()) : address), shortAddress);
}

QString manyKinds()
{
    return TrapText::tr("of many kinds");
}

} // namespace

QString trapText(const TrapGroup &group)
{
    return setAsideText(
        group, group.shape.isEmpty() ? manyKinds() : visibleText(QString::fromUtf8(group.shape)));
}

QString trapMessage(const TrapGroup &group, const Address &start)
{
    if (!group.examples.isEmpty())
        return setAsideText(
            group, TrapText::tr("such as %1").arg(shortText(group.examples.front(), start)));
    return setAsideText(group, group.shape.isEmpty() ? manyKinds() : shortText(group.shape, start));
}

QString trapEntry(const TrapGroup &group, const Address &start)
{
    return TrapText::tr("%1: %2").arg(
        countedText(group), group.shape.isEmpty() ? manyKinds() : shortText(group.shape, start));
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
