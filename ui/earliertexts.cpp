// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/earliertexts.h"

#include "ui/figures.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct EarlierTexts {
    Q_DECLARE_TR_FUNCTIONS(gleaner::EarlierTexts)
};

constexpr qsizetype longestAddress = 60;

QString addressOf(const KnownSession &session)
{
    if (session.job.starts.empty())
        return {};
    return visibleText(QByteArrayView(session.job.starts.front().bytes()), longestAddress);
}

QString doneOf(const KnownSession &session)
{
    const Totals &totals = session.totals;
    if (totals.known == 0)
        return EarlierTexts::tr("only begun");
    return EarlierTexts::tr("%1 of %2 done")
        .arg(countText(totals.known - totals.waiting), countText(totals.known));
}

QString dayOf(const KnownSession &session, const QDateTime &now)
{
    return dayText(QDateTime::fromMSecsSinceEpoch(session.changedAt), now);
}

QString whyNot(const EarlierDownload &earlier)
{
    switch (earlier.session.state) {
    case KnownSession::State::InUse:
        return EarlierTexts::tr("another Gleaner is at it");
    case KnownSession::State::Newer:
        return EarlierTexts::tr("kept by a newer version of Gleaner");
    case KnownSession::State::Unreadable:
        return EarlierTexts::tr("cannot be read");
    case KnownSession::State::Finished:
    case KnownSession::State::Unfinished:
        break;
    }
    return EarlierTexts::tr("its folder is not there");
}

} // namespace

QString dayText(const QDateTime &when, const QDateTime &now)
{
    const QLocale locale;
    const QString time = locale.toString(when.time(), QLocale::ShortFormat);
    const qint64 days = when.date().daysTo(now.date());
    if (days == 0)
        return EarlierTexts::tr("today at %1").arg(time);
    if (days == 1)
        return EarlierTexts::tr("yesterday at %1").arg(time);
    return EarlierTexts::tr("on %1").arg(locale.toString(when.date(), QLocale::ShortFormat));
}

QString offerText(const KnownSession &latest, qsizetype more, const QDateTime &now)
{
    const QString address = addressOf(latest);
    const QString day = dayOf(latest, now);
    QString first = latest.totals.known > 0
        ? EarlierTexts::tr("The download of %1 is not finished: %2. It last ran %3.")
              .arg(address, doneOf(latest), day)
        : EarlierTexts::tr("The download of %1 had only begun. It last ran %2.").arg(address, day);
    if (more == 0)
        return first;
    return EarlierTexts::tr("%1 %2 more can be continued from the Download menu.")
        .arg(first, countText(more));
}

QString entryText(const EarlierDownload &earlier, const QDateTime &now)
{
    const KnownSession &session = earlier.session;
    const QString day = dayOf(session, now);
    if (!earlier.canBeTakenUp()) {
        const QString address = addressOf(session);
        return address.isEmpty()
            ? EarlierTexts::tr("A download, last used %1 (%2)").arg(day, whyNot(earlier))
            : EarlierTexts::tr("%1 (%2)").arg(address, whyNot(earlier));
    }
    if (session.state == KnownSession::State::Finished)
        return EarlierTexts::tr("Look for Changes: %1 (finished %2)").arg(addressOf(session), day);
    return EarlierTexts::tr("Continue %1 (%2, %3)").arg(addressOf(session), doneOf(session), day);
}

} // namespace gleaner
