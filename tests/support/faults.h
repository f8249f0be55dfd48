// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gleaner::test
{

class TestServer;

/// Bytes that look like nothing, the same for the same seed: what the fault routes send as content.
QByteArray patternBytes(qint64 size, quint64 seed = 0);

/// Everything below /fault/; each route is named after what it does wrong. README.md lists them.
void addFaultRoutes(TestServer &server);

void addBodyFaults(TestServer &server); ///< lengths, chunks, broken-off, slow and endless bodies
void addHeadFaults(TestServer &server); ///< status lines, headers, interim answers
void addStatusFaults(TestServer &server); ///< every status, failures that heal, redirects
void addCodingFaults(TestServer &server); ///< gzip and other Content-Encodings
void addRangeFaults(TestServer &server); ///< files with Range, If-Range and validators
void addConnectionFaults(TestServer &server); ///< delays, gates, keep-alive, HTTP/1.0

} // namespace gleaner::test
