// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace gleaner::test;

namespace
{

/// A file in the program's home, with TABs for '|'.
QString written(const Program &program, QByteArray content)
{
    const QString name = program.path(QStringLiteral("cookies.txt"));
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(content.replace('|', '\t'));
    return name;
}

QByteArray cookieOf(const TestServer &server, const QByteArray &target)
{
    for (const Request &request : server.requests()) {
        if (request.target == target)
            return request.header("Cookie");
    }
    return "not asked for";
}

} // namespace

/// --cookies: a person's own cookies, read from a file.
class TestCookiesOption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachGoesWhereItBelongs();
    void aServerMayReplaceOne();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void takesAPipe();
};

void TestCookiesOption::eachGoesWhereItBelongs()
{
    TestServer other("127.0.0.2");
    other.serve("/i.png", "image/png", "PNG");
    TestServer server;
    server.serve("/docs/", "text/html",
        "<a href=/a.html>a</a><img src=" + other.url("/i.png").toEncoded() + '>');
    server.serve("/a.html", "text/html", "<p>a");
    Program program;
    const QString file = written(program,
        "# Netscape HTTP Cookie File\n\n"
        "127.0.0.1|FALSE|/|FALSE|0|one|secret1\n"
        "#HttpOnly_127.0.0.1|FALSE|/docs|FALSE|4000000000|two|secret2\n"
        "127.0.0.1|FALSE|/|TRUE|0|safe|secret3\n"
        "127.0.0.1|FALSE|/|FALSE|1000000000|over|secret4\n"
        ".0.0.1|TRUE|/|FALSE|0|end|secret5\n"
        "127.0.0.2|FALSE|/|FALSE|0|three|secret6\n");
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--cookies"), file,
        QStringLiteral("--header"), QStringLiteral("Cookie: own=secret7"),
        text(server.url("/docs/"))}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 3);
    QCOMPARE(cookieOf(server, "/docs/"), QByteArray("own=secret7; two=secret2; one=secret1"));
    QCOMPARE(cookieOf(server, "/a.html"), QByteArray("own=secret7; one=secret1"));
    QCOMPARE(cookieOf(other, "/i.png"), QByteArray("three=secret6"));
    // Nor a word of them anywhere else.
    QVERIFY(!program.output().contains("secret") && !program.errors().contains("secret"));
    for (const QString &made : program.everythingMade()) {
        QFile content(program.path(made));
        if (made != QLatin1String("cookies.txt") && content.open(QIODevice::ReadOnly))
            QVERIFY2(!content.readAll().contains("secret"), qPrintable(made));
        QVERIFY(!made.contains(u"secret"));
    }
}

void TestCookiesOption::aServerMayReplaceOne()
{
    TestServer server;
    server.serve("/", "text/html", "<a href=a.html>a</a>", {{"Set-Cookie", "one=new; Path=/"}});
    server.serve("/a.html", "text/html", "<p>a");
    Program program;
    const QString file = written(program, "127.0.0.1|FALSE|/|FALSE|0|one|old\n");
    QVERIFY(program.runJson(
        {QStringLiteral("--no-robots"), QStringLiteral("--cookies"), file, text(server.url())}));
    QCOMPARE(cookieOf(server, "/"), QByteArray("one=old"));
    QCOMPARE(cookieOf(server, "/a.html"), QByteArray("one=new"));
    // The person's file is his: it is only read.
    QFile unchanged(file);
    QVERIFY(unchanged.open(QIODevice::ReadOnly));
    QCOMPARE(unchanged.readAll(), QByteArray("127.0.0.1\tFALSE\t/\tFALSE\t0\tone\told\n"));
}

void TestCookiesOption::refusesInOneSentence_data()
{
    QTest::addColumn<QString>("file"); // "%1" is one with this content
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("sentence"); // "%1" is the file
    const QString none = QStringLiteral(
        "\"%1\" is not a cookies.txt file, such as curl and browsers' add-ons write.");
    const QString here = QStringLiteral("%1");
    QTest::newRow("not there") << QStringLiteral("/nowhere/cookies.txt") << QByteArray()
                               << QStringLiteral("The cookies in \"%1\" cannot be read: No such "
                                                 "file or directory.");
    QTest::newRow("a folder") << QStringLiteral("/usr") << QByteArray()
                              << QStringLiteral("The cookies in \"%1\" cannot be read: ");
    QTest::newRow("empty") << here << QByteArray() << none;
    QTest::newRow("no end") << QStringLiteral("/dev/zero") << QByteArray() << none;
    QTest::newRow("another file") << here << QByteArray("[secret]\nkey=secret\n") << none;
    QTest::newRow("a broken line")
        << here << QByteArray("h|FALSE|/|FALSE|0|a|1\nh|FALSE|secret\n")
        << QStringLiteral("Line 2 of the cookies in \"%1\" holds no cookie.");
    QTest::newRow("no name") << QString() << QByteArray()
                             << QStringLiteral("--cookies takes the name of a file.");
}

void TestCookiesOption::refusesInOneSentence()
{
    QFETCH(QString, file);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, sentence);
    TestServer server;
    Program program;
    if (file == QLatin1String("%1"))
        file = written(program, content);
    QVERIFY(program.runJson({QStringLiteral("--cookies=") + file, text(server.url())}));
    QCOMPARE(program.status(), 2);
    const QString said = QString::fromUtf8(program.errors());
    QVERIFY2(said.contains(QString(sentence).replace(QLatin1String("%1"), file)), qPrintable(said));
    QVERIFY(said.endsWith(QLatin1String(".\n")) && said.count(u'\n') == 1);
    QVERIFY(!said.contains(u"secret"));
    QCOMPARE(program.output(), QByteArray());
    QCOMPARE(server.total(), 0);
}

void TestCookiesOption::takesAPipe()
{
    TestServer server;
    server.serve("/", "text/html", "<p>x");
    Program program;
    const QByteArray pipe = QFile::encodeName(program.path(QStringLiteral("pipe")));
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    // In parts, as it comes from another program; opening waits for the reader.
    std::jthread writer([pipe] {
        QFile end(QFile::decodeName(pipe));
        if (!end.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        for (const char *part :
            {"127.0.0.1\tFALSE\t/\tFALSE\t0\tone\t1\n127.0.0.1\t", "FALSE\t/\tFALSE\t0\ttwo\t2\n"})
            end.write(part);
    });
    const bool ended = program.runJson({QStringLiteral("--no-robots"), QStringLiteral("--cookies"),
        QFile::decodeName(pipe), text(server.url())});
    // Lets the writer go if nobody has read.
    ::close(::open(pipe.constData(), O_RDONLY | O_NONBLOCK));
    QVERIFY(ended);
    QCOMPARE(program.status(), 0);
    QCOMPARE(cookieOf(server, "/"), QByteArray("one=1; two=2"));
}

QTEST_GUILESS_MAIN(TestCookiesOption)
#include "tst_cookiesoption.moc"
