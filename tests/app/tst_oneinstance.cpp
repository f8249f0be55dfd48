// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>

using namespace gleaner::test;

/// Windows find each other by a socket in XDG_RUNTIME_DIR. What the desktop asks over its bus:
/// tests/gui/secondinstance.py.
class TestOneInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSecondStartHandsItsCommandLineOver();
    void passwordsComeAlong();
    void aMistakeIsSaidByWhoeverMakesIt();
    void withAnotherDataFolderItIsAnotherOne();
    void oneThatDoesNotAnswerHoldsNobodyUp();
    void whatNobodyWaitsForIsNotTakenAnyMore();
    void aRuntimeFolderOfOthersIsNone();
    void aKilledOneIsInNobodysWay();
    void withoutARuntimeFolderEachIsOnItsOwn();
    void headlessRunsAskNobody();

private:
    void prepare(Program &program) const;
    void startFirst();
    /// With the home of the first, in a folder of its own.
    void prepareSecond();
    bool hasFirstOne() const;
    bool arrives(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_runtime;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Program> m_first;
    std::unique_ptr<Program> m_second;
};

void TestOneInstance::init()
{
    m_first = std::make_unique<Program>();
    m_second = std::make_unique<Program>();
    m_runtime = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<TestServer>();
    m_server->serve("/robots.txt", "text/plain", "");
    m_server->serve("/a.txt", "text/plain", "hello");
}

void TestOneInstance::prepare(Program &program) const
{
    program.setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    program.setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    program.setVariable(QStringLiteral("XDG_RUNTIME_DIR"), m_runtime->path());
}

void TestOneInstance::startFirst()
{
    prepare(*m_first);
    m_first->start({});
    QVERIFY(waitFor([this] { return hasFirstOne(); }, 3 * longWait));
}

void TestOneInstance::prepareSecond()
{
    prepare(*m_second);
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        m_second->setVariable(
            QLatin1String(name), m_first->path(QStringLiteral("home/") + QLatin1String(name)));
}

bool TestOneInstance::hasFirstOne() const
{
    const QFileInfoList found =
        QDir(m_runtime->path()).entryInfoList({QStringLiteral("gleaner-*")}, QDir::System);
    return !found.isEmpty();
}

bool TestOneInstance::arrives(const QString &file) const
{
    return waitFor([&file] { return QFileInfo::exists(file); }, 3 * longWait);
}

void TestOneInstance::aSecondStartHandsItsCommandLineOver()
{
    startFirst();
    prepareSecond();
    QVERIFY(m_second->run({QStringLiteral("-P"), QStringLiteral("sub"), QStringLiteral("-w"),
        QStringLiteral("2"), text(m_server->url("/a.txt"))}));
    QCOMPARE(m_second->status(), 0);
    QCOMPARE(m_second->errors(),
        QByteArray("gleaner: The Gleaner that is already running takes this over.\n"));
    // Relative to the folder of the second start.
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/a.txt"))));
    QVERIFY(!m_first->endsWithin(std::chrono::milliseconds(1)));

    QVERIFY(m_second->run({}));
    QCOMPARE(m_second->status(), 0);
}

void TestOneInstance::passwordsComeAlong()
{
    m_server->route("/b.txt", [](const Request &request, Reply &reply) {
        const QByteArray right = "Basic " + QByteArray("anna:secret").toBase64();
        if (request.header("Authorization") == right)
            reply.answer(200, "text/plain", "hello");
        else
            reply.answer(401, "text/plain", "", {{"WWW-Authenticate", "Basic realm=\"r\""}});
    });
    startFirst();
    prepareSecond();
    m_second->setVariable(QStringLiteral("GLEANER_PASSWORD"), QStringLiteral("secret"));
    QVERIFY(m_second->run({QStringLiteral("-P"), QStringLiteral("sub"), QStringLiteral("--user"),
        QStringLiteral("anna"), text(m_server->url("/b.txt"))}));
    QCOMPARE(m_second->status(), 0);
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/b.txt"))));
}

