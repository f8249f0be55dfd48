// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/lanetexts.h"
#include "ui/texts.h"

#include <QDateTime>
#include <QTest>

using namespace gleaner;
using namespace std::chrono_literals;

namespace
{

LaneReport lane(const char *origin, int active, int waiting, std::chrono::milliseconds parked = 0ms,
    LaneTrouble why = LaneTrouble::None)
{
    LaneReport report;
    report.origin = origin;
    report.slots = 6;
    report.active = active;
    report.waiting = waiting;
    report.parkedFor = parked;
    report.why = why;
    return report;
}

} // namespace

class TestLaneTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyAWorkerIsIdle_data()
    {
        QTest::addColumn<std::vector<LaneReport>>("lanes");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, std::vector<LaneReport> lanes, const char *words) {
            QTest::newRow(name) << std::move(lanes) << QString::fromUtf8(words);
        };
        row("nothing to do", {}, "Idle");
        row("nothing waits", {lane("http://a.example", 6, 0)}, "Idle");
        row("on its way", {lane("http://a.example", 2, 5)}, "Idle");
        row("all slots", {lane("http://a.example", 6, 5)}, "Idle: a.example takes no more at once");
        row("parked, nothing waits", {lane("http://a.example", 0, 0, 30s, LaneTrouble::Busy)},
            "Idle");
        row("busy", {lane("https://a.example:8443", 0, 1, 29'100ms, LaneTrouble::Busy)},
            "Idle: a.example:8443 is busy, asked again in 0:30");
        row("the next one of two",
            {lane("http://a.example", 0, 1, 90s, LaneTrouble::Busy),
                lane("http://b.example", 0, 1, 2s, LaneTrouble::Unreachable)},
            "Idle: b.example cannot be reached, asked again in 0:02");
        row("offline", {lane("http://a.example", 0, 1, 4s, LaneTrouble::Offline)},
            "Idle: this computer is offline");
        row("late", {lane("http://a.example", 0, 1, 4s, LaneTrouble::Late)},
            "Idle: a.example is slow to answer, asked again in 0:04");
    }
    void saysWhyAWorkerIsIdle()
    {
        QFETCH(const std::vector<LaneReport>, lanes);
        QTEST(idleText(lanes), "words");
    }

    void saysWhenSomethingIsTriedAgain()
    {
        Record record = foundRecord(0, "https://a.example/x");
        record.state = RecordState::Retrying;
        record.fail = FailReason::Http;
        record.status = 503;
        record.tries = 1;
        const QDateTime when(QDate(2025, 6, 30), QTime(14, 5, 7));
        record.retryAt = when.toMSecsSinceEpoch();
        QCOMPARE(nextTryText(record), QStringLiteral("Next try at 14:05:07 (try 2)"));
        const auto before = [&](qint64 milliseconds) {
            return nextTryText(record, record.retryAt - milliseconds);
        };
        QCOMPARE(before(3'200), QStringLiteral("Next try in 4 s (try 2)"));
        QCOMPARE(before(61'000), QStringLiteral("Next try at 14:05:07 (try 2)"));
        // Its host may have been told to wait longer since.
        QCOMPARE(before(0), QStringLiteral("Waiting for try 2"));
        QCOMPARE(before(-90'000), QStringLiteral("Waiting for try 2"));
        const QString why = failText(FailReason::Http, 503);
        QCOMPARE(statusText(record, ScopeKind::Host),
            QStringLiteral("Next try at 14:05:07 (try 2): ") + why);
        QCOMPARE(statusText(record, ScopeKind::Host, Standing::Goes, record.retryAt - 1000),
            QStringLiteral("Next try in 1 s (try 2): ") + why);
        record.retryAt = 0;
        QCOMPARE(statusText(record, ScopeKind::Host),
            QStringLiteral("Tried once more at the end: ") + why);
    }
};

QTEST_MAIN(TestLaneTexts)
#include "tst_lanetexts.moc"
