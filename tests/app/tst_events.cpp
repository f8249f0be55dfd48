// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"

#include <QTest>

using namespace gleaner::test;

namespace
{

const QByteArray started =
    R"({"event":"started","urls":["http://h/"],"directory":"/d","workers":8,"session":null})"
    "\n";
const QByteArray skipped =
    R"({"event":"skipped","url":"http://h/","reason":"type","referrer":null})"
    "\n";

QByteArray finished(int skips, int known = 1, const char *outcome = "complete")
{
    return R"({"event":"finished","outcome":")" + QByteArray(outcome)
        + R"(","saved":0,"unchanged":0,"redirected":0,"skipped":)" + QByteArray::number(skips)
        + R"(,"failed":0,"waiting":0,"known":)" + QByteArray::number(known)
        + R"(,"bytes":0,"seconds":0.1})"
          "\n";
}

} // namespace

/// The check that every run of the program goes through has to see what it is for.
class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatIsWrong_data();
    void seesWhatIsWrong();
};

void TestEvents::seesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("wrong");
    QTest::newRow("nothing") << started + skipped + finished(1) << QByteArray();
    QTest::newRow("no line") << QByteArray() << QByteArray("there are 0 lines");
    QTest::newRow("cut") << (started + skipped + finished(1)).chopped(1)
                         << QByteArray("the last line has no end");
    QTest::newRow("twice") << started + skipped + skipped + finished(2) << QByteArray("twice");
    QTest::newRow("sum") << started + skipped + finished(2) << QByteArray("skipped is 2");
    QTest::newRow("known") << started + skipped + finished(1, 2) << QByteArray("the sums");
    QTest::newRow("outcome") << started + skipped + finished(1, 1, "stopped")
                             << QByteArray("exit status 0 with outcome stopped");
    QTest::newRow("after the end")
        << started + finished(1) + skipped << QByteArray("in the wrong place");
    QTest::newRow("no start") << skipped + finished(1) << QByteArray("in the wrong place");
    QTest::newRow("not JSON") << started + "Finished\n" + finished(0) << QByteArray("no event");
    QTest::newRow("a member is missing")
        << started + QByteArray(skipped).replace(",\"referrer\":null", "") + finished(1)
        << QByteArray("wrong members");
}

void TestEvents::seesWhatIsWrong()
{
    QFETCH(const QByteArray, output);
    QFETCH(const QByteArray, wrong);
    const QByteArray said = Events(output).whatIsWrong(0).toUtf8();
    QVERIFY2(wrong.isEmpty() ? said.isEmpty() : said.startsWith(wrong), said.constData());
}

QTEST_APPLESS_MAIN(TestEvents)
#include "tst_events.moc"
