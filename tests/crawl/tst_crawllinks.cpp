// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/heldsession.h"
#include "tests/crawl/running.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

using namespace gleaner;
using namespace gleaner::test;

/// Links of saved files, once a crawl has ended.
class TestCrawlLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void leadToWhatIsSaved();
    void areKeptIfThatIsWanted();
    void areKeptWithoutASession();
    void ofAnUnchangedPageAreNotAskedForAgain();
    void ofAChangedPageAreRewrittenAnew();
    void leadToWhatALaterRunHasSaved();
    void atALimitLeadToWhatIsSaved();
    void ofAPageThatWasChangedByHandAreLeftAlone();
    void areHadBackWithoutTheNetwork();
    void ofAFileOfSeveralAddressesAreRewrittenOnce();
    void equalBytesStillShareAFileThatWasRewritten();
    void keepTheTimeAndTheModeOfTheFile();

    void areKnownAgainWhenTheSessionIsDamaged();
    void ofAPassThatWasKilledAreFinishedWithoutTheNetwork();

private:
    bool run() { return m_crawl->run({m_server->url("/")}); }
    QByteArray read(const char *name) const
    {
        QFile file(m_crawl->pathOf(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
    }
    void loseWhatIsAt(const QByteArray &path)
    {
        m_server->route(
            path, [](const Request &, Reply &reply) { reply.answer(404, "text/plain", "gone"); });
    }
    QByteArray absolute(const char *target) const { return m_server->url(target).toEncoded(); }
    quint64 inode(const char *name) const
    {
        struct stat status {
        };
        stat(QFile::encodeName(m_crawl->pathOf(name)).constData(), &status);
        return status.st_ino;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

namespace
{

constexpr const char *startPage = "<a href='/a?q=1'>a</a><a href='/moved#x'>b</a>"
                                  "<img src='/i.png'><a href='/gone'>c</a>"
                                  "<link rel=stylesheet href='/s/x.css'>";

} // namespace

void TestCrawlLinks::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.links = LinkPolicy::Relative;
    m_server->serve("/", "text/html", startPage);
    m_server->serve("/a", "text/html", "<a href='/'>up</a>");
    loseWhatIsAt("/gone");
    m_server->route("/moved", [](const Request &, Reply &reply) {
        reply.answer(302, "text/plain", "", {{"Location", "/b/"}});
    });
    m_server->serve("/b/", "text/html", "<a href='../a?q=1'>x</a>");
    m_server->serve("/i.png", "image/png", "\x89PNG\r\n\x1a\n");
    m_server->serve("/s/x.css", "text/css", "a{b:url(/i.png)}");
}

void TestCrawlLinks::leadToWhatIsSaved()
{
    QVERIFY(run());
    QCOMPARE(read("index.html"),
        "<a href='a%253Fq%3D1.html'>a</a><a href='b/index.html#x'>b</a><img src='i.png'><a href='"
            + absolute("/gone") + "'>c</a><link rel=stylesheet href='s/x.css'>");
    QCOMPARE(read("a%3Fq=1.html"), QByteArray("<a href='index.html'>up</a>"));
    QCOMPARE(read("b/index.html"), QByteArray("<a href='../a%253Fq%3D1.html'>x</a>"));
    QCOMPARE(read("s/x.css"), QByteArray("a{b:url(../i.png)}"));
    QCOMPARE(m_crawl->files(),
        (QByteArrayList{"a%3Fq=1.html", "b/index.html", "i.png", "index.html", "s/x.css"}));
}

void TestCrawlLinks::areKeptIfThatIsWanted()
{
    m_crawl->job.links = LinkPolicy::Keep;
    QVERIFY(run());
    QCOMPARE(read("index.html"), QByteArray(startPage));
}

void TestCrawlLinks::areKeptWithoutASession()
{
    m_crawl->job.stateDirectory.clear();
    QVERIFY(run());
    QCOMPARE(read("index.html"), QByteArray(startPage));
}

void TestCrawlLinks::ofAnUnchangedPageAreNotAskedForAgain()
{
    QVERIFY(run());
    const QByteArray before = read("index.html");
    const quint64 file = inode("index.html");
    m_server->clearLog();
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.saved, 0);
    QCOMPARE(m_crawl->follower.totals.unchanged, 5);
    for (const Request &request : m_server->requests()) {
        if (request.target != "/moved" && request.target != "/gone")
            QVERIFY2(!request.header("If-None-Match").isEmpty(), request.target.constData());
    }
    QCOMPARE(read("index.html"), before);
    // It was right, so nobody has written it once more.
    QCOMPARE(inode("index.html"), file);
}

void TestCrawlLinks::ofAChangedPageAreRewrittenAnew()
{
    QVERIFY(run());
    m_server->serve("/a", "text/html", "<a href='/b/'>other</a>");
    QVERIFY(run());
    QCOMPARE(m_crawl->of(m_server->url("/a?q=1")), QByteArray("saved"));
    QVERIFY(m_crawl->record(m_server->url("/a?q=1")).change == Change::Changed);
    QCOMPARE(read("a%3Fq=1.html"), QByteArray("<a href='b/index.html'>other</a>"));
    QCOMPARE(m_crawl->files().size(), 5);
}

void TestCrawlLinks::leadToWhatALaterRunHasSaved()
{
    m_crawl->job.depth = 0;
    QVERIFY(run());
    QVERIFY(read("index.html").startsWith("<a href='" + absolute("/a?q=1") + "'>"));
    m_crawl->job.depth = 1;
    QVERIFY(run());
    QVERIFY2(read("index.html").startsWith("<a href='a%253Fq%3D1.html'>"),
        read("index.html").constData());
}

void TestCrawlLinks::atALimitLeadToWhatIsSaved()
{
    m_crawl->job.maxFiles = 2;
    QVERIFY(run());
    QVERIFY(m_crawl->follower.limitReached);
    QVERIFY2(read("index.html").contains(absolute("/gone")), read("index.html").constData());
    m_crawl->job.maxFiles.reset();
    QVERIFY(run());
    QVERIFY(read("index.html").contains("'a%253Fq%3D1.html'"));
    QVERIFY(read("index.html").contains("'b/index.html#x'"));
}

void TestCrawlLinks::ofAPageThatWasChangedByHandAreLeftAlone()
{
    QVERIFY(run());
    QFile file(m_crawl->pathOf("b/index.html"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<a href='/a?q=1'>mine</a>");
    file.close();
    QVERIFY(run());
    QCOMPARE(read("b/index.html"), QByteArray("<a href='/a?q=1'>mine</a>"));
}

void TestCrawlLinks::areHadBackWithoutTheNetwork()
{
    QVERIFY(run());
    QVERIFY(read("index.html") != startPage);
    for (const char *path : {"/", "/a", "/moved", "/b/", "/i.png", "/s/x.css"})
        loseWhatIsAt(path);
    m_crawl->job.links = LinkPolicy::Keep;
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.saved + m_crawl->follower.totals.unchanged, 0);
    QCOMPARE(read("index.html"), QByteArray(startPage));
    QCOMPARE(read("a%3Fq=1.html"), QByteArray("<a href='/'>up</a>"));
    QCOMPARE(read("b/index.html"), QByteArray("<a href='../a?q=1'>x</a>"));
    QCOMPARE(read("s/x.css"), QByteArray("a{b:url(/i.png)}"));
    QCOMPARE(m_crawl->files().size(), 5);
}

void TestCrawlLinks::ofAFileOfSeveralAddressesAreRewrittenOnce()
{
    m_server->serve("/", "text/html", "<a href='/index.html'>x</a><a href='/a'>y</a>");
    m_server->serve("/index.html", "text/html", "<a href='/index.html'>x</a><a href='/a'>y</a>");
    for (int round = 0; round < 2; ++round) {
        QVERIFY(run());
        QCOMPARE(
            read("index.html"), QByteArray("<a href='index.html'>x</a><a href='a.html'>y</a>"));
        QCOMPARE(m_crawl->files(), (QByteArrayList{"a.html", "index.html"}));
    }
}

void TestCrawlLinks::equalBytesStillShareAFileThatWasRewritten()
{
    m_crawl->job.depth = 0;
    m_server->serve("/", "text/html", "<a href='/index.html'>x</a><a href='/a'>y</a>");
    m_server->serve("/index.html", "text/html", "<a href='/index.html'>x</a><a href='/a'>y</a>");
    QVERIFY(run());
    QCOMPARE(m_crawl->files(), QByteArrayList{"index.html"});
    m_crawl->job.depth = 1;
    QVERIFY(run());
    QCOMPARE(m_crawl->files(), (QByteArrayList{"a.html", "index.html"}));
}

void TestCrawlLinks::keepTheTimeAndTheModeOfTheFile()
{
    m_server->serve(
        "/", "text/html", startPage, {{"Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"}});
    m_crawl->job.links = LinkPolicy::Keep;
    QVERIFY(run());
    const QString file = m_crawl->pathOf("index.html");
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto mode = QFileInfo(file).permissions();
    m_crawl->job.links = LinkPolicy::Relative;
    QVERIFY(run());
    QVERIFY(read("index.html") != startPage);
    QCOMPARE(QFileInfo(file).lastModified().toSecsSinceEpoch(), 784111777);
    QCOMPARE(QFileInfo(file).permissions(), mode);
}

void TestCrawlLinks::areKnownAgainWhenTheSessionIsDamaged()
{
    QVERIFY(run());
    const QByteArray done = read("index.html");
    const QString session = sessionFile(m_crawl->job.stateDirectory, m_crawl->follower.session);
    {
        SessionDatabase database(session);
        // Rows that contradict themselves: this one is set aside, and what it says is looked at.
        SessionChanges changes;
        changes.addresses.resize(1);
        changes.addresses[0].id = 1000;
        changes.addresses[0].address = "http://127.0.0.1/";
        QVERIFY(database.write(changes));
    }
    m_server->clearLog();
    QVERIFY(run());
    QVERIFY(QFile::exists(session + QStringLiteral(".damaged-1")));
    QCOMPARE(m_server->count("/"), 0);
    QCOMPARE(read("index.html"), done);
    QCOMPARE(m_crawl->files().size(), 5);
    m_crawl->job.links = LinkPolicy::Keep;
    QVERIFY(run());
    QCOMPARE(read("index.html"), QByteArray(startPage));
}

void TestCrawlLinks::ofAPassThatWasKilledAreFinishedWithoutTheNetwork()
{
    QVERIFY(run());
    const QByteArray done = read("index.html");
    // As a kill leaves it: of two files what is to lie there is noted; one is written beside, and
    // neither has its name.
    m_crawl->destroy();
    const QString session = sessionFile(m_crawl->job.stateDirectory, m_crawl->follower.session);
    std::vector<StoredRewrite> rows;
    {
        SessionDatabase database(session);
        rows = database.rewritesAt("index.html");
        QCOMPARE(rows.size(), size_t(1));
        rows[0].patch = *database.rewritePatch({rows[0].path, rows[0].hash});
        rows[0].part = "index.html.part";
        QVERIFY(database.writeRewrites(rows, {}));
        SessionChanges changes;
        changes.values.insert(sessionvalue::rewriting, "yes");
        QVERIFY(database.write(changes));
    }
    for (const char *name : {"index.html", "index.html.part"}) {
        QFile file(m_crawl->pathOf(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name == QByteArrayView("index.html") ? startPage : "");
    }
    m_server->clearLog();
    QVERIFY(run());
    QCOMPARE(m_server->total(), m_server->count("/gone"));
    QCOMPARE(read("index.html"), done);
    QCOMPARE(m_crawl->files().size(), 5);
    // Only then it is looked through again.
    QVERIFY(run());
    QVERIFY(m_server->count("/") > 0);
}

QTEST_GUILESS_MAIN(TestCrawlLinks)
#include "tst_crawllinks.moc"