void TestOneInstance::aMistakeIsSaidByWhoeverMakesIt()
{
    startFirst();
    prepareSecond();
    QVERIFY(m_second->run({QStringLiteral("-w"), QStringLiteral("99")}));
    QCOMPARE(m_second->status(), 2);
    QVERIFY2(m_second->errors().contains("from 1 to 64"), m_second->errors().constData());
}

void TestOneInstance::withAnotherDataFolderItIsAnotherOne()
{
    startFirst();
    prepare(*m_second);
    m_second->start({QStringLiteral("-P"), QStringLiteral("sub"), text(m_server->url("/a.txt"))});
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/a.txt"))));
    QVERIFY(!m_second->endsWithin(std::chrono::milliseconds(1)));
}

void TestOneInstance::oneThatDoesNotAnswerHoldsNobodyUp()
{
    startFirst();
    m_first->send(SIGSTOP);
    prepareSecond();
    m_second->start({QStringLiteral("-P"), QStringLiteral("sub"), text(m_server->url("/a.txt"))});
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/a.txt"))));
    QVERIFY(!m_second->endsWithin(std::chrono::milliseconds(1)));
    m_first->send(SIGCONT);
}

void TestOneInstance::whatNobodyWaitsForIsNotTakenAnyMore()
{
    m_server->serve("/b.txt", "text/plain", "hello");
    startFirst();
    m_first->send(SIGSTOP);
    prepareSecond();
    m_second->start({QStringLiteral("-P"), QStringLiteral("sub"), text(m_server->url("/a.txt"))});
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/a.txt"))));
    m_second->send(SIGKILL);
    QVERIFY(m_second->waitForEnd());
    m_first->send(SIGCONT);
    // It hears of both, in their order.
    m_second = std::make_unique<Program>();
    prepareSecond();
    QVERIFY(m_second->run(
        {QStringLiteral("-P"), QStringLiteral("sub"), text(m_server->url("/b.txt"))}));
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/b.txt"))));
    QCOMPARE(m_server->count("/a.txt"), 1);
}

void TestOneInstance::aRuntimeFolderOfOthersIsNone()
{
    QVERIFY(QFile::setPermissions(m_runtime->path(), QFile::Permissions(0x7777)));
    prepare(*m_first);
    m_first->start({QStringLiteral("-P"), QStringLiteral("sub"), text(m_server->url("/a.txt"))});
    QVERIFY(arrives(m_first->path(QStringLiteral("sub/a.txt"))));
    QVERIFY(!hasFirstOne());
}

void TestOneInstance::aKilledOneIsInNobodysWay()
{
    startFirst();
    m_first->send(SIGKILL);
    QVERIFY(m_first->waitForEnd());
    prepareSecond();
    m_second->start({QStringLiteral("-P"), QStringLiteral("sub"), text(m_server->url("/a.txt"))});
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/a.txt"))));
    QVERIFY(!m_second->endsWithin(std::chrono::milliseconds(1)));
}

void TestOneInstance::withoutARuntimeFolderEachIsOnItsOwn()
{
    startFirst();
    prepareSecond();
    m_second->setVariable(QStringLiteral("XDG_RUNTIME_DIR"), QStringLiteral("/nonexistent"));
    m_second->start({QStringLiteral("-P"), QStringLiteral("sub"), text(m_server->url("/a.txt"))});
    QVERIFY(arrives(m_second->path(QStringLiteral("sub/a.txt"))));
    QVERIFY(!m_second->endsWithin(std::chrono::milliseconds(1)));
}

void TestOneInstance::headlessRunsAskNobody()
{
    startFirst();
    prepareSecond();
    QVERIFY(m_second->runJson({text(m_server->url("/a.txt"))}));
    QCOMPARE(m_second->status(), 0);
    QVERIFY(m_second->output().contains("\"finished\""));
}

QTEST_GUILESS_MAIN(TestOneInstance)
#include "tst_oneinstance.moc"
