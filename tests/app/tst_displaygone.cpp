// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/faults.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>

using namespace gleaner::test;

namespace
{

constexpr int fileSize = 6'000'000;
constexpr int cutAt = 4'000'000;

/// An X server that ends with its owner, or before. It has no other clients, so it begins anew when
/// its last one leaves.
class Display
{
public:
    Display()
    {
        m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
        m_server.start(QStringLiteral("Xvfb"),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                QStringLiteral("0"), QStringLiteral("800x600x24"), QStringLiteral("-nolisten"),
                QStringLiteral("tcp")});
        if (m_server.waitForStarted() && waitFor([this] {
                return (m_number += m_server.readAllStandardOutput()).endsWith('\n');
            }))
            m_number.chop(1);
    }
    ~Display() { end(); }
    Q_DISABLE_COPY_MOVE(Display)

    QString name() const
    {
        return m_number.isEmpty() ? QString() : u':' + QString::fromLatin1(m_number);
    }
    void end()
    {
        m_server.terminate();
        if (!m_server.waitForFinished(5000))
            m_server.kill();
    }

private:
    QProcess m_server;
    QByteArray m_number;
};

} // namespace

/// The X server goes while a window is open on it: row 58 of the fault table.
class TestDisplayGone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasDownloadedIsKept();
};

void TestDisplayGone::whatWasDownloadedIsKept()
{
    if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty())
        QSKIP("Xvfb is not installed");
    Display display;
    QVERIFY(!display.name().isEmpty());
    TestServer server;
    server.serve("/", "text/html", "<a href=big.iso>x</a>");
    server.route("/big.iso", [](const Request &request, Reply &reply) {
        const QByteArray body = patternBytes(fileSize);
        if (request.header("Range").isNull())
            reply.send(responseHead(200, {{"Content-Length", "6000000"}, {"ETag", "\"v\""}}))
                .send(body.first(cutAt))
                .stall();
        else
            reply.answer(206, {}, body.sliced(cutAt),
                {{"Content-Range", "bytes 4000000-5999999/6000000"}, {"ETag", "\"v\""}});
    });
    Program program;
    program.setVariable(QStringLiteral("DISPLAY"), display.name());
    // libxkbcommon-x11 gives strndup names that end with their length, which the strict check of
    // AddressSanitizer takes for a fault.
    program.setVariable(QStringLiteral("ASAN_OPTIONS"),
        QStringLiteral("strict_string_checks=0:detect_stack_use_after_return=1"));
    const QStringList arguments{QStringLiteral("-P"), program.directory(),
        QStringLiteral("--no-robots"), text(server.url("/"))};
    program.start(arguments);
    const QString part = program.directory() + QStringLiteral("/big.iso.part");
    const bool came = waitFor([&] { return QFileInfo(part).size() == cutAt; }, 3 * longWait);
    QVERIFY2(came, (program.errors() + program.everythingMade().join(u' ').toUtf8()).constData());

    display.end();
    QVERIFY(program.waitForEnd());
    QCOMPARE(program.status(), 5);
    QVERIFY2(
        program.errors().contains("gleaner: The display is gone."), program.errors().constData());
    QCOMPARE(QFileInfo(part).size(), cutAt);

    QVERIFY(program.runJson({text(server.url("/"))}));
    QCOMPARE(program.status(), 0);
    QVERIFY(program.file(QStringLiteral("big.iso")) == patternBytes(fileSize));
    QCOMPARE(server.requests().constLast().header("Range"), QByteArray("bytes=4000000-"));
    QVERIFY(!QFileInfo::exists(part));
}

QTEST_GUILESS_MAIN(TestDisplayGone)
#include "tst_displaygone.moc"
