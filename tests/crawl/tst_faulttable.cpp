// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"

#include <array>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// What a server does wrong, and what is to come of it with two tries.
struct Fault {
    const char *target; ///< below /fault/
    const char *end; ///< of the address, as the events say it
    const char *detail; ///< words that say more, if any
    const char *files; ///< below the folder, with their sizes
    int requests; ///< for the address itself
    bool verified = true;
};

const char *const nothing = "";

// Qt repeats a request on a connection that ended before an answer began, up to three times; nobody
// above it can see or stop that. It is 0 here where that happens.
constexpr int aFew = 0;

constexpr std::array faults{
    // Bodies that do not keep what was announced.
    Fault{"short-body", "failed incomplete", "", nothing, 2},
    Fault{"short-body?sent=900000&length=1000000", "failed incomplete", "", nothing, 2},
    Fault{"reset-mid-body", "failed incomplete", "", nothing, 2},
    Fault{"chunked-cut", "failed incomplete", "", nothing, 2},
    Fault{"chunked-cut-between", "failed incomplete", "", nothing, 2},
    Fault{"length-negative", "failed invalid-response", "Content-Length", nothing, 1},
    Fault{"length-overflow", "failed invalid-response", "Content-Length", nothing, 1},
    Fault{"length-junk", "failed invalid-response", "Content-Length", nothing, 1},
    Fault{"length-list-differing", "failed invalid-response", "Content-Length", nothing, 1},
    Fault{"length-twice-differing", "failed invalid-response", "Content-Length", nothing, 1},
    Fault{"length-twice-equal", "saved", "", "fault/length-twice-equal 5", 1},
    Fault{"more-than-length", "saved", "", "fault/more-than-length 5", 1},
    // Whole as far as anybody can know.
    Fault{"close-delimited", "saved", "", "fault/close-delimited 5", 1, false},
    Fault{"chunked-ok", "saved", "", "fault/chunked-ok 11", 1, false},
    Fault{"chunked-bad-size", "saved", "", "fault/chunked-bad-size 5", 1, false},
    Fault{"chunked-missing-crlf", "saved", "", "fault/chunked-missing-crlf 5", 1, false},
    Fault{"length-with-chunked", "saved", "", "fault/length-with-chunked 5", 1, false},
    Fault{"empty-200", "saved", "", "fault/empty-200 0", 1},
    Fault{"http10", "saved", "", "fault/http10 5", 1, false},
    Fault{"http10-length", "saved", "", "fault/http10-length 5", 1},
    Fault{"http10-keep-alive", "saved", "", "fault/http10-keep-alive 5", 1},
    Fault{"continue-100?count=3", "saved", "", "fault/continue-100%3Fcount=3 5", 1},
    // Statuses.
    Fault{"status/400", "failed http", "", nothing, 1},
    Fault{"status/401", "failed auth", "", nothing, 1},
    Fault{"status/403", "failed http", "", nothing, 1},
    Fault{"status/404", "failed http", "", nothing, 1},
    Fault{"status/410", "failed http", "", nothing, 1},
    Fault{"status/416", "failed http", "", nothing, 1},
    Fault{"status/451", "failed http", "", nothing, 1},
    Fault{"status/408", "failed http", "", nothing, 2},
    Fault{"status/500", "failed http", "", nothing, 2},
    Fault{"status/502", "failed http", "", nothing, 2},
    Fault{"status/504", "failed http", "", nothing, 2},
    Fault{"no-content-204", "skipped no-content", "", nothing, 1},
    Fault{"reset-content-205", "skipped no-content", "", nothing, 1},
    Fault{"status/206", "failed invalid-response", "", nothing, 1},
    Fault{"range/unasked-206", "failed invalid-response", "", nothing, 1},
    Fault{"not-modified-304", "failed invalid-response", "", nothing, 1},
    Fault{"early-hints-103", "failed invalid-response", "", nothing, 2},
    Fault{"flaky/1/500", "saved", "", "fault/flaky/1/500 3", 2},
    Fault{"flaky/1/short", "saved", "", "fault/flaky/1/short 3", 2},
    // What is not HTTP shows as a connection that broke: Qt does not say more.
    Fault{"http09", "failed reset", "", nothing, aFew},
    Fault{"junk-before-status", "failed reset", "", nothing, aFew},
    Fault{"bad-status-line", "failed reset", "", nothing, aFew},
    Fault{"empty-answer", "failed reset", "", nothing, aFew},
    Fault{"head-cut", "failed reset", "", nothing, aFew},
    Fault{"reset-at-once", "failed reset", "", nothing, aFew},
    // Redirects.
    Fault{"redirect-without-location", "failed invalid-response", "Location", nothing, 1},
    Fault{"redirect-invalid-location", "failed invalid-response", "Location", nothing, 1},
    Fault{"redirect-loop", "failed redirect-loop", "", nothing, 1},
    Fault{"redirect-to?to=file:///etc/passwd", "redirected", "", nothing, 1},
    Fault{"redirect-to?to=ftp://127.0.0.1/x", "redirected", "", nothing, 1},
    Fault{"redirect-to?to=javascript:alert(1)", "redirected", "", nothing, 1},
    Fault{"redirect-to?to=data:text/html,x", "redirected", "", nothing, 1},
    // Packed bodies.
    Fault{"gzip-ok", "saved", "", "fault/gzip-ok.html 4636", 1},
    Fault{"gzip-two-members", "saved", "", "fault/gzip-two-members.html 4636", 1},
    Fault{"gzip-corrupt", "failed decode", "broken", nothing, 1},
    Fault{"gzip-bad-checksum", "failed decode", "broken", nothing, 1},
    Fault{"gzip-cut", "failed decode", "cut short", nothing, 2},
    Fault{"gzip-cut-trailer", "failed decode", "cut short", nothing, 2},
    Fault{"gzip-trailing-junk", "failed decode", "broken", nothing, 1},
    Fault{"gzip-twice", "failed decode", "not asked for", nothing, 1},
    Fault{"gzip-layers", "failed decode", "not asked for", nothing, 1},
    Fault{"unknown-coding", "failed decode", "not asked for", nothing, 1},
    Fault{"gzip-bomb", "failed too-large", "unpacked", nothing, 1},
};

} // namespace

