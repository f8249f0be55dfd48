// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts.h"

#include "ui/plaintext.h"

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

static QString outOfScopeText(ScopeKind scope)
{
    switch (scope) {
    case ScopeKind::Folder:
        return Texts::tr("outside the start folder");
    case ScopeKind::Host:
        return Texts::tr("other site");
    case ScopeKind::Domain:
        return Texts::tr("other domain");
    case ScopeKind::Any:
        return Texts::tr("outside what was asked for");
    }
    return {};
}

QString skipText(SkipReason reason, ScopeKind scope)
{
    switch (reason) {
    case SkipReason::Scope:
        return outOfScopeText(scope);
    case SkipReason::Depth:
        return Texts::tr("too many links away from the start");
    case SkipReason::Filter:
        return Texts::tr("excluded by a pattern");
    case SkipReason::Type:
        return Texts::tr("type not wanted");
    case SkipReason::Size:
        return Texts::tr("larger than the limit");
    case SkipReason::Limit:
        return Texts::tr("the download's limit was reached");
    case SkipReason::Robots:
        return Texts::tr("robots.txt asks not to");
    case SkipReason::Nofollow:
        return Texts::tr("the page asks not to follow it");
    case SkipReason::Scheme:
        return Texts::tr("not a web address");
    case SkipReason::PrivateAddress:
        return Texts::tr("leads into a private network");
    case SkipReason::Downgrade:
        return Texts::tr("leads from a secure page to an insecure one");
    case SkipReason::Trap:
        return Texts::tr("set aside, there seems to be no end of its kind");
    case SkipReason::NoContent:
        return Texts::tr("the server has nothing there");
    case SkipReason::User:
        return Texts::tr("by you");
    case SkipReason::Host:
        return Texts::tr("its host is not wanted");
    case SkipReason::Unticked:
        return Texts::tr("not ticked");
    }
    return {};
}

static QString httpText(int status)
{
    switch (status) {
    case 401:
        return Texts::tr("name and password needed (401)");
    case 403:
    case 451:
        return Texts::tr("access not allowed (%1)").arg(status);
    case 404:
        return Texts::tr("page not found (404)");
    case 410:
        return Texts::tr("page no longer there (410)");
    case 429:
        return Texts::tr("server asks to slow down (429)");
    case 503:
        return Texts::tr("server busy (503)");
    default:
        return status >= 500 ? Texts::tr("server error (%1)").arg(status)
                             : Texts::tr("server answered with status %1").arg(status);
    }
}

QString failText(FailReason reason, int status)
{
    switch (reason) {
    case FailReason::Dns:
        return Texts::tr("server name not found");
    case FailReason::Refused:
        return Texts::tr("connection refused");
    case FailReason::Reset:
        return Texts::tr("connection lost");
    case FailReason::Timeout:
        return Texts::tr("no answer in time");
    case FailReason::Slow:
        return Texts::tr("too slow");
    case FailReason::Tls:
        return Texts::tr("server's identity not proven");
    case FailReason::Http:
        return httpText(status);
    case FailReason::Incomplete:
        return Texts::tr("the file ended early");
    case FailReason::InvalidResponse:
        return Texts::tr("the answer makes no sense");
    case FailReason::Decode:
        return Texts::tr("the answer could not be unpacked");
    case FailReason::TooLarge:
        return Texts::tr("the answer is too large");
    case FailReason::RedirectLoop:
        return Texts::tr("redirected too often");
    case FailReason::Proxy:
        return Texts::tr("the proxy could not be used");
    case FailReason::Auth:
        return Texts::tr("name and password needed");
    case FailReason::Name:
        return Texts::tr("no safe file name can be made");
    }
    return {};
}

QString tlsText(TlsProblem problem)
{
    switch (problem) {
    case TlsProblem::None:
        return {};
    case TlsProblem::Expired:
        return Texts::tr("certificate expired");
    case TlsProblem::NotYetValid:
        return Texts::tr("certificate not valid yet; is your clock right?");
    case TlsProblem::OtherName:
        return Texts::tr("certificate belongs to another name");
    case TlsProblem::UnknownIssuer:
        return Texts::tr("certificate from an issuer that is not trusted here");
    case TlsProblem::SelfSigned:
        return Texts::tr("certificate signed by nobody but itself");
    case TlsProblem::Revoked:
        return Texts::tr("certificate revoked");
    case TlsProblem::WrongUsage:
        return Texts::tr("certificate not made for servers");
    case TlsProblem::Unacceptable:
        return Texts::tr("certificate not acceptable");
    case TlsProblem::Handshake:
        return Texts::tr("no secure connection came about");
    }
    return {};
}

static QString httpSentence(const QString &server, int status)
{
    switch (status) {
    case 401:
        return Texts::tr("%1 asks for a name and password.").arg(server);
    case 403:
    case 451:
        return Texts::tr("%1 does not allow access to this page.").arg(server);
    case 404:
    case 410:
        return Texts::tr("Page not found (%1). The link to it may be out of date.").arg(status);
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
        return httpSentence(server, record.status);
    case FailReason::Incomplete:
        return Texts::tr("The file ended early: %1 sent less than it had announced.").arg(server);
    case FailReason::InvalidResponse:
        return Texts::tr("What %1 answered is not a web page's answer.").arg(server);
    case FailReason::Decode:
        return Texts::tr("What %1 sent was packed wrongly and could not be unpacked.").arg(server);
    case FailReason::TooLarge:
        return Texts::tr("What %1 sent was larger than it may be.").arg(server);
    case FailReason::RedirectLoop:
        return Texts::tr("The address redirects in a circle, or too often.");
    case FailReason::Proxy:
        return Texts::tr("Your proxy could not be used. Check its address, name and password.");
    case FailReason::Auth:
        return Texts::tr("%1 asks for a name and password.").arg(server);
    case FailReason::Name:
        return Texts::tr("No safe file name can be made of this address.");
    }
    return {};
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
    if (record.skip == SkipReason::Robots)
        return Texts::tr("The robots.txt of %1 asks programs not to fetch this page.")
            .arg(siteText(record.address));
    if (record.skip == SkipReason::Trap)
        return Texts::tr("There seems to be no end of addresses like this one, so it was set "
                         "aside. Download > Set Aside fetches it.");
    if (record.skip == SkipReason::Host)
        return Texts::tr("You have decided what is fetched from %1. View > Hosts changes that.")
            .arg(siteText(record.address));
    if (record.skip == SkipReason::Unticked)
        return Texts::tr("The scan has found it, and it was not ticked. Download > Tick What to "
                         "Download fetches it.");
    return Texts::tr("The address was skipped: %1.").arg(skipText(record.skip, scope));
}

} // namespace gleaner
