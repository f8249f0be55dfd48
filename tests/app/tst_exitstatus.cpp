// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/certificates.h"
#include "tests/support/listeners.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace gleaner::test;

namespace
{

QByteArray linksTo(std::initializer_list<const char *> targets)
{
    QByteArray page;
    for (const char *target : targets)
        page += QByteArray("<a href=\"") + target + "\">x</a>\n";
    return page;
}

} // namespace

#define VERIFY_EVENTS(program, expectedStatus)                                                     \
    QCOMPARE((program).status(), expectedStatus);                                                  \
    const Events events((program).output());                                                       \
    QCOMPARE(events.whatIsWrong(expectedStatus), QString())

/// The exit status tells the outcome, and the events agree with it.
class TestExitStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isZeroWhenAllIsSaved();
    void isOneWhenSomeFailed();
    void isZeroWhenTheRestWasSkipped();
    void isOneWhenTheStartWasReadAndNotKept();
    void isThreeWhenNoStartCouldBeHad_data();
    void isThreeWhenNoStartCouldBeHad();
    void isThreeForACertificateOfAnUnknownAuthority();
    void isOneWhenOneOfTwoStartsWasHad();
    void isFourAtALimit_data();
    void isFourAtALimit();
    void isZeroWhenTheLimitIsJustMet();
    void isFiveWhenTheFolderCannotBeMade_data();
    void isFiveWhenTheFolderCannotBeMade();
    void tellsAnAddressOnceThatIsFoundAgainNearer();
};

