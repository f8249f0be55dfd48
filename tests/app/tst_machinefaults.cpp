// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

bool hasNamespace = false;

/// The loopback device of this process's network.
void setLoopback(bool up)
{
    ifreq request{};
    qstrncpy(request.ifr_name, "lo", sizeof request.ifr_name);
    request.ifr_flags = up ? short(IFF_UP | IFF_RUNNING) : short(0);
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    ioctl(socket, SIOCSIFFLAGS, &request);
    close(socket);
}

} // namespace

/// Faults of this machine while the real program downloads: no network (row 2 of the fault
/// table), no descriptors (46), a clock that jumps (52), and a long sleep (53).
///
/// Row 2 cuts the loopback device in a network namespace that belongs to this process, which takes
/// root; without it the test is skipped. What a laptop's sleep does to its network card cannot be
/// made here; the program is stopped, the server breaks its connections, and it goes on.
class TestMachineFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<Program>(); }
    void cleanup()
    {
        m_program.reset();
        if (hasNamespace)
            setLoopback(true);
    }
    void withoutANetworkItWaitsAndGoesOn();
    void fewDescriptorsMakeFewConnections_data();
    void fewDescriptorsMakeFewConnections();
    void aClockThatJumpsChangesNothing_data();
    void aClockThatJumpsChangesNothing();
    void goesOnAfterALongSleep();

private:
    /// A page with so many images, each of which takes a tenth of a second.
    void serveImages(TestServer &server, int count)
    {
        server.route("/slow/", [](const Request &, Reply &reply) {
            reply.wait(100ms).answer(200, "image/png", "late\n");
        });
        QByteArray page;
        for (int i = 0; i < count; ++i)
            page += "<img src=/slow/" + QByteArray::number(i) + ".png>";
        server.serve("/", "text/html", page);
    }

    std::unique_ptr<Program> m_program;
};

void TestMachineFaults::withoutANetworkItWaitsAndGoesOn()
{
    if (!hasNamespace)
        QSKIP("a network namespace takes root");
    TestServer server;
    serveImages(server, 20);
    // One try, so that anything that counted would show as a failure.
    m_program->startJson(words("--no-robots -w 2 --timeout 1 --tries 1") << text(server.url("/")));
    QVERIFY(waitFor([&] { return server.total() >= 6; }));
    setLoopback(false);
    QVERIFY(waitFor([&] { return m_program->errors().contains("offline"); }));
    // Two looks at the routes later it still waits.
    const auto ended = [&] { return m_program->process().state() == QProcess::NotRunning; };
    QVERIFY(!waitFor(ended, 2500ms));
    setLoopback(true);
    QVERIFY(m_program->waitForEnd());
    QCOMPARE(m_program->status(), 0);
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 21);
    QCOMPARE(m_program->file(QStringLiteral("slow/19.png")), QByteArray("late\n"));
}

void TestMachineFaults::fewDescriptorsMakeFewConnections_data()
{
    QTest::addColumn<int>("descriptors");
    QTest::addColumn<int>("connections");
    QTest::newRow("hardly any") << 36 << 1;
    QTest::newRow("few") << 64 << 10;
    QTest::newRow("enough for some") << 128 << 32;
}

void TestMachineFaults::fewDescriptorsMakeFewConnections()
{
    QFETCH(const int, descriptors);
    QFETCH(const int, connections);
    TestServer server;
    m_program->process().setChildProcessModifier([descriptors] {
        const rlimit limit{rlim_t(descriptors), rlim_t(descriptors)};
        setrlimit(RLIMIT_NOFILE, &limit);
    });
    QVERIFY(m_program->runJson(words("--no-robots -w 64 --per-host 64 --tries 1")
        << text(server.url("/made/300-6-500/"))));
    QCOMPARE(m_program->status(), 0);
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 300);
    QVERIFY(server.mostOpen() <= connections);
    QVERIFY(server.connections() <= connections);
}

void TestMachineFaults::aClockThatJumpsChangesNothing_data()
{
    QTest::addColumn<QByteArray>("jump");
    QTest::newRow("a year ahead") << QByteArray("+365d");
    QTest::newRow("a year back") << QByteArray("-365d");
}

void TestMachineFaults::aClockThatJumpsChangesNothing()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer's program takes no other library before its own");
#endif
    QFETCH(const QByteArray, jump);
    const QString library = QStringLiteral("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    if (!QFile::exists(library))
        QSKIP("libfaketime is not installed");
    const QString clock = m_program->path(QStringLiteral("clock"));
    const auto setClock = [&](const QByteArray &offset) {
        QFile file(clock);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(offset + '\n');
    };
    setClock("+0");
    m_program->setVariable(QStringLiteral("LD_PRELOAD"), library);
    m_program->setVariable(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), clock);
    m_program->setVariable(QStringLiteral("FAKETIME_NO_CACHE"), QStringLiteral("1"));
    // As the kernel: only the clock on the wall can be set.
    m_program->setVariable(QStringLiteral("DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
    TestServer server;
    serveImages(server, 20);
    server.serve(
        "/busy", "text/html", "<img src='/fault/flaky/1/503?retry-after-date=2'><a href=/>x</a>");
    m_program->startJson(
        words("--no-robots -w 2 --timeout 5 --tries 2") << text(server.url("/busy")));
    QVERIFY(waitFor([&] { return server.total() >= 6; }));
    setClock(jump);
    QVERIFY(m_program->waitForEnd());
    QCOMPARE(m_program->status(), 0);
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 23);
    // Nothing was asked for twice but what was busy.
    QCOMPARE(server.total(), 24);
    const double seconds = events.finished()[QLatin1String("seconds")].toDouble();
    QVERIFY(seconds >= 1 && seconds < 60);
}

void TestMachineFaults::goesOnAfterALongSleep()
{
    // Not the port that the system chose: that one cannot be had again at once.
    const quint16 port = TestServer().port();
    auto server = std::make_unique<TestServer>("127.0.0.1", nullptr, port);
    serveImages(*server, 60);
    const QString start = text(server->url("/"));
    m_program->startJson(words("--no-robots -w 4 --timeout 2 --tries 3") << start);
    QVERIFY(waitFor([&] { return server->total() >= 6; }));
    // A process that has ended has no number, and 0 would be all of us.
    QVERIFY(m_program->process().processId() > 0);
    m_program->send(SIGSTOP);
    // Every connection breaks while it sleeps, and the deadlines of its requests pass.
    server.reset();
    QTest::qWait(2500);
    server = std::make_unique<TestServer>("127.0.0.1", nullptr, port);
    serveImages(*server, 60);
    m_program->send(SIGCONT);
    QVERIFY(m_program->waitForEnd());
    QCOMPARE(m_program->status(), 0);
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.of("saved").size(), 61);
}

int main(int argc, char **argv)
{
    // Before there is a thread: all of this process and its children live in the new network.
    hasNamespace = unshare(CLONE_NEWNET) == 0;
    if (hasNamespace)
        setLoopback(true);
    QCoreApplication application(argc, argv);
    TestMachineFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_machinefaults.moc"
