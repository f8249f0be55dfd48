// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/placement.h"
#include "tests/crawl/running.h"

#include <QTemporaryFile>

#include <sys/xattr.h>

using namespace gleaner;
using namespace gleaner::test;

/// user.xdg.origin.url of saved files.
class TestNotedOrigin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysWhereAFileComesFrom_data();
    void saysWhereAFileComesFrom();
    void isLeftOutWhenNotWanted();
    void hasNoSecret_data();
    void hasNoSecret();
    void isThatOfTheNewFileAfterAnUpdate();
    void aWholeFileHasOneAttributeOnly_data();
    void aWholeFileHasOneAttributeOnly();

private:
    QByteArray noted(const QByteArray &file) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestNotedOrigin::initTestCase()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    if (fsetxattr(file.handle(), "user.test", "x", 1, 0) != 0)
        QSKIP("no extended attributes here");
}

void TestNotedOrigin::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.depth = 0;
}

QByteArray TestNotedOrigin::noted(const QByteArray &file) const
{
    QByteArray value(1000, '\0');
    const ssize_t size = getxattr(QFile::encodeName(m_crawl->pathOf(file)).constData(),
        "user.xdg.origin.url", value.data(), size_t(value.size()));
    return size < 0 ? QByteArray("nothing") : value.left(size);
}

void TestNotedOrigin::saysWhereAFileComesFrom_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("written in one go") << 10;
    QTest::newRow("streamed") << 1'000'000;
}

void TestNotedOrigin::saysWhereAFileComesFrom()
{
    QFETCH(const int, size);
    m_server->serve("/a.bin", "application/octet-stream", QByteArray(size, 'a'));
    QVERIFY(m_crawl->run({m_server->url("/a.bin?secret=1")}));
    QCOMPARE(noted("a.bin%3Fsecret=1"), m_server->url("/a.bin").toEncoded());
}

void TestNotedOrigin::isLeftOutWhenNotWanted()
{
    m_crawl->job.originNote = OriginNote::None;
    m_server->serve("/a.bin", "application/octet-stream", "a");
    QVERIFY(m_crawl->run({m_server->url("/a.bin")}));
    QCOMPARE(noted("a.bin"), QByteArray("nothing"));
}

void TestNotedOrigin::hasNoSecret_data()
{
    QTest::addColumn<QByteArray>("origin");
    const auto row = [](const char *address, const char *origin) {
        QTest::newRow(address) << QByteArray(origin);
    };
    row("https://h/a", "https://h/a");
    row("https://user:word@h/a?token=1#part", "https://h/a");
    row("https://h/?", "https://h/");
    row("https://h:8443/a%3Fb?c?d", "https://h:8443/a%3Fb");
}

void TestNotedOrigin::hasNoSecret()
{
    QTEST(notedOrigin(Address::parse(QTest::currentDataTag()).value()), "origin");
}

void TestNotedOrigin::isThatOfTheNewFileAfterAnUpdate()
{
    m_server->serve("/a.bin", "application/octet-stream", "a");
    QVERIFY(m_crawl->run({m_server->url("/a.bin")}));
    m_server->serve("/a.bin", "application/octet-stream", "another");
    QVERIFY(m_crawl->run({m_server->url("/a.bin")}));
    QCOMPARE(noted("a.bin"), m_server->url("/a.bin").toEncoded());
}

void TestNotedOrigin::aWholeFileHasOneAttributeOnly_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isNoted");
    QTest::addColumn<QByteArray>("attribute");
    const QByteArray mark = "user.gleaner.session";
    QTest::newRow("written in one go") << 10 << true << QByteArray("user.xdg.origin.url");
    QTest::newRow("streamed") << 1'000'000 << true << QByteArray("user.xdg.origin.url");
    QTest::newRow("written in one go, unsaid") << 10 << false << mark;
    QTest::newRow("streamed, unsaid") << 1'000'000 << false << mark;
}

void TestNotedOrigin::aWholeFileHasOneAttributeOnly()
{
    QFETCH(const int, size);
    QFETCH(const bool, isNoted);
    m_crawl->job.originNote = isNoted ? OriginNote::Written : OriginNote::None;
    m_server->serve("/a.bin", "application/octet-stream", QByteArray(size, 'a'));
    QVERIFY(m_crawl->run({m_server->url("/a.bin")}));
    QByteArray names(1000, '\0');
    const ssize_t length = listxattr(QFile::encodeName(m_crawl->pathOf("a.bin")).constData(),
        names.data(), size_t(names.size()));
    QVERIFY(length > 0);
    QByteArrayList found = names.first(length - 1).split('\0');
    found.removeIf([](const QByteArray &name) { return !name.startsWith("user."); });
    QTEST(found.join(' '), "attribute");
}

QTEST_GUILESS_MAIN(TestNotedOrigin)
#include "tst_notedorigin.moc"
