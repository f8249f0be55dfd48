// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remedy.h"

#include "core/crawl/report.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QCoreApplication>

namespace gleaner
{

namespace
{

struct Remedies {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Remedies)
};

Remedy remedyOfStatus(int status)
{
    switch (status) {
    case 401:
    case 407:
        return Remedy::SignIn;
    case 404:
    case 410:
        return Remedy::ShowWhereFound;
    case 429:
    case 503:
        return Remedy::FewerWorkers;
    default:
        return status >= 500 ? Remedy::Retry : Remedy::OpenInBrowser;
    }
}

Remedy remedyOfFailure(const Record &record)
{
    switch (record.fail) {
    case FailReason::Dns:
    case FailReason::Refused:
    case FailReason::Reset:
    case FailReason::Timeout:
    case FailReason::Slow:
    case FailReason::Incomplete:
    case FailReason::Decode:
    case FailReason::Proxy:
        return Remedy::Retry;
    case FailReason::Http:
        return remedyOfStatus(record.status);
    case FailReason::Auth:
        return Remedy::SignIn;
    case FailReason::TooLarge:
    case FailReason::Name:
        return Remedy::OpenInBrowser;
    case FailReason::Tls: // Nothing here may lead past a proof of identity.
    case FailReason::InvalidResponse:
    case FailReason::RedirectLoop:
        return Remedy::CopyDetails;
    }
    return Remedy::CopyDetails;
}

Remedy remedyOfSkip(SkipReason reason)
{
    switch (reason) {
    case SkipReason::Scope:
    case SkipReason::Depth:
    case SkipReason::Filter:
    case SkipReason::Type:
        return Remedy::ChangeWanted;
    case SkipReason::Trap:
        return Remedy::FetchSetAside;
    case SkipReason::User:
        return Remedy::Retry;
    case SkipReason::Scheme:
    case SkipReason::NoContent:
        return Remedy::ShowWhereFound;
    case SkipReason::Size:
    case SkipReason::Limit:
    case SkipReason::Robots:
    case SkipReason::Nofollow:
    case SkipReason::PrivateAddress:
    case SkipReason::Downgrade:
    case SkipReason::Host:
    case SkipReason::Unticked:
        return Remedy::OpenInBrowser;
    }
    return Remedy::CopyDetails;
}

Remedy remedyOfSuspicion(Suspicion suspicion)
{
    switch (suspicion) {
    case Suspicion::None:
        return Remedy::None;
    case Suspicion::NotFound:
        return Remedy::ShowWhereFound;
    case Suspicion::Login: // A page's own form: no name and password of ours answer that.
    case Suspicion::Consent:
    case Suspicion::SameAsMany:
        return Remedy::OpenInBrowser;
    }
    return Remedy::CopyDetails;
}

} // namespace

Remedy remedyOf(const Record &record)
{
    switch (record.state) {
    case RecordState::Failed:
        return remedyOfFailure(record);
    case RecordState::Skipped:
        return remedyOfSkip(record.skip);
    case RecordState::Retrying:
        return record.status == 429 || record.status == 503 ? Remedy::FewerWorkers : Remedy::None;
    default:
        return isFinal(record.state) ? remedyOfSuspicion(record.suspicion) : Remedy::None;
    }
}

QString remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        return {};
    case Remedy::Retry:
        return Remedies::tr("&Retry");
    case Remedy::SignIn:
        return Remedies::tr("Si&gn In…");
    case Remedy::OpenInBrowser:
        return Remedies::tr("Open in Bro&wser");
    case Remedy::ShowWhereFound:
        return Remedies::tr("Show Where It Was Fo&und");
    case Remedy::FewerWorkers:
        return Remedies::tr("Use Fewer Workers");
    case Remedy::ChangeWanted:
        return Remedies::tr("Chan&ge What Is Wanted…");
    case Remedy::FetchSetAside:
        return Remedies::tr("Fetch What &Was Set Aside");
    case Remedy::CopyDetails:
        return Remedies::tr("Copy &Details");
    }
    return {};
}

QString detailsText(const Record &record)
{
    QStringList lines{addressText(record.address)};
    const auto add = [&lines](const char *name, const QString &value) {
        if (!value.isEmpty())
            lines << QLatin1String(name) + QStringLiteral(": ") + value;
    };
    // For whoever is asked for help: in the words of reports, whatever the language.
    add("state", QLatin1String(keyword(record.state)));
    if (record.state == RecordState::Failed || record.state == RecordState::Retrying)
        add("reason", QLatin1String(keyword(record.fail)));
    if (record.state == RecordState::Skipped)
        add("reason", QLatin1String(keyword(record.skip)));
    add("suspect", QLatin1String(keyword(record.suspicion)));
    add("certificate", QLatin1String(keyword(record.tls)));
    if (record.status != 0)
        add("status", QString::number(record.status));
    add("tries", QString::number(record.tries));
    if (!record.target.isNull())
        add("to", addressText(record.target));
    add("detail", visibleText(record.detail));
    return lines.join(u'\n');
}

} // namespace gleaner
