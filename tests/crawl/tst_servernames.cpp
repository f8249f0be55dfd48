// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/jobfile.h"
#include "core/save/safename.h"
#include "tests/crawl/running.h"
#include "tests/save/harmless.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace gleaner;
using namespace gleaner::test;

/// Names that servers give their files: offered always, used when a person asks for it.
class TestServerNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areOfferedAndNotUsed();
    void areUsedWhenAskedFor();
    void areNeverUsedForPages();
    void areHarmless_data();
    void areHarmless();
    void naughtyOnesAreHarmless();
    void ofTwoTheSmallerAddressHasThePlainOne();
    void arePartOfALargeFileToo();
    void outliveTheRun();
    void aChangeOfMindMovesTheFiles();
    void areAWishThatTheJobKeeps();

private:
    QUrl url(const QByteArray &target) const { return m_server->url(target); }
    [[nodiscard]] bool run(const QByteArrayList &targets);
    void serve(const QByteArray &target, const QByteArray &disposition,
        const QByteArray &type = "application/octet-stream", const QByteArray &body = "x");
    Record record(const QByteArray &target) const { return m_crawl->record(url(target)); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestServerNames::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.depth = 0;
    m_crawl->job.names = NameSource::Server;
}

bool TestServerNames::run(const QByteArrayList &targets)
{
    QList<QUrl> starts;
    for (const QByteArray &target : targets)
        starts.append(url(target));
    return m_crawl->run(starts);
}

void TestServerNames::serve(const QByteArray &target, const QByteArray &disposition,
    const QByteArray &type, const QByteArray &body)
{
    m_server->serve(target, type, body, {{"Content-Disposition", disposition}});
}

void TestServerNames::areOfferedAndNotUsed()
{
    m_crawl->job.names = NameSource::Address;
    serve("/get/1", "attachment; filename=\"report.pdf\"");
    serve("/get/2", "attachment");
    QVERIFY(run({"/get/1", "/get/2"}));
    QCOMPARE(record("/get/1").offered, QStringLiteral("report.pdf"));
    QCOMPARE(record("/get/2").offered, QString());
    QCOMPARE(m_crawl->files(), (QByteArrayList{"get/1", "get/2"}));
}

void TestServerNames::areUsedWhenAskedFor()
{
    serve("/get/1", "attachment; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf");
    QVERIFY(run({"/get/1"}));
    QCOMPARE(record("/get/1").path, QStringLiteral("get/r\u00e9sum\u00e9.pdf"));
    QCOMPARE(m_crawl->files(), QByteArrayList{"get/r\xC3\xA9sum\xC3\xA9.pdf"});
}

void TestServerNames::areNeverUsedForPages()
{
    serve("/guide", "inline; filename=\"other.html\"", "text/html", "<p>x");
    QVERIFY(run({"/guide"}));
    QCOMPARE(m_crawl->files(), QByteArrayList{"guide.html"});
    QCOMPARE(record("/guide").offered, QStringLiteral("other.html"));
}

void TestServerNames::areHarmless_data()
{
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char *disposition, const char *file) {
        QTest::newRow(disposition) << QByteArray(file);
    };
    row("attachment; filename=\".bashrc\"", "get/%2Ebashrc");
    row("attachment; filename=\".gleaner\"", "get/%2Egleaner");
    row("attachment; filename=\"../../x.sh\"", "get/x.sh");
    row("attachment; filename=\"..\\\\..\\\\x.sh\"", "get/x.sh");
    row("attachment; filename=\"foo/../evil\"", "get/evil");
    row("attachment; filename=\"/etc/passwd\"", "get/passwd");
    row("attachment; filename=\"C:\\\\x.exe\"", "get/x.exe");
    row("attachment; filename=\"x:stream\"", "get/x%3Astream");
    row("attachment; filename*=UTF-8''..%2F..%2Fx", "get/x");
    row("attachment; filename=\"..%2f..%2fx\"", "get/%2E.%252f..%252fx");
    row("attachment; filename=\"x.part\"", "get/x%2Epart");
    row("attachment; filename=\"-rf\"", "get/%2Drf");
    row("attachment; filename=\"CON.txt\"", "get/%43ON.txt");
    row("attachment; filename=\"a. \"", "get/a.%20");
    row("attachment; filename*=UTF-8''a%00b%0Ac", "get/a%00b%0Ac");
    row("attachment; filename*=UTF-8''invoice%E2%80%AEgpj.exe", "get/invoice%E2%80%AEgpj.exe");
    row("attachment; filename=\"1~1a2b3c4d\"", "get/1%7E1a2b3c4d");
    // Nothing is left of these.
    row("attachment; filename=\"..\"", "get/1");
    row("attachment; filename=\"foo/..\"", "get/1");
    row("attachment; filename=\"foo/\"", "get/1");
    row("attachment; filename=\"\"", "get/1");
    row("attachment; filename=\". .\"", "get/1");
}

