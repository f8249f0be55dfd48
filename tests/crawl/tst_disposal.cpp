// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/disposal.h"
#include "core/crawl/sessions.h"
#include "tests/crawl/running.h"

#include <QDir>

using namespace gleaner;
using namespace gleaner::test;

/// A person does not want saved files any more: they go to the trash, and the session knows.
class TestDisposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_crawl.reset(); }
    void theFilesGoAndStayAway();
    void whoRetriesHasThemAgain();
    void linksLeadToTheServerAgain();
    void whatSharesAFileGoesWithIt();
    void whatAPersonHasChangedStays();
    void whatIsGoneAlreadyIsNotWantedEither();
    void whatWasNeverSavedIsLeftAlone();
    void aDownloadInUseIsLeftAlone();
    void aFolderThatIsGoneIsSaid();

private:
    QByteArray of(const char *path) const { return m_crawl->of(m_server->url(path)); }
    RecordId id(const char *path) const { return m_crawl->record(m_server->url(path)).id; }
    KnownSession session() const
    {
        return findKnownSession(m_crawl->job.stateDirectory, m_crawl->job.directory)
            .value_or(KnownSession());
    }
    Disposal disposed(const std::vector<RecordId> &those) const
    {
        const auto result = disposeOf(session(), those);
        const auto *disposal = std::get_if<Disposal>(&result);
        return disposal ? *disposal : Disposal{{}, -1, -1, -1, -1};
    }
    QByteArrayList inTrash() const
    {
        return filesBelow(m_data.filePath(QStringLiteral("Trash/files")));
    }

    QTemporaryDir m_data;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestDisposal::init()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path()));
    QDir(m_data.filePath(QStringLiteral("Trash"))).removeRecursively();
    m_server = std::make_unique<TestServer>();
    serveSmallSite(*m_server);
    m_crawl = std::make_unique<Running>();
    m_crawl->job.links = LinkPolicy::Relative;
    QVERIFY(m_crawl->run({m_server->url()}));
    QCOMPARE(m_crawl->follower.totals.saved, 7);
}

void TestDisposal::theFilesGoAndStayAway()
{
    const Disposal disposal = disposed({id("/b"), id("/a/1")});
    QCOMPARE(disposal.gone, std::vector<RecordId>({id("/b"), id("/a/1")}));
    QCOMPARE(disposal.moved, 2);
    QCOMPARE(inTrash(), QByteArrayList({"1", "b"}));
    QVERIFY(!m_crawl->files().contains("b"));
    QVERIFY(m_crawl->files().contains("c"));
    // An update asks for all that is wanted.
    QVERIFY(m_crawl->run({m_server->url()}));
    QCOMPARE(of("/b"), QByteArray("skipped user"));
    QCOMPARE(of("/a/1"), QByteArray("skipped user"));
    QCOMPARE(of("/c"), QByteArray("unchanged"));
    QCOMPARE(m_server->count("/b"), 1);
    QCOMPARE(m_server->count("/c"), 2);
    QVERIFY(!m_crawl->files().contains("b"));
}

void TestDisposal::whoRetriesHasThemAgain()
{
    QCOMPARE(disposed({id("/b")}).moved, 1);
    m_crawl->job.rerun = Rerun::AsItStands;
    m_crawl->start({m_server->url()});
    m_crawl->crawler().retry({1, 2, 3, 4, 5, 6});
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    QCOMPARE(of("/b"), QByteArray("saved"));
    QCOMPARE(m_server->count("/b"), 2);
    QCOMPARE(m_server->count("/c"), 1);
    QVERIFY(m_crawl->files().contains("b"));
}

void TestDisposal::linksLeadToTheServerAgain()
{
    const auto page = [&] {
        QFile file(m_crawl->pathOf("index.html"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(page().contains("href=\"b\""));
    QCOMPARE(disposed({id("/b")}).moved, 1);
    m_crawl->job.rerun = Rerun::AsItStands;
    QVERIFY(m_crawl->run({m_server->url()}));
    const QByteArray absolute = m_server->url("/b").toEncoded();
    QVERIFY2(page().contains("href=\"" + absolute + '"'), page().constData());
    QVERIFY(page().contains("href=\"c\""));
}

void TestDisposal::whatSharesAFileGoesWithIt()
{
    m_server->serve("/", "text/html", pageWith({"a", "%61"}));
    m_server->serve("/a", "text/plain", "one");
    m_server->serve("/%61", "text/plain", "one");
    Running other;
    QVERIFY(other.run({m_server->url()}));
    const RecordId first = other.record(m_server->url("/a")).id;
    const auto found = findKnownSession(other.job.stateDirectory, other.job.directory);
    QVERIFY(found);
    QCOMPARE(other.follower.totals.saved, 3);
    const auto result = disposeOf(*found, {first});
    const auto &disposal = std::get<Disposal>(result);
    QCOMPARE(disposal.moved, 1);
    QCOMPARE(disposal.gone.size(), size_t(2));
    QVERIFY(other.run({m_server->url()}));
    QCOMPARE(other.follower.totals.skipped, 2);
}

void TestDisposal::whatAPersonHasChangedStays()
{
    QFile file(m_crawl->pathOf("b"));
    QVERIFY(file.open(QIODevice::Append));
    QVERIFY(file.write(" and notes") > 0);
    file.close();
    const Disposal disposal = disposed({id("/b"), id("/c")});
    QCOMPARE(disposal.notOurs, 1);
    QCOMPARE(disposal.moved, 1);
    QCOMPARE(disposal.gone, std::vector<RecordId>({id("/c")}));
    QVERIFY(m_crawl->files().contains("b"));
    QCOMPARE(inTrash(), QByteArrayList({"c"}));
}

void TestDisposal::whatIsGoneAlreadyIsNotWantedEither()
{
    QVERIFY(QFile::remove(m_crawl->pathOf("b")));
    const Disposal disposal = disposed({id("/b")});
    QCOMPARE(disposal.missing, 1);
    QCOMPARE(disposal.gone, std::vector<RecordId>({id("/b")}));
    QVERIFY(m_crawl->run({m_server->url()}));
    QCOMPARE(of("/b"), QByteArray("skipped user"));
    QCOMPARE(m_server->count("/b"), 1);
}

void TestDisposal::whatWasNeverSavedIsLeftAlone()
{
    const Disposal disposal = disposed({99'999});
    QVERIFY(disposal.gone.empty());
    QCOMPARE(disposal.moved, 0);
    QCOMPARE(disposal.missing, 0);
}

void TestDisposal::aDownloadInUseIsLeftAlone()
{
    m_server->route("/b", [](const Request &, Reply &) {});
    m_crawl->start({m_server->url()});
    QVERIFY(waitFor([&] { return m_server->count("/b") == 2; }));
    const auto result = disposeOf(session(), {id("/c")});
    QVERIFY(std::holds_alternative<ExportFailure>(result));
    QCOMPARE(std::get<ExportFailure>(result).kind, ExportFailure::Kind::SessionInUse);
    QVERIFY(m_crawl->files().contains("c"));
}

void TestDisposal::aFolderThatIsGoneIsSaid()
{
    const KnownSession known = session();
    const RecordId one = id("/b");
    QVERIFY(QDir(m_crawl->job.directory).removeRecursively());
    const auto result = disposeOf(known, {one});
    QVERIFY(std::holds_alternative<ExportFailure>(result));
    QCOMPARE(std::get<ExportFailure>(result).kind, ExportFailure::Kind::FolderMissing);
}

QTEST_GUILESS_MAIN(TestDisposal)
#include "tst_disposal.moc"
