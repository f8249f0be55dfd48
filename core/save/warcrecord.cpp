// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/warcrecord.h"

#include "core/save/gzipmember.h"
#include "core/save/runninghash.h"

#include <QDateTime>
#include <QUuid>

namespace gleaner
{

namespace
{

QByteArray base32(const QByteArray &bytes)
{
    static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | uchar(byte);
        for (count += 8; count >= 5; count -= 5)
            text += digits[bits >> (count - 5) & 31];
    }
    if (count > 0)
        text += digits[bits << (5 - count) & 31];
    while (text.size() % 8 != 0)
        text += '=';
    return text;
}

} // namespace

QByteArray newRecordId()
{
    return "<urn:uuid:" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + '>';
}

QByteArray warcDate(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"))
        .toLatin1();
}

QByteArray warcDigest(const QByteArray &sha256)
{
    return "sha256:" + base32(sha256);
}

QByteArray warcHeader(const WarcRecord &record, qint64 blockLength)
{
    QByteArray text = "WARC/1.1\r\nWARC-Type: " + record.type + "\r\nWARC-Record-ID: " + record.id
        + "\r\nWARC-Date: " + warcDate(record.date) + "\r\n";
    if (!record.target.isEmpty())
        text += "WARC-Target-URI: " + record.target + "\r\n";
    for (const auto &[name, value] : record.fields)
        text += name + ": " + value + "\r\n";
    return text + "Content-Type: " + record.contentType
        + "\r\nContent-Length: " + QByteArray::number(blockLength) + "\r\n\r\n";
}

QByteArray warcMember(WarcRecord record, QByteArrayView head, QByteArrayView payload)
{
    RunningHash block;
    block.add(head);
    block.add(payload);
    record.fields.emplace_back("WARC-Block-Digest", warcDigest(block.value()));
    GzipMember gzip(GzipMember::effortFor(payload.isEmpty() ? head : payload));
    const QByteArray header = warcHeader(record, head.size() + payload.size());
    QByteArray member = gzip.add(header);
    member += gzip.add(head);
    member += gzip.add(payload);
    member += gzip.add(warcRecordEnd);
    return member + gzip.finish();
}

} // namespace gleaner
