// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"
#include "tests/support/testserver.h"

namespace gleaner::test
{

namespace
{

const QByteArray plainText = "text/plain";
const QByteArray oldAnswer = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n";

} // namespace

void addConnectionFaults(TestServer &server)
{
    // /fault/delay/MS: the whole answer, later
    server.route("/fault/delay/", [](const Request &request, Reply &reply) {
        const QByteArray pause = request.rest.first(std::min<qsizetype>(request.rest.size(), 6));
        reply.wait(milliseconds(pause.toInt())).answer(200, plainText, "late\n");
    });
    // /fault/hold/GATE: the whole answer after TestServer::release(GATE); GATE ends at a slash, so
    // that many targets can wait at one gate
    server.route("/fault/hold/", [](const Request &request, Reply &reply) {
        reply.hold(request.rest.split('/').first()).answer(200, plainText, "released\n");
    });
    // /fault/hold-body/GATE: head and half of the body before the gate
    server.route("/fault/hold-body/", [](const Request &request, Reply &reply) {
        reply.send(responseHead(200, {{"Content-Type", plainText}, {"Content-Length", "10"}}));
        reply.send("first").hold(request.rest.split('/').first()).send("later");
    });
    // Closes after the answer without having said so.
    server.route("/fault/keep-alive-close",
        [](const Request &, Reply &reply) { reply.answer(200, plainText, "hello").close(); });
    server.route("/fault/connection-close", [](const Request &, Reply &reply) {
        reply.answer(200, plainText, "hello", {{"Connection", "close"}}).close();
    });
    // The first request of a connection is answered, every later one reset.
    server.route("/fault/drop-second", [](const Request &request, Reply &reply) {
        if (request.ordinal == 1)
            reply.answer(200, plainText, "hello");
        else
            reply.reset();
    });
    server.route("/fault/reset-at-once", [](const Request &, Reply &reply) { reply.reset(); });
    server.route("/fault/http10",
        [](const Request &, Reply &reply) { reply.send(oldAnswer + "\r\nhello").close(); });
    server.route("/fault/http10-length", [](const Request &, Reply &reply) {
        reply.send(oldAnswer + "Content-Length: 5\r\n\r\nhello").close();
    });
    server.route("/fault/http10-keep-alive", [](const Request &, Reply &reply) {
        reply.send(oldAnswer + "Connection: keep-alive\r\nContent-Length: 5\r\n\r\nhello");
    });
}

} // namespace gleaner::test
