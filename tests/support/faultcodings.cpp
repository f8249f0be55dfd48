// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"
#include "tests/support/gzip.h"
#include "tests/support/testserver.h"

namespace gleaner::test
{

namespace
{

const QByteArray page = "<!DOCTYPE html><title>coded</title>\n"
    + QByteArray("<p><a href=\"/linked\">a link</a> and words</p>\n").repeated(100);

void addCoded(
    TestServer &server, const QByteArray &name, const QByteArray &coding, const QByteArray &body)
{
    server.route("/fault/" + name, [coding, body](const Request &, Reply &reply) {
        reply.answer(200, "text/html", body, {{"Content-Encoding", coding}});
    });
}

QByteArray withFlippedByte(QByteArray bytes, qsizetype at)
{
    bytes[at] = char(bytes[at] ^ 0x55);
    return bytes;
}

} // namespace

void addCodingFaults(TestServer &server)
{
    const QByteArray good = gzip(page);
    addCoded(server, "gzip-ok", "gzip", good);
    addCoded(server, "x-gzip-ok", "x-gzip", good);
    addCoded(server, "gzip-two-members", "gzip", gzip(page.first(100)) + gzip(page.sliced(100)));
    addCoded(server, "gzip-cut", "gzip", good.first(good.size() / 2));
    addCoded(server, "gzip-cut-trailer", "gzip", good.chopped(4));
    addCoded(server, "gzip-corrupt", "gzip", withFlippedByte(good, good.size() / 2));
    addCoded(server, "gzip-bad-checksum", "gzip", withFlippedByte(good, good.size() - 8));
    addCoded(server, "gzip-garbage", "gzip", patternBytes(1000));
    addCoded(server, "gzip-not-coded", "gzip", page);
    addCoded(server, "gzip-empty", "gzip", {});
    addCoded(server, "gzip-trailing-junk", "gzip", good + "junk after the end");
    addCoded(server, "gzip-twice", "gzip, gzip", gzip(good));
    addCoded(server, "deflate-ok", "deflate", zlibStream(page));
    addCoded(server, "deflate-raw", "deflate", rawDeflate(page));
    addCoded(server, "unknown-coding", "rot13", page);
    addCoded(server, "identity-coding", "identity", page);

    // ?bytes=1073741824 after unpacking, about a thousandth of it on the wire
    server.route("/fault/gzip-bomb", [](const Request &request, Reply &reply) {
        reply.answer(200, "text/html", gzipZeros(request.number("bytes", 1024 * 1024 * 1024)),
            {{"Content-Encoding", "gzip"}});
    });
    // gzip in gzip in gzip..., ?layers=10
    server.route("/fault/gzip-layers", [](const Request &request, Reply &reply) {
        QByteArray body = page;
        QByteArray coding;
        const qint64 layers = std::min<qint64>(request.number("layers", 10), 100);
        for (qint64 layer = 0; layer < layers; ++layer) {
            body = gzip(body);
            coding += layer == 0 ? "gzip" : ", gzip";
        }
        reply.answer(200, "text/html", body, {{"Content-Encoding", coding}});
    });
}

} // namespace gleaner::test
