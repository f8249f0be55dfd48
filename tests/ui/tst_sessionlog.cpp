// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakedownload.h"
#include "tests/ui/records.h"
#include "ui/logmodel.h"
#include "ui/session.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace gleaner;

namespace
{

Record numbered(RecordId id)
{
    return foundRecord(id, "https://a.example/" + QByteArray::number(id));
}

} // namespace

class TestSessionLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto download = std::make_unique<FakeDownload>(&m_calls);
        m_download = download.get();
        m_session = std::make_unique<Session>(CrawlJob(), std::move(download));
        m_session->start();
    }

    void saysWhatHappenedAsItWasThen()
    {
        LogModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSession(m_session.get());
        Record retrying = failedRecord(numbered(0), FailReason::Timeout);
        retrying.state = RecordState::Retrying;
        retrying.tries = 1;
        send({numbered(0)}, {retrying});
        send({}, {savedRecord(numbered(0), 2048, QStringLiteral("0"))});
        QVERIFY(model.follow());
        QVERIFY(!model.follow());
        const QStringList lines = texts(model);
        QCOMPARE(lines,
            (QStringList{QStringLiteral("The download runs"),
                QStringLiteral(
                    "Failed, tried again (try 2): no answer in time: https://a.example/0"),
                QStringLiteral("Saved: https://a.example/0 (2.0 KiB)")}));
        QCOMPARE(model.recordAt(2), RecordId(0));
        QCOMPARE(model.recordAt(0), noRecord);
        model.setLevel(LogLevel::Warning);
        QCOMPARE(model.rowCount(), 1);
    }

    void tellsOfAHostsWaitOnce()
    {
        LogModel model;
        model.setSession(m_session.get());
        model.setLevel(LogLevel::Warning);
        Batch batch;
        LaneReport lane;
        lane.origin = "https://a.example";
        lane.why = LaneTrouble::Busy;
        lane.busyStatus = 503;
        for (const int wait : {30'000, 20'000, 10'000, 60'000, 0}) {
            lane.parkedFor = std::chrono::milliseconds(wait);
            batch.lanes = {lane};
            Q_EMIT m_download->batchReady(batch);
        }
        model.follow();
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(texts(model).last().startsWith(u"a.example: Waiting 1:0"));
    }

    void keepsTheLastLinesOnly()
    {
        LogModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSession(m_session.get());
        const auto many = RecordId(SessionLog::most + 500);
        std::vector<Record> added;
        std::vector<Record> saved;
        for (RecordId id = 0; id < many; ++id) {
            added.push_back(numbered(id));
            saved.push_back(savedRecord(added.back(), 1, QString::number(id)));
        }
        send(added, {});
        send({}, {saved.begin(), saved.begin() + 700});
        model.follow();
        QCOMPARE(model.rowCount(), 701);
        send({}, {saved.begin() + 700, saved.end()});
        // Between two looks the oldest have gone: nothing is said of them, and nothing breaks.
        QVERIFY(!model.index(0, 0).data().isValid());
        QVERIFY(model.line(0).isEmpty());
        model.follow();
        QCOMPARE(model.rowCount(), int(SessionLog::most));
        QVERIFY(texts(model).last().contains(QString::number(many - 1)));
    }

    void saysNothingOfWhatWasKnownBefore()
    {
        Record skipped = numbered(1);
        skipped.state = RecordState::Skipped;
        Record kept = savedRecord(numbered(0), 1, QStringLiteral("0"));
        kept.state = RecordState::Unchanged;
        const quint64 before = m_session->log().count();
        send({kept, skipped}, {});
        QCOMPARE(m_session->log().count(), before);
    }

    void findsRoundAbout()
    {
        LogModel model;
        model.setSession(m_session.get());
        std::vector<Record> added;
        std::vector<Record> saved;
        for (RecordId id = 0; id < 30; ++id) {
            added.push_back(numbered(id));
            saved.push_back(savedRecord(added.back(), 1, QString::number(id)));
        }
        send(added, saved);
        model.follow();
        const int first = model.find(QStringLiteral("EXAMPLE/2"), -1, false);
        QCOMPARE(first, 3);
        QCOMPARE(model.find(QStringLiteral("example/2"), first, false), 21);
        QCOMPARE(model.find(QStringLiteral("example/2"), first, true), 30);
        QCOMPARE(model.find(QStringLiteral("example/29"), 30, false), 30);
        QCOMPARE(model.find(QStringLiteral("nowhere"), 0, false), -1);
    }

private:
    void send(std::vector<Record> added, std::vector<Record> changed)
    {
        Batch batch;
        batch.added = std::move(added);
        batch.changed = std::move(changed);
        Q_EMIT m_download->batchReady(batch);
    }
    static QStringList texts(const LogModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, LogModel::TextColumn).data().toString();
        return texts;
    }

    QStringList m_calls;
    FakeDownload *m_download = nullptr;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(TestSessionLog)
#include "tst_sessionlog.moc"