void TestExitStatus::isZeroWhenAllIsSaved()
{
    TestServer server;
    server.serve(
        "/start.html", "text/html", linksTo({"a.html", "b.png", "#x", "mailto:me@example.org"}));
    server.serve("/a.html", "text/html", "<p>a");
    server.serve("/b.png", "image/png", "PNG");
    Program program;
    QVERIFY(program.runJson({text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 0);
    QCOMPARE(events.of("saved").size(), 3);
    QCOMPARE(program.file(QStringLiteral("a.html")), QByteArray("<p>a"));
    QCOMPARE(program.file(QStringLiteral("b.png")), QByteArray("PNG"));
    QCOMPARE(events.all().first()[QLatin1String("directory")].toString(), program.directory());
    const QJsonObject start = events.about(text(server.url("/start.html")));
    QCOMPARE(start[QLatin1String("path")].toString(), QStringLiteral("start.html"));
    QVERIFY(start[QLatin1String("referrer")].isNull());
    QCOMPARE(events.about(text(server.url("/a.html")))[QLatin1String("referrer")].toString(),
        text(server.url("/start.html")));
}

void TestExitStatus::isOneWhenSomeFailed()
{
    TestServer server;
    server.serve("/start.html", "text/html", linksTo({"a.html", "gone.html"}));
    server.serve("/a.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.runJson({text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 1);
    QCOMPARE(events.of("failed").size(), 1);
    const QJsonObject failed = events.of("failed").first();
    QCOMPARE(failed[QLatin1String("url")].toString(), text(server.url("/gone.html")));
    QCOMPARE(failed[QLatin1String("reason")].toString(), QStringLiteral("http"));
    QCOMPARE(failed[QLatin1String("status")].toInt(), 404);
    QCOMPARE(failed[QLatin1String("tries")].toInt(), 1);
    QVERIFY(program.errors().contains("/gone.html: "));
}

void TestExitStatus::isZeroWhenTheRestWasSkipped()
{
    TestServer server;
    server.serve("/start.html", "text/html", linksTo({"http://localhost:1/", "ftp://127.0.0.1/x"}));
    Program program;
    QVERIFY(program.runJson({text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 0);
    QCOMPARE(events.of("skipped").size(), 2);
}

void TestExitStatus::isOneWhenTheStartWasReadAndNotKept()
{
    TestServer server;
    server.serve("/start.html", "text/html", linksTo({"gone.pdf"}));
    Program program;
    QVERIFY(program.runJson(
        {QStringLiteral("--types"), QStringLiteral("pdf"), text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 1);
    QCOMPARE(events.of("saved").size(), 0);
}

void TestExitStatus::isThreeWhenNoStartCouldBeHad_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("not there") << QByteArray("/gone.html");
    QTest::newRow("redirects to nothing") << QByteArray("/fault/redirect-to?to=/gone.html");
    QTest::newRow("redirects in a circle") << QByteArray("/fault/redirect-loop");
    QTest::newRow("redirects to what is not http")
        << QByteArray("/fault/redirect-to?to=ftp://127.0.0.1/x");
}

void TestExitStatus::isThreeWhenNoStartCouldBeHad()
{
    QFETCH(const QByteArray, target);
    TestServer server;
    Program program;
    QVERIFY(program.runJson({text(server.url(target))}));
    VERIFY_EVENTS(program, 3);
    QCOMPARE(events.of("saved").size(), 0);
}

void TestExitStatus::isThreeForACertificateOfAnUnknownAuthority()
{
    CertificateAuthority authority;
    const Certificate certificate = authority.issue();
    QVERIFY2(authority.isValid(), qPrintable(authority.errorString()));
    TestServer server("127.0.0.1", &certificate);
    server.serve("/start.html", "text/html", "<p>secret");
    Program program;
    QVERIFY(program.runJson({text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 3);
    const QJsonObject failed = events.about(text(server.url("/start.html")));
    QCOMPARE(failed[QLatin1String("reason")].toString(), QStringLiteral("tls"));
    QCOMPARE(failed[QLatin1String("tries")].toInt(), 1);
    QVERIFY(failed[QLatin1String("status")].isNull());
    QCOMPARE(server.total(), 0);
}

void TestExitStatus::isOneWhenOneOfTwoStartsWasHad()
{
    TestServer server;
    server.serve("/a.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.runJson({text(server.url("/gone.html")), text(server.url("/a.html")),
        text(server.url("/a.html#again"))}));
    VERIFY_EVENTS(program, 1);
    QCOMPARE(events.of("saved").size(), 1);
    QCOMPARE(server.count("/a.html"), 1);
}

void TestExitStatus::isFourAtALimit_data()
{
    QTest::addColumn<QStringList>("limit");
    QTest::newRow("files") << QStringList{QStringLiteral("--max-files"), QStringLiteral("7")};
    QTest::newRow("bytes") << QStringList{QStringLiteral("--max-total"), QStringLiteral("30K")};
}

void TestExitStatus::isFourAtALimit()
{
    QFETCH(const QStringList, limit);
    TestServer server;
    Program program;
    // Forty pages of 4 KiB.
    QVERIFY(program.runJson(limit + QStringList{text(server.url("/made/40-10-4096/"))}));
    VERIFY_EVENTS(program, 4);
    QCOMPARE(events.of("saved").size(), 7);
    QVERIFY(events.finished()[QLatin1String("waiting")].toInt() > 0);
    QVERIFY(program.errors().contains("Stopped at a limit"));
}

void TestExitStatus::isZeroWhenTheLimitIsJustMet()
{
    TestServer server;
    server.serve("/start.html", "text/html", linksTo({"a.html"}));
    server.serve("/a.html", "text/html", "<p>a");
    Program program;
    QVERIFY(program.runJson(
        {QStringLiteral("--max-files"), QStringLiteral("2"), text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 0);
    QCOMPARE(events.of("saved").size(), 2);
}

void TestExitStatus::isFiveWhenTheFolderCannotBeMade_data()
{
    QTest::addColumn<QString>("directory");
    QTest::newRow("a file in the way") << QStringLiteral("file");
    QTest::newRow("a file on the way") << QStringLiteral("file/below");
    QTest::newRow("a link to nowhere") << QStringLiteral("link");
    QTest::newRow("where nothing can be made") << QStringLiteral("/proc/gleaner");
}

void TestExitStatus::isFiveWhenTheFolderCannotBeMade()
{
    QFETCH(const QString, directory);
    TestServer server;
    server.serve("/start.html", "text/html", "<p>a");
    Program program;
    QFile file(program.path(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QVERIFY(QFile::link(QStringLiteral("/nonexistent/x"), program.path(QStringLiteral("link"))));
    const QStringList before = program.everythingMade();
    QVERIFY(
        program.run({QStringLiteral("--headless"), QStringLiteral("--json"), QStringLiteral("-P"),
            QDir(program.path({})).absoluteFilePath(directory), text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 5);
    QCOMPARE(server.total(), 0);
    const QByteArray name = directory.section(u'/', 0, -1).toUtf8();
    QVERIFY2(program.errors().contains(name), program.errors().constData());
    QCOMPARE(program.everythingMade(), before);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

void TestExitStatus::tellsAnAddressOnceThatIsFoundAgainNearer()
{
    TestServer server;
    server.serve("/start.html", "text/html", linksTo({"slow.html", "1.html"}));
    server.serve("/1.html", "text/html", linksTo({"2.html"}));
    server.serve("/2.html", "text/html", linksTo({"x.html"}));
    server.serve("/x.html", "text/html", "<p>x");
    // Nearer to the start by a click than 2.html, and seen only when x.html has long been told.
    server.route("/slow.html", [](const Request &, Reply &reply) {
        reply.wait(milliseconds(700)).answer(200, "text/html", "<a href=x.html>");
    });
    Program program;
    QVERIFY(program.runJson({text(server.url("/start.html"))}));
    VERIFY_EVENTS(program, 0);
    QCOMPARE(events.of("saved").size(), 5);
}

QTEST_GUILESS_MAIN(TestExitStatus)
#include "tst_exitstatus.moc"
