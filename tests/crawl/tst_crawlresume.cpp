// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"
#include "tests/support/faults.h"

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
    void everyServerGetsTheRightQuestion_data();
    void everyServerGetsTheRightQuestion();
    void nothingMissingIsWhole();
    void aLaterRunGoesOn();
    void aLaterRunStartsAgainAfterAChange_data();
    void aLaterRunStartsAgainAfterAChange();
    void stopKeepsWhatCanBeContinued();
    void withoutAFolderForStateNothingIsLeft();
    void theHalfStaysUntilTheWholeIsThere();
    void whatIsTooLargeIsNotKept();

private:
    [[nodiscard]] bool run(const QByteArray &target)
    {
        return m_crawl->run({m_server->url(target)});
    }
    Record record(const QByteArray &target) const { return m_crawl->record(m_server->url(target)); }
    QByteArray of(const QByteArray &target) const { return m_crawl->of(m_server->url(target)); }
    QByteArray saved(const QByteArray &target) const;
    /// "whole rest": what was asked for, in order.
    QByteArray asked(const QByteArray &target) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestCrawlResume::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
}

QByteArray TestCrawlResume::saved(const QByteArray &target) const
{
    QFile file(m_crawl->job.directory + u'/' + record(target).path);
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
    m_crawl->job.tries = 2;
    QVERIFY2(run(target), m_crawl->follower.problems.value(0).constData());
    QCOMPARE(of(target), QByteArray("saved"));
    const Record record = this->record(target);
    QVERIFY(record.verified);
    QCOMPARE(int(record.tries), m_server->count(target));
    QCOMPARE(record.bytes, fileSize);
    QVERIFY(saved(target) == patternBytes(fileSize, seed));
    QTEST(asked(target), "asked");
    QCOMPARE(m_crawl->files().size(), 1);
}

void TestCrawlResume::nothingMissingIsWhole()
{
    // Without a stated length, and all but the end of the chunks came.
    m_server->route("/big.iso", [](const Request &request, Reply &reply) {
        if (request.header("Range").isNull())
            reply
                .send(responseHead(200,
                    {{"Transfer-Encoding", "chunked"}, {"ETag", "\"v\""},
                        {"Content-Type", "application/x-iso9660-image"}}))
                .send("2dc6c0\r\n" + patternBytes(fileSize) + "\r\n")
                .hold("all but the end")
                .close();
        else
            reply.answer(416, "text/html", "<h1>Nothing is missing</h1>",
                {{"Content-Range", "bytes */3000000"}, {"ETag", "\"v\""}});
    });
    // The words about it are a page, and no page is wanted.
    m_crawl->job.types = TypeSelection::fromList("archives").value();
    m_crawl->job.tries = 2;
    m_crawl->start({m_server->url("/big.iso")});
    // Qt drops what it has not handed on when a connection ends.
    QVERIFY(
        waitFor([this] { return QFileInfo(m_crawl->pathOf("big.iso.part")).size() == fileSize; }));
    m_server->release("all but the end");
    QVERIFY(waitFor([this] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    QVERIFY(m_crawl->follower.problems.isEmpty());

    QCOMPARE(of("/big.iso"), QByteArray("saved"));
    QVERIFY(record("/big.iso").verified);
    QCOMPARE(record("/big.iso").bytes, fileSize);
    QCOMPARE(record("/big.iso").type, QByteArray("application/x-iso9660-image"));
    QCOMPARE(asked("/big.iso"), QByteArray("whole rest"));
    QVERIFY(saved("/big.iso") == patternBytes(fileSize));
    QCOMPARE(m_crawl->files(), QByteArrayList{"big.iso"});
}

void TestCrawlResume::aLaterRunGoesOn()
{
    const QByteArray target = "/fault/range/ok" + query;
    QVERIFY(run(target));
    QCOMPARE(of(target), QByteArray("failed incomplete"));
    QVERIFY(record(target).kept);
    QCOMPARE(m_crawl->files().size(), 1);
    QVERIFY(m_crawl->files().constFirst().endsWith(".part"));

    QVERIFY(run(target));
    QCOMPARE(of(target), QByteArray("saved"));
    QVERIFY(saved(target) == patternBytes(fileSize));
    QCOMPARE(asked(target), QByteArray("whole rest"));
    QCOMPARE(m_crawl->files().size(), 1);
    QVERIFY(!m_crawl->files().constFirst().endsWith(".part"));

    QVERIFY(run(target));
    QCOMPARE(asked(target), QByteArray("whole rest whole"));
}

void TestCrawlResume::aLaterRunStartsAgainAfterAChange_data()
{
    QTest::addColumn<std::function<void(QFile &)>>("change");
    QTest::addColumn<QByteArray>("asked");
    const auto row = [](const char *name, const char *asked,
                         const std::function<void(QFile &)> &change) {
        QTest::newRow(name) << change << QByteArray(asked);
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
    QVERIFY(run(target));
    QFile part(m_crawl->pathOf(m_crawl->files().constFirst()));
    QVERIFY(part.open(QIODevice::ReadWrite));
    change(part);
    part.close();

    QVERIFY(run(target));
    QCOMPARE(of(target), QByteArray("saved"));
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
    m_crawl->start({m_server->url("/big.iso")});
    QVERIFY(waitFor([this] {
        return m_crawl->files().size() == 1
            && QFileInfo(m_crawl->job.directory + QStringLiteral("/big.iso.part")).size()
            == 2000000;
    }));
    m_crawl->crawler().stop();
    QVERIFY(waitFor([this] { return m_crawl->follower.ended(); }));
    m_crawl->destroy();
    QCOMPARE(of("/big.iso"), QByteArray("waiting"));
    QCOMPARE(m_crawl->files(), QByteArrayList{"big.iso.part"});

    QVERIFY(run("/big.iso"));
    QCOMPARE(asked("/big.iso"), QByteArray("whole rest"));
    QVERIFY(saved("/big.iso") == patternBytes(fileSize));
    QCOMPARE(m_crawl->files(), QByteArrayList{"big.iso"});
}

void TestCrawlResume::withoutAFolderForStateNothingIsLeft()
{
    m_crawl->job.stateDirectory.clear();
    const QByteArray target = "/fault/range/ok" + query;
    QVERIFY(run(target));
    QVERIFY(!record(target).kept);
    QCOMPARE(m_crawl->files(), QByteArrayList());
}

void TestCrawlResume::theHalfStaysUntilTheWholeIsThere()
{
    // Refused to be continued, then broken off again: three answers, one part at any time but one.
    const QByteArray target = "/fault/range/no-content-range" + query + "&cuts=9";
    m_crawl->job.tries = 2;
    QVERIFY(run(target));
    QCOMPARE(of(target), QByteArray("failed incomplete"));
    QCOMPARE(asked(target), QByteArray("whole rest whole"));
    // It may not be continued any more, so nothing says that it is kept.
    QVERIFY(!record(target).kept);
}

void TestCrawlResume::whatIsTooLargeIsNotKept()
{
    m_crawl->job.maxFileSize = 1'000'000;
    m_server->route("/big.iso", [](const Request &, Reply &reply) {
        reply.send(responseHead(200, {{"Transfer-Encoding", "chunked"}, {"ETag", "\"v\""}}))
            .send("1e8480\r\n" + patternBytes(2'000'000))
            .stall();
    });
    QVERIFY(run("/big.iso"));
    QCOMPARE(of("/big.iso"), QByteArray("skipped size"));
    QCOMPARE(m_crawl->files(), QByteArrayList());
}

QTEST_GUILESS_MAIN(TestCrawlResume)
#include "tst_crawlresume.moc"
