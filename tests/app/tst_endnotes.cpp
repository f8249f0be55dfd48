// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <atomic>

using namespace gleaner::test;

/// What the last lines say besides the counts: without them an exit status of 3 explains nothing.
class TestEndNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStartThatWasSkippedSaysWhy_data();
    void aStartThatWasSkippedSaysWhy();
    void filesThatNobodyCouldCheckAreCounted();
    void whatRobotsMayNotHaveIsCounted_data();
    void whatRobotsMayNotHaveIsCounted();
    void whatWasSetAsideIsNamed();
};

void TestEndNotes::aStartThatWasSkippedSaysWhy_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("another scheme")
        << QByteArray("/fault/redirect-to?to=ftp%3A%2F%2Fx.test%2Fa") << 3
        << QByteArray("ftp://x.test/a: Skipped: not a web address\n");
    QTest::newRow("nothing there") << QByteArray("/fault/no-content-204") << 0
                                   << QByteArray("204: Skipped: the server has nothing there\n");
    QTest::newRow("too large") << QByteArray("/fault/large-body?bytes=1000000") << 0
                               << QByteArray(": Skipped: larger than the limit\n");
}

void TestEndNotes::aStartThatWasSkippedSaysWhy()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    QFETCH(const QByteArray, line);
    TestServer server;
    Program program;
    QVERIFY(program.runJson(words("--no-robots --max-size 10K") << text(server.url(target))));
    QCOMPARE(program.status(), status);
    QCOMPARE(Events(program.output()).whatIsWrong(status), QString());
    QVERIFY2(program.errors().count(line) == 1, program.errors().constData());
}

void TestEndNotes::filesThatNobodyCouldCheckAreCounted()
{
    TestServer server;
    server.serve("/", "text/html",
        "<a href=/fault/chunked-bad-size>x</a><a href=/fault/close-delimited>x</a>"
        "<a href=whole.txt>x</a>");
    server.serve("/whole.txt", "text/plain", "whole");
    Program program;
    QVERIFY(program.runJson(words("--no-robots") << text(server.url("/"))));
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).of("saved").size(), 4);
    QVERIFY2(program.errors().startsWith("2 of the saved files could be incomplete: the server did "
                                         "not say how long.\nFinished in "),
        program.errors().constData());
}

void TestEndNotes::whatRobotsMayNotHaveIsCounted_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("a prohibition") << 200;
    QTest::newRow("no robots.txt to be had") << 500;
}

void TestEndNotes::whatRobotsMayNotHaveIsCounted()
{
    QFETCH(const int, status);
    TestServer server;
    server.serve("/", "text/html", "<a href=a.txt>x</a><a href=b.txt>x</a>");
    server.route("/robots.txt", [status](const Request &, Reply &reply) {
        reply.answer(status, "text/plain", "User-agent: *\nDisallow: /\n");
    });
    Program program;
    QVERIFY(program.runJson(words("--tries 1") << text(server.url("/"))));
    QCOMPARE(program.status(), 0);
    QVERIFY2(program.errors().contains("2 addresses were left out because robots.txt asks for it, "
                                       "or could not be read; --no-robots asks for them, too.\n"),
        program.errors().constData());
}

void TestEndNotes::whatWasSetAsideIsNamed()
{
    TestServer server;
    std::atomic<int> pages = 0;
    server.route("/", [&pages](const Request &, Reply &reply) {
        reply.answer(
            200, "text/html", "Page " + QByteArray::number(++pages) + " <a href=again/>x</a>");
    });
    Program program;
    QVERIFY(program.runJson(words("--no-robots -d 20") << text(server.url("/"))));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("skipped").size(), 1);
    QCOMPARE(events.of("skipped").first().value(QStringLiteral("reason")).toString(),
        QStringLiteral("trap"));
    const QByteArray shape = server.url("/*/again/again/again/*").toEncoded();
    const QByteArray note = "Set aside: 1 whose path repeats itself (" + shape
        + ").\nThe same command with --no-traps asks for these as well.\n";
    QVERIFY2(program.errors().contains(note), program.errors().constData());

    // It goes on where it was held; the other end is the depth.
    QVERIFY(program.runJson(words("--no-robots -d 20 --no-traps") << text(server.url("/"))));
    QCOMPARE(program.status(), 0);
    QCOMPARE(pages.load(), 21);
    QVERIFY2(!program.errors().contains("Set aside"), program.errors().constData());
}

QTEST_GUILESS_MAIN(TestEndNotes)
#include "tst_endnotes.moc"
