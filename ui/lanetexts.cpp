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

QString laneHostText(const LaneReport &lane)
{
    return hostOf(lane);
}

static QString troubleText(const LaneReport &lane)
{
    const QString time = waitText(lane);
    switch (lane.why) {
    case LaneTrouble::Busy:
        return lane.busyStatus > 0
            ? LaneTexts::tr("Waiting %1 because of %2: the server asks us to slow down")
                  .arg(time, QString::number(lane.busyStatus))
            : LaneTexts::tr("Waiting %1: the server asks us to slow down").arg(time);
    case LaneTrouble::Late:
        return LaneTexts::tr("Waiting %1: it did not answer in time").arg(time);
    case LaneTrouble::Unreachable:
    case LaneTrouble::Offline:
    case LaneTrouble::None:
        break;
    }
    return LaneTexts::tr("Waiting %1: it could not be reached").arg(time);
}

static QString delayText(const LaneReport &lane)
{
    const double seconds = double(lane.delay.count()) / 1000;
    const QString time = QLocale().toString(seconds, 'g', 3);
    switch (lane.delayBy) {
    case LaneDelay::Host:
        return LaneTexts::tr("One request every %1 s, as its robots.txt asks").arg(time);
    case LaneDelay::BackOff:
        return LaneTexts::tr("One request every %1 s, after trouble").arg(time);
    case LaneDelay::Job:
    case LaneDelay::None:
        break;
    }
    return LaneTexts::tr("One request every %1 s, as the options say").arg(time);
}

QString laneStateText(const LaneReport &lane)
{
    if (lane.why == LaneTrouble::Offline)
        return LaneTexts::tr("This computer is offline");
    if (lane.parkedFor.count() > 0)
        return troubleText(lane);
    if (lane.isGivenUp && lane.waiting > 0)
        return LaneTexts::tr("Given up for now; asked once more at the end");
    if (lane.delay.count() > 0 && (lane.waiting > 0 || lane.active > 0))
        return delayText(lane);
    if (lane.waiting > 0 && lane.isOthersTurn)
        return LaneTexts::tr("It is another download's turn");
    if (lane.waiting > 0 && lane.active >= lane.slots)
        return lane.isProven ? LaneTexts::tr("All its slots are in use")
                             : LaneTexts::tr("One request at a time until it answers");
    if (lane.active > 0)
        return LaneTexts::tr("At work");
    return lane.waiting > 0 ? LaneTexts::tr("Waits for a worker") : LaneTexts::tr("Idle");
}

QString busyText(const LaneReport &lane)
{
    return LaneTexts::tr("%1 is busy. It is asked again in %2.").arg(hostOf(lane), waitText(lane));
}

QString nextTryText(const Record &record, qint64 now)
{
    if (record.retryAt == 0)
        return LaneTexts::tr("Tried once more at the end");
    const QString number = countText(record.tries + 1);
    const qint64 left = (record.retryAt - now + 999) / 1000;
    // Its time has come, and its host's, or a worker's, has not.
    if (left <= 0)
        return LaneTexts::tr("Waiting for try %1").arg(number);
    if (now > 0 && left < 60)
        return LaneTexts::tr("Next try in %1 s (try %2)").arg(countText(left), number);
    const QTime time = QDateTime::fromMSecsSinceEpoch(record.retryAt).time();
    return LaneTexts::tr("Next try at %1 (try %2)")
        .arg(QLocale().toString(time, QStringLiteral("HH:mm:ss")), number);
}

} // namespace gleaner
