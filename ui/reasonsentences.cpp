// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons as whole sentences, which name the server or this computer.
#include "ui/texts.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{
/// Gives the strings below their context in the translations.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Texts)
};
} // namespace

bool isAskedFor(const Record &record)
{
    return isTyped(record) || (record.depth == 0 && isRedirectTarget(record));
}

static QString httpSentence(const QString &server, const Record &record)
{
    const int status = record.status;
    switch (status) {
    case 401:
        return Texts::tr("%1 asks for a name and password.").arg(server);
    case 403:
    case 451:
        return Texts::tr("%1 does not allow access to this page.").arg(server);
    case 404:
    case 410:
        return isAskedFor(record)
            ? Texts::tr("%1 has no such page (%2). Check the address.")
                  .arg(server, QString::number(status))
            : Texts::tr("Page not found (%1). The link to it may be out of date.").arg(status);
    case 407:
        return Texts::tr("Your proxy asks for a name and password.");
    case 429:
    case 503:
        return Texts::tr("%1 asks us to slow down. Fewer workers may help.").arg(server);
    default:
        return status >= 500
            ? Texts::tr("%1 had an internal error (%2). Not caused by your computer.")
                  .arg(server, QString::number(status))
            : Texts::tr("%1 answered with status %2 instead of the page.")
                  .arg(server, QString::number(status));
    }
}

/// Of this time's failure alone.
static QString reasonSentence(const Record &record)
{
    const QString server = siteText(record.address);
    switch (record.fail) {
    case FailReason::Dns:
        return Texts::tr("The server name \"%1\" could not be found. Check the spelling or your "
                         "connection.")
            .arg(server);
    case FailReason::Refused:
        return Texts::tr(
            "%1 refused the connection. Is it the right port, and does the server run?")
            .arg(server);
    case FailReason::Reset:
        return Texts::tr("%1 closed the connection before it answered.").arg(server);
    case FailReason::Timeout:
        return Texts::tr(
            "%1 did not answer in time. If other sites do not answer either, check your "
            "connection.")
            .arg(server);
    case FailReason::Slow:
        return Texts::tr("%1 sent the file too slowly.").arg(server);
    case FailReason::Tls:
        return record.tls == TlsProblem::None
            ? Texts::tr("The identity of %1 could not be proven. Nothing was downloaded.")
                  .arg(server)
            : Texts::tr("The identity of %1 could not be proven (%2). Nothing was downloaded.")
                  .arg(server, tlsText(record.tls));
    case FailReason::Http:
        return httpSentence(server, record);
    case FailReason::Incomplete:
        return Texts::tr("The file ended early: %1 sent less than it had announced.").arg(server);
    case FailReason::InvalidResponse:
        return Texts::tr("What %1 answered is not a web page's answer.").arg(server);
    case FailReason::Decode:
        return Texts::tr("What %1 sent was packed wrongly and could not be unpacked.").arg(server);
    case FailReason::TooLarge:
        return Texts::tr("What %1 sent was larger than it may be.").arg(server);
    case FailReason::RedirectLoop:
        return Texts::tr("%1 redirects this address in a circle, or too often.").arg(server);
    case FailReason::Proxy:
        return Texts::tr("Your proxy could not be used. Check its address, name and password.");
    case FailReason::Auth:
        return Texts::tr("%1 asks for a name and password.").arg(server);
    case FailReason::Name:
        return Texts::tr("Your computer cannot store a file under a name made of this address.");
    }
    return unexpectedText(int(record.fail));
}

QString failSentence(const Record &record)
{
    if (record.state == RecordState::Failed && record.change == Change::Gone)
        return Texts::tr("%1 no longer has this page (%2). The file that was saved earlier stays.")
            .arg(siteText(record.address), QString::number(record.status));
    const QString sentence = reasonSentence(record);
    return hasEarlierFile(record)
        ? Texts::tr("%1 The file that was saved earlier stays.").arg(sentence)
        : sentence;
}

QString skipSentence(const Record &record, ScopeKind scope)
{
    const QString server = siteText(record.address);
    switch (record.skip) {
    case SkipReason::Scope:
        return Texts::tr("You asked for other pages only; this one is left out (%1).")
            .arg(outOfScopeText(scope));
    case SkipReason::Depth:
        return Texts::tr("You asked for fewer clicks from the start address than lead to %1.")
            .arg(addressText(record.address));
    case SkipReason::Filter:
        return Texts::tr("A pattern of yours leaves this address out.");
    case SkipReason::Type:
        return Texts::tr("You did not ask for files of this kind.");
    case SkipReason::Size:
        return Texts::tr("What %1 has there is larger than the limit you have set.").arg(server);
    case SkipReason::Limit:
        return Texts::tr("A limit of the download was reached before %1 was asked for this.")
            .arg(server);
    case SkipReason::Robots:
        return Texts::tr("The robots.txt of %1 asks programs not to fetch this page.").arg(server);
    case SkipReason::Nofollow:
        return Texts::tr("The page with this link asks programs not to follow it.");
    case SkipReason::Scheme:
        return Texts::tr("This is not a web address, so there is nothing to download.");
    case SkipReason::PrivateAddress:
        return Texts::tr("%1 lies in a private network, into which a page of the internet must "
                         "not lead Gleaner.")
            .arg(server);
    case SkipReason::Downgrade:
        return Texts::tr("A secure page leads to %1 without encryption. Gleaner does not follow.")
            .arg(server);
    case SkipReason::Trap:
        return Texts::tr("There seems to be no end of addresses like this one, so it was set "
                         "aside. Download > Set Aside fetches it.");
    case SkipReason::NoContent:
        return Texts::tr("%1 answered that there is nothing at this address.").arg(server);
    case SkipReason::User:
        return Texts::tr("You did not want this address. Retry downloads it.");
    case SkipReason::Host:
        return Texts::tr("You have decided what is fetched from %1. View > Hosts changes that.")
            .arg(server);
    case SkipReason::Unticked:
        return Texts::tr("A scan has found this, and it was not ticked. Download > Tick What to "
                         "Download has it.");
    }
    return unexpectedText(int(record.skip));
}

QString suspicionSentence(const Record &record)
{
    const QString server = siteText(record.address);
    switch (record.suspicion) {
    case Suspicion::None:
        return {};
    case Suspicion::Login:
        return Texts::tr(
            "%1 seems to have sent a login page instead of this one. Sign in there in a "
            "browser, and bring its cookies: New Download, Advanced, Requests.")
            .arg(server);
    case Suspicion::Consent:
        return Texts::tr("%1 seems to have asked for consent first instead of sending this page.")
            .arg(server);
    case Suspicion::NotFound:
        return Texts::tr("%1 says that there is no such page, though it calls that a success.")
            .arg(server);
    case Suspicion::SameAsMany:
        return Texts::tr("%1 sends the same page for many addresses; perhaps none of them is "
                         "there.")
            .arg(server);
    }
    return unexpectedText(int(record.suspicion));
}

} // namespace gleaner
