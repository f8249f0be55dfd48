// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts.h"

#include "ui/addressguess.h"
#include "ui/figures.h"
#include "ui/lanetexts.h"
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

QString stateText(RecordState state)
{
    switch (state) {
    case RecordState::Waiting:
        return Texts::tr("Waiting");
    case RecordState::Connecting:
        return Texts::tr("Connecting");
    case RecordState::Downloading:
        return Texts::tr("Downloading");
    case RecordState::ReadingLinks:
        return Texts::tr("Reading links");
    case RecordState::Retrying:
        return Texts::tr("Retrying");
    case RecordState::Saved:
        return Texts::tr("Saved");
    case RecordState::Unchanged:
        return Texts::tr("Unchanged");
    case RecordState::Redirected:
        return Texts::tr("Redirected");
    case RecordState::Skipped:
        return Texts::tr("Skipped");
    case RecordState::Failed:
        return Texts::tr("Failed");
    }
    return {};
}

bool hasEarlierFile(const Record &record)
{
    return record.state == RecordState::Failed && record.kept && !record.path.isEmpty();
}

static QString savedText(const Record &record)
{
    if (record.suspicion != Suspicion::None)
        return Texts::tr("Saved: %1").arg(suspicionText(record.suspicion));
    const bool isSure = record.verified;
    switch (record.change) {
    case Change::New:
        return isSure ? Texts::tr("Saved (new)")
                      : Texts::tr("Saved (new; the server did not say how long it is)");
    case Change::Changed:
        return isSure ? Texts::tr("Saved (changed)")
                      : Texts::tr("Saved (changed; the server did not say how long it is)");
    case Change::None:
    case Change::Gone:
        break;
    }
    return isSure ? Texts::tr("Saved") : Texts::tr("Saved (the server did not say how long it is)");
}

static QString failedText(const Record &record)
{
    const QString reason = record.suspicion == Suspicion::None
        ? failText(record.fail, record.status)
        : suspicionText(record.suspicion);
    if (record.change == Change::Gone)
        return Texts::tr("Failed: no longer on the server (%1); the earlier file stays")
            .arg(record.status);
    if (record.fail == FailReason::Tls && record.tls != TlsProblem::None) {
        const QString tls = tlsText(record.tls);
        return hasEarlierFile(record)
            ? Texts::tr("Failed: %1 (%2); the earlier file stays").arg(reason, tls)
            : Texts::tr("Failed: %1 (%2)").arg(reason, tls);
    }
    return hasEarlierFile(record) ? Texts::tr("Failed: %1; the earlier file stays").arg(reason)
                                  : Texts::tr("Failed: %1").arg(reason);
}

QString statusText(const Record &record, ScopeKind scope, Standing standing, qint64 now)
{
    if (isLeft(record, standing))
        return Texts::tr("Stopped");
    switch (record.state) {
    case RecordState::Saved:
        return savedText(record);
    case RecordState::Unchanged:
        return record.suspicion == Suspicion::None
            ? stateText(record.state)
            : Texts::tr("Unchanged: %1").arg(suspicionText(record.suspicion));
    case RecordState::Redirected:
        if (record.suspicion != Suspicion::None)
            return Texts::tr("Redirected: %1").arg(suspicionText(record.suspicion));
        return Texts::tr("Redirected to %1").arg(addressText(record.target, record.address));
    case RecordState::Skipped:
        if (record.skip == SkipReason::Unticked)
            return Texts::tr("Not ticked");
        return Texts::tr("Skipped: %1").arg(skipText(record.skip, scope));
    case RecordState::Retrying:
        return Texts::tr("%1: %2").arg(
            nextTryText(record, now), failText(record.fail, record.status));
    case RecordState::Failed:
        return failedText(record);
    default:
        return stateText(record.state);
    }
}

QString activityText(WorkerState state, qint64 silentFor)
{
    constexpr qint64 silence = 5000; // milliseconds; shorter silences are nothing to speak of
    if (state == WorkerState::Downloading && silentFor >= silence)
        return Texts::tr("Downloading, no data for %1 s").arg(countText(silentFor / 1000));
    return workerStateText(state);
}

QString workerStateText(WorkerState state)
{
    switch (state) {
    case WorkerState::Idle:
        return Texts::tr("Idle");
    case WorkerState::Connecting:
        return Texts::tr("Connecting");
    case WorkerState::WaitingForServer:
        return Texts::tr("Waiting for server");
    case WorkerState::Downloading:
        return Texts::tr("Downloading");
    case WorkerState::Finishing:
        return Texts::tr("Finishing");
    case WorkerState::Paused:
        return Texts::tr("Paused");
    }
    return {};
}

