// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jsonevents.h"

#include <QTest>

using namespace gleaner;

namespace
{

Address at(const char *text)
{
    return Address::parse(text).value();
}

Record record(RecordState state)
{
    Record made;
    made.address = at("http://example.org/a");
    made.state = state;
    return made;
}

} // namespace

class TestJsonEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void started();
    void saved();
    void unchanged();
    void redirected();
    void skipped();
    void failed();
    void failedWithoutAnAnswer();
    void moved();
    void finished_data();
    void finished();
    void staysOneLineWhateverTheNetworkSays();
    void showsAddressesWithoutSecrets();
};

void TestJsonEvents::started()
{
    CrawlJob job;
    job.starts = {at("http://example.org"), at("https://example.org/x?y")};
    job.directory = QStringLiteral("/tmp/B\u00FCcher \"x\"");
    job.workers = 12;
    QByteArray expected =
        R"({"event":"started","urls":["http://example.org/","https://example.org/x?y"],)"
        R"("directory":"/tmp/Bücher \"x\"","workers":12,"session":null})";
    QCOMPARE(startedEvent(job, {}), expected);
}

void TestJsonEvents::saved()
{
    Record page = record(RecordState::Saved);
    page.path = QStringLiteral("a.html");
    page.bytes = 5'000'000'000;
    page.status = 200;
    page.type = "text/html";
    page.depth = 3;
    page.seconds = 0.25;
    QByteArray expected = R"({"event":"saved","url":"http://example.org/a","path":"a.html",)"
                          R"("bytes":5000000000,"status":200,"type":"text/html","depth":3,)"
                          R"("referrer":"http://example.org/","seconds":0.25,"verified":true})";
    QCOMPARE(endedEvent(page, at("http://example.org/")), expected);
    page.type.clear();
    page.verified = false;
    page.depth = 0;
    expected = R"({"event":"saved","url":"http://example.org/a","path":"a.html",)"
               R"("bytes":5000000000,"status":200,"type":null,"depth":0,)"
               R"("referrer":null,"seconds":0.25,"verified":false})";
    QCOMPARE(endedEvent(page, Address()), expected);
}

void TestJsonEvents::unchanged()
{
    Record page = record(RecordState::Unchanged);
    page.path = QStringLiteral("a.html");
    QByteArray expected = R"({"event":"unchanged","url":"http://example.org/a","path":"a.html"})";
    QCOMPARE(endedEvent(page, Address()), expected);
}

void TestJsonEvents::redirected()
{
    Record page = record(RecordState::Redirected);
    page.status = 301;
    page.target = at("https://example.org/a");
    QByteArray expected = R"({"event":"redirected","url":"http://example.org/a",)"
                          R"("to":"https://example.org/a","status":301})";
    QCOMPARE(endedEvent(page, Address()), expected);
}

void TestJsonEvents::skipped()
{
    Record page = record(RecordState::Skipped);
    page.skip = SkipReason::PrivateAddress;
    QByteArray expected = R"({"event":"skipped","url":"http://example.org/a",)"
                          R"("reason":"private-address","referrer":"http://example.org/"})";
    QCOMPARE(endedEvent(page, at("http://example.org/")), expected);
}

void TestJsonEvents::failed()
{
    Record page = record(RecordState::Failed);
    page.fail = FailReason::Incomplete;
    page.detail = QStringLiteral("5 of 100 bytes");
    page.status = 200;
    page.tries = 4;
    QByteArray expected = R"({"event":"failed","url":"http://example.org/a","reason":"incomplete",)"
                          R"("detail":"5 of 100 bytes","status":200,"tries":4,)"
                          R"("referrer":"http://example.org/","kept":false})";
    QCOMPARE(endedEvent(page, at("http://example.org/")), expected);
}

void TestJsonEvents::failedWithoutAnAnswer()
{
    Record page = record(RecordState::Failed);
    page.fail = FailReason::Dns;
    page.tries = 1;
    QByteArray expected = R"({"event":"failed","url":"http://example.org/a","reason":"dns",)"
                          R"("detail":null,"status":null,"tries":1,"referrer":null,"kept":false})";
    QCOMPARE(endedEvent(page, Address()), expected);
}

void TestJsonEvents::moved()
{
    const MovedFile file{3, QStringLiteral("a"), QStringLiteral("a~1a2b3c4d")};
    const QByteArray expected =
        R"({"event":"moved","url":"http://example.org/a","from":"a","path":"a~1a2b3c4d"})";
    QCOMPARE(movedEvent(at("http://example.org/a"), file), expected);
}

void TestJsonEvents::finished_data()
{
    QTest::addColumn<CrawlPhase>("phase");
    QTest::addColumn<qint64>("failures");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("all") << CrawlPhase::Finished << qint64(0) << QByteArray("complete");
    QTest::newRow("some") << CrawlPhase::Finished << qint64(1) << QByteArray("incomplete");
    QTest::newRow("stopped") << CrawlPhase::Stopped << qint64(0) << QByteArray("stopped");
    QTest::newRow("stopped, some failed")
        << CrawlPhase::Stopped << qint64(1) << QByteArray("stopped");
}

void TestJsonEvents::finished()
{
    QFETCH(const CrawlPhase, phase);
    QFETCH(const qint64, failures);
    QFETCH(const QByteArray, outcome);
    Batch last;
    last.phase = phase;
    last.totals = {1, 2, 3, 4, failures, 6, 16 + failures, 0, 4096, 1.5, 99};
    const QByteArray expected = R"({"event":"finished","outcome":")" + outcome
        + R"(","saved":1,"unchanged":2,"redirected":3,"skipped":4,"failed":)"
        + QByteArray::number(failures) + R"(,"waiting":6,"known":)"
        + QByteArray::number(16 + failures) + R"(,"bytes":4096,"seconds":1.5})";
    QCOMPARE(finishedEvent(last), expected);
}

void TestJsonEvents::staysOneLineWhateverTheNetworkSays()
{
    Record page = record(RecordState::Failed);
    page.detail = QStringLiteral("a\nb\r\u001B[31m\"\\") + QChar(u'\0') + QChar(0xD800);
    page.path = QStringLiteral("x\ny");
    page.type = "text/\xff\n";
    for (const RecordState state : {RecordState::Failed, RecordState::Saved}) {
        page.state = state;
        const QByteArray line = endedEvent(page, Address());
        QVERIFY(std::ranges::all_of(line, [](char c) { return uchar(c) >= ' '; }));
        QVERIFY(line.isValidUtf8());
        QVERIFY(line.startsWith("{\"event\":\"") && line.endsWith('}'));
    }
}

void TestJsonEvents::showsAddressesWithoutSecrets()
{
    Record page = record(RecordState::Redirected);
    page.address = at("http://me:secret@EXAMPLE.org:80/a b?q#part");
    page.target = at("https://me:secret@example.org/#x");
    QByteArray expected = R"({"event":"redirected","url":"http://example.org/a%20b?q",)"
                          R"("to":"https://example.org/","status":null})";
    QCOMPARE(endedEvent(page, Address()), expected);
}

QTEST_APPLESS_MAIN(TestJsonEvents)
#include "tst_jsonevents.moc"
