// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/heldsession.h"
#include "core/save/safename.h"
#include "core/store/sessionlist.h"
#include "tests/crawl/running.h"

using namespace gleaner;
using namespace gleaner::test;

/// Which name a file has when the run is done, and what is heard of it.
class TestSettledNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLiteralNameComesBeforeAnInventedOne();
    void equalBytesShareTheFile();
    void theOthersOfEqualBytesShareTheirs();
    void namesThatAreOneElsewhereDiffer_data();
    void namesThatAreOneElsewhereDiffer();
    void aFileMakesRoomForAFolder();
    void whatAPersonPutThereStays();
    void aRunThatStopsAtALimitSettlesThem();
    void aRunThatIsStoppedLeavesThemToTheNext();
    void withoutASessionTheyAreSettledToo();
    void aLaterRunFindsThem();
    void whatWasBegunIsEndedByTheNextRun_data();
    void whatWasBegunIsEndedByTheNextRun();
    void aNewRivalTakesTheName();
    void sharedFilesPartWhenOneChanges();
    void aSharedFileThatChangesForAllIsReplaced_data();
    void aSharedFileThatChangesForAllIsReplaced();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    /// Asks for them one after the other.
    [[nodiscard]] bool run(const QByteArrayList &targets);
    void start(const QByteArrayList &targets);
    /// A file of that type at each target, with a content of its own if nothing is said.
    void serve(const QByteArray &target, const QByteArray &content = {},
        const QByteArray &type = "application/octet-stream");
    QByteArray place(const QByteArray &target) const
    {
        return m_crawl->record(url(target)).path.toUtf8();
    }
    QByteArray content(const QByteArray &target) const;
    QByteArray markOf(const QByteArray &name, const QByteArray &target) const
    {
        return marked(name, Address::parse(url(target).toEncoded()).value().bytes());
    }
    QByteArray sessionFile() const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestSettledNames::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.depth = 0;
}

bool TestSettledNames::run(const QByteArrayList &targets)
{
    QList<QUrl> starts;
    for (const QByteArray &target : targets)
        starts.append(url(target));
    return m_crawl->run(starts);
}

void TestSettledNames::start(const QByteArrayList &targets)
{
    QList<QUrl> starts;
    for (const QByteArray &target : targets)
        starts.append(url(target));
    m_crawl->start(starts);
}

void TestSettledNames::serve(
    const QByteArray &target, const QByteArray &content, const QByteArray &type)
{
    const QByteArray bytes = content.isEmpty() ? "content of " + target : content;
    m_server->serve(target, type, bytes);
}

