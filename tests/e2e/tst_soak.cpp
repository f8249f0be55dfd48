// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"
#include "tests/support/madesite.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <malloc.h>

using namespace gleaner;
using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// Everything a server here can do wrong, below /fault/.
constexpr std::array faults{"short-body", "short-body?sent=900000&length=1000000", "reset-mid-body",
    "stall-body", "close-delimited", "length-negative", "length-overflow", "length-junk",
    "length-empty", "length-list-equal", "length-list-differing", "length-twice-equal",
    "length-twice-differing", "length-with-chunked", "more-than-length",
    "slow-body?bytes=20&piece=1&ms=50", "endless-body", "endless-body?chunked=1",
    "large-body?bytes=1500000", "empty-200", "no-content-204", "reset-content-205", "chunked-ok",
    "chunked-trailers", "chunked-cut", "chunked-cut-between", "chunked-no-final-crlf",
    "chunked-bad-size", "chunked-bad-first-size", "chunked-size-overflow", "chunked-size-negative",
    "chunked-missing-crlf", "early-hints-103", "continue-100?count=3", "switching-101", "http09",
    "empty-answer", "bad-status-line", "bad-version", "junk-before-status", "head-cut",
    "header-nul", "header-bare-cr", "header-bare-lf", "header-without-colon",
    "header-blank-before-colon", "folded-header", "stall-headers", "stall-before-headers",
    "slow-headers?ms=300", "endless-headers", "huge-headers?bytes=1048576",
    "many-headers?count=20000", "cookie-flood?count=500&bytes=4000", "wrong-type?as=image/png",
    "no-type", "png-as-html", "status/401", "status/403", "status/404", "status/408",
    "status/429?retry-after=1", "status/500", "status/503?retry-after=1",
    "status/503?retry-after-date=1", "not-modified-304", "flaky/1/500", "flaky/1/reset",
    "flaky/1/short", "redirect/9", "redirect-endless/0", "redirect-loop", "redirect-loop-a",
    "redirect-to?to=file:///etc/passwd", "redirect-without-location", "redirect-invalid-location",
    "redirect-twice", "cookie-wall", "gzip-ok", "gzip-two-members", "gzip-cut", "gzip-corrupt",
    "gzip-bad-checksum", "gzip-garbage", "gzip-trailing-junk", "gzip-twice", "gzip-layers",
    "gzip-bomb?bytes=67108864", "deflate-ok", "unknown-coding", "range/ok?size=900000&cut=700000",
    "range/ignored?size=900000&cut=700000", "range/wrong-start?size=900000&cut=700000",
    "range/changed?size=900000&cut=700000", "range/always-416?size=900000&cut=700000",
    "range/multipart?size=900000&cut=700000", "delay/200", "keep-alive-close", "connection-close",
    "drop-second", "reset-at-once", "http10", "http10-keep-alive"};

constexpr int hosts = 8;

std::chrono::seconds duration()
{
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("GLEANER_SOAK_SECONDS", &isNumber);
    return std::chrono::seconds(isNumber ? seconds : 20);
}

/// The number in malloc_info()'s last element of that type: it is the sum over all arenas.
qint64 sizeOf(const QByteArray &report, const QByteArray &element)
{
    const qsizetype at = report.lastIndexOf(element);
    const qsizetype size = report.indexOf("size=\"", at) + 6;
    return at < 0 ? 0 : report.sliced(size, report.indexOf('"', size) - size).toLongLong();
}

/// What is allocated, whichever thread did it. Not what is resident: each round has a dozen
/// threads, and the allocator keeps for the next ones what it had for those that are gone.
qint64 bytesInUse()
{
    char *text = nullptr;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    malloc_info(0, stream);
    fclose(stream);
    const QByteArray report(text, qsizetype(length));
    free(text);
    return sizeOf(report, "<system type=\"current\"") - sizeOf(report, "<total type=\"fast\"")
        - sizeOf(report, "<total type=\"rest\"") + sizeOf(report, "<total type=\"mmap\"");
}

/// A head without an end may just have been given up: Qt lets go of what came of it in its own
/// time.
qint64 settledBytes()
{
    qint64 least = bytesInUse();
    for (int look = 0; look < 20; ++look) {
        QTest::qWait(50);
        least = std::min(least, bytesInUse());
    }
    return least;
}

/// What is still waiting, for whoever has to find out why.
QByteArray unfinished(const Follower &follower)
{
    QByteArrayList waiting;
    for (const Record &record : follower.records) {
        if (!isFinal(record.state))
            waiting.append(record.address.bytes());
    }
    return waiting.join(' ');
}

} // namespace

/// Crawl after crawl of hosts in their nastiest mood, 64 workers, for as long as is asked for: each
/// one ends, every address is accounted for, and the memory stays what it was.
class TestSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRoundEndsAndNothingPilesUp();

private:
    void round();

    std::vector<std::unique_ptr<TestServer>> m_servers;
    const MadeSite m_site{200, 8, 4000};
};

void TestSoak::initTestCase()
{
    for (int i = 0; i < hosts; ++i)
        m_servers.push_back(std::make_unique<TestServer>("127.0.0." + QByteArray::number(i + 1)));
    QByteArray page = "<a href='" + m_site.target(0) + "'>";
    for (size_t i = 0; i < faults.size(); ++i) {
        // Each host has faults of every kind, so that none is only given up.
        const auto &server = m_servers[1 + i % (hosts - 1)];
        const QByteArray address = server->url(QByteArray("/fault/") + faults[i]).toEncoded();
        page += "<a href='" + address + "'><img src='" + address + "'>";
    }
    m_servers.front()->serve("/", "text/html", page);
}

void TestSoak::round()
{
    Running crawl;
    crawl.job.workers = 64;
    crawl.job.perHost = 8;
    crawl.job.tries = 2;
    crawl.job.depth.reset();
    crawl.job.scope = ScopeKind::Any;
    crawl.job.timeout = 2s;
    crawl.job.maxFileSize = 3'000'000;
    crawl.start({m_servers.front()->url("/")});
    const bool ended = waitFor([&] { return crawl.follower.ended(); }, 120s * patienceFactor);
    QVERIFY2(ended, unfinished(crawl.follower).constData());
    QVERIFY2(crawl.follower.problems.isEmpty(), crawl.follower.problems.value(0).constData());
    QVERIFY(crawl.follower.phase == CrawlPhase::Finished);
    QCOMPARE(crawl.follower.totals.waiting, 0);
    QVERIFY(crawl.follower.totals.known >= qint64(faults.size()) + m_site.pages);
    QVERIFY(crawl.follower.totals.saved >= m_site.pages);
    crawl.destroy();
    for (const auto &server : m_servers) {
        QVERIFY(waitFor([&] { return server->openNow() == 0; }));
        server->clearLog();
    }
}

void TestSoak::everyRoundEndsAndNothingPilesUp()
{
    QElapsedTimer clock;
    clock.start();
    std::vector<qint64> inUse;
    do {
        round();
        if (QTest::currentTestFailed())
            return;
        inUse.push_back(settledBytes());
    } while (std::chrono::milliseconds(clock.elapsed()) < duration());
    const qint64 early = inUse[inUse.size() > 1 ? 1 : 0];
    qInfo("%zu rounds, %lld KiB in use after the second, %lld KiB after the last", inUse.size(),
        early >> 10, inUse.back() >> 10);
#if !defined(__SANITIZE_ADDRESS__)
    // A sanitizer brings its own allocator, which looks for leaks itself.
    QVERIFY(early > 0);
    QVERIFY(inUse.back() < early + 4 * 1024 * 1024);
#endif
}

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
