// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessions.h"
#include "tests/crawl/running.h"

#include <QDir>

using namespace gleaner;
using namespace gleaner::test;

/// Which session belongs to which folder, and who may have it.
class TestSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSecondProgramIsRefused();
    void aMovedFolderIsFoundAgain();
    void aCopiedFolderIsADownloadOfItsOwn();
    void anotherStartIntoTheSameFolderIsAnotherDownload();
    void aFolderWithoutItsMarkIsFoundAgain();
    void twoThatBeginAtOnceFindBothMarks();
    void aFileOfThePersonsInThePlaceOfTheMarkStays_data();
    void aFileOfThePersonsInThePlaceOfTheMarkStays();
    void nothingOfThePersonsIsKept();
    void listsWhatWasBegun();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run() { return m_crawl->run({url("/")}); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestSessions::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    serveSmallSite(*m_server);
}

void TestSessions::aSecondProgramIsRefused()
{
    m_server->route("/a", [](const Request &, Reply &reply) { reply.stall(); });
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return m_crawl->follower.totals.saved == 1; }));
    Running second;
    second.job.directory = m_crawl->job.directory;
    second.job.stateDirectory = m_crawl->job.stateDirectory;
    second.start({url("/")});
    QVERIFY(waitFor([&] { return second.follower.ended(); }));
    QVERIFY(second.follower.fault);
    QVERIFY(second.follower.fault->kind == DiskFaultKind::SessionInUse);
    QCOMPARE(second.of(url("/")), QByteArray("waiting"));
    // The first one goes on as if nothing had been.
    QVERIFY(waitFor([&] { return m_server->count("/a") == 1; }));
    m_crawl->destroy();
}

void TestSessions::aMovedFolderIsFoundAgain()
{
    QVERIFY(run());
    m_server->clearLog();
    const QString moved = m_crawl->job.directory + QStringLiteral("-moved");
    QVERIFY(QDir().rename(m_crawl->job.directory, moved));
    m_crawl->job.directory = moved;
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.unchanged, 7);
    const auto known = knownSessions(m_crawl->job.stateDirectory);
    QCOMPARE(known.size(), size_t(1));
    QCOMPARE(known.front().job.directory, moved);
}

void TestSessions::aCopiedFolderIsADownloadOfItsOwn()
{
    QVERIFY(run());
    const QString copy = m_crawl->job.directory + QStringLiteral("-copy");
    for (const QByteArray &file : m_crawl->files() + QByteArrayList{".gleaner"}) {
        const QString to = copy + u'/' + QFile::decodeName(file);
        QVERIFY(QDir().mkpath(QFileInfo(to).absolutePath()));
        QVERIFY(QFile::copy(m_crawl->pathOf(file), to));
    }
    m_crawl->job.directory = copy;
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.saved, 7);
    QCOMPARE(m_crawl->files().size(), 7);
    QCOMPARE(knownSessions(m_crawl->job.stateDirectory).size(), size_t(2));
}

void TestSessions::anotherStartIntoTheSameFolderIsAnotherDownload()
{
    QVERIFY(run());
    m_server->serve("/other/", "text/html", pageWith({"x"}));
    m_server->serve("/other/x", "text/plain", "x");
    QVERIFY(m_crawl->run({url("/other/")}));
    QCOMPARE(m_crawl->follower.totals.saved, 2);
    QCOMPARE(m_crawl->files().size(), 9);
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.unchanged, 7);
    QCOMPARE(knownSessions(m_crawl->job.stateDirectory).size(), size_t(2));
}

void TestSessions::aFolderWithoutItsMarkIsFoundAgain()
{
    QVERIFY(run());
    QVERIFY(QFile::remove(m_crawl->pathOf(".gleaner")));
    QVERIFY(run());
    QCOMPARE(m_crawl->follower.totals.unchanged, 7);
    QCOMPARE(knownSessions(m_crawl->job.stateDirectory).size(), size_t(1));
}

