// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workersmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace gleaner;

namespace
{

WorkerReport report(int number, WorkerState state = WorkerState::Idle)
{
    WorkerReport report;
    report.number = number;
    report.state = state;
    return report;
}

QString text(const WorkersModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestWorkersModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsRowsInTheOrderOfTheirNumbers()
    {
        WorkersModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QRandomGenerator random(7);
        for (int turn = 0; turn < 200; ++turn) {
            std::vector<WorkerReport> reports;
            for (int number = 1; number <= 12; ++number) {
                if (random.bounded(2))
                    reports.insert(reports.begin(), report(number));
            }
            model.apply(reports);
            QCOMPARE(model.rowCount(), int(reports.size()));
            for (int row = 1; row < model.rowCount(); ++row)
                QCOMPARE_LT(text(model, row - 1, 0).toInt(), text(model, row, 0).toInt());
        }
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void keepsTheRowsOfThoseWhoStay()
    {
        WorkersModel model;
        model.apply({report(1), report(2), report(3)});
        const QPersistentModelIndex third = model.index(2, 0);
        QSignalSpy reset(&model, &WorkersModel::modelReset);
        model.apply({report(3), report(4)});
        QCOMPARE(third.row(), 0);
        QCOMPARE(reset.size(), 0);
    }

    void saysWhatAWorkerDoes()
    {
        WorkersModel model;
        WorkerReport busy = report(2, WorkerState::Downloading);
        busy.address = Address::parse("https://a.example/x").value();
        busy.received = 1024;
        busy.expected = 4096;
        busy.bytesPerSecond = 2048;
        busy.milliseconds = 18'000;
        WorkerReport leaving = busy;
        leaving.number = 3;
        leaving.leaving = true;
        LaneReport full;
        full.origin = "http://a.example";
        full.waiting = full.active = full.slots = 1;
        model.apply({report(1)}, {full});
        QVERIFY(text(model, 0, WorkersModel::StateColumn).startsWith(u"Idle: a.example"));
        model.apply({report(1), busy, leaving});

        QCOMPARE(text(model, 0, WorkersModel::StateColumn), QStringLiteral("Idle"));
        QCOMPARE(text(model, 0, WorkersModel::TimeColumn), QString());
        QCOMPARE(
            text(model, 1, WorkersModel::AddressColumn), QStringLiteral("https://a.example/x"));
        QCOMPARE(
            text(model, 1, WorkersModel::ProgressColumn), QStringLiteral("1.0 KiB of 4.0 KiB"));
        QCOMPARE(text(model, 1, WorkersModel::SpeedColumn), QStringLiteral("2.0 KiB/s"));
        QCOMPARE(text(model, 1, WorkersModel::TimeColumn), QStringLiteral("0:18"));
        QCOMPARE(
            text(model, 2, WorkersModel::StateColumn), QStringLiteral("Downloading, then leaves"));
        model.addTime(2000);
        QCOMPARE(text(model, 1, WorkersModel::TimeColumn), QStringLiteral("0:20"));
        QCOMPARE(text(model, 0, WorkersModel::TimeColumn), QString());
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Worker 2, Downloading"));
    }
};

QTEST_APPLESS_MAIN(TestWorkersModel)
#include "tst_workersmodel.moc"
