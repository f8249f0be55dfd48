// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/certificates.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace gleaner::test;

/// What a download does besides downloading: nothing. Seen by the calls it makes to the kernel.
class TestQuiet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsNoProgramAndListensToNobody();
};

void TestQuiet::startsNoProgramAndListensToNobody()
{
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    QVERIFY2(!strace.isEmpty(), "strace is missing");
    CertificateAuthority authority;
    const Certificate certificate = authority.issue();
    QVERIFY2(authority.isValid(), qPrintable(authority.errorString()));
    TestServer secure("127.0.0.1", &certificate);
    secure.serve("/i.png", "image/png", "PNG");
    TestServer server;
    // Names that a shell would run, and kinds of file that a desktop would open.
    server.serve("/start.html", "text/html",
        "<a href='$(touch%20x).html'>a</a><a href=';reboot'>b</a><a href='run.sh'>c</a>"
        "<a href='x.desktop'>d</a><img src="
            + secure.url("/i.png").toEncoded() + ">");
    for (const char *path : {"/$(touch%20x).html", "/;reboot", "/run.sh", "/x.desktop"})
        server.serve(path, "text/html", "<p>x");

    Program program;
    // It cannot look for leaks while it is traced.
    program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    const QString log = program.path(QStringLiteral("calls"));
    program.startUnder({strace, QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-o"),
        log, QStringLiteral("-e"),
        QStringLiteral("trace=execve,execveat,listen,accept,accept4,connect")});
    QVERIFY(program.runJson(
        {QStringLiteral("--ca-certificate"), authority.file(), text(server.url("/start.html"))}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 6);

    QFile calls(log);
    QVERIFY(calls.open(QIODevice::ReadOnly));
    const QByteArray traced = calls.readAll();
    // The trace works: it shows the program itself and its connections.
    QCOMPARE(traced.count("execve("), 1);
    QVERIFY(traced.contains("connect("));
    QVERIFY(!traced.contains("execveat("));
    QVERIFY2(!traced.contains("listen(") && !traced.contains("accept"), traced.constData());
}

QTEST_GUILESS_MAIN(TestQuiet)
#include "tst_quiet.moc"
