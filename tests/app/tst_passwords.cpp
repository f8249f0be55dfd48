// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/app/terminal.h"
#include "tests/support/await.h"
#include "tests/support/demands.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

using namespace gleaner::test;

namespace
{

constexpr auto secret = "s3cr3t-w0rd";

void takeTerminal(Program &program)
{
    program.process().setChildProcessModifier([] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::setsid();
    });
}

/// Everything that the program left behind, names and contents.
QByteArray leftBehind(const Program &program)
{
    QByteArray all;
    for (const QString &name : program.everythingMade()) {
        QFile file(program.path(name));
        all += name.toUtf8() + '\n';
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

/// Names and passwords of the command line: where they come from, where they go and where not.
class TestPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensWhatAsksForIt_data();
    void opensWhatAsksForIt();
    void asksOnTheTerminal();
    void asksOncePerOrigin();
    void takesNoForAnAnswer();
    void withoutATerminalSaysSo();
    void aWrongPasswordIsOneFailure();
    void goesNowhereElse();

private:
    static QByteArray origin(const TestServer &server)
    {
        return server.url().toEncoded(QUrl::RemovePath);
    }
    QString withName(const QString &name, const QByteArray &target = "/start.html") const
    {
        QUrl url = m_server->url(target);
        url.setUserInfo(name);
        return url.toString(QUrl::FullyEncoded);
    }

    std::unique_ptr<TestServer> m_server;
};

void TestPasswords::init()
{
    m_server = std::make_unique<TestServer>();
    m_server->route("/", demandsBasic("me", secret, "<a href=b.html>b</a>"));
}

void TestPasswords::opensWhatAsksForIt_data()
{
    QTest::addColumn<QString>("userInfo");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("variable");
    const QString word = QString::fromLatin1(secret);
    const QStringList user{QStringLiteral("--user"), QStringLiteral("me")};
    QTest::newRow("option and variable") << QString() << user << word;
    QTest::newRow("in the address") << QStringLiteral("me:") + word << QStringList() << QString();
    QTest::newRow("name in the address") << QStringLiteral("me") << QStringList() << word;
    QTest::newRow("the address comes first")
        << QStringLiteral("me:") + word
        << QStringList{QStringLiteral("--user"), QStringLiteral("other")} << QString();
}

void TestPasswords::opensWhatAsksForIt()
{
    QFETCH(const QString, userInfo);
    QFETCH(const QStringList, options);
    QFETCH(const QString, variable);
    Program program;
    takeTerminal(program);
    if (!variable.isEmpty())
        program.setVariable(QStringLiteral("GLEANER_PASSWORD"), variable);
    QVERIFY(
        program.runJson(options + QStringList{QStringLiteral("--no-robots"), withName(userInfo)}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.urls("saved"),
        QStringList({text(m_server->url("/b.html")), text(m_server->url("/start.html"))}));
    // The first demand, and no second one.
    QCOMPARE(m_server->total(), 3);
    const QByteArray encoded = QByteArray(QByteArray("me:") + secret).toBase64();
    for (const QByteArray &told : {program.output(), program.errors(), leftBehind(program)}) {
        QVERIFY2(!told.contains(secret), told.constData());
        QVERIFY2(!told.contains("me@") && !told.contains("me:"), told.constData());
        QVERIFY(!told.contains(encoded));
    }
}

void TestPasswords::asksOnTheTerminal()
{
    Program program;
    Terminal terminal;
    terminal.give(program);
    program.startJson({QStringLiteral("--no-robots"), QStringLiteral("--user"),
        QStringLiteral("me"), text(m_server->url("/start.html"))});
    const QByteArray question = "Password of \"me\" for " + origin(*m_server) + ": ";
    QVERIFY(waitFor([&] { return terminal.screen().contains(question); }));
    QVERIFY(!terminal.echoes());
    QCOMPARE(m_server->total(), 0);
    terminal.type(QByteArray(secret) + "x\x7f\r");
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    QVERIFY2(!terminal.screen().contains("s3"), terminal.screen().constData());
    QVERIFY(terminal.echoes());
}

void TestPasswords::asksOncePerOrigin()
{
    // The same name at two servers is two people as likely as one.
    const QByteArray otherSecret = "0th3r-w0rd";
    TestServer other;
    other.route("/", demandsBasic("me", otherSecret, "x"));
    Program program;
    Terminal terminal;
    terminal.give(program);
    QUrl there = other.url("/there.html");
    there.setUserInfo(QStringLiteral("me"));
    program.startJson({QStringLiteral("--no-robots"), withName(QStringLiteral("me")),
        there.toString(QUrl::FullyEncoded), withName(QStringLiteral("me"), "/more.html")});
    const QByteArray first = "Password of \"me\" for " + origin(*m_server) + ": ";
    const QByteArray second = "Password of \"me\" for " + origin(other) + ": ";
    QVERIFY(waitFor([&] { return terminal.screen().contains(first); }));
    QVERIFY(!terminal.screen().contains(second));
    terminal.type(QByteArray(secret) + '\r');
    QVERIFY(waitFor([&] { return terminal.screen().contains(second); }));
    terminal.type(otherSecret + '\r');
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    QCOMPARE(terminal.screen().count("Password of"), 2);
    const auto wasTold = [](const TestServer &server, const QByteArray &password) {
        const QByteArray encoded = ("me:" + password).toBase64();
        const QList<Request> requests = server.requests();
        return std::any_of(requests.begin(), requests.end(), [&](const Request &request) {
            return request.header("Authorization").contains(encoded);
        });
    };
    QVERIFY(wasTold(*m_server, secret) && wasTold(other, otherSecret));
    QVERIFY(!wasTold(*m_server, otherSecret) && !wasTold(other, secret));
}

void TestPasswords::takesNoForAnAnswer()
{
    for (const char *key : {"\x03", "\x04", "\x1b"}) {
        Program program;
        Terminal terminal;
        terminal.give(program);
        program.startJson(
            {QStringLiteral("--user"), QStringLiteral("me"), text(m_server->url("/start.html"))});
        QVERIFY(waitFor([&] { return terminal.screen().contains("Password"); }));
        terminal.type(QByteArray("half") + key);
        QVERIFY(program.waitForEnd());
        QCOMPARE(program.status(), 2);
        QVERIFY(terminal.echoes());
        QCOMPARE(m_server->total(), 0);
    }
}

void TestPasswords::withoutATerminalSaysSo()
{
    Program program;
    takeTerminal(program);
    QVERIFY(program.runJson(
        {QStringLiteral("--user"), QStringLiteral("me"), text(m_server->url("/start.html"))}));
    QCOMPARE(program.status(), 2);
    QCOMPARE(program.errors(),
        QByteArray("gleaner: There is no password for \"me\": set GLEANER_PASSWORD, or start in a "
                   "terminal and type it when asked.\n"));
    QCOMPARE(program.output(), QByteArray());
    QCOMPARE(m_server->total(), 0);
}

void TestPasswords::aWrongPasswordIsOneFailure()
{
    Program program;
    QVERIFY(program.runJson(
        {QStringLiteral("--no-robots"), withName(QStringLiteral("me:wr0ng-w0rd"))}));
    QCOMPARE(program.status(), 3);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(3), QString());
    const QJsonObject failed = events.about(text(m_server->url("/start.html")));
    QCOMPARE(failed[QLatin1String("reason")].toString(), QStringLiteral("auth"));
    QCOMPARE(failed[QLatin1String("status")].toInt(), 401);
    QCOMPARE(failed[QLatin1String("tries")].toInt(), 1);
    QCOMPARE(m_server->total(), 2);
    QVERIFY(!program.output().contains("wr0ng") && !program.errors().contains("wr0ng"));
}

void TestPasswords::goesNowhereElse()
{
    // Another port and another host ask as well: by a link, an image and a redirect.
    TestServer other;
    other.route("/", demandsBasic("me", secret, "x"));
    const QByteArray port = other.url("/link").toEncoded();
    const QByteArray host = m_server->url("/image.png", "localhost").toEncoded();
    m_server->route("/start.html",
        demandsBasic(
            "me", secret, "<a href=" + port + ">x</a><img src=" + host + "><a href=/hop>x</a>"));
    m_server->route("/hop", [&](const Request &, Reply &reply) {
        reply.answer(302, {}, {}, {{"Location", other.url("/target").toEncoded()}});
    });
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--scope"), QStringLiteral("any"),
        withName(QStringLiteral("me:") + QString::fromLatin1(secret))}));
    QCOMPARE(program.status(), 1);
    QCOMPARE(Events(program.output()).whatIsWrong(1), QString());
    QVERIFY(other.count("/link") > 0 && other.count("/target") > 0);
    for (const Request &request : other.requests())
        QVERIFY2(request.header("Authorization").isNull(), request.head.constData());
    int told = 0;
    for (const Request &request : m_server->requests()) {
        const bool isLocalhost = request.header("Host").startsWith("localhost");
        const bool hasAuthorization = !request.header("Authorization").isNull();
        QVERIFY2(!isLocalhost || !hasAuthorization, request.head.constData());
        told += hasAuthorization ? 1 : 0;
    }
    QVERIFY(told > 0);
    QVERIFY(!program.output().contains(secret) && !program.errors().contains(secret));
}

QTEST_GUILESS_MAIN(TestPasswords)
#include "tst_passwords.moc"
