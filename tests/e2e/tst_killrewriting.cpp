// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/e2e/outcome.h"
#include "tests/support/await.h"
#include "tests/support/strace.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr int pages = 30;

} // namespace

/// Wherever the program is killed while it rewrites links, every file is whole, of the one kind or
/// the other, and the same command finishes what was begun; what was served is never lost.
class TestKillRewriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void atEverySystemCall_data();
    void atEverySystemCall();

private:
    QStringList arguments(const char *links) const
    {
        return {QStringLiteral("--no-robots"), QStringLiteral("--links"), QLatin1String(links),
            text(m_server.url("/"))};
    }
    static QStringList killing(const QByteArray &call, int n)
    {
        const QString name = QString::fromLatin1(call);
        return {QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
            QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-e"),
            QStringLiteral("trace=") + name, QStringLiteral("-e"),
            QStringLiteral("inject=%1:signal=KILL:when=%2").arg(name).arg(n)};
    }
    /// The first file that is neither.
    static QByteArray broken(const Outcome &now, const Outcome &one, const Outcome &other)
    {
        for (auto file = now.files.cbegin(); file != now.files.cend(); ++file) {
            if (!file.key().endsWith(".part") && file.value() != one.files.value(file.key())
                && file.value() != other.files.value(file.key()))
                return file.key();
        }
        return {};
    }

    TestServer m_server;
    Outcome m_served;
    Outcome m_rewritten;
};

void TestKillRewriting::initTestCase()
{
    QByteArray all = "<link rel=stylesheet href='/s.css'>";
    for (int i = 0; i < pages; ++i)
        all += "<a href='/p/" + QByteArray::number(i) + "'>x</a>";
    m_server.serve("/", "text/html", all);
    m_server.serve("/s.css", "text/css", "a{b:url(/p/1)}");
    for (int i = 0; i < pages; ++i)
        m_server.serve("/p/" + QByteArray::number(i), "text/html",
            all + "<a href='http://elsewhere.invalid/'>" + QByteArray::number(i) + "</a>");
    Program program;
    QVERIFY(program.runJson(arguments("keep")));
    m_served = Outcome::of(program);
    QCOMPARE(m_served.files.size(), pages + 2);
    QVERIFY(program.runJson(arguments("relative")));
    QCOMPARE(program.status(), 0);
    m_rewritten = Outcome::of(program);
    QCOMPARE(m_rewritten.files.size(), pages + 2);
    for (auto file = m_served.files.cbegin(); file != m_served.files.cend(); ++file)
        QVERIFY2(m_rewritten.files.value(file.key()) != file.value(), file.key().constData());
}

void TestKillRewriting::atEverySystemCall_data()
{
    QTest::addColumn<QByteArray>("call");
    for (const char *call : {"renameat", "openat", "pwrite64", "fdatasync", "syncfs", "unlinkat",
             "fsetxattr", "fchmod"})
        QTest::newRow(call) << QByteArray(call);
}

void TestKillRewriting::atEverySystemCall()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    QFETCH(const QByteArray, call);
    const bool isLong = wanted("GLEANER_KILLS", 0) > 0;
    // Until a run passes its end. In the short form with growing steps.
    for (int n = 1, step = 1; n < 5000; n += step, step *= isLong ? 1 : 3) {
        const QByteArray where = call + ' ' + QByteArray::number(n) + ": ";
        Program program;
        program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        QVERIFY(program.runJson(arguments("keep")));
        program.startUnder(killing(call, n));
        program.startJson(arguments("relative"));
        QVERIFY(program.waitForEnd());
        const bool wasKilled = program.status() != 0;
        program.startUnder({});
        const QByteArray bad = broken(Outcome::of(program), m_served, m_rewritten);
        QVERIFY2(bad.isEmpty(), (where + bad).constData());
        QVERIFY(program.runJson(arguments("relative")));
        QVERIFY2(program.status() == 0, (where + program.errors()).constData());
        QByteArray difference = m_rewritten.difference(Outcome::of(program));
        QVERIFY2(difference.isEmpty(), (where + difference).constData());
        QVERIFY(program.runJson(arguments("keep")));
        difference = m_served.difference(Outcome::of(program));
        QVERIFY2(difference.isEmpty(), (where + "back: " + difference).constData());
        if (!wasKilled)
            return;
    }
    QFAIL("no run came to its end");
}

QTEST_GUILESS_MAIN(TestKillRewriting)
#include "tst_killrewriting.moc"
