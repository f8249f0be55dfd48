// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/endtext.h"

#include "ui/figures.h"
#include "ui/session.h"
#include "ui/traptexts.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{
/// Gives the strings below their context in the translations.
struct EndText {
    Q_DECLARE_TR_FUNCTIONS(gleaner::EndText)
};
} // namespace

QString endText(const Session &session)
{
    const Totals &totals = session.totals();
    QStringList parts{EndText::tr("%1 saved").arg(countText(totals.saved))};
    const auto add = [&parts](qint64 count, const QString &text) {
        if (count > 0)
            parts << text.arg(countText(count));
    };
    add(totals.unchanged, EndText::tr("%1 unchanged"));
    add(totals.redirected, EndText::tr("%1 redirected"));
    add(totals.skipped, EndText::tr("%1 skipped"));
    add(totals.failed, EndText::tr("%1 failed"));
    add(totals.waiting, EndText::tr("%1 not downloaded"));
    add(session.versionsKept(), EndText::tr("old versions kept: %1"));

    const QString time = tookText(session.elapsedMilliseconds());
    QString counts = parts.join(QStringLiteral(", "));
    if (totals.suspects > 0)
        counts += QStringLiteral(". ")
            + EndText::tr("%Ln page(s) may only be a login, consent or \"not found\" page", nullptr,
                int(totals.suspects));
    if (const auto parked = parkedGroups(session.traps()); !parked.empty())
        counts += QStringLiteral(". ") + trapMessage(parked.front(), session.job().starts.front());
    if (session.job().purpose == Purpose::Scan) {
        QStringList found{EndText::tr("%1 found").arg(countText(totals.known))};
        if (totals.failed > 0)
            found << EndText::tr("%1 failed").arg(countText(totals.failed));
        if (totals.waiting > 0)
            found << EndText::tr("%1 not looked at").arg(countText(totals.waiting));
        const QString sum = found.join(QStringLiteral(", "));
        return session.state() == SessionState::Stopped
            ? EndText::tr("The scan was stopped after %1: %2").arg(time, sum)
            : EndText::tr("Scanned in %1: %2. Tick what is to be downloaded.").arg(time, sum);
    }
    if (session.limitReached())
        return EndText::tr("Stopped after %1, a limit was reached: %2").arg(time, counts);
    if (session.state() == SessionState::Stopped)
        return EndText::tr("Stopped after %1: %2").arg(time, counts);
    return EndText::tr("Finished in %1: %2").arg(time, counts);
}

bool isWhole(const Session &session)
{
    return session.state() == SessionState::Finished && session.totals().failed == 0
        && session.totals().suspects == 0;
}

} // namespace gleaner
