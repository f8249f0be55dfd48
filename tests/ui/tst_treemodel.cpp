// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/texts.h"
#include "ui/treemodel.h"
#include "ui/treeview.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace gleaner;

namespace
{

QString text(const TreeModel &model, RecordId id, int column = TreeModel::AddressColumn)
{
    return model.indexOf(id).siblingAtColumn(column).data().toString();
}

Batch found(std::vector<Record> records)
{
    Batch batch;
    batch.added = std::move(records);
    return batch;
}

Batch changed(std::vector<Record> records)
{
    Batch batch;
    batch.changed = std::move(records);
    return batch;
}

QByteArray randomAddress(QRandomGenerator &random)
{
    QByteArray address = random.bounded(4) ? "https://a.example/" : "http://b.example:8080/";
    for (int depth = random.bounded(5); depth > 0; --depth)
        address += 'a' + char(random.bounded(5)) + QByteArray("/");
    return address + QByteArray::number(random.bounded(1'000'000));
}

int rowsBelow(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    int rows = 0;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        rows += model.hasChildren(index) ? rowsBelow(model, index) : 1;
    }
    return rows;
}

} // namespace

class TestTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAValidModelWithRandomBatches()
    {
        TreeModel model(ScopeKind::Host);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        TreeView view;
        view.setTree(&model);
        view.resize(600, 400);
        view.show();

        QRandomGenerator random(42);
        std::vector<Record> records;
        for (int turn = 0; turn < 60; ++turn) {
            Batch batch;
            for (int i = random.bounded(30); i > 0; --i) {
                records.push_back(foundRecord(RecordId(records.size()), randomAddress(random)));
                batch.added.push_back(records.back());
            }
            for (int i = random.bounded(20); i > 0 && !records.empty(); --i) {
                Record &record = records[random.bounded(quint32(records.size()))];
                record.state = RecordState(random.bounded(10));
                record.target = record.address;
                batch.changed.push_back(record);
            }
            model.apply(batch);
            if (const QModelIndex site = model.index(0, 0); turn % 7 == 0)
                view.setExpanded(site, !view.isExpanded(site));
            QCoreApplication::processEvents();
            QCOMPARE(rowsBelow(model), int(records.size()));
        }
    }

    void saysWhatItsWorkerDoes()
    {
        TreeModel model(ScopeKind::Host);
        Record record = foundRecord(0, "https://a.example/big.iso");
        record.state = RecordState::Connecting;
        Batch batch = found({record});
        WorkerReport worker;
        worker.record = 0;
        worker.state = WorkerState::WaitingForServer;
        batch.workers = {worker};
        model.apply(batch);
        const auto status = [&model] {
            return model.indexOf(0).siblingAtColumn(TreeModel::StatusColumn).data().toString();
        };
        QCOMPARE(status(), QStringLiteral("Waiting for server"));
        record.state = RecordState::Downloading;
        batch = {};
        batch.changed = {record};
        worker.state = WorkerState::Downloading;
        worker.silentFor = 20'400;
        batch.workers = {worker};
        model.apply(batch);
        QCOMPARE(status(), QStringLiteral("Downloading, no data for 20 s"));
        // It is over, and its links are being read.
        record.state = RecordState::ReadingLinks;
        batch = {};
        batch.changed = {record};
        model.apply(batch);
        QCOMPARE(status(), QStringLiteral("Reading links"));
    }

    void insertsOncePerParentAndBatch()
    {
        TreeModel model(ScopeKind::Host);
        QSignalSpy inserted(&model, &TreeModel::rowsInserted);
        model.apply(found({
            foundRecord(0, "https://a.example/"),
            foundRecord(1, "https://a.example/b/c/d"),
            foundRecord(2, "https://a.example/b/e"),
        }));
        QCOMPARE(inserted.size(), 1); // the site, with everything in it

        inserted.clear();
        model.apply(found({
            foundRecord(3, "https://a.example/b/c/f"),
            foundRecord(4, "https://a.example/g"),
            foundRecord(5, "https://a.example/b/c/h"),
            foundRecord(6, "https://a.example/new/i"),
            foundRecord(7, "https://a.example/new/j"),
        }));
        QCOMPARE(inserted.size(), 2); // b/c/ got two files; the site a file and a folder
        QSet<QModelIndex> parents;
        for (const QList<QVariant> &arguments : std::as_const(inserted))
            parents.insert(arguments.first().toModelIndex());
        QCOMPARE(parents.size(), 2);
    }

    void tellsOfChangesOnlyBelowOpenFolders()
    {
        TreeModel model(ScopeKind::Host);
        const Record file = foundRecord(0, "https://a.example/b/f");
        model.apply(found({file}));
        QSignalSpy told(&model, &TreeModel::dataChanged);

        model.apply(changed({savedRecord(file, 10, QStringLiteral("b/f"))}));
        QCOMPARE(told.size(), 1); // the site's sums: nothing else is laid out

        told.clear();
        model.setExpanded(model.index(0, 0), true);
        model.setExpanded(model.index(0, 0, model.index(0, 0)), true);
        model.apply(changed({savedRecord(file, 20, QStringLiteral("b/f"))}));
        QCOMPARE(told.size(), 3);
    }

    void asksForOneRepaintWhenManyFoldersChange()
    {
        TreeModel model(ScopeKind::Host);
        Batch first;
        Batch second;
        for (RecordId id = 0; id < 100; ++id) {
            const Record file =
                foundRecord(id, "https://a.example/" + QByteArray::number(id) + "/f");
            first.added.push_back(file);
            second.changed.push_back(failedRecord(file, FailReason::Dns));
        }
        model.apply(first);
        const QModelIndex site = model.index(0, 0);
        model.setExpanded(site, true);
        for (int row = 0; row < model.rowCount(site); ++row)
            model.setExpanded(model.index(row, 0, site), true);

        QSignalSpy told(&model, &TreeModel::dataChanged);
        QSignalSpy repaint(&model, &TreeModel::repaintNeeded);
        model.apply(second);
        QCOMPARE(told.size(), 0);
        QCOMPARE(repaint.size(), 1);
    }

    void saysInWordsWhatBecameOfEachRow()
    {
        TreeModel model(ScopeKind::Host);
        Record moved = foundRecord(1, "https://a.example/old");
        const Record gone = foundRecord(2, "https://a.example/gone.html", 0);
        model.apply(found({foundRecord(0, "https://a.example/"), moved, gone}));
        moved.state = RecordState::Redirected;
        moved.target = Address::parse("https://a.example/new").value();
        model.apply(changed({moved, failedRecord(gone, FailReason::Http, 404)}));

        QCOMPARE(text(model, 0), QStringLiteral("(index)"));
        QCOMPARE(text(model, 0, TreeModel::FoundOnColumn), QStringLiteral("start address"));
        QCOMPARE(text(model, 1, TreeModel::StatusColumn), QStringLiteral("Redirected to /new"));
        QCOMPARE(text(model, 2, TreeModel::StatusColumn),
            QStringLiteral("Failed: page not found (404)"));
        QCOMPARE(text(model, 2, TreeModel::FoundOnColumn), QStringLiteral("/"));
        const QString tip = model.indexOf(2).data(Qt::ToolTipRole).toString();
        QVERIFY2(
            tip.contains(QStringLiteral("Found on https://a.example/ (a href)")), qPrintable(tip));
        QCOMPARE(model.indexOf(2).data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("gone.html, Failed: page not found (404)"));
        QCOMPARE(model.index(0, TreeModel::StatusColumn).data().toString(),
            QStringLiteral("2 of 3, 1 failed"));
    }

    void tellsWhereAFileWasMovedAndWhatItsServerCallsIt()
    {
        TreeModel model(ScopeKind::Host);
        Record file = savedRecord(foundRecord(0, "https://a.example/a"), 9, QStringLiteral("a"));
        file.offered = QStringLiteral("b\u202Etxt.exe");
        model.apply(found({file}));
        Batch last;
        last.moved = {{0, QStringLiteral("a"), QStringLiteral("a~1a2b3c4d")},
            {7, QStringLiteral("nobody"), QStringLiteral("knows")}};
        QSignalSpy changes(&model, &TreeModel::dataChanged);
        QSignalSpy repaints(&model, &TreeModel::repaintNeeded);
        model.setExpanded(model.index(0, 0), true);
        model.apply(last);
        QCOMPARE(model.pathAt(model.indexOf(0)), QStringLiteral("a~1a2b3c4d"));
        QVERIFY(changes.size() + repaints.size() > 0);
        const QString tip = model.indexOf(0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("Saved as a~1a2b3c4d")), qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("b[U+202E]txt.exe")), qPrintable(tip));
    }

    void tellsOfAFolderWhetherAnUpdateFoundSomethingInIt()
    {
        TreeModel model(ScopeKind::Host);
        std::vector<Record> records;
        for (RecordId id = 0; id < 3; ++id) {
            records.push_back(
                savedRecord(foundRecord(id, "https://a.example/" + QByteArray::number(id)), 9,
                    QStringLiteral("f")));
            records.back().state = RecordState::Unchanged;
        }
        model.apply(found(records));
        const auto status = [&] {
            return model.index(0, TreeModel::StatusColumn).data().toString();
        };
        QCOMPARE(status(), QStringLiteral("3 unchanged"));
        records[1].state = RecordState::Saved;
        model.apply(changed({records[1]}));
        QCOMPARE(status(), QStringLiteral("1 saved, 2 unchanged"));
    }

    void showsHostileTextAsWhatItIs()
    {
        TreeModel model(ScopeKind::Host);
        Record record = savedRecord(
            foundRecord(0, "https://a.example/invoice%E2%80%AEgpj.exe"), 1, QStringLiteral("x"));
        record.path = QStringLiteral("invoice") + QChar(0x202e) + QStringLiteral("gpj.exe");
        record.detail = QStringLiteral("<img src=x onerror=y>\nSecond line");
        model.apply(found({record}));

        QCOMPARE(text(model, 0), QStringLiteral("invoice[U+202E]gpj.exe"));
        QCOMPARE(text(model, 0, TreeModel::PathColumn), QStringLiteral("invoice[U+202E]gpj.exe"));
        const QString tip = model.indexOf(0).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
        QVERIFY(tip.contains(QStringLiteral("&lt;img src=x onerror=y&gt;[U+000A]Second")));
    }

    void tellsTwoSitesOfOneHostApart()
    {
        TreeModel model(ScopeKind::Host);
        model.apply(
            found({foundRecord(0, "http://a.example/"), foundRecord(1, "https://a.example/")}));
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a.example"));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("https://a.example"));
    }

    void givesAddressesAndPathsOfRows()
    {
        TreeModel model(ScopeKind::Host);
        const Record file = foundRecord(0, "https://a.example/b/f?q");
        model.apply(found({file}));
        const QModelIndex site = model.index(0, 0);
        QCOMPARE(model.addressAt(site), QStringLiteral("https://a.example/"));
        QCOMPARE(model.addressAt(model.index(0, 0, site)), QStringLiteral("https://a.example/b/"));
        QCOMPARE(model.addressAt(model.indexOf(0)), QStringLiteral("https://a.example/b/f?q"));
        QVERIFY(!model.hasSaved(site));
        QVERIFY(model.pathAt(site).isEmpty());

        model.apply(changed({savedRecord(file, 1, QStringLiteral("b/f.html"))}));
        QVERIFY(model.hasSaved(site));
        QCOMPARE(model.pathAt(site), QStringLiteral("b/f.html"));
    }

    void saysThatASitemapNamesAnAddress()
    {
        TreeModel model(ScopeKind::Host);
        Record listed = foundRecord(1, "https://a.example/island.html");
        listed.depth = 2;
        listed.found = {"sitemap", "loc"};
        model.apply(found({foundRecord(0, "https://a.example/"), listed}));
        QCOMPARE(text(model, 1, TreeModel::FoundOnColumn), QStringLiteral("sitemap loc"));
        const QString tip = model.indexOf(1).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("Found in sitemap loc")), qPrintable(tip));
        const QString start = model.indexOf(0).data(Qt::ToolTipRole).toString();
        QVERIFY2(!start.contains(QStringLiteral("Found")), qPrintable(start));
    }

    void keepsTheEventLoopTurningWithManyRows()
    {
        TreeModel model(ScopeKind::Host);
        TreeView view;
        view.setTree(&model);
        view.resize(800, 600);
        view.show();

        constexpr RecordId total = 100'000;
        constexpr RecordId perBatch = 500;
        qint64 longest = 0;
        std::vector<Record> last;
        for (RecordId next = 0; next < total;) {
            Batch batch;
            batch.changed = last;
            for (Record &record : batch.changed)
                record = savedRecord(record, 1000, QStringLiteral("f"));
            last.clear();
            for (const RecordId end = next + perBatch; next < end; ++next)
                last.push_back(foundRecord(next,
                    "https://a.example/" + QByteArray::number(next % 300) + "/page"
                        + QByteArray::number(next) + ".html"));
            batch.added = last;
            QElapsedTimer turn;
            turn.start();
            model.apply(batch);
            QCoreApplication::processEvents();
            longest = qMax(longest, turn.elapsed());
        }
        QCOMPARE(rowsBelow(model), int(total));
        // Generous, for slow machines under a sanitizer: a freeze would be seconds.
        qInfo("longest turn: %lld ms", longest);
        QCOMPARE_LT(longest, 500);
    }
};

QTEST_MAIN(TestTreeModel)
#include "tst_treemodel.moc"
