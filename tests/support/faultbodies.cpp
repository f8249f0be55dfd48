// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"
#include "tests/support/testserver.h"

namespace gleaner::test
{

namespace
{

const QByteArray plainText = "text/plain";
const Headers chunkedHeaders{{"Content-Type", plainText}, {"Transfer-Encoding", "chunked"}};
const QByteArray goodChunk = "5\r\nhello\r\n";

// More than any test waits for, and still an end.
constexpr quint64 endlessPieces = 4 * 1024 * 1024;

Headers withLength(const QByteArray &length)
{
    return {{"Content-Type", plainText}, {"Content-Length", length}};
}

/// A route that always sends the same head and body and then closes.
void addClosing(
    TestServer &server, const QByteArray &name, const Headers &headers, const QByteArray &body)
{
    server.route("/fault/" + name, [headers, body](const Request &, Reply &reply) {
        reply.send(responseHead(200, headers)).send(body).close();
    });
}

/// ?sent=5&length=100: fewer bytes than announced.
void sendPart(const Request &request, Reply &reply)
{
    const QByteArray length = QByteArray::number(request.number("length", 100));
    reply.send(responseHead(200, withLength(length)));
    reply.send(patternBytes(request.number("sent", 5)));
}

void addBrokenOff(TestServer &server)
{
    server.route("/fault/short-body", [](const Request &request, Reply &reply) {
        sendPart(request, reply);
        reply.close();
    });
    server.route("/fault/reset-mid-body", [](const Request &request, Reply &reply) {
        sendPart(request, reply);
        reply.reset();
    });
    server.route("/fault/stall-body", [](const Request &request, Reply &reply) {
        sendPart(request, reply);
        reply.stall();
    });
}

void addLengths(TestServer &server)
{
    addClosing(server, "close-delimited", {{"Content-Type", plainText}}, "hello");
    addClosing(server, "length-negative", withLength("-5"), "hello");
    addClosing(server, "length-overflow", withLength("99999999999999999999"), "hello");
    addClosing(server, "length-junk", withLength("5x"), "hello");
    addClosing(server, "length-empty", withLength(""), "hello");
    addClosing(server, "length-list-equal", withLength("5, 5"), "hello");
    addClosing(server, "length-list-differing", withLength("5, 7"), "hello");
    addClosing(
        server, "length-twice-equal", withLength("5") + Headers{{"Content-Length", "5"}}, "hello");
    addClosing(server, "length-twice-differing", withLength("5") + Headers{{"Content-Length", "7"}},
        "hello");
    addClosing(server, "length-with-chunked", chunkedHeaders + Headers{{"Content-Length", "100"}},
        goodChunk + "0\r\n\r\n");
    addClosing(server, "more-than-length", withLength("5"), "hello and more");
}

void addChunks(TestServer &server)
{
    server.route("/fault/chunked-ok", [](const Request &, Reply &reply) {
        reply.send(responseHead(200, chunkedHeaders));
        reply.send(goodChunk + "6;extension=1\r\n world\r\n0\r\n\r\n");
    });
    server.route("/fault/chunked-trailers", [](const Request &, Reply &reply) {
        reply.send(responseHead(200, chunkedHeaders));
        reply.send(goodChunk + "0\r\nX-Trailer: late\r\n\r\n");
    });
    addClosing(server, "chunked-cut", chunkedHeaders, goodChunk + "5\r\nhe");
    addClosing(server, "chunked-cut-between", chunkedHeaders, goodChunk);
    addClosing(server, "chunked-no-final-crlf", chunkedHeaders, goodChunk + "0\r\n");
    addClosing(server, "chunked-bad-size", chunkedHeaders, goodChunk + "ZZ\r\nworld\r\n0\r\n\r\n");
    addClosing(server, "chunked-bad-first-size", chunkedHeaders, "ZZ\r\nhello\r\n0\r\n\r\n");
    addClosing(server, "chunked-size-overflow", chunkedHeaders,
        goodChunk + "fffffffffffffffff\r\nworld\r\n0\r\n\r\n");
    addClosing(
        server, "chunked-size-negative", chunkedHeaders, goodChunk + "-5\r\nworld\r\n0\r\n\r\n");
    addClosing(server, "chunked-missing-crlf", chunkedHeaders, "5\r\nhello5\r\nworld\r\n0\r\n\r\n");
}

void addSlowAndEndless(TestServer &server)
{
    // ?bytes=100&piece=1&ms=1000
    server.route("/fault/slow-body", [](const Request &request, Reply &reply) {
        const QByteArray body = patternBytes(request.number("bytes", 100));
        reply.send(responseHead(200, withLength(QByteArray::number(body.size()))));
        reply.drip(body, request.number("piece", 1), milliseconds(request.number("ms", 1000)));
    });
    // ?chunked=1 announces no length in the other way
    server.route("/fault/endless-body", [](const Request &request, Reply &reply) {
        const QByteArray piece = patternBytes(1024);
        if (request.number("chunked", 0) != 0) {
            reply.send(responseHead(200, chunkedHeaders));
            reply.repeat("400\r\n" + piece + "\r\n", endlessPieces).close();
        } else {
            reply.send(responseHead(200, {{"Content-Type", "application/octet-stream"}}));
            reply.repeat(piece, endlessPieces).close();
        }
    });
    // ?bytes=1000000: a good large file without much memory
    server.route("/fault/large-body", [](const Request &request, Reply &reply) {
        const qint64 bytes = std::max<qint64>(0, request.number("bytes", 1'000'000));
        const QByteArray piece = patternBytes(64 * 1024);
        reply.send(responseHead(200,
            {{"Content-Type", "application/octet-stream"},
                {"Content-Length", QByteArray::number(bytes)}}));
        if (request.method == "HEAD")
            return;
        reply.repeat(piece, quint64(bytes / piece.size())).send(piece.first(bytes % piece.size()));
    });
}

} // namespace

void addBodyFaults(TestServer &server)
{
    addBrokenOff(server);
    addLengths(server);
    addChunks(server);
    addSlowAndEndless(server);
}

} // namespace gleaner::test
