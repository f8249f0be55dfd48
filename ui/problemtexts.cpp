// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problemtexts.h"

#include "ui/texts.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{
/// Gives the strings below their context in the translations.
struct ProblemTexts {
    Q_DECLARE_TR_FUNCTIONS(gleaner::ProblemTexts)
};

QString signInAdvice()
{
    return ProblemTexts::tr("The server asks for a name and password. Choose such an address in "
                            "the tree, then Sign In in its menu; all of that server are tried "
                            "again.");
}

QString httpAdvice(int status)
{
    switch (status) {
    case 401:
        return signInAdvice();
    case 407:
        return ProblemTexts::tr("Your proxy asks for a name and password. Choose such an address "
                                "in the tree, then Sign In in its menu.");
    case 403:
    case 451:
        return ProblemTexts::tr("The server does not allow access. A browser in which you are "
                                "signed in may get it.");
    case 404:
    case 410:
        return ProblemTexts::tr("The links to these pages may be out of date. Trying again seldom "
                                "helps; Details shows where they were found.");
    case 429:
    case 503:
        return ProblemTexts::tr("The server asks us to slow down. Fewer workers, or more time "
                                "between two requests, may help.");
    default:
        return status >= 500
            ? ProblemTexts::tr("The server had an internal error. Not caused by your computer; try "
                               "again later.")
            : ProblemTexts::tr("The server answered with something else than the page.");
    }
}

} // namespace

ProblemKind ProblemKind::of(const Record &record)
{
    ProblemKind kind{record.fail, TlsProblem::None, 0};
    if (kind.reason == FailReason::Tls)
        kind.tls = record.tls;
    if (kind.reason == FailReason::Http)
        kind.status = record.status;
    return kind;
}

bool isProblem(RecordState state)
{
    return state == RecordState::Failed || state == RecordState::Retrying;
}

QString problemTitle(const ProblemKind &kind)
{
    QString title = failText(kind.reason, kind.status);
    if (kind.tls != TlsProblem::None)
        title = ProblemTexts::tr("%1 (%2)").arg(title, tlsText(kind.tls));
    // It stands behind a colon elsewhere, and at the beginning here.
    if (!title.isEmpty())
        title[0] = title.at(0).toUpper();
    return title;
}

QString problemAdvice(const ProblemKind &kind)
{
    switch (kind.reason) {
    case FailReason::Dns:
        return ProblemTexts::tr("The server's name could not be found. Check the spelling or your "
                                "connection.");
    case FailReason::Refused:
        return ProblemTexts::tr("The server is there, but takes no connection. It may be down for "
                                "a while; try again later.");
    case FailReason::Reset:
        return ProblemTexts::tr("The server closed the connection before it answered. Fewer "
                                "workers may help.");
    case FailReason::Timeout:
        return ProblemTexts::tr("The server did not answer in time. A longer time limit, or trying "
                                "again later, may help.");
    case FailReason::Slow:
        return ProblemTexts::tr(
            "The server sent next to nothing for a long time. Try again later.");
    case FailReason::Tls:
        return ProblemTexts::tr("The server could not prove who it is, so nothing was downloaded "
                                "from it.");
    case FailReason::Http:
        return httpAdvice(kind.status);
    case FailReason::Incomplete:
        return ProblemTexts::tr("The server sent less than it had announced. Trying again usually "
                                "helps.");
    case FailReason::InvalidResponse:
        return ProblemTexts::tr("The answer is not a web server's. Is it the right address and "
                                "port?");
    case FailReason::Decode:
        return ProblemTexts::tr("The answer was packed wrongly. Only the server can mend that.");
    case FailReason::TooLarge:
        return ProblemTexts::tr("The answer unpacks to more than is safe, so it was given up.");
    case FailReason::RedirectLoop:
        return ProblemTexts::tr("These addresses lead to each other in a circle. Some sites do so "
                                "where a cookie or a sign-in is missing.");
    case FailReason::Proxy:
        return ProblemTexts::tr("Your proxy could not be used. Check its address, name and "
                                "password.");
    case FailReason::Auth:
        return signInAdvice();
    case FailReason::Name:
        return ProblemTexts::tr("No safe file name can be made of these addresses.");
    }
    return {};
}

} // namespace gleaner