void TestServerNames::areHarmless()
{
    QFETCH(const QByteArray, file);
    serve("/get/1", QTest::currentDataTag());
    QVERIFY(run({"/get/1"}));
    QCOMPARE(m_crawl->files(), QByteArrayList{file});
    QCOMPARE(harmOf(file.mid(4)), QByteArray());
}

void TestServerNames::naughtyOnesAreHarmless()
{
    const QString folder = qEnvironmentVariable("GLEANER_CONFORMANCE");
    if (folder.isEmpty())
        QSKIP("no conformance data");
    QFile file(folder + QStringLiteral("/naughty-strings/blns.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(strings.size() > 400);
    for (const auto &string : strings) {
        const QByteArray name = safeFileName(string.toString());
        QVERIFY2(name.isEmpty() || harmOf(name).isEmpty(), qPrintable(string.toString()));
    }
}

void TestServerNames::ofTwoTheSmallerAddressHasThePlainOne()
{
    for (int order = 0; order < 2; ++order) {
        init();
        // A literal name comes before a given one.
        serve("/report.pdf", "inline", "application/octet-stream", "literal");
        serve("/get1", "attachment; filename=report.pdf", "application/octet-stream", "given");
        serve("/get2", "attachment; filename=Report.pdf", "application/octet-stream", "given, too");
        QByteArrayList targets{"/get2", "/get1", "/report.pdf"};
        if (order == 1)
            std::ranges::reverse(targets);
        QVERIFY(run(targets));
        QCOMPARE(record("/report.pdf").path, QStringLiteral("report.pdf"));
        QVERIFY(record("/get1").path.startsWith(QStringLiteral("report~")));
        QVERIFY(record("/get2").path.startsWith(QStringLiteral("Report~")));
        QCOMPARE(m_crawl->files().size(), 3);
    }
}

void TestServerNames::arePartOfALargeFileToo()
{
    serve("/get/1", "attachment; filename=big.bin", "application/octet-stream",
        QByteArray(2'000'000, 'x'));
    QVERIFY(run({"/get/1"}));
    QCOMPARE(m_crawl->files(), QByteArrayList{"get/big.bin"});
}

void TestServerNames::outliveTheRun()
{
    serve("/get/1", "attachment; filename=report.pdf");
    QVERIFY(run({"/get/1"}));
    QVERIFY(run({"/get/1"}));
    QCOMPARE(m_crawl->of(url("/get/1")), QByteArray("unchanged"));
    QCOMPARE(record("/get/1").offered, QStringLiteral("report.pdf"));
    QCOMPARE(m_crawl->files(), QByteArrayList{"get/report.pdf"});
}

void TestServerNames::aChangeOfMindMovesTheFiles()
{
    serve("/get/1", "attachment; filename=report.pdf");
    QVERIFY(run({"/get/1"}));
    m_crawl->job.names = NameSource::Address;
    QVERIFY(run({"/get/1"}));
    QCOMPARE(m_crawl->files(), QByteArrayList{"get/1"});
    QCOMPARE(record("/get/1").path, QStringLiteral("get/1"));
}

void TestServerNames::areAWishThatTheJobKeeps()
{
    CrawlJob job;
    job.starts.push_back(Address::parse("https://h/").value());
    for (const auto names : {NameSource::Address, NameSource::Server}) {
        for (const auto note : {OriginNote::Written, OriginNote::None}) {
            job.names = names;
            job.originNote = note;
            const CrawlJob again = jobFromJson(toJson(job)).value();
            QVERIFY(again.names == names && again.originNote == note);
        }
    }
}

QTEST_GUILESS_MAIN(TestServerNames)
#include "tst_servernames.moc"