QByteArray TestSettledNames::content(const QByteArray &target) const
{
    QFile file(m_crawl->pathOf(place(target)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

QByteArray TestSettledNames::sessionFile() const
{
    const auto sessions = listSessions(m_crawl->job.stateDirectory);
    return sessions.empty()
        ? QByteArray()
        : gleaner::sessionFile(m_crawl->job.stateDirectory, sessions.front().id).toUtf8();
}

void TestSettledNames::aLiteralNameComesBeforeAnInventedOne()
{
    serve("/", "<p>the first", "text/html");
    serve("/index.html", "<p>the second", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    QCOMPARE(place("/index.html"), QByteArray("index.html"));
    QCOMPARE(place("/"), markOf("index.html", "/"));
    QCOMPARE(content("/index.html"), QByteArray("<p>the second"));
    QCOMPARE(content("/"), QByteArray("<p>the first"));
    QCOMPARE(m_crawl->files().size(), 2);
}

void TestSettledNames::equalBytesShareTheFile()
{
    serve("/", "<p>one", "text/html");
    serve("/index.html", "<p>one", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    QCOMPARE(m_crawl->files(), QByteArrayList{"index.html"});
    QCOMPARE(place("/"), QByteArray("index.html"));
    QCOMPARE(place("/index.html"), QByteArray("index.html"));
    QCOMPARE(m_crawl->follower.moves, QByteArrayList());
}

void TestSettledNames::theOthersOfEqualBytesShareTheirs()
{
    QByteArrayList order{"/", "/index", "/index.html"};
    do {
        m_crawl = std::make_unique<Running>();
        m_crawl->job.depth = 0;
        serve("/", "<p>invented", "text/html");
        serve("/index", "<p>invented", "text/html");
        serve("/index.html", "<p>literal", "text/html");
        QVERIFY2(run(order), m_crawl->follower.problems.value(0).constData());
        const QByteArray mark = markOf("index.html", "/");
        QCOMPARE(m_crawl->files(), (QByteArrayList{"index.html", mark}));
        QCOMPARE(place("/index.html"), QByteArray("index.html"));
        QCOMPARE(place("/"), mark);
        QCOMPARE(place("/index"), mark);
        // One of them changes: its own name is the other's for a moment, and the plain one's taken.
        serve("/", "<p>changed", "text/html");
        QVERIFY2(run(order), m_crawl->follower.problems.value(0).constData());
        QCOMPARE(m_crawl->follower.totals.failed, 0);
        QCOMPARE(place("/"), mark);
        QCOMPARE(place("/index"), markOf("index.html", "/index"));
        QCOMPARE(content("/"), QByteArray("<p>changed"));
        QCOMPARE(content("/index"), QByteArray("<p>invented"));
        QCOMPARE(content("/index.html"), QByteArray("<p>literal"));
        QCOMPARE(m_crawl->files().size(), 3);
    } while (std::ranges::next_permutation(order).found);
}

void TestSettledNames::namesThatAreOneElsewhereDiffer_data()
{
    QTest::addColumn<QByteArrayList>("targets"); // the last one keeps its name
    QTest::newRow("case") << QByteArrayList{"/a.bin", "/A.bin"};
    QTest::newRow("case of a folder") << QByteArrayList{"/d/a.bin", "/D/a.bin"};
    QTest::newRow("composed") << QByteArrayList{"/e%CC%81.bin", "/%C3%A9.bin"};
    QTest::newRow("sharp s") << QByteArrayList{"/stra%C3%9Fe.bin", "/STRASSE.bin"};
}

void TestSettledNames::namesThatAreOneElsewhereDiffer()
{
    QFETCH(QByteArrayList, targets);
    for (const QByteArray &target : std::as_const(targets))
        m_server->route(target, [](const Request &request, Reply &reply) {
            reply.answer(200, "application/octet-stream", "content of " + request.target);
        });
    const QByteArray loser = targets.constFirst();
    const QByteArray winner = targets.constLast();
    for (int order = 0; order < 2; ++order) {
        m_crawl = std::make_unique<Running>();
        m_crawl->job.depth = 0;
        QVERIFY(run(targets));
        QVERIFY2(!place(winner).contains('~'), place(winner).constData());
        QVERIFY2(place(loser).contains('~'), place(loser).constData());
        QCOMPARE(content(winner), "content of " + winner);
        QCOMPARE(content(loser), "content of " + loser);
        QCOMPARE(m_crawl->files().size(), 2);
        std::ranges::reverse(targets);
    }
}

void TestSettledNames::aFileMakesRoomForAFolder()
{
    serve("/a");
    serve("/a/b");
    m_server->route("/c", [](const Request &, Reply &reply) {
        reply.hold("c").answer(200, "application/octet-stream", "c");
    });
    start({"/a", "/a/b", "/c"});
    QVERIFY(waitFor([&] { return m_crawl->of(url("/a/b")) == "saved"; }));
    const QByteArray meanwhile = place("/a/b");
    QCOMPARE(place("/a"), QByteArray("a"));
    QVERIFY(meanwhile != "a/b");
    m_server->release("c");
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    QCOMPARE(m_crawl->follower.problems, QByteArrayList());
    QCOMPARE(place("/a/b"), QByteArray("a/b"));
    QCOMPARE(place("/a"), markOf("a", "/a"));
    // Nothing is left of the folder that was there meanwhile.
    const QDir folder(m_crawl->job.directory);
    QCOMPARE(folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{QStringLiteral("a")});
    // Who heard of the names of before hears of the new ones.
    QCOMPARE(m_crawl->follower.moves,
        (QByteArrayList{"a -> " + markOf("a", "/a"), meanwhile + " -> a/b"}));
}

void TestSettledNames::whatAPersonPutThereStays()
{
    QVERIFY(QDir().mkpath(m_crawl->job.directory));
    QFile mine(m_crawl->pathOf("index.html"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    serve("/", "<p>the first", "text/html");
    serve("/index.html", "<p>the second", "text/html");
    for (int times = 0; times < 2; ++times) {
        QVERIFY(run({"/", "/index.html"}));
        QVERIFY(mine.open(QIODevice::ReadOnly));
        QCOMPARE(mine.readAll(), QByteArray("mine"));
        mine.close();
        QCOMPARE(place("/"), markOf("index.html", "/"));
        QCOMPARE(place("/index.html"), markOf("index.html", "/index.html"));
        QCOMPARE(m_crawl->follower.moves, QByteArrayList());
        QCOMPARE(m_crawl->files().size(), 3);
    }
}

void TestSettledNames::aRunThatStopsAtALimitSettlesThem()
{
    for (const char *target : {"/a", "/a/b", "/c"})
        serve(target);
    m_crawl->job.maxFiles = 2;
    QVERIFY(run({"/a", "/a/b", "/c"}));
    QVERIFY(m_crawl->follower.limitReached);
    QCOMPARE(place("/a/b"), QByteArray("a/b"));
    // What was saved is known, and nothing is moved back.
    m_crawl->job.maxFiles.reset();
    m_server->clearLog();
    QVERIFY(run({"/a", "/a/b", "/c"}));
    QCOMPARE(m_server->total(), 1);
    QCOMPARE(m_crawl->follower.moves, QByteArrayList());
    QCOMPARE(m_crawl->files(), (QByteArrayList{"a/b", markOf("a", "/a"), "c"}));
}

void TestSettledNames::aRunThatIsStoppedLeavesThemToTheNext()
{
    for (const char *target : {"/a", "/a/b"})
        serve(target);
    m_server->route("/c", [](const Request &, Reply &reply) {
        reply.hold("c").answer(200, "application/octet-stream", "c");
    });
    start({"/a", "/a/b", "/c"});
    QVERIFY(waitFor([&] { return m_crawl->of(url("/a/b")) == "saved"; }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    QCOMPARE(m_crawl->follower.moves, QByteArrayList());
    m_server->release("c");
    QVERIFY(run({"/a", "/a/b", "/c"}));
    QCOMPARE(m_server->count("/a"), 1);
    QCOMPARE(m_crawl->files(), (QByteArrayList{"a/b", markOf("a", "/a"), "c"}));
}

void TestSettledNames::withoutASessionTheyAreSettledToo()
{
    m_crawl->job.stateDirectory.clear();
    serve("/", "<p>the first", "text/html");
    serve("/index.html", "<p>the second", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    QCOMPARE(place("/index.html"), QByteArray("index.html"));
    QCOMPARE(content("/index.html"), QByteArray("<p>the second"));
    QCOMPARE(content("/"), QByteArray("<p>the first"));
}

void TestSettledNames::aLaterRunFindsThem()
{
    serve("/", "<p>the first", "text/html");
    serve("/index.html", "<p>the second", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    const QByteArrayList before = m_crawl->files();
    QVERIFY(run({"/", "/index.html"}));
    QCOMPARE(m_crawl->follower.totals.unchanged, 2);
    QCOMPARE(m_crawl->follower.moves, QByteArrayList());
    serve("/index.html", "<p>the second, changed", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    QCOMPARE(content("/index.html"), QByteArray("<p>the second, changed"));
    QCOMPARE(content("/"), QByteArray("<p>the first"));
    QCOMPARE(m_crawl->files(), before);
}

void TestSettledNames::whatWasBegunIsEndedByTheNextRun_data()
{
    QTest::addColumn<int>("done");
    QTest::newRow("nothing moved") << 0;
    QTest::newRow("one moved") << 1;
    QTest::newRow("both moved") << 2;
}

/// As a kill leaves it: noted in the session, and so much of it done.
void TestSettledNames::whatWasBegunIsEndedByTheNextRun()
{
    QFETCH(const int, done);
    serve("/x");
    serve("/y");
    QVERIFY(run({"/x", "/y"}));
    {
        SessionDatabase database(QString::fromUtf8(sessionFile()));
        std::vector<StoredMove> moves;
        for (const quint32 id : {0U, 1U}) {
            const auto file = database.fileOf(id);
            QVERIFY(file);
            moves.push_back({id, file->path, "moved/" + file->path, file->size, file->hash});
        }
        QVERIFY(database.beginMoves(moves));
    }
    QVERIFY(QDir(m_crawl->job.directory).mkdir(QStringLiteral("moved")));
    for (const char *name : {"x", "y"}) {
        if (name[0] - 'x' < done)
            QVERIFY(
                QFile::rename(m_crawl->pathOf(name), m_crawl->pathOf(QByteArray("moved/") + name)));
    }
    m_server->clearLog();
    QVERIFY(run({"/x", "/y"}));
    for (const Request &request : m_server->requests())
        QVERIFY2(!request.header("If-None-Match").isEmpty(), request.target.constData());
    // First as it was begun, then as the rule says.
    QCOMPARE(m_crawl->follower.totals.unchanged, 2);
    QCOMPARE(m_crawl->files(), (QByteArrayList{"x", "y"}));
    QVERIFY(SessionDatabase(QString::fromUtf8(sessionFile())).begunMoves().empty());
}

void TestSettledNames::aNewRivalTakesTheName()
{
    m_crawl->job.depth = 1;
    serve("/", "<a href=a.bin>x</a>", "text/html");
    m_server->serve("/a.bin", "application/octet-stream", "a");
    QVERIFY(run({"/"}));
    QCOMPARE(place("/a.bin"), QByteArray("a.bin"));
    m_server->serve("/", "text/html", "<a href=a.bin>x</a><a href=A.bin>x</a>");
    m_server->serve("/A.bin", "application/octet-stream", "A");
    QVERIFY(run({"/"}));
    QCOMPARE(place("/A.bin"), QByteArray("A.bin"));
    QCOMPARE(place("/a.bin"), markOf("a.bin", "/a.bin"));
    QCOMPARE(content("/a.bin"), QByteArray("a"));
}

void TestSettledNames::sharedFilesPartWhenOneChanges()
{
    serve("/", "<p>one", "text/html");
    serve("/index.html", "<p>one", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    serve("/index.html", "<p>another", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    QCOMPARE(content("/"), QByteArray("<p>one"));
    QCOMPARE(content("/index.html"), QByteArray("<p>another"));
    QCOMPARE(place("/index.html"), QByteArray("index.html"));
    QCOMPARE(place("/"), markOf("index.html", "/"));
    // And come together again.
    serve("/", "<p>another", "text/html");
    QVERIFY(run({"/", "/index.html"}));
    QCOMPARE(m_crawl->files(), QByteArrayList{"index.html"});
    QCOMPARE(place("/"), QByteArray("index.html"));
}

void TestSettledNames::aSharedFileThatChangesForAllIsReplaced_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::newRow("at once") << false;
    QTest::newRow("in two runs") << true;
}

void TestSettledNames::aSharedFileThatChangesForAllIsReplaced()
{
    QFETCH(const bool, stopped);
    const QByteArrayList targets{"/", "/index.html", "/last"};
    for (const char *target : {"/", "/index.html", "/last"})
        serve(target, "<p>one", "text/html");
    QVERIFY(run(targets));
    for (const char *target : {"/", "/index.html"})
        serve(target, "<p>another", "text/html");
    if (stopped) {
        m_server->route("/last", [](const Request &, Reply &reply) {
            reply.hold("last").answer(200, "text/html", "<p>one");
        });
        start(targets);
        QVERIFY(waitFor([&] { return m_crawl->of(url("/index.html")) == "saved"; }));
        m_crawl->crawler().stop();
        QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
        m_crawl->destroy();
        m_server->release("last");
    }
    QVERIFY(run(targets));
    QCOMPARE(m_crawl->files(), (QByteArrayList{"index.html", "last.html"}));
    QCOMPARE(place("/"), QByteArray("index.html"));
    QCOMPARE(place("/index.html"), QByteArray("index.html"));
    QCOMPARE(content("/"), QByteArray("<p>another"));
}

QTEST_GUILESS_MAIN(TestSettledNames)
#include "tst_settlednames.moc"
