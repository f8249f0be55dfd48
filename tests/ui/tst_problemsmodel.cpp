// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/problemsmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace gleaner;

namespace
{

Record numbered(RecordId id)
{
    return foundRecord(id, "https://a.example/" + QByteArray::number(id));
}

Record retrying(Record record, FailReason reason, quint16 status = 0)
{
    record = failedRecord(record, reason, status);
    record.state = RecordState::Retrying;
    return record;
}

/// Tree and problems, fed as a Session feeds them.
struct Fed {
    void apply(const Batch &batch)
    {
        for (const Record &record : batch.added)
            tree.add(record);
        for (const Record &record : batch.changed)
            tree.update(record);
        model.apply(batch);
    }
    void find(RecordId count)
    {
        Batch batch;
        for (RecordId id = 0; id < count; ++id)
            batch.added.push_back(numbered(id));
        apply(batch);
    }
    void change(std::vector<Record> records)
    {
        Batch batch;
        batch.changed = std::move(records);
        apply(batch);
    }
    QString text(int row, int column, const QModelIndex &parent = {}) const
    {
        return model.index(row, column, parent).data().toString();
    }

    QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < model.rowCount(); ++row)
            titles << text(row, ProblemsModel::ProblemColumn);
        return titles;
    }

    RecordTree tree;
    ProblemsModel model{tree};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class TestProblemsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsWhatHasFailedByItsReason()
    {
        Fed fed;
        fed.find(6);
        fed.change({failedRecord(numbered(1), FailReason::Http, 404),
            failedRecord(numbered(2), FailReason::Timeout),
            retrying(numbered(3), FailReason::Http, 503),
            failedRecord(numbered(4), FailReason::Http, 404),
            savedRecord(numbered(5), 9, QStringLiteral("5"))});

        QCOMPARE(fed.model.count(), 4);
        QCOMPARE(fed.model.rowCount(), 3);
        std::set<QString> titles;
        for (int row = 0; row < 3; ++row) {
            titles.insert(fed.text(row, ProblemsModel::ProblemColumn));
            QVERIFY(!fed.text(row, ProblemsModel::StatusColumn).isEmpty());
            const int rows = fed.model.rowCount(fed.model.index(row, 0));
            QCOMPARE(fed.text(row, ProblemsModel::CountColumn), QString::number(rows));
        }
        QVERIFY(titles.contains(QStringLiteral("Page not found (404)")));
        QVERIFY(titles.contains(QStringLiteral("No answer in time")));
        QVERIFY(titles.contains(QStringLiteral("Server busy (503)")));
    }

    void showsWhatFailedMostFirst()
    {
        Fed fed;
        fed.find(10);
        fed.change({failedRecord(numbered(1), FailReason::Timeout),
            failedRecord(numbered(2), FailReason::Http, 404),
            failedRecord(numbered(3), FailReason::Http, 404),
            failedRecord(numbered(4), FailReason::Dns)});
        const QStringList first{QStringLiteral("Page not found (404)"),
            QStringLiteral("No answer in time"), QStringLiteral("Server name not found")};
        QCOMPARE(fed.titles(), first);
        // What comes later comes below, and nothing moves while it is looked at.
        const QPersistentModelIndex dns = fed.model.index(2, 0);
        const QPersistentModelIndex row = fed.model.index(0, 0, dns);
        fed.change(
            {failedRecord(numbered(5), FailReason::Dns), failedRecord(numbered(6), FailReason::Dns),
                failedRecord(numbered(7), FailReason::Refused),
                failedRecord(numbered(8), FailReason::Refused)});
        QCOMPARE(fed.titles().first(3), first);
        fed.model.sortGroups();
        QCOMPARE(fed.titles(),
            (QStringList{QStringLiteral("Server name not found"),
                QStringLiteral("Connection refused"), QStringLiteral("Page not found (404)"),
                QStringLiteral("No answer in time")}));
        QCOMPARE(dns.row(), 0);
        QCOMPARE(fed.model.recordAt(row), RecordId(4));
        QCOMPARE(row.parent(), QModelIndex(dns));
        QSignalSpy moved(&fed.model, &ProblemsModel::layoutChanged);
        fed.model.sortGroups();
        QCOMPARE(moved.size(), 0);
    }

    void letsGoOfWhatIsMended()
    {
        Fed fed;
        fed.find(3);
        QSignalSpy counted(&fed.model, &ProblemsModel::countChanged);
        fed.change({retrying(numbered(1), FailReason::Reset),
            failedRecord(numbered(2), FailReason::Reset)});
        QCOMPARE(counted.size(), 1);
        QCOMPARE(fed.model.count(), 2);
        fed.change({savedRecord(numbered(1), 9, QStringLiteral("1"))});
        QCOMPARE(fed.model.count(), 1);
        QCOMPARE(fed.model.recordAt(fed.model.index(0, 0, fed.model.index(0, 0))), RecordId(2));
        // Another reason than before: another group, and the old one goes.
        fed.change({failedRecord(numbered(2), FailReason::Dns)});
        QCOMPARE(fed.model.rowCount(), 1);
        QCOMPARE(fed.text(0, 0), QStringLiteral("Server name not found"));
        fed.change({numbered(2)});
        QCOMPARE(fed.model.count(), 0);
        QCOMPARE(fed.model.rowCount(), 0);
    }

    void tellsWhenATryThatCountsWasTheLast()
    {
        Fed fed;
        fed.find(1);
        fed.change({retrying(numbered(0), FailReason::Timeout)});
        const QModelIndex group = fed.model.index(0, 0);
        QSignalSpy changed(&fed.model, &ProblemsModel::dataChanged);
        fed.change({failedRecord(numbered(0), FailReason::Timeout)});
        QCOMPARE(fed.text(0, ProblemsModel::StatusColumn, group), QStringLiteral("Failed"));
        QVERIFY(std::ranges::any_of(changed, [](const QList<QVariant> &told) {
            return told.front().toModelIndex().parent().isValid();
        }));
    }

    void countsAllButShowsSomeOfAManyTimesRepeatedProblem()
    {
        Fed fed;
        const auto many = RecordId(ProblemsModel::mostShown + 50);
        fed.find(many);
        std::vector<Record> failed;
        for (RecordId id = 0; id < many; ++id)
            failed.push_back(failedRecord(numbered(id), FailReason::Timeout));
        fed.change(failed);
        const QModelIndex group = fed.model.index(0, 0);
        QCOMPARE(fed.model.rowCount(group), int(ProblemsModel::mostShown));
        QCOMPARE(fed.model.count(), qint64(many));
        QCOMPARE(fed.model.recordsAt({group}).size(), size_t(many));
        QCOMPARE(fed.model.all().size(), size_t(many));
        // One that is not shown goes, then some that are: the others come forward.
        fed.change({savedRecord(numbered(many - 1), 1, QStringLiteral("x"))});
        QCOMPARE(fed.model.count(), qint64(many) - 1);
        std::vector<Record> saved;
        for (RecordId id = 10; id < 40; ++id)
            saved.push_back(savedRecord(numbered(id), 1, QString::number(id)));
        fed.change(saved);
        QCOMPARE(fed.model.rowCount(group), int(ProblemsModel::mostShown));
        saved.clear();
        for (RecordId id = 100; id < 200; ++id)
            saved.push_back(savedRecord(numbered(id), 1, QString::number(id)));
        fed.change(saved);
        QCOMPARE(fed.model.rowCount(group), int(many) - 131);
    }

    void namesEachRecordOnceWhereRowsOverlap()
    {
        Fed fed;
        fed.find(3);
        fed.change(
            {failedRecord(numbered(0), FailReason::Dns), failedRecord(numbered(1), FailReason::Dns),
                failedRecord(numbered(2), FailReason::Refused)});
        const int dns = fed.text(0, 0).contains(QStringLiteral("name")) ? 0 : 1;
        const QModelIndex group = fed.model.index(dns, 0);
        const QModelIndex other = fed.model.index(0, 0, fed.model.index(1 - dns, 0));
        const auto records = fed.model.recordsAt({group, fed.model.index(1, 0, group), other});
        QCOMPARE(std::set<RecordId>(records.begin(), records.end()), (std::set<RecordId>{0, 1, 2}));
        QCOMPARE(records.size(), size_t(3));
    }

    void agreesWithTheRecordsWhateverComes()
    {
        Fed fed;
        QRandomGenerator random(11);
        constexpr RecordId count = 300;
        fed.find(count);
        std::vector<Record> known(count);
        for (int turn = 0; turn < 150; ++turn) {
            std::set<RecordId> chosen;
            while (chosen.size() < 40)
                chosen.insert(RecordId(random.bounded(count)));
            std::vector<Record> changed;
            for (const RecordId id : chosen) {
                Record record = numbered(id);
                const int dice = random.bounded(4);
                if (dice == 1)
                    record = failedRecord(record, FailReason(random.bounded(4)));
                else if (dice == 2)
                    record = retrying(record, FailReason::Http, quint16(500 + random.bounded(3)));
                else if (dice == 3)
                    record = savedRecord(record, 1, QString::number(id));
                known[id] = record;
                changed.push_back(record);
            }
            fed.change(changed);
            std::set<RecordId> expected;
            for (RecordId id = 0; id < count; ++id) {
                if (isProblem(known[id].state))
                    expected.insert(id);
            }
            const auto all = fed.model.all();
            QCOMPARE(std::set<RecordId>(all.begin(), all.end()), expected);
            for (int row = 0; row < fed.model.rowCount(); ++row) {
                const QModelIndex group = fed.model.index(row, 0);
                for (int child = 0; child < fed.model.rowCount(group); ++child) {
                    const RecordId id = fed.model.recordAt(fed.model.index(child, 0, group));
                    QCOMPARE(problemTitle(ProblemKind::of(known[id])), fed.text(row, 0));
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestProblemsModel)
#include "tst_problemsmodel.moc"
