// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/listeners.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <csignal>

using namespace gleaner::test;
using namespace std::chrono_literals;

/// Faults of servers, as a person meets them: the real program downloads a page that links to
/// something that does not work and to something that does. What is told, what is on disk, and
/// how often was it asked for?
///
/// These are rows of the fault table of the design's notes: refused (1), no such name (3), two
/// address families (4), stalls (13), busy hosts (14, 15), errors that heal and do not (16), and
/// heads without an end (36). Slow bodies (12) take a minute with the real figures; tst_deadlines
/// has them with smaller ones, tst_nameservers what name servers may say (3).
class TestFaultRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<Program>(); }
    void cleanup() { m_program.reset(); }
    void aFaultIsToldAndLeavesNothingBehind_data();
    void aFaultIsToldAndLeavesNothingBehind();
    void eitherFamilyOfAddressesWorks_data();
    void eitherFamilyOfAddressesWorks();
    void aBusyHostIsLeftAloneAndUsesUpNoTries_data();
    void aBusyHostIsLeftAloneAndUsesUpNoTries();
    void aLongWaitIsKeptToAndSaid_data();
    void aLongWaitIsKeptToAndSaid();

private:
    /// A page with one link to the fault and one to a file that works, from another host.
    void download(const QByteArray &fault, const char *options)
    {
        m_good.serve("/good.png", "image/png", "PNG");
        m_good.serve("/", "text/html", "<a href='" + fault + "'>x</a><img src=/good.png>");
        QVERIFY(m_program->runJson(words(options) << text(m_good.url("/"))));
    }

    TestServer m_bad{"127.0.0.2"};
    TestServer m_good;
    std::unique_ptr<Program> m_program;
};

void TestFaultRows::aFaultIsToldAndLeavesNothingBehind_data()
{
    QTest::addColumn<QByteArray>("where"); // a route of the bad server, or a word for another one
    QTest::addColumn<int>("tries");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("status");
    const auto row = [](const char *where, int tries, const char *reason, int status) {
        QTest::addRow("%s, %d", where, tries)
            << QByteArray(where) << tries << QString::fromLatin1(reason) << status;
    };
    row("refused", 2, "refused", 0); // row 1
    row("no such name", 1, "dns", 0); // row 3
    row("silent", 1, "timeout", 0); // row 13
    row("silent in TLS", 1, "timeout", 0);
    row("stall-before-headers", 2, "timeout", 0);
    row("stall-headers", 1, "timeout", 0);
    row("stall-body", 1, "timeout", 200);
    for (const char *status : {"status/500", "status/502", "status/504"}) // row 16
        row(status, 2, "http", QByteArray(status).right(3).toInt());
    row("status/408", 2, "http", 408);
    row("endless-headers", 1, "timeout", 0); // row 36
    row("huge-headers?bytes=1000000000", 1, "timeout", 0);
    row("slow-headers?ms=50", 1, "timeout", 0);
}

void TestFaultRows::aFaultIsToldAndLeavesNothingBehind()
{
    QFETCH(const QByteArray, where);
    QFETCH(const int, tries);
    const RefusingPort closed;
    const SilentListener silent;
    QUrl fault = m_bad.url("/fault/" + where);
    if (where == "refused")
        fault.setPort(closed.port());
    if (where.startsWith("silent"))
        fault.setPort(silent.port());
    if (where == "silent in TLS")
        fault.setScheme(QStringLiteral("https"));
    if (where == "no such name")
        fault.setHost(QStringLiteral("no-such-host.invalid"));
    if (where == "refused" || where.startsWith("silent"))
        fault.setHost(QStringLiteral("127.0.0.1"));
    m_bad.clearLog();
    const QByteArray options =
        "--no-robots --scope any --timeout 1 --tries " + QByteArray::number(tries);
    download(fault.toEncoded(), options.constData());

    QCOMPARE(m_program->status(), 1);
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(1), QString());
    QCOMPARE(events.of("saved").size(), 2);
    const QJsonObject failed = events.of("failed").value(0);
    QTEST(failed[QLatin1String("reason")].toString(), "reason");
    QTEST(failed[QLatin1String("status")].toInt(), "status");
    QCOMPARE(failed[QLatin1String("tries")].toInt(), tries);
    if (fault.host() == u"127.0.0.2" && fault.port() == m_bad.port())
        QCOMPARE(m_bad.total(), tries);
    QCOMPARE(m_program->file(QStringLiteral("good.png")), QByteArray("PNG"));
    const QStringList made = m_program->everythingMade().filter(QStringLiteral("127.0.0.2"));
    QVERIFY2(made.isEmpty(), qPrintable(made.join(u' ')));
}

