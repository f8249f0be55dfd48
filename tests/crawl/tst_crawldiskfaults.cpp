// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"
#include "tests/support/faults.h"
#include "tests/support/madesite.h"
#include "tests/support/privatemount.h"

using namespace gleaner;
using namespace gleaner::test;

/// A disk that refuses: nothing fails for it, nothing is lost, and it goes on once it is mended.
class TestCrawlDiskFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFullDiskPauses();
    void aFullDiskEndsItWhereNobodyLooksOn();
    void aReadOnlyDiskPauses();
    void aSessionOnAFullDiskIsGoneOnWith();
    void aMissingFolderIsNotMadeSomewhereElse();
    void aLargeFileGoesOnWhereTheDiskWasFull();
    void aHalfInAFolderThatIsGoneIsLeftThere();

private:
    void start(const QByteArray &target) { m_crawl->start({m_server->url(target)}); }
    bool waitForPause(int pauses) const
    {
        return waitFor([this, pauses] {
            return m_crawl->follower.phase == CrawlPhase::Paused
                && m_crawl->follower.diskPauses == pauses;
        });
    }
    /// The start page is on disk, and its first links are being asked for.
    bool isSavedAndHeld() const
    {
        return m_crawl->follower.totals.saved == 1 && m_server->openNow("/fault/") == 6;
    }
    /// A page of 20 links whose answers wait for the gate.
    void serveHeldFiles() const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
    QString m_disk;
};

void TestCrawlDiskFaults::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.workers = 8;
    m_crawl->job.depth.reset();
    m_crawl->job.onDiskFault = DiskFaultPolicy::Pause;
    m_disk = m_crawl->job.directory;
    m_crawl->job.directory = m_disk + QStringLiteral("/dl");
}

void TestCrawlDiskFaults::serveHeldFiles() const
{
    QByteArray page;
    for (int i = 0; i < 20; ++i)
        page += "<a href=/fault/hold/gate/" + QByteArray::number(i) + '>';
    m_server->serve("/", "text/html", page);
}

