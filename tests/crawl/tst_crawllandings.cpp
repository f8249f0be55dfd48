// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"
#include "tests/crawl/stopped.h"

#include <QDir>

using namespace gleaner;
using namespace gleaner::test;

/// Files of which an earlier run has noted that they are whole, and not yet that they are safe.
class TestCrawlLandings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void landingsOfWhatIsSavedGoWhateverTheirIds();
    void aNewerLandingOfWhatIsSavedStays();
    void oneThatIsReadThroughDoesNotHoldUpTheEnd();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run() { return m_crawl->run({url("/")}); }
    [[nodiscard]] bool runUntil(qint64 saved) { return test::runUntil(*m_crawl, url("/"), saved); }
    /// As if it had been synced, and told so. What it was; empty if it did not work.
    static StoredLanding saveFirstLanding(SessionDatabase &database);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlLandings::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    serveSmallSite(*m_server);
}

StoredLanding TestCrawlLandings::saveFirstLanding(SessionDatabase &database)
{
    const StoredLanding landing = database.load().value().landings.front();
    SessionChanges changes;
    const bool isWhole = database.visitAddresses([&](const StoredAddress &row, const StoredFile *) {
        if (row.address == landing.address)
            changes.addresses.push_back(row);
        return true;
    });
    changes.addresses[0].state = int(RecordState::Saved);
    changes.files = {landing.saved};
    changes.files[0].id = changes.addresses[0].id;
    changes.files[0].path = landing.file;
    changes.files[0].landed = landing.address;
    return isWhole && database.write(changes) ? landing : StoredLanding();
}

void TestCrawlLandings::landingsOfWhatIsSavedGoWhateverTheirIds()
{
    m_server->route("/c", [](const Request &, Reply &reply) { reply.stall(); });
    QVERIFY(runUntil(1));
    const QString session = sessionFile(m_crawl->job.stateDirectory, m_crawl->follower.session);
    {
        // As it stands when a run was killed that had noted them together under ids that no row
        // had yet, and the next one was killed when it had saved one of them.
        SessionDatabase database(session);
        StoredLanding saved = saveFirstLanding(database);
        QCOMPARE(saved.address, url("/").toEncoded());
        StoredLanding unsaved{url("/c").toEncoded(), {}, "c.part", "c", "c~1", {}, 200, {}};
        unsaved.saved.hash = "hash";
        saved.saved.id = unsaved.saved.id = 1000;
        database.beginLandings();
        QVERIFY(database.land(saved) && database.land(unsaved));
        QVERIFY(database.commitLandings());
    }
    m_server->serve("/c", "text/plain", "this is /c");
    m_server->clearLog();
    QVERIFY(run());
    m_crawl->destroy();
    QCOMPARE(m_server->count("/"), 0);
    QCOMPARE(m_server->count("/c"), 1);
    const SessionDatabase database(session);
    QCOMPARE(database.load().value().landings.size(), size_t(0));
}

void TestCrawlLandings::aNewerLandingOfWhatIsSavedStays()
{
    m_server->route("/c", [](const Request &, Reply &reply) { reply.stall(); });
    QVERIFY(runUntil(1));
    const QString session = sessionFile(m_crawl->job.stateDirectory, m_crawl->follower.session);
    {
        // An update has brought something else before it was killed.
        SessionDatabase database(session);
        StoredLanding saved = saveFirstLanding(database);
        QCOMPARE(saved.address, url("/").toEncoded());
        StoredLanding other = saved;
        other.address = url("/other").toEncoded();
        database.beginLandings();
        QVERIFY(database.land(saved) && database.land(other) && database.commitLandings());
        saved.saved.hash = "newer";
        QVERIFY(database.land(saved));
    }
    m_server->clearLog();
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return m_server->count("/c") == 1; }));
    m_crawl->destroy();
    const SessionDatabase database(session);
    const auto left = database.load().value().landings;
    QVERIFY(std::ranges::any_of(
        left, [](const StoredLanding &each) { return each.saved.hash == "newer"; }));
}

/// Has this program a file open that has this path?
static bool isOpen(const QString &path)
{
    const QDir files(QStringLiteral("/proc/self/fd"));
    const QStringList numbers = files.entryList(QDir::Files | QDir::System);
    return std::ranges::any_of(numbers, [&](const QString &number) {
        return QFile::symLinkTarget(files.filePath(number)) == path;
    });
}

void TestCrawlLandings::oneThatIsReadThroughDoesNotHoldUpTheEnd()
{
    m_server->route("/c", [](const Request &, Reply &reply) { reply.stall(); });
    QVERIFY(runUntil(1));
    const QString session = sessionFile(m_crawl->job.stateDirectory, m_crawl->follower.session);
    // Nothing but a hole, which takes minutes to be read.
    constexpr qint64 size = qint64(256) << 30;
    const QString path = m_crawl->pathOf("c.part");
    QFile part(path);
    QVERIFY(part.open(QIODevice::WriteOnly) && part.resize(size));
    part.close();
    {
        SessionDatabase database(session);
        StoredLanding landing{url("/c").toEncoded(), {}, "c.part", "c", "c~1", {}, 200, {}};
        landing.saved.size = size;
        landing.saved.hash = "hash";
        QVERIFY(database.load());
        database.beginLandings();
        QVERIFY(database.land(landing) && database.commitLandings());
    }
    m_crawl->start({url("/")});
    QVERIFY(waitFor([&] { return isOpen(path); }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    // The next run still has to find out.
    QCOMPARE(QFileInfo(path).size(), size);
    const SessionDatabase database(session);
    const auto left = database.load().value().landings;
    QVERIFY(std::ranges::any_of(
        left, [&](const StoredLanding &each) { return each.address == url("/c").toEncoded(); }));
}

QTEST_GUILESS_MAIN(TestCrawlLandings)
#include "tst_crawllandings.moc"