QString diskFaultText(const DiskFault &fault)
{
    const QString path = visibleText(fault.path);
    switch (fault.kind) {
    case DiskFaultKind::NotAFolder:
        return Texts::tr("\"%1\" is not a folder. Choose another folder to save in.").arg(path);
    case DiskFaultKind::NotWritable:
        return Texts::tr("Nothing can be written to \"%1\". Choose another folder, or change its "
                         "permissions.")
            .arg(path);
    case DiskFaultKind::Full:
        return Texts::tr("No space is left for \"%1\". Free some space, or choose another folder.")
            .arg(path);
    case DiskFaultKind::Vanished:
        return Texts::tr("The folder \"%1\" is no longer there. Was a drive removed?").arg(path);
    case DiskFaultKind::LinkInTheWay:
        return Texts::tr("\"%1\" is a link to somewhere else, where a file should be saved. Move "
                         "the link away, or choose another folder.")
            .arg(path);
    case DiskFaultKind::MarkerTaken:
        return Texts::tr("\"%1\" is not Gleaner's, or cannot be read, and Gleaner needs that name. "
                         "Rename it, or choose another folder.")
            .arg(path);
    case DiskFaultKind::SessionInUse:
        return Texts::tr("Another Gleaner is downloading to \"%1\" already. Wait until it has "
                         "finished, or choose another folder.")
            .arg(path);
    case DiskFaultKind::SessionNewer:
        return Texts::tr("A newer version of Gleaner has downloaded to \"%1\". Use that one, or "
                         "choose another folder.")
            .arg(path);
    case DiskFaultKind::SessionOutOfReach:
        return Texts::tr("What Gleaner has to remember of this download cannot be kept in "
                         "\"%1\". Is your home folder full, or not writable?")
            .arg(path);
    case DiskFaultKind::Other:
        return Texts::tr("\"%1\" could not be written (%2).").arg(path, visibleText(fault.detail));
    }
    return {};
}

static QString guessText(const QString &shown, const Address &meant)
{
    return Texts::tr("\"%1\" is not a web address. Did you mean %2?")
        .arg(shown, visibleText(addressText(meant), 80));
}

QString typedAddressText(TypedAddressError error, const QString &typed)
{
    const QString shown = visibleText(typed.trimmed(), 80);
    switch (error) {
    case TypedAddressError::Empty:
        return Texts::tr("Type the address of a web page, such as https://example.org/.");
    case TypedAddressError::TooLong:
        return Texts::tr("This is too long for a web address.");
    case TypedAddressError::UnknownScheme:
        if (const auto meant = withMendedScheme(typed))
            return guessText(shown, *meant);
        return Texts::tr("\"%1\" is not a web address: it must begin with https:// or http://.")
            .arg(shown);
    case TypedAddressError::MissingScheme:
        if (const auto meant = withMendedScheme(typed))
            return guessText(shown, *meant);
        if (const auto meant = withCommonEnding(typed))
            return guessText(shown, *meant);
        break;
    case TypedAddressError::NoHost:
        return Texts::tr("\"%1\" names no server. An address looks like https://example.org/.")
            .arg(shown);
    case TypedAddressError::HasCredentials:
        return Texts::tr("The address holds a user name or a password. Leave them out.");
    case TypedAddressError::NotAnAddress:
        break;
    }
    return Texts::tr("\"%1\" is not a web address. An address looks like https://example.org/.")
        .arg(shown);
}

QString foundInText(const FoundIn &found)
{
    const QString element = QString::fromLatin1(found.element);
    const QString attribute = QString::fromLatin1(found.attribute);
    return attribute.isEmpty() ? element : element + QLatin1Char(' ') + attribute;
}

QString addressText(const Address &address)
{
    return visibleText(QByteArrayView(address.bytes()));
}

QString addressText(const Address &address, const Address &seenFrom)
{
    const QByteArray origin = seenFrom.origin();
    if (origin.isEmpty() || address.origin() != origin || !address.bytes().startsWith(origin))
        return addressText(address);
    return visibleText(QByteArrayView(address.bytes()).sliced(origin.size()));
}

QString siteText(const Address &address)
{
    // Made visible as a whole, so that the port stays behind the host from right to left.
    QByteArray site = address.host().toByteArray();
    if (site.isEmpty())
        return visibleText(address.scheme()) + QLatin1Char(':');
    if (!address.hasDefaultPort())
        site += ':' + QByteArray::number(address.port());
    if (!address.isWeb())
        site.prepend(address.scheme().toByteArray() + "://");
    return visibleText(site);
}

} // namespace gleaner
