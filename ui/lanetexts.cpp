// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanetexts.h"

#include "ui/figures.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace gleaner
{

namespace
{
/// Gives the strings below their context in the translations.
struct LaneTexts {
    Q_DECLARE_TR_FUNCTIONS(gleaner::LaneTexts)
};

QString hostOf(const LaneReport &lane)
{
    const auto address = Address::parse(lane.origin);
    return address ? siteText(*address) : visibleText(QByteArrayView(lane.origin));
}

/// A part of a second counts as a whole one.
QString waitText(const LaneReport &lane)
{
    return durationText(lane.parkedFor.count() + 999);
}

QString parkedText(const LaneReport &lane)
{
    const QString host = hostOf(lane);
    const QString time = waitText(lane);
    switch (lane.why) {
    case LaneTrouble::Busy:
        return LaneTexts::tr("Idle: %1 is busy, asked again in %2").arg(host, time);
    case LaneTrouble::Late:
        return LaneTexts::tr("Idle: %1 is slow to answer, asked again in %2").arg(host, time);
    case LaneTrouble::Unreachable:
    case LaneTrouble::Offline:
    case LaneTrouble::None:
        break;
    }
    return LaneTexts::tr("Idle: %1 cannot be reached, asked again in %2").arg(host, time);
}

} // namespace

QString idleText(const std::vector<LaneReport> &lanes)
{
    const LaneReport *parked = nullptr;
    const LaneReport *full = nullptr;
    for (const LaneReport &lane : lanes) {
        if (lane.waiting == 0)
            continue;
        if (lane.why == LaneTrouble::Offline)
            return LaneTexts::tr("Idle: this computer is offline");
        if (lane.parkedFor.count() > 0) {
            if (!parked || lane.parkedFor < parked->parkedFor)
                parked = &lane;
        } else if (lane.active >= lane.slots) {
            full = &lane;
        }
    }
    if (full)
        return LaneTexts::tr("Idle: %1 takes no more at once").arg(hostOf(*full));
    return parked ? parkedText(*parked) : workerStateText(WorkerState::Idle);
}

QString busyText(const LaneReport &lane)
{
    return LaneTexts::tr("%1 is busy. It is asked again in %2.").arg(hostOf(lane), waitText(lane));
}

QString nextTryText(const Record &record)
{
    if (record.retryAt == 0)
        return LaneTexts::tr("Tried once more at the end");
    const QTime time = QDateTime::fromMSecsSinceEpoch(record.retryAt).time();
    return LaneTexts::tr("Tried again at %1 (try %2)")
        .arg(QLocale().toString(time, QStringLiteral("HH:mm:ss")),
            QLocale().toString(record.tries + 1));
}

} // namespace gleaner
