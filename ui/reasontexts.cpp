// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons in a few words, for a row.
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

QString outOfScopeText(ScopeKind scope)
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

QString unexpectedText(int code)
{
    return Texts::tr("Something unexpected happened (%1). Please report it.").arg(code);
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
    }
    return unexpectedText(int(reason));
}

static QString httpText(int status)
{
    switch (status) {
    case 401:
        return Texts::tr("name and password needed (401)");
    case 407:
        return Texts::tr("the proxy needs a name and password (407)");
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
    return unexpectedText(int(reason));
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

QString suspicionText(Suspicion suspicion)
{
    switch (suspicion) {
    case Suspicion::None:
        return {};
    case Suspicion::Login:
        return Texts::tr("perhaps only a login page");
    case Suspicion::Consent:
        return Texts::tr("perhaps only a question for consent");
    case Suspicion::NotFound:
        return Texts::tr("perhaps only a \"not found\" page");
    case Suspicion::SameAsMany:
        return Texts::tr("the same as many others");
    }
    return {};
}

} // namespace gleaner