void TestFaultRows::eitherFamilyOfAddressesWorks_data()
{
    QTest::addColumn<QByteArray>("listens");
    QTest::addColumn<QString>("host");
    QTest::newRow("a name with both, v6 closed") << QByteArray("127.0.0.1") << "localhost";
    QTest::newRow("v6 alone") << QByteArray("::1") << "[::1]";
}

void TestFaultRows::eitherFamilyOfAddressesWorks()
{
    QFETCH(const QByteArray, listens);
    QFETCH(const QString, host);
    TestServer server(listens);
    server.serve("/a", "text/plain", "hello");
    const QString url = QStringLiteral("http://%1:%2/a").arg(host, QString::number(server.port()));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(m_program->runJson({QStringLiteral("--tries"), QStringLiteral("1"), url}));
    QCOMPARE(m_program->status(), 0);
    QCOMPARE(m_program->file(QStringLiteral("a")), QByteArray("hello"));
    QCOMPARE(server.count("/a"), 1);
}

void TestFaultRows::aBusyHostIsLeftAloneAndUsesUpNoTries_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("milliseconds"); // between two of them, at least
    QTest::newRow("429, seconds") << QByteArray("/fault/flaky/3/429?retry-after=1") << 4 << 1000;
    QTest::newRow("503, seconds") << QByteArray("/fault/flaky/2/503?retry-after=1") << 3 << 1000;
    // A date has whole seconds: of two, at least one is left.
    QTest::newRow("a date") << QByteArray("/fault/flaky/2/503?retry-after-date=2") << 3 << 900;
    QTest::newRow("the past") << QByteArray("/fault/flaky/4/429?retry-after-date=-9") << 5 << 0;
}

void TestFaultRows::aBusyHostIsLeftAloneAndUsesUpNoTries()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, requests);
    QFETCH(const int, milliseconds);
    m_bad.clearLog();
    const qint64 before = m_bad.total();
    QElapsedTimer clock;
    clock.start();
    download(m_bad.url(target).toEncoded(), "--no-robots --scope any --tries 2");
    QCOMPARE(m_program->status(), 0);
    QCOMPARE(Events(m_program->output()).whatIsWrong(0), QString());
    QCOMPARE(m_bad.total() - before, requests);
    const QList<Request> asked = m_bad.requests();
    for (qsizetype i = 1; i < asked.size(); ++i)
        QVERIFY(asked[i].arrived - asked[i - 1].arrived >= std::chrono::milliseconds(milliseconds));
    if (milliseconds == 0)
        QVERIFY2(clock.elapsed() < 10'000, "the past is now");
}

void TestFaultRows::aLongWaitIsKeptToAndSaid_data()
{
    QTest::addColumn<QByteArray>("asks");
    QTest::addColumn<QByteArrayList>("said"); // a second may have passed
    QTest::newRow("ten years") << QByteArray("retry-after=315360000")
                               << QByteArrayList{"1:00:00", "59:59"};
    QTest::newRow("in ten years") << QByteArray("retry-after-date=315360000")
                                  << QByteArrayList{"1:00:00", "59:59"};
    QTest::newRow("junk") << QByteArray("retry-after=soon") << QByteArrayList{"0:30", "0:29"};
    QTest::newRow("nothing") << QByteArray() << QByteArrayList{"0:30", "0:29"};
}

void TestFaultRows::aLongWaitIsKeptToAndSaid()
{
    QFETCH(const QByteArray, asks);
    QFETCH(const QByteArrayList, said);
    const QByteArray target = "/fault/status/429?" + asks;
    m_good.serve("/good.png", "image/png", "PNG");
    m_good.serve(
        "/", "text/html", "<a href=" + m_bad.url(target).toEncoded() + ">x</a><img src=good.png>");
    m_bad.clearLog();
    m_program->startJson(words("--no-robots --scope any") << text(m_good.url("/")));
    const QByteArray host = "127.0.0.2:" + QByteArray::number(m_bad.port());
    const QByteArray sentence = host + " is busy. It is asked again in ";
    QVERIFY(waitFor([&] { return m_program->errors().contains(sentence); }));
    QVERIFY(waitFor([&] { return m_program->output().contains("good.png"); }));
    // So long that a wait of its own, without the host's word, would be over.
    QTest::qWait(2000);
    QCOMPARE(m_bad.count(target), 1);
    QCOMPARE(m_program->errors().count(sentence), 1);
    const QByteArray told = m_program->errors();
    const QByteArray time =
        told.sliced(told.indexOf(sentence) + sentence.size()).split('.').first();
    QVERIFY2(said.contains(time), time.constData());

    m_program->send(SIGTERM);
    QVERIFY(m_program->waitForEnd());
    QCOMPARE(m_program->status(), 4);
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(4), QString());
    QCOMPARE(events.of("saved").size(), 2);
    QCOMPARE(events.finished()[QLatin1String("waiting")].toInt(), 1);
}

QTEST_GUILESS_MAIN(TestFaultRows)
#include "tst_faultrows.moc"
