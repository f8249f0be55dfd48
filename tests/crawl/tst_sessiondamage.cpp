// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionlist.h"
#include "core/store/sessionschema.h"
#include "core/store/sqlite.h"
#include "tests/crawl/running.h"

#include <QtEndian>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// Of a table that is empty as long as no links are rewritten.
void spoilIndexOfRewrites(const QString &session)
{
    qint64 page = 0;
    qint64 size = 0;
    {
        Sqlite database(session, sessionSchema());
        Statement &root = database.statement("SELECT rootpage FROM sqlite_schema WHERE name = "
                                             "'sqlite_autoindex_rewritten_1'");
        QVERIFY(database.execute(root) && root.next());
        page = root.value(0).toLongLong();
        root.finish();
        Statement &pages = database.statement("PRAGMA page_size");
        QVERIFY(database.execute(pages) && pages.next());
        size = pages.value(0).toLongLong();
        pages.finish();
    }
    QFile file(session);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * size));
    file.write(QByteArray(int(size), '\xa5'));
}

/// The first of those that wait to be used again.
void spoilFreePage(const QString &session)
{
    {
        Sqlite database(session, sessionSchema());
        QVERIFY(database.execute("CREATE TABLE for_a_while (bytes BLOB)"));
        QVERIFY(database.execute("INSERT INTO for_a_while VALUES (zeroblob(100000))"));
        QVERIFY(database.execute("DROP TABLE for_a_while"));
    }
    QFile file(session);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray head = file.read(100); // https://www.sqlite.org/fileformat.html, section 1.3
    const qint64 size = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 page = qFromBigEndian<quint32>(head.constData() + 32);
    QVERIFY(page > 0 && file.seek((page - 1) * size));
    file.write(QByteArray(int(size), '\xa5'));
}

} // namespace

/// A session whose database the disk has spoiled.
class TestSessionDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thatIsMetOnlyInWritingIsSetAsideByTheNextRun_data();
    void thatIsMetOnlyInWritingIsSetAsideByTheNextRun();
    void thatIsMetWhereTheRunBeginsIsSetAsideAtOnce();
};

void TestSessionDamage::thatIsMetOnlyInWritingIsSetAsideByTheNextRun_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("when links are rewritten") << QByteArray("/b");
    // Its file comes to lie beside /a/1.
    QTest::newRow("when names are settled") << QByteArray("/A");
}

void TestSessionDamage::thatIsMetOnlyInWritingIsSetAsideByTheNextRun()
{
    QFETCH(const QByteArray, target);
    TestServer server;
    serveSmallSite(server);
    Running crawl;
    server.serve("/", "text/html", pageWith({"a", "b", "c", "d", target}));
    server.serve(target, "text/plain", "more");
    server.route("/a", [](const Request &, Reply &reply) { reply.stall(); });
    crawl.job.links = LinkPolicy::Relative;
    crawl.start({server.url("/")});
    QVERIFY(waitFor([&] { return server.count("/a") == 1; }));
    crawl.crawler().stop();
    QVERIFY(waitFor([&] { return crawl.follower.ended(); }));
    crawl.destroy();
    const QString session = sessionFile(crawl.job.stateDirectory, crawl.follower.session);
    spoilIndexOfRewrites(session);

    server.serve("/a", "text/html", pageWith({"a/1", "a/2"}));
    QVERIFY(crawl.run({server.url("/")}));
    QVERIFY(crawl.follower.fault);
    QVERIFY(crawl.follower.fault->kind == DiskFaultKind::SessionOutOfReach);
    QVERIFY(crawl.run({server.url("/")}));
    QVERIFY(!crawl.follower.fault);
    QVERIFY(crawl.follower.phase == CrawlPhase::Finished);
    QVERIFY(QFile::exists(session + QStringLiteral(".damaged-1")));
    QCOMPARE(crawl.files().size(), target == "/b" ? 7 : 8);
    QFile page(crawl.pathOf("index.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("a.html"));
}

void TestSessionDamage::thatIsMetWhereTheRunBeginsIsSetAsideAtOnce()
{
    TestServer server;
    serveSmallSite(server);
    Running crawl;
    QVERIFY(crawl.run({server.url("/")}));
    const QString session = sessionFile(crawl.job.stateDirectory, crawl.follower.session);
    spoilFreePage(session);
    // More than its page has room for.
    crawl.job.exclude.fill("*/nowhere", 2000);
    server.clearLog();
    QVERIFY(crawl.run({server.url("/")}));
    QVERIFY(!crawl.follower.fault);
    QVERIFY(QFile::exists(session + QStringLiteral(".damaged-1")));
    QCOMPARE(crawl.files().size(), 7);
}

QTEST_GUILESS_MAIN(TestSessionDamage)
#include "tst_sessiondamage.moc"
