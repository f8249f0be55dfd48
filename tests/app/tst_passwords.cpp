// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/demands.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <termios.h>
#include <unistd.h>

using namespace gleaner::test;

namespace
{

constexpr auto secret = "s3cr3t-w0rd";

/// A terminal for a program, and the keyboard and screen of it for the test.
class Terminal
{
public:
    Terminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK))
    {
        ::grantpt(m_master);
        ::unlockpt(m_master);
        m_name = ::ptsname(m_master);
        m_slave = ::open(m_name.constData(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~Terminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    void give(Program &program) const
    {
        program.process().setChildProcessModifier([name = m_name] {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::setsid();
            ::ioctl(::open(name.constData(), O_RDWR), TIOCSCTTY, 0);
        });
    }
    void type(const QByteArray &text) const
    {
        QCOMPARE(::write(m_master, text.constData(), text.size()), text.size());
    }
    const QByteArray &screen()
    {
        char shown[4096];
        for (ssize_t size; (size = ::read(m_master, shown, sizeof shown)) > 0;)
            m_screen.append(shown, size);
        return m_screen;
    }
    bool echoes() const
    {
        termios now{};
        return ::tcgetattr(m_slave, &now) == 0 && (now.c_lflag & ECHO) && (now.c_lflag & ICANON)
            && (now.c_lflag & ISIG);
    }

private:
    int m_master;
    int m_slave;
    QByteArray m_name;
    QByteArray m_screen;
};

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
    void takesNoForAnAnswer();
    void withoutATerminalSaysSo();
    void aWrongPasswordIsOneFailure();
    void goesNowhereElse();

private:
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
    QVERIFY(waitFor([&] { return terminal.screen().contains("Password of \"me\": "); }));
    QVERIFY(!terminal.echoes());
    QCOMPARE(m_server->total(), 0);
    terminal.type(QByteArray(secret) + "x\x7f\r");
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.status(), 0);
    QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
    QVERIFY2(!terminal.screen().contains("s3"), terminal.screen().constData());
    QVERIFY(terminal.echoes());
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