void TestCrawlDiskFaults::aFullDiskPauses()
{
    const PrivateMount disk(m_disk, "size=2m");
    SKIP_UNLESS_MOUNTED(disk);
    const MadeSite site{60, 20, 65'536};
    start(site.target(0));
    QVERIFY(waitForPause(1));
    const Follower &heard = m_crawl->follower;
    QVERIFY(heard.fault && heard.fault->kind == DiskFaultKind::Full);
    QCOMPARE(heard.totals.failed, 0);
    QVERIFY(heard.totals.saved > 0 && heard.totals.waiting > 0);

    // Said to be mended, and it is not: the same message again.
    m_crawl->crawler().resume();
    QVERIFY(waitForPause(2));
    QCOMPARE(heard.totals.failed, 0);

    QVERIFY(disk.change("size=16m"));
    m_crawl->crawler().resume();
    QVERIFY(waitFor([&] { return heard.ended(); }));
    QVERIFY2(heard.problems.isEmpty(), heard.problems.value(0).constData());
    QVERIFY(!heard.fault);
    QCOMPARE(heard.totals.saved, site.pages);
    m_crawl->destroy();
    QCOMPARE(m_crawl->files().size(), site.pages);
    for (qint64 page = 0; page < site.pages; ++page) {
        QFile file(m_crawl->job.directory + QString::fromLatin1(site.target(page)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == site.body(page));
    }
}

void TestCrawlDiskFaults::aFullDiskEndsItWhereNobodyLooksOn()
{
    const PrivateMount disk(m_disk, "size=2m");
    SKIP_UNLESS_MOUNTED(disk);
    m_crawl->job.onDiskFault = DiskFaultPolicy::End;
    start(MadeSite{60, 20, 65'536}.target(0));
    const Follower &heard = m_crawl->follower;
    QVERIFY(waitFor([&] { return heard.ended(); }));
    QVERIFY(heard.phase == CrawlPhase::Stopped);
    QVERIFY(heard.fault && heard.fault->kind == DiskFaultKind::Full);
    QCOMPARE(heard.totals.failed, 0);
    QVERIFY(heard.totals.waiting > 0);
}

void TestCrawlDiskFaults::aReadOnlyDiskPauses()
{
    const PrivateMount disk(m_disk, "size=16m");
    SKIP_UNLESS_MOUNTED(disk);
    serveHeldFiles();
    start("/");
    QVERIFY(waitFor([this] { return isSavedAndHeld(); }));
    QVERIFY(disk.makeReadOnly());
    m_server->release("gate");
    QVERIFY(waitForPause(1));
    const Follower &heard = m_crawl->follower;
    QVERIFY(heard.fault && heard.fault->kind == DiskFaultKind::NotWritable);
    QCOMPARE(heard.totals.failed, 0);
    QVERIFY(disk.makeWritable());
    m_crawl->crawler().resume();
    QVERIFY(waitFor([&] { return heard.ended(); }));
    QCOMPARE(heard.totals.saved, 21);
    // What was at work when the disk refused is asked for once more, and what was saved is not.
    for (const Request &request : m_server->requests())
        QVERIFY(m_server->count(request.target) <= 2);
    QCOMPARE(m_server->count("/"), 1);
}

void TestCrawlDiskFaults::aSessionOnAFullDiskIsGoneOnWith()
{
    const PrivateMount disk(m_disk, "size=16m");
    SKIP_UNLESS_MOUNTED(disk);
    m_crawl->job.stateDirectory = m_disk + QStringLiteral("/state");
    m_crawl->job.onDiskFault = DiskFaultPolicy::End;
    const MadeSite site{60, 20, 4'096};
    const QUrl first = m_server->url(site.target(0));
    QVERIFY(m_crawl->run({first}));
    const QByteArrayList files = m_crawl->files();
    for (int free = 0; free <= 24 * 4096; free += 2 * 4096) {
        Filler filler(m_disk);
        QVERIFY(filler.leave(free));
        start(site.target(0));
        QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
        m_crawl->destroy();
        QVERIFY(filler.remove());
    }
    m_server->clearLog();
    QVERIFY(m_crawl->run({first}));
    QCOMPARE(m_crawl->follower.totals.unchanged, 60);
    QCOMPARE(m_crawl->files(), files);
}

void TestCrawlDiskFaults::aMissingFolderIsNotMadeSomewhereElse()
{
    serveHeldFiles();
    start("/");
    QVERIFY(waitFor([this] { return isSavedAndHeld(); }));
    QVERIFY(QDir(m_crawl->job.directory).removeRecursively());
    m_server->release("gate");
    QVERIFY(waitForPause(1));
    const Follower &heard = m_crawl->follower;
    QVERIFY(heard.fault && heard.fault->kind == DiskFaultKind::Vanished);

    m_crawl->crawler().resume();
    QVERIFY(waitForPause(2));
    QVERIFY(!QFileInfo::exists(m_crawl->job.directory));

    QVERIFY(QDir().mkdir(m_crawl->job.directory));
    m_crawl->crawler().resume();
    QVERIFY(waitFor([&] { return heard.ended(); }));
    QCOMPARE(heard.totals.failed, 0);
    QCOMPARE(heard.totals.saved, 21);
    m_crawl->destroy();
    // The start page went with its folder, and is not asked for again by this run.
    QCOMPARE(m_crawl->files().size(), 20);
}

void TestCrawlDiskFaults::aLargeFileGoesOnWhereTheDiskWasFull()
{
    const PrivateMount disk(m_disk, "size=2m");
    SKIP_UNLESS_MOUNTED(disk);
    const QByteArray body(5'000'000, 'x');
    m_server->serve("/big.iso", "application/octet-stream", body);
    start("/big.iso");
    QVERIFY(waitForPause(1));
    QVERIFY(disk.change("size=16m"));
    m_crawl->crawler().resume();
    QVERIFY(waitFor([this] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    QFile file(m_crawl->pathOf("big.iso"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == body);
    QCOMPARE(m_crawl->files().size(), 1);
    const auto requests = m_server->requests();
    QCOMPARE(requests.size(), 2);
    QVERIFY(requests[1].header("Range").startsWith("bytes="));
    QVERIFY(requests[1].header("Range") != "bytes=0-");
}

void TestCrawlDiskFaults::aHalfInAFolderThatIsGoneIsLeftThere()
{
    // It waits for its next try, open, while its folder goes and another file finds that out.
    m_server->serve("/", "text/html",
        "<a href='/fault/range/ok?size=3000000&cut=2000000'>x</a><a href=/fault/hold/gate/a>x</a>");
    m_crawl->job.tries = 3;
    start("/");
    const QString folder = m_crawl->job.directory + QStringLiteral("/fault");
    const QUrl big = m_server->url("/fault/range/ok?size=3000000&cut=2000000");
    QVERIFY(waitFor([&] {
        return m_crawl->record(big).state == RecordState::Retrying
            && m_server->openNow("/fault/hold/") == 1;
    }));
    QVERIFY(QFileInfo::exists(folder + QStringLiteral("/range")));
    QVERIFY(QDir(m_crawl->job.directory).removeRecursively());
    QVERIFY(QDir().mkdir(m_crawl->job.directory));
    m_server->release("gate");
    QVERIFY(waitForPause(1));
    m_crawl->crawler().resume();
    const Follower &heard = m_crawl->follower;
    // Without a second pause, which would wait for somebody.
    QVERIFY(waitFor([&] { return heard.ended(); }));
    QVERIFY2(heard.problems.isEmpty(), heard.problems.value(0).constData());
    QCOMPARE(heard.totals.saved, 3);
    QCOMPARE(m_server->count("/fault/range/ok?size=3000000&cut=2000000"), 2);
    QVERIFY(m_server->requests().constLast().header("Range").isNull());
    m_crawl->destroy();
    QFile file(folder + QStringLiteral("/range/ok%3Fsize=3000000&cut=2000000"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == patternBytes(3'000'000));
}

QTEST_GUILESS_MAIN(TestCrawlDiskFaults)
#include "tst_crawldiskfaults.moc"
