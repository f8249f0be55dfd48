// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/archivedrecords.h"

#include "core/net/answer.h"
#include "core/save/runninghash.h"

namespace gleaner
{

namespace
{

constexpr const char *sameServerCopy =
    "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
constexpr const char *samePayload =
    "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

WarcRecord answerRecord(const WarcEntry &entry)
{
    const Exchange &exchange = *entry.exchange;
    WarcRecord record{"response", newRecordId(), entry.address.bytes(), exchange.began,
        "application/http;msgtype=response", {}};
    // Put together from several answers it is none of them.
    if (entry.body && !isBodyStatus(exchange.head.status)) {
        const QByteArray type = exchange.head.header("content-type");
        record.type = "resource";
        record.contentType = type.isEmpty() ? QByteArray("application/octet-stream") : type;
    }
    if (exchange.head.status == 304) {
        record.type = "revisit";
        record.fields.emplace_back("WARC-Profile", sameServerCopy);
        record.fields.emplace_back("WARC-Refers-To-Target-URI", entry.address.bytes());
    }
    if (!entry.body && !exchange.isRestWhole)
        record.fields.emplace_back("WARC-Truncated", "length");
    return record;
}

} // namespace

ArchivedRecords archivedRecords(const WarcEntry &entry, const HttpSecrets &secrets)
{
    const Exchange &exchange = *entry.exchange;
    ArchivedRecords made;
    made.record = answerRecord(entry);
    made.body = entry.body.value_or(WholeBody{exchange.rest, nullptr, exchange.rest.size()});
    if (made.record.type == "revisit")
        made.body = {};
    if (made.record.type != "resource")
        made.head = archivedResponseHead(exchange, made.body.size, secrets);
    const WarcRecord request{"request", newRecordId(), entry.address.bytes(), exchange.began,
        "application/http;msgtype=request", {{"WARC-Concurrent-To", made.record.id}}};
    made.request = warcMember(request, archivedRequest(entry.address, exchange, secrets), {});
    if (made.body.file)
        return made;
    if (made.record.type != "revisit") {
        RunningHash hash;
        hash.add(made.body.bytes);
        made.hash = hash.value();
        made.record.fields.emplace_back("WARC-Payload-Digest", warcDigest(made.hash));
    }
    made.member = warcMember(made.record, made.head, made.body.bytes);
    return made;
}

void becomeRevisit(ArchivedRecords &records, const QByteArray &target, qint64 date)
{
    records.record.type = "revisit";
    records.record.fields.emplace_back("WARC-Profile", samePayload);
    records.record.fields.emplace_back("WARC-Refers-To-Target-URI", target);
    records.record.fields.emplace_back("WARC-Refers-To-Date", warcDate(date));
    records.member = warcMember(records.record, records.head, {});
}

} // namespace gleaner
