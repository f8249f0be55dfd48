// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics.h"

#include "ui/figures.h"
#include "ui/session.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{
/// Gives the strings below their context in the translations.
struct Statistics {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Statistics)
};
constexpr int steadySeconds = 10;
} // namespace

qint64 remainingTime(const Session &session)
{
    if (session.state() != SessionState::Running)
        return -1;
    const auto rest = session.workers()->rest();
    if (!rest || rest->workers == 0 || rest->workers != session.totals().waiting
        || !session.speeds().isSteady(steadySeconds))
        return -1;
    return rest->bytes * 1000 / session.speeds().mean(steadySeconds);
}

std::vector<std::pair<QString, QString>> statisticsOf(const Session &session, qint64 freeBytes)
{
    const Totals &totals = session.totals();
    const SpeedHistory &speeds = session.speeds();
    const auto speed = [](qint64 bytes) { return Statistics::tr("%1/s").arg(sizeText(bytes)); };
    std::vector<std::pair<QString, QString>> lines{
        {Statistics::tr("Addresses found"), countText(totals.known)},
        {Statistics::tr("Waiting"), countText(totals.waiting)},
        {Statistics::tr("Saved"), countText(totals.saved)},
        {Statistics::tr("Unchanged since an earlier run"), countText(totals.unchanged)},
        {Statistics::tr("Redirected"), countText(totals.redirected)},
        {Statistics::tr("Skipped"), countText(totals.skipped)},
        {Statistics::tr("Failed"), countText(totals.failed)},
        {Statistics::tr("Downloaded"), sizeText(totals.bytes)},
        {Statistics::tr("Time"), durationText(session.elapsedMilliseconds())},
        {Statistics::tr("Workers"), countText(session.job().workers)},
    };
    if (speeds.count() > 0) {
        lines.emplace_back(Statistics::tr("Speed now"),
            speed(session.state() == SessionState::Running ? totals.bytesPerSecond : 0));
        lines.emplace_back(Statistics::tr("Highest speed of the last half hour"),
            speed(speeds.peak(SpeedHistory::longest)));
        lines.emplace_back(Statistics::tr("Mean speed of the last half hour"),
            speed(speeds.mean(SpeedHistory::longest)));
    }
    if (const qint64 left = remainingTime(session); left >= 0)
        lines.emplace_back(Statistics::tr("Time left"), durationText(left));
    if (freeBytes >= 0)
        lines.emplace_back(Statistics::tr("Free space"), sizeText(freeBytes));
    return lines;
}

} // namespace gleaner
