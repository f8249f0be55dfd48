// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/recordrows.h"

#include "core/crawl/foundnames.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace gleaner
{

namespace
{

template <typename Enum>
bool isOneOf(int number, Enum last)
{
    return number >= 0 && number <= int(last);
}

RecordState stateOnDisk(RecordState state)
{
    if (state == RecordState::Unchanged)
        return RecordState::Saved;
    return isFinal(state) ? state : RecordState::Waiting;
}

/// A suspicion stands where other states have their reason.
bool isSuspectState(RecordState state)
{
    return state == RecordState::Saved || state == RecordState::Unchanged
        || state == RecordState::Redirected;
}

} // namespace

StoredAddress rowOf(const Record &record)
{
    StoredAddress row;
    row.id = record.id;
    row.address = record.address.bytes();
    row.referrer = record.referrer == noRecord ? StoredAddress::none : qint64(record.referrer);
    row.element = record.found.element;
    row.attribute = record.found.attribute;
    row.kind = int(record.kind);
    row.depth = record.depth;
    row.state = int(stateOnDisk(record.state));
    if (record.state == RecordState::Skipped)
        row.reason = int(record.skip);
    if (record.state == RecordState::Failed) {
        row.reason = int(record.fail);
        row.tls = int(record.tls);
    }
    if (isSuspectState(record.state))
        row.reason = int(record.suspicion);
    row.status = record.status;
    row.tries = record.tries;
    row.change = int(record.change);
    row.kept = record.kept;
    row.target = record.target.bytes();
    row.detail = record.detail;
    row.seconds = record.seconds;
    return row;
}

std::optional<Record> recordOf(const StoredAddress &row)
{
    const auto address = Address::parse(row.address);
    const bool isSound = address && isOneOf(row.kind, LinkKind::Guessed)
        && isOneOf(row.state, RecordState::Failed) && isOneOf(row.tls, TlsProblem::Handshake)
        && isOneOf(row.change, Change::Gone) && isOneOf(row.depth, 65535)
        && row.referrer < qint64(noRecord) && row.referrer != qint64(row.id);
    const bool isReason = row.state == int(RecordState::Failed)
        ? isOneOf(row.reason, FailReason::Name)
        : isSuspectState(RecordState(row.state)) ? isOneOf(row.reason, Suspicion::SameAsMany)
                                                 : isOneOf(row.reason, SkipReason::User);
    if (!isSound || !isReason)
        return std::nullopt;
    Record record;
    record.id = row.id;
    record.address = *address;
    record.referrer = row.referrer == StoredAddress::none ? noRecord : RecordId(row.referrer);
    record.found = {lastingName(row.element), lastingName(row.attribute)};
    record.kind = LinkKind(row.kind);
    record.depth = quint16(row.depth);
    record.state = RecordState(row.state);
    if (record.state == RecordState::Skipped)
        record.skip = SkipReason(row.reason);
    if (record.state == RecordState::Failed)
        record.fail = FailReason(row.reason);
    if (isSuspectState(record.state))
        record.suspicion = Suspicion(row.reason);
    record.tls = TlsProblem(row.tls);
    record.status = quint16(std::clamp(row.status, 0, 65535));
    record.tries = quint16(std::clamp(row.tries, 0, 65535));
    record.change = Change(row.change);
    record.kept = row.kept;
    record.detail = row.detail;
    record.seconds = row.seconds;
    if (!row.target.isEmpty())
        record.target = Address::parse(row.target).value_or(Address());
    return record;
}

QByteArray packedLinks(const std::vector<Onward> &links)
{
    QByteArray packed;
    QDataStream stream(&packed, QIODevice::WriteOnly);
    for (const Onward &link : links)
        stream << quint32(link.target) << quint8(int(link.kind) * 2 + int(link.isRedirect));
    return packed;
}

std::vector<Onward> unpackedLinks(const QByteArray &packed, RecordId records)
{
    std::vector<Onward> links;
    QDataStream stream(packed);
    quint32 target = 0;
    quint8 kind = 0;
    for (stream >> target >> kind; stream.status() == QDataStream::Ok; stream >> target >> kind) {
        if (target < records && isOneOf(kind / 2, LinkKind::Guessed))
            links.push_back({target, LinkKind(kind / 2), kind % 2 != 0});
    }
    return links;
}

} // namespace gleaner
