// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QTimeZone>

namespace gleaner::test
{

namespace
{

const QByteArray plainText = "text/plain";

QByteArray httpDate(qint64 secondsFromNow)
{
    const QDateTime when = QDateTime::currentDateTimeUtc().addSecs(secondsFromNow);
    return QLocale::c()
        .toString(when, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toLatin1();
}

/// ?retry-after=2, any text at all, or ?retry-after-date=2 for the date in two seconds.
Headers retryHeaders(const Request &request)
{
    if (const QByteArray text = request.query("retry-after"); !text.isNull())
        return {{"Retry-After", text}};
    if (!request.query("retry-after-date").isNull())
        return {{"Retry-After", httpDate(request.number("retry-after-date", 0))}};
    return {};
}

void addStatuses(TestServer &server)
{
    server.route("/fault/status/", [](const Request &request, Reply &reply) {
        const int status = request.rest.toInt();
        reply.answer(status, plainText, "status " + QByteArray::number(status) + '\n',
            retryHeaders(request));
    });
    server.route("/fault/no-content-204", [](const Request &, Reply &reply) { reply.answer(204); });
    server.route(
        "/fault/reset-content-205", [](const Request &, Reply &reply) { reply.answer(205); });
    server.route(
        "/fault/not-modified-304", [](const Request &, Reply &reply) { reply.answer(304); });
    server.route(
        "/fault/empty-200", [](const Request &, Reply &reply) { reply.answer(200, plainText); });
}

/// /fault/flaky/TIMES/HOW: fails so often (a status, "reset", "short" or "silent"), then 200 "ok".
/// Every target counts on its own.
void addFlaky(TestServer &server)
{
    server.route("/fault/flaky/",
        [asked = QHash<QByteArray, int>()](const Request &request, Reply &reply) mutable {
            const QList<QByteArray> parts = request.rest.split('/');
            const int failures = parts[0].toInt();
            const QByteArray how = parts.value(1);
            if (++asked[request.target] > failures) {
                reply.answer(200, plainText, "ok\n");
            } else if (how == "reset") {
                reply.reset();
            } else if (how == "short") {
                reply.send(responseHead(200, {{"Content-Length", "3"}})).send("o").close();
            } else if (how == "silent") {
                reply.stall();
            } else {
                reply.answer(how.toInt(), plainText, "not yet\n", retryHeaders(request));
            }
        });
}

void redirect(
    const Request &request, Reply &reply, const QByteArray &to, const Headers &headers = {})
{
    reply.answer(int(request.number("status", 302)), plainText, "moved\n",
        Headers{{"Location", to}} + headers);
}

QByteArray withQueryOf(const Request &request, const QByteArray &path)
{
    return path + request.target.sliced(request.path().size());
}

void addRedirects(TestServer &server)
{
    // /fault/redirect/N: N hops to /fault/redirect/0, which answers
    server.route("/fault/redirect/", [](const Request &request, Reply &reply) {
        const int hops = request.rest.toInt();
        if (hops <= 0) {
            reply.answer(200, plainText, "arrived\n");
            return;
        }
        redirect(request, reply,
            withQueryOf(request, "/fault/redirect/" + QByteArray::number(hops - 1)));
    });
    server.route("/fault/redirect-endless/", [](const Request &request, Reply &reply) {
        const QByteArray next = QByteArray::number(request.rest.toInt() + 1);
        redirect(request, reply, withQueryOf(request, "/fault/redirect-endless/" + next));
    });
    server.route("/fault/redirect-loop",
        [](const Request &request, Reply &reply) { redirect(request, reply, request.target); });
    server.route("/fault/redirect-loop-a", [](const Request &request, Reply &reply) {
        redirect(request, reply, withQueryOf(request, "/fault/redirect-loop-b"));
    });
    server.route("/fault/redirect-loop-b", [](const Request &request, Reply &reply) {
        redirect(request, reply, withQueryOf(request, "/fault/redirect-loop-a"));
    });
    // ?to=ADDRESS&status=302
    server.route("/fault/redirect-to", [](const Request &request, Reply &reply) {
        redirect(request, reply, request.query("to"));
    });
    server.route("/fault/redirect-without-location", [](const Request &request, Reply &reply) {
        reply.answer(int(request.number("status", 302)), plainText, "moved, but where?\n");
    });
    server.route("/fault/redirect-invalid-location",
        [](const Request &request, Reply &reply) { redirect(request, reply, "http://[::bad/"); });
    server.route("/fault/redirect-twice", [](const Request &request, Reply &reply) {
        redirect(request, reply, "/fault/redirect/0", {{"Location", "/fault/redirect/1"}});
    });
    // Sends everybody without its cookie to itself.
    server.route("/fault/cookie-wall", [](const Request &request, Reply &reply) {
        if (request.header("Cookie").contains("wall=passed"))
            reply.answer(200, plainText, "welcome\n");
        else
            redirect(request, reply, request.target, {{"Set-Cookie", "wall=passed; Path=/"}});
    });
}

} // namespace

void addStatusFaults(TestServer &server)
{
    addStatuses(server);
    addFlaky(server);
    addRedirects(server);
}

} // namespace gleaner::test
