// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/safename.h"
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// Names are settled before links are rewritten, and files with rewritten links are moved as such.
class TestMovedLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linksLeadToTheSettledNames();
    void aRewrittenFileIsMoved();
    void theServedBytesComeBackAfterAMove();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run() { return m_crawl->run({url("/")}); }
    void page(const QByteArray &target, const QByteArrayList &links)
    {
        m_server->serve(target, "text/html", pageWith(links));
    }
    QByteArray content(const QByteArray &target) const
    {
        QFile file(m_crawl->job.directory + u'/' + m_crawl->record(url(target)).path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    QByteArray markOf(const QByteArray &name, const QByteArray &target) const
    {
        return marked(name, Address::parse(url(target).toEncoded()).value().bytes());
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestMovedLinks::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.links = LinkPolicy::Relative;
}

void TestMovedLinks::linksLeadToTheSettledNames()
{
    // "/a" comes first and has the plain name until "/A" is there.
    page("/", {"a.html", "A.html"});
    page("/a.html", {"A.html"});
    page("/A.html", {"a.html"});
    QVERIFY2(run(), m_crawl->follower.problems.value(0).constData());
    const QByteArray mark = markOf("a.html", "/a.html");
    QCOMPARE(m_crawl->files(), (QByteArrayList{"A.html", mark, "index.html"}));
    QCOMPARE(content("/"), pageWith({mark, "A.html"}));
    QCOMPARE(content("/A.html"), pageWith({mark}));
    QCOMPARE(content("/a.html"), pageWith({"A.html"}));
}

void TestMovedLinks::aRewrittenFileIsMoved()
{
    page("/", {"/a.html"});
    page("/a.html", {"/"});
    QVERIFY(run());
    QCOMPARE(content("/a.html"), pageWith({"index.html"}));
    // A rival comes, and nothing of the page is asked for again but whether it has changed.
    page("/", {"/a.html", "/A.html"});
    page("/A.html", {"/a.html"});
    m_server->clearLog();
    QVERIFY(run());
    QCOMPARE(m_crawl->of(url("/a.html")), QByteArray("unchanged"));
    const QByteArray mark = markOf("a.html", "/a.html");
    QCOMPARE(m_crawl->files(), (QByteArrayList{"A.html", mark, "index.html"}));
    QCOMPARE(content("/"), pageWith({mark, "A.html"}));
    QCOMPARE(content("/a.html"), pageWith({"index.html"}));
    QCOMPARE(content("/A.html"), pageWith({mark}));
    QVERIFY(!requestTo(*m_server, "/a.html").header("If-None-Match").isEmpty());
    // Again, and nothing is to be done.
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.unchanged, 3);
    QCOMPARE(m_crawl->files(), (QByteArrayList{"A.html", mark, "index.html"}));
}

void TestMovedLinks::theServedBytesComeBackAfterAMove()
{
    page("/", {"/a.html"});
    page("/a.html", {"/"});
    QVERIFY(run());
    page("/", {"/a.html", "/A.html"});
    page("/A.html", {"/a.html"});
    QVERIFY(run());
    m_crawl->job.links = LinkPolicy::Keep;
    QVERIFY(run());
    QCOMPARE(content("/"), pageWith({"/a.html", "/A.html"}));
    QCOMPARE(content("/a.html"), pageWith({"/"}));
    QCOMPARE(content("/A.html"), pageWith({"/a.html"}));
}

QTEST_GUILESS_MAIN(TestMovedLinks)
#include "tst_movedlinks.moc"
