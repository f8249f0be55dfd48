// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faults.h"
#include "tests/support/staticfile.h"
#include "tests/support/testserver.h"

#include <QHash>

namespace gleaner::test
{

namespace
{

const QByteArray binary = "application/octet-stream";

/// What a variant of /fault/range/ needs to know about one request.
struct Asked {
    QByteArray variant;
    QByteArray body;
    QByteArray etag;
    std::optional<ByteRange> range;
};

Headers validator(const Asked &asked)
{
    Headers headers{{"Accept-Ranges", "bytes"}};
    if (asked.variant == "weak-etag")
        headers.emplaceBack("ETag", "W/" + asked.etag);
    else if (asked.variant == "date-only")
        headers.emplaceBack("Last-Modified", "Wed, 01 Jan 2020 00:00:00 GMT");
    else if (asked.variant != "no-validator")
        headers.emplaceBack("ETag", asked.etag);
    return headers;
}

void answerPart(const Asked &asked, Reply &reply, ByteRange sent, const QByteArray &contentRange)
{
    Headers headers = validator(asked);
    if (!contentRange.isEmpty())
        headers.emplaceBack("Content-Range", contentRange);
    reply.answer(206, binary, asked.body.sliced(sent.first, sent.last - sent.first + 1), headers);
}

void answerMultipart(const Asked &asked, Reply &reply)
{
    const ByteRange range = *asked.range;
    const QByteArray part = asked.body.sliced(range.first, range.last - range.first + 1);
    const QByteArray body = "--cut\r\nContent-Type: " + binary + "\r\nContent-Range: "
        + contentRange(range, asked.body.size()) + "\r\n\r\n" + part + "\r\n--cut--\r\n";
    reply.answer(206, "multipart/byteranges; boundary=cut", body, validator(asked));
}

/// True when the variant has its own way with a range.
bool answerWrongly(const Asked &asked, Reply &reply)
{
    const qint64 size = asked.body.size();
    const ByteRange range = *asked.range;
    ByteRange earlier = range;
    earlier.first = std::max<qint64>(0, range.first - 10);
    if (asked.variant == "ignored")
        reply.answer(200, binary, asked.body, validator(asked));
    else if (asked.variant == "wrong-start")
        answerPart(asked, reply, earlier, contentRange(earlier, size));
    else if (asked.variant == "lying-start")
        answerPart(asked, reply, earlier, contentRange(range, size));
    else if (asked.variant == "wrong-total")
        answerPart(asked, reply, range, contentRange(range, size + 1));
    else if (asked.variant == "unknown-total")
        answerPart(asked, reply, range,
            contentRange(range, size).replace("/" + QByteArray::number(size), "/*"));
    else if (asked.variant == "wrong-unit")
        answerPart(asked, reply, range, contentRange(range, size).replace("bytes", "lines"));
    else if (asked.variant == "no-content-range")
        answerPart(asked, reply, range, {});
    else if (asked.variant == "junk-content-range")
        answerPart(asked, reply, range, "bytes five-end");
    else if (asked.variant == "multipart")
        answerMultipart(asked, reply);
    else if (asked.variant == "always-416")
        reply.answer(416, {}, {}, {{"Content-Range", "bytes */" + QByteArray::number(size)}});
    else if (asked.variant == "416-without-total")
        reply.answer(416);
    else if (asked.variant == "precondition-412")
        reply.answer(412);
    else
        return false;
    return true;
}

/// The first `cuts` answers without a Range stop at `cut` bytes and reset.
void answerCut(const Asked &asked, Reply &reply, qint64 cut)
{
    const Headers length{
        {"Content-Type", binary}, {"Content-Length", QByteArray::number(asked.body.size())}};
    reply.send(responseHead(200, length + validator(asked)));
    reply.send(asked.body.first(std::min<qint64>(cut, asked.body.size()))).reset();
}

} // namespace

/// /fault/range/VARIANT?size=100000&cut=5000&cuts=1: patternBytes(size) with a validator. "ok"
/// keeps to the rules; "changed" has new content and a new ETag once it has been asked for.
void addRangeFaults(TestServer &server)
{
    server.route("/fault/range/",
        [asked = QHash<QByteArray, int>()](const Request &request, Reply &reply) mutable {
            const int before = asked[request.target]++;
            Asked now;
            now.variant = request.rest;
            const quint64 seed = now.variant == "changed" && before > 0 ? 1 : 0;
            now.body = patternBytes(request.number("size", 100'000), seed);
            now.etag = "\"v" + QByteArray::number(seed) + '"';
            now.range = parseRange(request.header("Range"), now.body.size());

            const qint64 cut = request.number("cut", -1);
            const bool cutNow = cut >= 0 && before < request.number("cuts", 1);
            if (cutNow && !now.range) {
                answerCut(now, reply, cut);
                return;
            }
            if (now.variant == "unasked-206" && !now.range) {
                const ByteRange half{0, now.body.size() / 2, true};
                answerPart(now, reply, half, contentRange(half, now.body.size()));
                return;
            }
            if (now.range && now.range->satisfiable && answerWrongly(now, reply))
                return;
            StaticFile file(binary, now.body);
            const bool hasStrongTag = now.variant != "weak-etag" && now.variant != "no-validator"
                && now.variant != "date-only";
            file.setEtag(hasStrongTag ? now.etag : QByteArray());
            file.answer(request, reply);
        });
}

} // namespace gleaner::test