void TestSessions::twoThatBeginAtOnceFindBothMarks()
{
    m_server->serve("/other/", "text/plain", "x");
    for (int round = 0; round < 5; ++round) {
        Running one;
        Running other;
        other.job.directory = one.job.directory;
        other.job.stateDirectory = one.job.stateDirectory;
        one.start({url("/")});
        other.start({url("/other/")});
        QVERIFY(waitFor([&] { return one.follower.ended() && other.follower.ended(); }));
        one.destroy();
        other.destroy();
        QVERIFY(!one.follower.fault && !other.follower.fault);
        QVERIFY(other.run({url("/other/")}));
        QCOMPARE(other.follower.totals.unchanged, 1);
        QVERIFY(one.run({url("/")}));
        QCOMPARE(one.follower.totals.unchanged, 7);
    }
}

void TestSessions::aFileOfThePersonsInThePlaceOfTheMarkStays_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("notes") << QByteArray("my own notes\n");
    QTest::newRow("much") << QByteArray(70'000, '#');
    QTest::newRow("a link") << QByteArray();
}

void TestSessions::aFileOfThePersonsInThePlaceOfTheMarkStays()
{
    QFETCH(const QByteArray, content);
    QVERIFY(QDir().mkpath(m_crawl->job.directory));
    const QString mark = m_crawl->pathOf(".gleaner");
    if (content.isEmpty()) {
        QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), mark));
    } else {
        QFile file(mark);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QVERIFY(run());
    QVERIFY(m_crawl->follower.fault);
    QVERIFY(m_crawl->follower.fault->kind == DiskFaultKind::MarkerTaken);
    QVERIFY(knownSessions(m_crawl->job.stateDirectory).empty());
    if (content.isEmpty()) {
        QVERIFY(QFileInfo(mark).isSymLink());
        return;
    }
    QFile file(mark);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestSessions::nothingOfThePersonsIsKept()
{
    m_crawl->job.headers = {{"X-Token", "secret-header"}};
    m_crawl->job.cookies = {brought("secret-cookie")};
    const QByteArray origin = Address::parse(url("/").toEncoded())->origin();
    m_crawl->job.network.credentials.insert(
        origin, {QStringLiteral("me"), QStringLiteral("secret-password")});
    QVERIFY(run());
    for (const QByteArray &name : filesBelow(m_crawl->job.stateDirectory)) {
        QFile file(m_crawl->job.stateDirectory + u'/' + QFile::decodeName(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("secret"), name.constData());
    }
}

void TestSessions::listsWhatWasBegun()
{
    QVERIFY(knownSessions(m_crawl->job.stateDirectory).empty());
    m_crawl->job.depth = 7;
    m_crawl->job.types = TypeSelection::fromList("pages,documents,txt").value();
    QVERIFY(run());
    const auto known = knownSessions(m_crawl->job.stateDirectory);
    QCOMPARE(known.size(), size_t(1));
    const KnownSession &session = known.front();
    QVERIFY(session.state == KnownSession::State::Finished);
    QCOMPARE(session.totals.known, m_crawl->follower.totals.known);
    QCOMPARE(session.job.depth, m_crawl->job.depth);
    QCOMPARE(session.job.types.types, m_crawl->job.types.types);
    QCOMPARE(session.job.types.extensions, m_crawl->job.types.extensions);
    QCOMPARE(session.job.starts, m_crawl->job.starts);
    QCOMPARE(session.job.directory, m_crawl->job.directory);
    const auto byId =
        findKnownSession(m_crawl->job.stateDirectory, QString::fromLatin1(session.id));
    QVERIFY(byId && byId->id == session.id);
    const auto byFolder = findKnownSession(m_crawl->job.stateDirectory, m_crawl->job.directory);
    QVERIFY(byFolder && byFolder->id == session.id);
    QVERIFY(!findKnownSession(m_crawl->job.stateDirectory, QStringLiteral("/tmp")));
}

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
