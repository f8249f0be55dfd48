// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/modifiedtime.h"
#include "tests/crawl/running.h"

#include <QDateTime>
#include <QFileInfo>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT"; // RFC 9110's own example
constexpr qint64 dateInSeconds = 784111777;
constexpr qint64 year2026 = 1767225600;

} // namespace

/// What time a saved file has.
class TestFileTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsLastModified_data();
    void readsLastModified();
    void aFileHasTheTimeOfItsServer_data();
    void aFileHasTheTimeOfItsServer();
    void aFileWithoutOneHasTheTimeOfItsWriting();
    void aReplacedFileHasTheNewTime();

private:
    qint64 timeOf(const QByteArray &target) const
    {
        const QString path = m_crawl->record(m_server->url(target)).path;
        const QFileInfo file(m_crawl->job.directory + u'/' + path);
        return file.isFile() ? file.lastModified().toSecsSinceEpoch() : -1;
    }
    [[nodiscard]] bool run(const QByteArray &target)
    {
        return m_crawl->run({m_server->url(target)});
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestFileTimes::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
}

void TestFileTimes::readsLastModified_data()
{
    QTest::addColumn<qint64>("time"); // -1: none
    const auto row = [](const char *text, qint64 time) { QTest::newRow(text) << time; };
    row("Sun, 06 Nov 1994 08:49:37 GMT", dateInSeconds);
    row("Sunday, 06-Nov-94 08:49:37 GMT", dateInSeconds);
    row("Sun Nov  6 08:49:37 1994", dateInSeconds);
    row("Thu, 01 Jan 1970 00:00:00 GMT", 0);
    row("Wed, 31 Dec 1969 23:59:59 GMT", -1);
    row("Thu, 01 Jan 2026 23:59:59 GMT", year2026 + 86'399);
    row("Fri, 02 Jan 2026 00:00:01 GMT", -1);
    row("Fri, 31 Dec 9999 23:59:59 GMT", -1);
    row("yesterday", -1);
    row("0", -1);
    row("", -1);
}

void TestFileTimes::readsLastModified()
{
    QTEST(modifiedTime(QTest::currentDataTag(), year2026).value_or(-1), "time");
}

void TestFileTimes::aFileHasTheTimeOfItsServer_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("written in one go") << 10;
    QTest::newRow("streamed") << 1'000'000;
}

void TestFileTimes::aFileHasTheTimeOfItsServer()
{
    QFETCH(const int, size);
    m_server->serve(
        "/a.bin", "application/octet-stream", QByteArray(size, 'a'), {{"Last-Modified", date}});
    QVERIFY(run("/a.bin"));
    QCOMPARE(timeOf("/a.bin"), dateInSeconds);
}

void TestFileTimes::aFileWithoutOneHasTheTimeOfItsWriting()
{
    const qint64 before = QDateTime::currentSecsSinceEpoch() - 2; // the kernel's clock is coarse
    m_server->serve("/a.bin", "application/octet-stream", "a", {{"Last-Modified", "nonsense"}});
    QVERIFY(run("/a.bin"));
    QVERIFY(timeOf("/a.bin") >= before);
}

void TestFileTimes::aReplacedFileHasTheNewTime()
{
    m_server->serve("/a.bin", "application/octet-stream", "old", {{"Last-Modified", date}});
    QVERIFY(run("/a.bin"));
    m_server->serve("/a.bin", "application/octet-stream", "new one",
        {{"Last-Modified", "Sun, 06 Nov 1994 08:49:38 GMT"}});
    QVERIFY(run("/a.bin"));
    QVERIFY(m_crawl->record(m_server->url("/a.bin")).change == Change::Changed);
    QCOMPARE(timeOf("/a.bin"), dateInSeconds + 1);
    // What has not changed is not touched.
    QVERIFY(run("/a.bin"));
    QCOMPARE(m_crawl->of(m_server->url("/a.bin")), QByteArray("unchanged"));
    QCOMPARE(timeOf("/a.bin"), dateInSeconds + 1);
}

QTEST_GUILESS_MAIN(TestFileTimes)
#include "tst_filetimes.moc"
