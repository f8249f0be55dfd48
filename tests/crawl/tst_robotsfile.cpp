// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/robotsfile.h"
#include "core/task/taskgroup.h"
#include "tests/crawl/fakefetcher.h"
#include "tests/support/await.h"

using namespace gleaner;
using namespace gleaner::test;

namespace
{

FetchFailure failure(int status)
{
    FetchFailure failed;
    failed.reason = status == 0 ? FailReason::Reset : FailReason::Http;
    failed.status = status;
    failed.canHeal = status == 0 || status >= 500;
    return failed;
}

const QByteArray file = "User-agent: *\nDisallow: /closed\n";

} // namespace

/// What an answer, or none, to the question for robots.txt means (RFC 9309, section 2.3.1).
class TestRobotsFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerOpensOrCloses_data();
    void anAnswerOpensOrCloses();
    void aSecondTryIsWorthIt();
    void redirectsAreFollowedFiveTimes_data();
    void redirectsAreFollowedFiveTimes();
    void theRulesAreThoseOfTheOriginThatWasAsked();
    void aLargeFileIsReadInPart();

private:
    /// "/open" and "/closed": what may be asked for, in this order.
    QByteArray verdicts()
    {
        FetchRequest request;
        request.address = Address::parse("http://h/some/page?x").value();
        request.headers = {{"Authorization", "secret"}};
        TaskGroup group;
        const QFuture<RobotsFile> file = group.start(fetchRobots(&*m_web, request, "gleaner"));
        if (!waitFor(file) || file.resultCount() == 0)
            return "none";
        return QByteArray(file.result().rules.allows("/open") ? "open " : "")
            + (file.result().rules.allows("/closed") ? "closed" : "");
    }

    std::optional<FakeFetcher> m_web;
};

void TestRobotsFile::anAnswerOpensOrCloses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allowed");
    QTest::addColumn<int>("requests");
    for (const int status : {400, 401, 403, 404, 410, 429, 451})
        QTest::addRow("%d", status) << status << QByteArray("open closed") << 1;
    for (const int status : {0, 500, 503})
        QTest::addRow("%d", status) << status << QByteArray("") << 2;
}

void TestRobotsFile::anAnswerOpensOrCloses()
{
    QFETCH(const int, status);
    QFETCH(const int, requests);
    m_web.emplace();
    m_web->answer("http://h/robots.txt", failure(status));
    QTEST(verdicts(), "allowed");
    QCOMPARE(m_web->asked.size(), requests);
}

void TestRobotsFile::aSecondTryIsWorthIt()
{
    m_web.emplace();
    m_web->serve("http://h/robots.txt", "text/plain", file);
    m_web->failFirst("http://h/robots.txt", 1, failure(503));
    QCOMPARE(verdicts(), QByteArray("open "));
}

void TestRobotsFile::redirectsAreFollowedFiveTimes_data()
{
    QTest::addColumn<int>("hops");
    QTest::addColumn<QByteArray>("allowed");
    QTest::newRow("five") << 5 << QByteArray("open ");
    QTest::newRow("six: as if there was none") << 6 << QByteArray("open closed");
}

void TestRobotsFile::redirectsAreFollowedFiveTimes()
{
    QFETCH(const int, hops);
    m_web.emplace();
    QByteArray from = "http://h/robots.txt";
    for (int hop = 1; hop <= hops; ++hop) {
        const QByteArray to = "http://h/" + QByteArray::number(hop);
        m_web->redirect(from, to);
        from = to;
    }
    m_web->serve(from, "text/plain", file);
    QTEST(verdicts(), "allowed");
}

void TestRobotsFile::theRulesAreThoseOfTheOriginThatWasAsked()
{
    m_web.emplace();
    m_web->redirect("http://h/robots.txt", "http://other/r");
    m_web->serve("http://other/r", "text/plain", file);
    QCOMPARE(verdicts(), QByteArray("open "));
    // And what was meant for the one is not told to the other.
    QVERIFY(!m_web->requests.first().headers.empty());
    QVERIFY(m_web->requests.last().headers.empty());
}

void TestRobotsFile::aLargeFileIsReadInPart()
{
    m_web.emplace();
    const QByteArray filler = "# " + QByteArray(200'000, 'x') + '\n';
    m_web->serve("http://h/robots.txt", "text/plain", file + filler + filler + filler + filler);
    QCOMPARE(verdicts(), QByteArray("open "));
    m_web->serve("http://h/robots.txt", "text/plain", filler + filler + filler + file);
    QCOMPARE(verdicts(), QByteArray("open closed"));
}

QTEST_GUILESS_MAIN(TestRobotsFile)
#include "tst_robotsfile.moc"
