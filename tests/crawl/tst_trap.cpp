// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/trap.h"

#include <QTest>

using namespace gleaner;

class TestTrap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsAPathThatRepeatsItself_data();
    void knowsAPathThatRepeatsItself();
};

void TestTrap::knowsAPathThatRepeatsItself_data()
{
    QTest::addColumn<bool>("repeats");
    const auto trap = [](const char *path) { QTest::newRow(path) << true; };
    const auto fine = [](const char *path) { QTest::newRow(path) << false; };
    trap("/a/a/a/a");
    trap("/a/a/a/a/");
    trap("/docs/a/a/a/a/b.html");
    trap("/x/y/x/y/x/y/x/y");
    trap("/x/y/z/x/y/z/x/y/z/x/y/z");
    trap("/1/2/3/4/1/2/3/4/1/2/3/4/1/2/3/4");
    trap("/a/////b");
    fine("/");
    fine("");
    fine("/a/a/a");
    fine("/a/a/a/");
    fine("/a/b/a/b/a/b");
    fine("/a/a/b/a/a/c/a/a");
    fine("/0/0/0.png");
    fine("/2020/01/01/2020/01/01/2020/01/01");
    fine("/aa/a/aaa/aaaa");
}

void TestTrap::knowsAPathThatRepeatsItself()
{
    QTEST(repeatsItself(QTest::currentDataTag()), "repeats");
}

QTEST_GUILESS_MAIN(TestTrap)
#include "tst_trap.moc"
