// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/madesite.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <sys/resource.h>

using namespace gleaner::test;

namespace
{

const MadeSite site{150, 20, 20'000};

/// The files that have their final names but not all of their bytes.
QStringList notWhole(const Program &program)
{
    QStringList broken;
    for (qint64 page = 0; page < site.pages; ++page) {
        const QString name = QString::fromLatin1(site.target(page)).sliced(1);
        const QByteArray bytes = program.file(name);
        if (!bytes.isEmpty() && bytes != site.body(page))
            broken.append(name);
    }
    return broken;
}

qint64 saved(const Program &program)
{
    return program.everythingMade()
        .filter(QStringLiteral(".html"))
        .filter(QStringLiteral("out/"))
        .size();
}

} // namespace

/// No memory, or no thread, at any moment: row 58 of the fault table. The program ends, it does not
/// wait for what cannot come; what it has saved is whole; and with memory it goes on.
class TestShortage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsItWhereverItComes();
};

void TestShortage::endsItWhereverItComes()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer needs more addresses than there is memory");
#endif
    TestServer server;
    const QString start = text(server.url(site.target(0)));
    const QStringList options = words("--no-robots -d inf");
    int shortages = 0;
    // Less than the libraries take by themselves, up to more than enough.
    for (int mebibytes = 64; mebibytes <= 304; mebibytes += 8) {
        Program program;
        program.process().setChildProcessModifier([mebibytes] {
            const rlimit none{0, 0};
            setrlimit(RLIMIT_CORE, &none);
            const rlimit limit{rlim_t(mebibytes) << 20, rlim_t(mebibytes) << 20};
            setrlimit(RLIMIT_AS, &limit);
        });
        const QByteArray where = "with " + QByteArray::number(mebibytes) + " MiB";
        QVERIFY2(program.runJson(options + QStringList{start}), where.constData());
        QVERIFY2(notWhole(program).isEmpty(), where.constData());
        if (program.status() == 0) {
            QCOMPARE(saved(program), site.pages);
            continue;
        }
        // Anything else is the loader's, or a library's that does not look what it was given.
        if (program.status() != 5)
            continue;
        ++shortages;
        QVERIFY2(program.errors().endsWith("gleaner: This computer has no memory left for it. What "
                                           "was downloaded is kept.\n"),
            program.errors().constData());

        program.process().setChildProcessModifier({});
        QVERIFY(program.runJson(options + QStringList{start}));
        const QByteArray end = where + ", then " + QByteArray::number(program.status()) + ": ";
        QVERIFY2(program.status() == 0, (end + program.errors()).constData());
        QCOMPARE(Events(program.output()).whatIsWrong(0), QString());
        QCOMPARE(saved(program), site.pages);
        QVERIFY(notWhole(program).isEmpty());
    }
    QVERIFY(shortages > 0);
}

QTEST_GUILESS_MAIN(TestShortage)
#include "tst_shortage.moc"
