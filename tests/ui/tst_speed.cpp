// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speedgraph.h"
#include "ui/speedhistory.h"

#include <QTest>

using namespace gleaner;

class TestSpeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersHalfAnHour()
    {
        SpeedHistory speeds;
        QVERIFY(speeds.last(60).empty());
        QCOMPARE(speeds.mean(60), 0);
        for (int second = 0; second < 2 * SpeedHistory::longest + 7; ++second)
            speeds.add(second);
        const auto last = speeds.last(3);
        QCOMPARE(last, (std::vector<qint64>{3604, 3605, 3606}));
        QCOMPARE(speeds.peak(10), 3606);
        QCOMPARE(speeds.mean(3), 3605);
        const auto all = speeds.last(99'999);
        QCOMPARE(all.size(), size_t(SpeedHistory::longest));
        QVERIFY(std::ranges::is_sorted(all));
    }

    void isSteadyOnlyAfterLongEnough()
    {
        SpeedHistory speeds;
        for (int second = 0; second < 9; ++second)
            speeds.add(1000 + second % 3 * 100);
        QVERIFY(!speeds.isSteady(10));
        speeds.add(900);
        QVERIFY(speeds.isSteady(10));
        speeds.add(5);
        QVERIFY(!speeds.isSteady(10));
    }

    void scalesEndInRoundNumbers()
    {
        QCOMPARE(roundedUp(1), 1024);
        QCOMPARE(roundedUp(1025), 2 * 1024);
        QCOMPARE(roundedUp(300 * 1024), 500 * 1024);
        QCOMPARE(roundedUp(1'300'000), 2 * 1024 * 1024);
    }

    void drawsWhatItIsGiven()
    {
        SpeedGraph graph(SpeedGraph::Kind::Whole);
        graph.resize(400, 200);
        const QImage empty = graph.grab().toImage();
        graph.show({100'000, 400'000, 300'000, 500'000}, 60);
        QVERIFY(graph.grab().toImage() != empty);
        const QImage before = graph.grab().toImage();
        graph.show({500'000, 100'000, 100'000, 500'000}, 60);
        QVERIFY(graph.grab().toImage() != before);
    }
};

QTEST_MAIN(TestSpeed)
#include "tst_speed.moc"