/// What comes of everything that a server can do wrong: what a person is told, what lies on the
/// disk and how often the server was asked.
///
/// Elsewhere: refused, unreachable, silent and slow hosts, Retry-After, endless heads and clocks in
/// tst_hostfaults and tst_crawlerretries; continued bodies in tst_crawlresume; TLS in tst_tls; the
/// disk in tst_crawldiskfaults.
class TestFaultTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsAsItShould_data();
    void endsAsItShould();
    void whatARedirectLeadsToIsJudged_data();
    void whatARedirectLeadsToIsJudged();

private:
    QUrl url(const char *target) const { return m_server.url(QByteArray("/fault/") + target); }

    TestServer m_server;
    std::vector<std::unique_ptr<Running>> m_crawls; ///< one a row, each with a folder of its own
};

void TestFaultTable::initTestCase()
{
    // All at once: most of the time is spent waiting for the second try.
    for (const Fault &fault : faults) {
        auto &crawl = m_crawls.emplace_back(std::make_unique<Running>());
        crawl->job.tries = 2;
        crawl->start({url(fault.target)});
    }
    const auto allEnded = [this] {
        return std::ranges::all_of(
            m_crawls, [](const auto &crawl) { return crawl->follower.ended(); });
    };
    QVERIFY(waitFor(allEnded, std::chrono::seconds(60)));
    for (const auto &crawl : m_crawls)
        crawl->destroy();
}

void TestFaultTable::endsAsItShould_data()
{
    QTest::addColumn<size_t>("index");
    for (size_t i = 0; i < faults.size(); ++i)
        QTest::newRow(faults[i].target) << i;
}

void TestFaultTable::endsAsItShould()
{
    QFETCH(const size_t, index);
    const Fault &fault = faults[index];
    const Running &crawl = *m_crawls[index];
    QVERIFY2(crawl.follower.problems.isEmpty(), crawl.follower.problems.value(0).constData());
    QCOMPARE(crawl.of(url(fault.target)), QByteArray(fault.end));
    QByteArrayList files = crawl.files();
    for (QByteArray &file : files)
        file += ' ' + QByteArray::number(QFileInfo(crawl.pathOf(file)).size());
    QCOMPARE(files.join(", "), QByteArray(fault.files));
    const Record record = crawl.record(url(fault.target));
    QVERIFY2(record.detail.contains(QLatin1String(fault.detail)), qPrintable(record.detail));
    QVERIFY(!record.kept);
    if (record.state == RecordState::Saved)
        QCOMPARE(record.verified, fault.verified);
    const int asked = m_server.count(QByteArray("/fault/") + fault.target);
    if (fault.requests == aFew)
        QVERIFY(asked >= 2);
    else
        QCOMPARE(asked, fault.requests);
    QCOMPARE(int(record.tries), fault.requests == aFew ? 2 : fault.requests);
}

void TestFaultTable::whatARedirectLeadsToIsJudged_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
        {"file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "data:text/html,x"})
        QTest::newRow(target) << QByteArray(target);
}

void TestFaultTable::whatARedirectLeadsToIsJudged()
{
    QFETCH(const QByteArray, target);
    const QByteArray wanted = "redirect-to?to=" + target;
    const auto fault =
        std::ranges::find_if(faults, [&](const Fault &one) { return wanted == one.target; });
    QVERIFY(fault != faults.end());
    const Running &crawl = *m_crawls[size_t(fault - faults.begin())];
    QCOMPARE(crawl.follower.of(target), QByteArray("skipped scheme"));
}

QTEST_GUILESS_MAIN(TestFaultTable)
#include "tst_faulttable.moc"
