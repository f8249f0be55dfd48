// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <vector>

namespace gleaner
{

// Records of WARC 1.1 (ISO 28500:2017) as values. Pure functions, any thread.

/// The header of a record; what its block is, its caller says.
struct WarcRecord {
    QByteArray type; ///< "response"
    QByteArray id; ///< of newRecordId()
    QByteArray target; ///< a URI; empty for none
    qint64 date = 0; ///< ms since 1970
    QByteArray contentType; ///< of the block
    std::vector<std::pair<QByteArray, QByteArray>> fields; ///< the others
};

/// "<urn:uuid:…>", of no other record.
QByteArray newRecordId();

/// Seconds are enough: "2026-11-28T08:00:00Z".
QByteArray warcDate(qint64 milliseconds);

/// "sha256:" and the hash in base 32 (RFC 4648), as WARC tools compare it.
QByteArray warcDigest(const QByteArray &sha256);

/// The header as it is written, up to and with its empty line.
QByteArray warcHeader(const WarcRecord &record, qint64 blockLength);
/// What follows the block.
constexpr QByteArrayView warcRecordEnd = "\r\n\r\n";

/// A whole record as a gzip member; the digest of its block is put in. The block is what an HTTP
/// message says first, if anything, and the payload.
QByteArray warcMember(WarcRecord record, QByteArrayView head, QByteArrayView payload);

} // namespace gleaner
