// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/jobfile.h"
#include "core/crawl/sessions.h"
#include "core/save/versions.h"
#include "tests/crawl/running.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

QByteArray nameOfNow()
{
    return versionsName(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

/// An update keeps what it replaces, if it is told to.
class TestCrawlVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatAnUpdateReplaces();
    void keepsNothingByDefault();
    void aFirstDownloadKeepsNothing();
    void everyUpdateKeepsItsOwn();
    void keepsAFileAsItLiesThere();
    void keepsLargeFilesToo();
    void whatIsGoneStaysWhereItIs();
    void keepsWhatAllHaveLeft();
    void anUpdateThatGoesOnKeepsItsFolder();
    void aSiteCannotReachWhatIsKept();
    void waitsWhereNothingCanBeKept();
    void isPartOfTheJob();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run() { return m_crawl->run({url("/")}); }
    QByteArray of(const QByteArray &target) const { return m_crawl->of(url(target)); }
    QByteArray read(const QByteArray &path) const
    {
        QFile file(m_crawl->pathOf(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    /// The folders of what was kept, sorted.
    QByteArrayList updates() const;
    /// What is in the one of a single update, with its bytes.
    QMap<QByteArray, QByteArray> kept() const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlVersions::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.oldVersions = OldVersions::Kept;
    m_server->serve("/", "text/html", pageWith({"a.html", "b.txt"}));
    m_server->serve("/a.html", "text/html", pageWith({"d/c.txt"}));
    m_server->serve("/b.txt", "text/plain", "this is b");
    m_server->serve("/d/c.txt", "text/plain", "this is c");
}

QByteArrayList TestCrawlVersions::updates() const
{
    QByteArrayList names;
    const QDir all(m_crawl->pathOf(versionsFolder));
    for (const QString &name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        names.append(QFile::encodeName(name));
    return names;
}

QMap<QByteArray, QByteArray> TestCrawlVersions::kept() const
{
    QMap<QByteArray, QByteArray> files;
    const QByteArray folder = versionsFolder + '/' + updates().value(0) + '/';
    for (const QByteArray &name : m_crawl->files()) {
        if (name.startsWith(folder))
            files.insert(name.mid(folder.size()), read(name));
        else if (name.startsWith("++"))
            files.insert("in another folder: " + name, {});
    }
    return files;
}

void TestCrawlVersions::keepsWhatAnUpdateReplaces()
{
    QVERIFY(run());
    m_server->serve("/b.txt", "text/plain", "this is another b");
    m_server->serve("/d/c.txt", "text/plain", "this is another c");
    const QByteArray earliest = nameOfNow();
    QVERIFY(run());
    QCOMPARE(of("/b.txt"), QByteArray("saved"));
    QCOMPARE(of("/a.html"), QByteArray("unchanged"));
    QCOMPARE(read("b.txt"), QByteArray("this is another b"));
    QCOMPARE(
        kept(), (QMap<QByteArray, QByteArray>{{"b.txt", "this is b"}, {"d/c.txt", "this is c"}}));
    QVERIFY(updates().front() >= earliest && updates().front() <= nameOfNow());
    QCOMPARE(m_crawl->follower.versionsKept, std::optional<qint64>(2));
    // What is kept is nobody's any more: nothing asks for it, moves it or takes it for a change.
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.unchanged, 4);
    QCOMPARE(m_crawl->follower.versionsKept, std::optional<qint64>(0));
    QCOMPARE(m_crawl->files().size(), 6);
}

void TestCrawlVersions::keepsNothingByDefault()
{
    m_crawl->job.oldVersions = CrawlJob().oldVersions;
    QVERIFY(run());
    m_server->serve("/b.txt", "text/plain", "this is another b");
    QVERIFY(run());
    QCOMPARE(m_crawl->files(), (QByteArrayList{"a.html", "b.txt", "d/c.txt", "index.html"}));
    QVERIFY(!m_crawl->follower.versionsKept);
}

void TestCrawlVersions::aFirstDownloadKeepsNothing()
{
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.versionsKept, std::optional<qint64>(0));
    QVERIFY(!QFile::exists(m_crawl->pathOf(versionsFolder)));
}

void TestCrawlVersions::everyUpdateKeepsItsOwn()
{
    QVERIFY(run());
    for (int round = 0; round < 2; ++round) {
        m_server->serve("/b.txt", "text/plain", "b" + QByteArray::number(round));
        const QByteArray now = nameOfNow();
        QVERIFY(waitFor([&] { return nameOfNow() != now; }));
        QVERIFY(run());
    }
    QCOMPARE(updates().size(), 2);
    QCOMPARE(read("++versions/" + updates()[0] + "/b.txt"), QByteArray("this is b"));
    QCOMPARE(read("++versions/" + updates()[1] + "/b.txt"), QByteArray("b0"));
    QCOMPARE(read("b.txt"), QByteArray("b1"));
}

void TestCrawlVersions::keepsAFileAsItLiesThere()
{
    m_crawl->job.links = LinkPolicy::Relative;
    m_server->serve("/a.html", "text/html", "<a href='/d/c.txt'>c</a>");
    QVERIFY(run());
    const QByteArray rewritten = read("a.html");
    QVERIFY(rewritten.contains("\"d/c.txt\"") || rewritten.contains("'d/c.txt'"));
    m_server->serve("/a.html", "text/html", "<a href='/d/c.txt'>another</a>");
    QVERIFY(run());
    QVERIFY(read("a.html").contains("another"));
    QCOMPARE(kept(), (QMap<QByteArray, QByteArray>{{"a.html", rewritten}}));
    // Not its links either: they are no longer anybody's to be rewritten.
    m_crawl->job.links = LinkPolicy::Keep;
    QVERIFY(run());
    QCOMPARE(read("a.html"), QByteArray("<a href='/d/c.txt'>another</a>"));
    QCOMPARE(kept(), (QMap<QByteArray, QByteArray>{{"a.html", rewritten}}));
}

void TestCrawlVersions::keepsLargeFilesToo()
{
    const QByteArray first(3'000'000, 'a');
    m_server->serve("/b.txt", "text/plain", first);
    QVERIFY(run());
    m_server->serve("/b.txt", "text/plain", QByteArray(3'000'000, 'b'));
    QVERIFY(run());
    QVERIFY(kept() == (QMap<QByteArray, QByteArray>{{"b.txt", first}}));
}

void TestCrawlVersions::whatIsGoneStaysWhereItIs()
{
    QVERIFY(run());
    m_server->route("/b.txt", [](const Request &, Reply &reply) { reply.answer(404); });
    QVERIFY(run());
    QVERIFY(m_crawl->record(url("/b.txt")).change == Change::Gone);
    QCOMPARE(m_crawl->files(), (QByteArrayList{"a.html", "b.txt", "d/c.txt", "index.html"}));
}

void TestCrawlVersions::keepsWhatAllHaveLeft()
{
    m_server->serve("/", "text/html", pageWith({"guide", "guide.html"}));
    m_server->serve("/guide", "text/html", "the same");
    m_server->serve("/guide.html", "text/html", "the same");
    QVERIFY(run());
    m_server->serve("/guide", "text/html", "one");
    m_server->serve("/guide.html", "text/html", "other");
    QVERIFY(run());
    QCOMPARE(kept(), (QMap<QByteArray, QByteArray>{{"guide.html", "the same"}}));
    QCOMPARE(read("guide.html"), QByteArray("other"));
}

void TestCrawlVersions::anUpdateThatGoesOnKeepsItsFolder()
{
    QVERIFY(run());
    m_server->serve("/b.txt", "text/plain", "this is another b");
    m_server->route("/d/c.txt", [](const Request &, Reply &reply) { reply.stall(); });
    m_crawl->job.workers = 2;
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return m_crawl->of(url("/b.txt")) == "saved"; }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    const QByteArray now = nameOfNow();
    QVERIFY(waitFor([&] { return nameOfNow() != now; }));
    QCOMPARE(kept(), (QMap<QByteArray, QByteArray>{{"b.txt", "this is b"}}));
    m_server->serve("/d/c.txt", "text/plain", "this is another c");
    QVERIFY(run());
    QCOMPARE(updates().size(), 1);
    QCOMPARE(
        kept(), (QMap<QByteArray, QByteArray>{{"b.txt", "this is b"}, {"d/c.txt", "this is c"}}));
}

void TestCrawlVersions::aSiteCannotReachWhatIsKept()
{
    QVERIFY(run());
    m_server->serve("/b.txt", "text/plain", "this is another b");
    QVERIFY(run());
    const QByteArray path = "/++versions/" + updates().value(0) + "/b.txt";
    m_server->serve("/", "text/html", pageWith({path, "b.txt"}));
    m_server->serve(path, "text/plain", "the site's");
    QVERIFY(run());
    QCOMPARE(of(path), QByteArray("saved"));
    QCOMPARE(read(path.mid(1)), QByteArray("this is b"));
    QVERIFY(!m_crawl->record(url(path)).path.startsWith(QLatin1String("++")));
}

void TestCrawlVersions::waitsWhereNothingCanBeKept()
{
    QVERIFY(run());
    {
        QFile mine(m_crawl->pathOf(versionsFolder));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("mine");
    }
    m_server->serve("/b.txt", "text/plain", "this is another b");
    QVERIFY(run());
    const auto fault = m_crawl->follower.fault;
    QVERIFY(fault);
    QCOMPARE(fault->path, m_crawl->pathOf(versionsFolder));
    QCOMPARE(read("b.txt"), QByteArray("this is b"));
    QCOMPARE(read(versionsFolder), QByteArray("mine"));
    QVERIFY(QFile::remove(m_crawl->pathOf(versionsFolder)));
    QVERIFY(run());
    QCOMPARE(read("b.txt"), QByteArray("this is another b"));
    QCOMPARE(kept(), (QMap<QByteArray, QByteArray>{{"b.txt", "this is b"}}));
}

void TestCrawlVersions::isPartOfTheJob()
{
    QVERIFY(run());
    const auto known = findKnownSession(m_crawl->job.stateDirectory, m_crawl->job.directory);
    QVERIFY(known && known->job.oldVersions == OldVersions::Kept);
    CrawlJob job = m_crawl->job;
    job.oldVersions = OldVersions::Replaced;
    QVERIFY(jobFromJson(toJson(job))->oldVersions == OldVersions::Replaced);
    // One of before it was there.
    QByteArray json = toJson(m_crawl->job);
    QVERIFY(json.contains("\"oldVersions\":1,"));
    json.replace("\"oldVersions\":1,", "");
    QVERIFY(jobFromJson(json)->oldVersions == OldVersions::Replaced);
}

QTEST_GUILESS_MAIN(TestCrawlVersions)
#include "tst_crawlversions.moc"
