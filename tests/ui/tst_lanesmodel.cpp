// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lanesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace gleaner;
using namespace std::chrono_literals;

namespace
{

LaneReport lane(const QByteArray &origin, int active = 0, int waiting = 0)
{
    LaneReport report;
    report.origin = origin;
    report.slots = 6;
    report.active = active;
    report.waiting = waiting;
    report.isProven = true;
    return report;
}

QString text(const LanesModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestLanesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHoldsAHostBack_data()
    {
        QTest::addColumn<LaneReport>("report");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const LaneReport &report, const char *words) {
            QTest::newRow(name) << report << QString::fromUtf8(words);
        };
        LaneReport report = lane("http://a.example", 2, 3);
        row("at work", report, "At work");
        report.active = 6;
        row("full", report, "All its slots are in use");
        report.active = report.slots = 1;
        report.isProven = false;
        row("unproven", report, "One request at a time until it answers");
        report = lane("http://a.example", 0, 3);
        row("free", report, "Waits for a worker");
        report.isOthersTurn = true;
        row("another's turn", report, "It is another download's turn");
        report.delay = 5s;
        report.delayBy = LaneDelay::Host;
        row("robots", report, "One request every 5 s, as its robots.txt asks");
        report.delay = 250ms;
        report.delayBy = LaneDelay::BackOff;
        row("back-off", report, "One request every 0.25 s, after trouble");
        report.parkedFor = 41'500ms;
        report.why = LaneTrouble::Busy;
        report.busyStatus = 429;
        row("busy", report, "Waiting 0:42 because of 429: the server asks us to slow down");
        report.why = LaneTrouble::Late;
        row("late", report, "Waiting 0:42: it did not answer in time");
        report.why = LaneTrouble::Offline;
        row("offline", report, "This computer is offline");
        report = lane("http://a.example", 0, 3);
        report.isGivenUp = true;
        row("given up", report, "Given up for now; asked once more at the end");
        row("idle", lane("http://a.example"), "Idle");
    }
    void saysWhatHoldsAHostBack()
    {
        QFETCH(LaneReport, report);
        LanesModel model;
        model.apply({report});
        QTEST(text(model, 0, LanesModel::StateColumn), "words");
    }

    void keepsItsRowsInPlace()
    {
        LanesModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        LaneReport fast = lane("http://b.example", 1);
        fast.latency = 38ms;
        model.apply({lane("http://a.example", 2, 5), fast});
        QCOMPARE(text(model, 0, LanesModel::HostColumn), QStringLiteral("a.example"));
        QCOMPARE(text(model, 0, LanesModel::SlotsColumn), QStringLiteral("2 of 6"));
        QCOMPARE(text(model, 0, LanesModel::WaitingColumn), QStringLiteral("5"));
        QCOMPARE(text(model, 1, LanesModel::LatencyColumn), QStringLiteral("38 ms"));
        model.apply({lane("http://c.example", 1), fast});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(model, 0, LanesModel::StateColumn), QStringLiteral("Idle"));
        QCOMPARE(text(model, 2, LanesModel::HostColumn), QStringLiteral("c.example"));
        model.end();
        QCOMPARE(text(model, 1, LanesModel::StateColumn), QStringLiteral("Idle"));
        QCOMPARE(text(model, 1, LanesModel::LatencyColumn), QStringLiteral("38 ms"));
    }

    void countsDownAndTellsOnlyWhatIsSeen()
    {
        LanesModel model;
        LaneReport parked = lane("http://a.example", 0, 1);
        parked.parkedFor = 3s;
        parked.why = LaneTrouble::Unreachable;
        model.apply({parked, lane("http://b.example", 1)});
        QSignalSpy changed(&model, &LanesModel::dataChanged);
        parked.parkedFor = 2990ms; // rounds up to what is shown already
        model.apply({parked, lane("http://b.example", 1)});
        QCOMPARE(changed.size(), 0);
        model.addTime(1000);
        QCOMPARE(changed.size(), 1);
        QVERIFY(text(model, 0, LanesModel::StateColumn).startsWith(u"Waiting 0:02"));
        model.setPaused(true);
        QCOMPARE(text(model, 0, LanesModel::StateColumn), QStringLiteral("Paused"));
    }

    void hasRoomForNewHostsOnly()
    {
        LanesModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int i = 0; i < 2 * LanesModel::mostRows; i += 50) {
            std::vector<LaneReport> lanes;
            for (int host = i; host < i + 50; ++host)
                lanes.push_back(lane("http://h" + QByteArray::number(host), 1));
            model.apply(lanes);
            QCOMPARE_LE(model.rowCount(), LanesModel::mostRows);
        }
        QCOMPARE(text(model, model.rowCount() - 1, 0), QStringLiteral("h599"));
    }
};

QTEST_APPLESS_MAIN(TestLanesModel)
#include "tst_lanesmodel.moc"
