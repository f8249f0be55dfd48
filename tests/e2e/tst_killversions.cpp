// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/e2e/outcome.h"
#include "tests/support/strace.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr int files = 12;
const bool isLong = wanted("GLEANER_KILLS", 0) > 0;

} // namespace

/// Wherever the program is killed while an update keeps old versions, each is there under one of
/// its names, and the same command ends with what an undisturbed update leaves.
class TestKillVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void atEverySystemCall_data();
    void atEverySystemCall();

private:
    void serve(const QByteArray &what);
    QStringList arguments() const
    {
        return {QStringLiteral("--no-robots"), QStringLiteral("--keep-old-versions"),
            text(m_server.url("/"))};
    }
    /// With every update's folder called the same.
    static Outcome outcomeOf(const Program &program);
    /// The first file of the old ones that is under neither of its names.
    QByteArray lost(const Outcome &now) const;
    /// Which old ones have both names: the kill came just before they were replaced.
    QByteArrayList twice(const Outcome &now) const;

    TestServer m_server;
    Outcome m_old;
    Outcome m_new;
};

void TestKillVersions::serve(const QByteArray &what)
{
    QByteArray all;
    for (int i = 0; i < files; ++i) {
        const QByteArray name = "/d" + QByteArray::number(i % 3) + "/" + QByteArray::number(i);
        all += "<a href='" + name + "'>x</a>";
        m_server.serve(name, "text/plain", what + QByteArray::number(i));
    }
    all += "<a href='/large'>x</a><a href='/same'>x</a>";
    m_server.serve("/large", "application/octet-stream", QByteArray(700'000, what.front()));
    m_server.serve("/same", "text/plain", "always");
    m_server.serve("/", "text/html", all + what);
}

Outcome TestKillVersions::outcomeOf(const Program &program)
{
    Outcome outcome = Outcome::of(program);
    const auto named = std::exchange(outcome.files, {});
    for (auto file = named.cbegin(); file != named.cend(); ++file) {
        QByteArrayList names = file.key().split('/');
        if (names.front() == "++versions")
            names[1] = "update" + names[1].mid(20);
        outcome.files.insert(names.join('/'), file.value());
    }
    return outcome;
}

QByteArray TestKillVersions::lost(const Outcome &now) const
{
    for (auto file = m_old.files.cbegin(); file != m_old.files.cend(); ++file) {
        if (now.files.value(file.key()) != file.value()
            && now.files.value("++versions/update/" + file.key()) != file.value())
            return file.key();
    }
    return {};
}

QByteArrayList TestKillVersions::twice(const Outcome &now) const
{
    QByteArrayList targets;
    for (auto file = m_old.files.cbegin(); file != m_old.files.cend(); ++file) {
        if (now.files.value(file.key()) == file.value()
            && now.files.value("++versions/update/" + file.key()) == file.value())
            targets.append('/' + (file.key() == "index.html" ? QByteArray() : file.key()));
    }
    return targets;
}

void TestKillVersions::initTestCase()
{
    Program program;
    serve("old");
    QVERIFY(program.runJson(arguments()));
    m_old = outcomeOf(program);
    QCOMPARE(m_old.files.size(), files + 3);
    serve("new");
    QVERIFY(program.runJson(arguments()));
    QCOMPARE(program.status(), 0);
    m_new = outcomeOf(program);
    QCOMPARE(m_new.files.size(), 2 * (files + 2) + 1);
    QCOMPARE(lost(m_new), QByteArray());
}

void TestKillVersions::atEverySystemCall_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<bool>("copies");
    const auto row = [](const char *call, bool copies) {
        const QByteArray name = call + QByteArray(copies ? " without hard links" : "");
        QTest::newRow(name.constData()) << QByteArray(call) << copies;
    };
    for (const char *call : {"linkat", "renameat", "mkdirat", "pwrite64", "fdatasync"})
        row(call, false);
    for (const char *call : {"renameat2", "renameat", "fsetxattr"})
        row(call, true);
    if (!isLong)
        return;
    for (const char *call : {"openat", "write", "syncfs"}) {
        row(call, false);
        row(call, true);
    }
}

void TestKillVersions::atEverySystemCall()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    QFETCH(const QByteArray, call);
    QFETCH(const bool, copies);
    QStringList strace = words("strace -f -qq -o /dev/null");
    strace << QStringLiteral("-e") << QStringLiteral("trace=linkat,") + QString::fromLatin1(call);
    if (copies)
        strace << words("-e inject=linkat:error=EPERM");
    const QStringList undisturbed = copies ? strace : QStringList();
    // Until a run passes its end. In the short form with growing steps.
    for (int n = 1, step = 1; n < 5000; n += step, step *= isLong ? 1 : 3) {
        const QByteArray where = call + ' ' + QByteArray::number(n) + ": ";
        Program program;
        program.setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        serve("old");
        QVERIFY(program.runJson(arguments()));
        serve("new");
        m_server.clearLog();
        program.startUnder(strace
            + QStringList{QStringLiteral("-e"),
                QStringLiteral("inject=%1:signal=KILL:when=%2")
                    .arg(QString::fromLatin1(call))
                    .arg(n)});
        program.startJson(arguments());
        QVERIFY(program.waitForEnd());
        const bool wasKilled = program.status() != 0;
        const QByteArray gone = lost(outcomeOf(program));
        QVERIFY2(gone.isEmpty(), (where + "lost: " + gone).constData());
        const QByteArrayList landed = twice(outcomeOf(program));
        program.startUnder(undisturbed);
        QVERIFY(program.runJson(arguments()));
        QVERIFY2(program.status() == 0, (where + program.errors()).constData());
        const QByteArray difference = m_new.difference(outcomeOf(program));
        QVERIFY2(difference.isEmpty(), (where + difference).constData());
        // Their new bodies were here as a whole.
        for (const QByteArray &target : landed)
            QVERIFY2(m_server.count(target) == 1, (where + "again: " + target).constData());
        if (!wasKilled)
            return;
    }
    QFAIL("no run came to its end");
}

QTEST_GUILESS_MAIN(TestKillVersions)
#include "tst_killversions.moc"
