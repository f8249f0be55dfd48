// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"

#include "tests/crawl/follower.h"
#include "tests/support/await.h"
#include "tests/support/faults.h"
#include "tests/support/testserver.h"

#include <QDirIterator>
#include <QTemporaryDir>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr int fileSize = 3'000'000;
const QByteArray query = "?size=3000000&cut=2000000";

} // namespace

/// Files that are broken off half-way, and what is done with the half.
class TestCrawlResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_run.reset(); }
    void everyServerGetsTheRightQuestion_data();
    void everyServerGetsTheRightQuestion();
    void aLaterRunGoesOn();
    void aLaterRunStartsAgainAfterAChange_data();
    void aLaterRunStartsAgainAfterAChange();
    void stopKeepsWhatCanBeContinued();
    void withoutAFolderForStateNothingIsLeft();
    void theHalfStaysUntilTheWholeIsThere();
    void whatIsTooLargeIsNotKept();

private:
    /// One run to its end.
    bool run(const QByteArray &target);
    void start(const QByteArray &target);
    QByteArray address(const QByteArray &target) const { return m_server->url(target).toEncoded(); }
    QByteArrayList files() const;
    QByteArray saved(const QByteArray &target) const;
    /// "200 206": what was asked for, in order; a range shows as its beginning.
    QByteArray asked(const QByteArray &target) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<Follower> m_follower;
    std::unique_ptr<CrawlRun> m_run;
    CrawlJob m_job;
};

void TestCrawlResume::init()
{
    m_server = std::make_unique<TestServer>();
    m_root = std::make_unique<QTemporaryDir>();
    m_job = {};
    m_job.robots = RobotsPolicy::Ignore;
    m_job.directory = m_root->filePath(QStringLiteral("dl"));
    m_job.stateDirectory = m_root->filePath(QStringLiteral("state"));
}

void TestCrawlResume::start(const QByteArray &target)
{
    m_follower = std::make_unique<Follower>();
    m_job.starts = {Address::parse(address(target)).value()};
    m_run = std::make_unique<CrawlRun>(m_job, [this](const Batch &batch) {
        m_follower->take(batch);
        m_follower->acknowledged = true;
        m_run->crawler().acknowledge();
    });
    m_run->crawler().start();
}

bool TestCrawlResume::run(const QByteArray &target)
{
    start(target);
    const bool ended = waitFor([this] { return m_follower->ended(); });
    m_run.reset();
    return ended && m_follower->problems.isEmpty();
}

