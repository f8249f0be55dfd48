// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/faults.h"
#include "tests/support/strace.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace gleaner::test;

namespace
{

constexpr int largeSize = 3'000'000;

} // namespace

/// What the disk may say besides that it is full: row 44 of the fault table (EROFS is in
/// tst_crawldiskfaults). Nothing failed for it, nothing is saved that is not whole, the cause is
/// told once, and the next run goes on.
class TestDiskErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_whyNoStrace = whyNoStrace(); }
    void init();
    void anErrorEndsItAndTheNextRunGoesOn_data();
    void anErrorEndsItAndTheNextRunGoesOn();
    void aFileLargerThanAllowedEndsIt();

private:
    /// The system calls that touch the file or the part of it, and no others, fail.
    QStringList failing(const QByteArray &call, const QByteArray &error, const QString &file) const;
    /// What holds after a fault, and after the run without it.
    void checkFaultAndGoOn(const QString &sentence);

    QByteArray m_whyNoStrace;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestDiskErrors::init()
{
    m_server = std::make_unique<TestServer>();
    m_server->serve("/", "text/html", "<a href=large.iso>x</a><a href=small.txt>x</a>");
    m_server->serve("/small.txt", "text/plain", "small");
    m_server->serve("/large.iso", "application/octet-stream", patternBytes(largeSize));
    m_program = std::make_unique<Program>();
}

QStringList TestDiskErrors::failing(
    const QByteArray &call, const QByteArray &error, const QString &file) const
{
    const QString part = file + QStringLiteral(".part");
    const QString inject = QStringLiteral("inject=%1:error=%2")
                               .arg(QString::fromLatin1(call), QString::fromLatin1(error));
    // openat and renameat2 are told the name alone, the others have the file open.
    return {QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
        QStringLiteral("-o"), m_program->path(QStringLiteral("trace")), QStringLiteral("-P"), part,
        QStringLiteral("-P"), m_program->directory() + u'/' + part, QStringLiteral("-e"),
        QStringLiteral("trace=") + QString::fromLatin1(call), QStringLiteral("-e"), inject};
}

void TestDiskErrors::anErrorEndsItAndTheNextRunGoesOn_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("sentence");
    for (const char *call : {"openat", "write", "close", "renameat2"}) {
        for (const char *file : {"small.txt", "large.iso"}) {
            QTest::addRow("EDQUOT, %s, %s", call, file)
                << QByteArray(call) << QByteArray("EDQUOT") << QString::fromLatin1(file)
                << QStringLiteral("No space is left for \"%1\"");
            QTest::addRow("EIO, %s, %s", call, file)
                << QByteArray(call) << QByteArray("EIO") << QString::fromLatin1(file)
                << QStringLiteral("\"%1\" could not be written (Input/output error)");
        }
    }
}

void TestDiskErrors::anErrorEndsItAndTheNextRunGoesOn()
{
    if (!m_whyNoStrace.isEmpty())
        QSKIP(m_whyNoStrace.constData());
    QFETCH(const QByteArray, call);
    QFETCH(const QByteArray, error);
    QFETCH(const QString, file);
    QFETCH(const QString, sentence);
    // It cannot look for leaks while it is traced.
    m_program->setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    m_program->startUnder(failing(call, error, file));
    QVERIFY(m_program->runJson({text(m_server->url("/"))}));
    QFile trace(m_program->path(QStringLiteral("trace")));
    QVERIFY(trace.open(QIODevice::ReadOnly));
    QVERIFY2(trace.readAll().contains("(INJECTED)"), "nothing failed");
    QVERIFY(m_program->file(file).isEmpty());
    checkFaultAndGoOn(sentence.arg(m_program->directory() + u'/' + file));
}

void TestDiskErrors::aFileLargerThanAllowedEndsIt()
{
    m_program->process().setChildProcessModifier([] {
        // As a shell has it, for which the signal ends what writes on.
        ::signal(SIGXFSZ, SIG_DFL);
        const rlimit limit{1'000'000, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
    });
    QVERIFY(m_program->runJson({text(m_server->url("/"))}));
    QVERIFY(m_program->file(QStringLiteral("large.iso")).isEmpty());
    checkFaultAndGoOn(QStringLiteral("\"%1\" could not be written (File too large)")
                          .arg(m_program->directory() + QStringLiteral("/large.iso")));
    QByteArray range;
    for (const Request &request : m_server->requests()) {
        if (request.target == "/large.iso")
            range = request.header("Range");
    }
    QCOMPARE(range, QByteArray("bytes=1000000-"));
}

void TestDiskErrors::checkFaultAndGoOn(const QString &sentence)
{
    QCOMPARE(m_program->status(), 5);
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(5), QString());
    QCOMPARE(events.of("failed").size(), 0);
    const QString told = QString::fromUtf8(m_program->errors());
    QCOMPARE(told.count(sentence), 1);

    m_program->startUnder({});
    m_program->process().setChildProcessModifier({});
    QVERIFY(m_program->runJson({text(m_server->url("/"))}));
    QCOMPARE(m_program->status(), 0);
    QCOMPARE(Events(m_program->output()).whatIsWrong(0), QString());
    QVERIFY(m_program->file(QStringLiteral("large.iso")) == patternBytes(largeSize));
    QCOMPARE(m_program->file(QStringLiteral("small.txt")), QByteArray("small"));
    const QDir folder(m_program->directory());
    QCOMPARE(
        folder.entryList({QStringLiteral("*.part")}, QDir::Files | QDir::Hidden), QStringList());
}

QTEST_GUILESS_MAIN(TestDiskErrors)
#include "tst_diskerrors.moc"
