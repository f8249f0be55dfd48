// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"
#include "tests/support/testserver.h"

namespace gleaner::test
{

namespace
{

using namespace std::chrono_literals;

const QByteArray goodAnswer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                              "Content-Length: 5\r\n\r\nhello";
const QByteArray goodStart = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                             "Content-Length: 5\r\n";

/// A route that sends these bytes and then closes.
void addRaw(TestServer &server, const QByteArray &name, const QByteArray &bytes)
{
    server.route(
        "/fault/" + name, [bytes](const Request &, Reply &reply) { reply.send(bytes).close(); });
}

void addInterim(TestServer &server)
{
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n";
    // ?count=1
    server.route("/fault/early-hints-103", [hints](const Request &request, Reply &reply) {
        reply.repeat(hints, quint64(request.number("count", 1))).send(goodAnswer);
    });
    server.route("/fault/continue-100", [](const Request &request, Reply &reply) {
        reply.repeat("HTTP/1.1 100 Continue\r\n\r\n", quint64(request.number("count", 1)));
        reply.send(goodAnswer);
    });
    server.route("/fault/switching-101", [](const Request &, Reply &reply) {
        reply.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: nonsense\r\n"
                   "Connection: upgrade\r\n\r\n");
        reply.send(goodAnswer).close();
    });
}

void addBroken(TestServer &server)
{
    addRaw(server, "http09", "<html>hello</html>");
    addRaw(server, "bad-status-line", "HTTP/1.1 abc\r\nContent-Length: 5\r\n\r\nhello");
    addRaw(server, "bad-version", "HTTP/9.9 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    addRaw(server, "junk-before-status", "some junk\r\n" + goodAnswer);
    addRaw(server, "empty-answer", {});
    addRaw(server, "head-cut", goodStart);
    addRaw(server, "header-nul", goodStart + QByteArray("X-Nul: a\0b\r\n\r\nhello", 19));
    addRaw(server, "header-bare-cr", goodStart + "X-Cr: a\rX-Evil: b\r\n\r\nhello");
    addRaw(server, "header-bare-lf",
        "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 5\n\nhello");
    addRaw(server, "header-without-colon", goodStart + "nonsense\r\n\r\nhello");
    addRaw(
        server, "header-blank-before-colon", "HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nhello");
    addRaw(server, "folded-header", goodStart + "X-Folded: one\r\n two\r\n\r\nhello");
}

void addLong(TestServer &server)
{
    server.route("/fault/stall-headers",
        [](const Request &, Reply &reply) { reply.send(goodStart).stall(); });
    server.route(
        "/fault/stall-before-headers", [](const Request &, Reply &reply) { reply.stall(); });
    // ?ms=1000: one header line each time, for ever
    server.route("/fault/slow-headers", [](const Request &request, Reply &reply) {
        const QByteArray line = "X-Slow: 1\r\n";
        reply.send(goodStart);
        reply.drip(line.repeated(10'000), line.size(), milliseconds(request.number("ms", 1000)));
        reply.send("\r\nhello");
    });
    server.route("/fault/endless-headers", [](const Request &, Reply &reply) {
        const QByteArray line = "X-Endless: " + QByteArray(500, 'x') + "\r\n";
        reply.send(goodStart).repeat(line, 4 * 1024 * 1024).close();
    });
    // ?bytes=1048576 in one line
    server.route("/fault/huge-headers", [](const Request &request, Reply &reply) {
        reply.send(goodStart + "X-Huge: ");
        reply.repeat("x", quint64(request.number("bytes", 1024 * 1024)));
        reply.send("\r\n\r\nhello");
    });
    // ?count=100000
    server.route("/fault/many-headers", [](const Request &request, Reply &reply) {
        reply.send(goodStart);
        reply.repeat("X-Many: 1\r\n", quint64(request.number("count", 100'000)));
        reply.send("\r\nhello");
    });
    // ?count=5000&bytes=4000
    server.route("/fault/cookie-flood", [](const Request &request, Reply &reply) {
        Headers cookies;
        const QByteArray value(request.number("bytes", 4000), 'x');
        const qint64 count = std::min<qint64>(request.number("count", 5000), 100'000);
        for (qint64 number = 0; number < count; ++number)
            cookies.emplaceBack("Set-Cookie", 'c' + QByteArray::number(number) + '=' + value);
        reply.answer(200, "text/plain", "hello", cookies);
    });
}

void addTypes(TestServer &server)
{
    const QByteArray page = "<!DOCTYPE html><title>t</title><a href=\"/linked\">link</a>";
    // ?as=image/png: a page under a type that is not its own
    server.route("/fault/wrong-type", [page](const Request &request, Reply &reply) {
        const QByteArray type = request.query("as");
        reply.answer(200, type.isNull() ? QByteArray("image/png") : type, page);
    });
    server.route(
        "/fault/no-type", [page](const Request &, Reply &reply) { reply.answer(200, {}, page); });
    server.route("/fault/png-as-html", [](const Request &, Reply &reply) {
        const QByteArray image = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
        reply.answer(200, "text/html", image + patternBytes(200));
    });
}

} // namespace

void addHeadFaults(TestServer &server)
{
    addInterim(server);
    addBroken(server);
    addLong(server);
    addTypes(server);
}

} // namespace gleaner::test