QByteArrayList TestCrawlResume::files() const
{
    QByteArrayList files;
    QDirIterator all(m_job.directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(QFile::encodeName(all.next().mid(m_job.directory.size() + 1)));
    std::ranges::sort(files);
    return files;
}

QByteArray TestCrawlResume::saved(const QByteArray &target) const
{
    QFile file(m_job.directory + u'/' + m_follower->record(address(target)).path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestCrawlResume::asked(const QByteArray &target) const
{
    QByteArrayList asked;
    for (const Request &request : m_server->requests()) {
        if (request.target != target)
            continue;
        const bool isRest = !request.header("Range").isNull();
        asked.append(isRest ? "rest" : "whole");
        if (isRest && request.header("If-Range").isEmpty())
            asked.append("without a condition");
    }
    return asked.join(' ');
}

void TestCrawlResume::everyServerGetsTheRightQuestion_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<quint64>("seed"); // of the bytes that are right in the end
    const auto row = [](const char *variant, const char *asked, quint64 seed = 0) {
        QTest::newRow(variant) << QByteArray(asked) << seed;
    };
    row("ok", "whole rest");
    row("weak-etag", "whole whole");
    row("no-validator", "whole whole");
    row("changed", "whole rest", 1);
    row("ignored", "whole rest");
    for (const char *variant : {"wrong-start", "lying-start", "wrong-total", "unknown-total",
             "wrong-unit", "no-content-range", "junk-content-range", "multipart", "always-416",
             "416-without-total", "precondition-412"})
        row(variant, "whole rest whole");
}

void TestCrawlResume::everyServerGetsTheRightQuestion()
{
    QFETCH(const quint64, seed);
    const QByteArray target = QByteArray("/fault/range/") + QTest::currentDataTag() + query;
    QVERIFY2(run(target), m_follower->problems.value(0).constData());
    QCOMPARE(m_follower->of(address(target)), QByteArray("saved"));
    const Record record = m_follower->record(address(target));
    QVERIFY(record.verified);
    QCOMPARE(int(record.tries), m_server->count(target));
    QCOMPARE(record.bytes, fileSize);
    QVERIFY(saved(target) == patternBytes(fileSize, seed));
    QTEST(asked(target), "asked");
    QCOMPARE(files().size(), 1);
}

void TestCrawlResume::aLaterRunGoesOn()
{
    const QByteArray target = "/fault/range/ok" + query;
    m_job.tries = 1;
    QVERIFY(run(target));
    QCOMPARE(m_follower->of(address(target)), QByteArray("failed incomplete"));
    QVERIFY(m_follower->record(address(target)).kept);
    QCOMPARE(files().size(), 1);
    QVERIFY(files().constFirst().endsWith(".part"));

    QVERIFY(run(target));
    QCOMPARE(m_follower->of(address(target)), QByteArray("saved"));
    QVERIFY(saved(target) == patternBytes(fileSize));
    QCOMPARE(asked(target), QByteArray("whole rest"));
    QCOMPARE(files().size(), 1);
    QVERIFY(!files().constFirst().endsWith(".part"));

    QVERIFY(run(target));
    QCOMPARE(asked(target), QByteArray("whole rest whole"));
}

void TestCrawlResume::aLaterRunStartsAgainAfterAChange_data()
{
    QTest::addColumn<std::function<void(QFile &)>>("change");
    QTest::addColumn<QByteArray>("asked");
    const auto row = [](const char *name, const char *asked, std::function<void(QFile &)> change) {
        QTest::newRow(name) << std::move(change) << QByteArray(asked);
    };
    row("shorter", "whole whole", [](QFile &part) { part.resize(part.size() - 1); });
    row("one byte changed", "whole whole", [](QFile &part) {
        part.seek(1000);
        part.write("?");
    });
    row("gone", "whole whole", [](QFile &part) { part.remove(); });
    row("longer", "whole rest", [](QFile &part) {
        part.seek(part.size());
        part.write("more than was noted");
    });
}

void TestCrawlResume::aLaterRunStartsAgainAfterAChange()
{
    QFETCH(const std::function<void(QFile &)>, change);
    const QByteArray target = "/fault/range/ok" + query;
    m_job.tries = 1;
    QVERIFY(run(target));
    QFile part(m_job.directory + u'/' + QFile::decodeName(files().constFirst()));
    QVERIFY(part.open(QIODevice::ReadWrite));
    change(part);
    part.close();

    QVERIFY(run(target));
    QCOMPARE(m_follower->of(address(target)), QByteArray("saved"));
    QVERIFY(saved(target) == patternBytes(fileSize));
    QTEST(asked(target), "asked");
}

void TestCrawlResume::stopKeepsWhatCanBeContinued()
{
    m_server->route("/big.iso", [](const Request &request, Reply &reply) {
        if (request.header("Range").isNull())
            reply.send(responseHead(200, {{"Content-Length", "3000000"}, {"ETag", "\"v\""}}))
                .send(patternBytes(fileSize).first(2'000'000))
                .stall();
        else
            reply.answer(206, {}, patternBytes(fileSize).sliced(2'000'000),
                {{"Content-Range", "bytes 2000000-2999999/3000000"}});
    });
    start("/big.iso");
    QVERIFY(waitFor([this] {
        return files().size() == 1
            && QFileInfo(m_job.directory + QStringLiteral("/big.iso.part")).size() == 2000000;
    }));
    m_run->crawler().stop();
    QVERIFY(waitFor([this] { return m_follower->ended(); }));
    m_run.reset();
    QCOMPARE(m_follower->of(address("/big.iso")), QByteArray("waiting"));
    QCOMPARE(files(), QByteArrayList{"big.iso.part"});

    QVERIFY(run("/big.iso"));
    QCOMPARE(asked("/big.iso"), QByteArray("whole rest"));
    QVERIFY(saved("/big.iso") == patternBytes(fileSize));
    QCOMPARE(files(), QByteArrayList{"big.iso"});
}

void TestCrawlResume::withoutAFolderForStateNothingIsLeft()
{
    m_job.stateDirectory.clear();
    m_job.tries = 1;
    const QByteArray target = "/fault/range/ok" + query;
    QVERIFY(run(target));
    QVERIFY(!m_follower->record(address(target)).kept);
    QCOMPARE(files(), QByteArrayList());
}

void TestCrawlResume::theHalfStaysUntilTheWholeIsThere()
{
    // Refused to be continued, then broken off again: three answers, one part at any time but one.
    const QByteArray target = "/fault/range/no-content-range" + query + "&cuts=9";
    m_job.tries = 2;
    QVERIFY(run(target));
    QCOMPARE(m_follower->of(address(target)), QByteArray("failed incomplete"));
    QCOMPARE(asked(target), QByteArray("whole rest whole"));
    // It may not be continued any more, so nothing says that it is kept.
    QVERIFY(!m_follower->record(address(target)).kept);
}

void TestCrawlResume::whatIsTooLargeIsNotKept()
{
    m_job.maxFileSize = 1'000'000;
    m_server->route("/big.iso", [](const Request &, Reply &reply) {
        reply.send(responseHead(200, {{"Transfer-Encoding", "chunked"}, {"ETag", "\"v\""}}))
            .send("1e8480\r\n" + patternBytes(2'000'000))
            .stall();
    });
    QVERIFY(run("/big.iso"));
    QCOMPARE(m_follower->of(address("/big.iso")), QByteArray("skipped size"));
    QCOMPARE(files(), QByteArrayList());
}

QTEST_GUILESS_MAIN(TestCrawlResume)
#include "tst_crawlresume.moc"
