// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/rowwalk.h"
#include "ui/selectiontotals.h"
#include "ui/treemodel.h"
#include "ui/treeview.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace gleaner;

namespace
{

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

/// All rows that are shown, those below others in brackets behind them.
QString rowsOf(const TreeModel &model, const QModelIndex &parent = {})
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QString text = index.data().toString();
        if (model.hasChildren(index))
            text += QStringLiteral(" (%1)").arg(rowsOf(model, index));
        rows << text;
    }
    return rows.join(QStringLiteral(", "));
}

bool arranges(TreeModel &model, const Arrangement &arrangement)
{
    model.setArrangement(arrangement);
    return QTest::qWaitFor([&] { return !model.isArranging(); });
}

Arrangement filtered(const QString &pattern, PatternKind kind = PatternKind::Text)
{
    return {RowView::Sites, {pattern, kind, RowGroup::All}, {}};
}

Arrangement sorted(int column, Qt::SortOrder order, RowView view = RowView::Sites)
{
    return {view, {}, {column, order}};
}

/// a.example: / links b/one.html and b/two.pdf; b/one.html links c.png, which is gone.
std::vector<Record> fewRecords()
{
    std::vector<Record> records{
        savedRecord(foundRecord(0, "https://a.example/"), 10, QStringLiteral("index.html")),
        savedRecord(foundRecord(1, "https://a.example/b/one.html", 0), 30, QStringLiteral("1")),
        savedRecord(foundRecord(2, "https://a.example/b/two.pdf", 0), 20, QStringLiteral("2")),
        failedRecord(foundRecord(3, "https://a.example/c.png", 1), FailReason::Http, 404),
    };
    for (size_t i = 0; i < records.size(); ++i)
        records[i].depth = quint16(i == 0 ? 0 : i == 3 ? 2 : 1);
    records[2].type = "application/pdf";
    return records;
}

} // namespace

class TestArranging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void filtersByAddressTypeAndReason_data();
    void filtersByAddressTypeAndReason();
    void hidesFoldersWithoutAMatch();
    void showsOneGroupOfStates();
    void takesWhatComesToMatchAtOnce();
    void letsGoWhatMatchesNoMoreOnlyWhenRowsMayMove();
    void showsRecordsBelowThePageTheyWereFoundOn();
    void movesARecordBelowTheBetterPage();
    void isNotLedInACircleByReferrers();
    void showsOneList();
    void sortsWithinFolders_data();
    void sortsWithinFolders();
    void sortsAndKeepsTheOrderOfDiscoveryAmongEquals();
    void sortsManyRowsInSlices();
    void showsOnlySoManyRowsOfOneParentUntilMoreAreWanted();
    void keepsRowsOfRecordsThroughEveryArrangement();
    void goesFromFailureToFailure();
    void sumsUpWhatIsChosen();
    void tellsHowFarActiveRowsAre();
    void staysAValidModelWhileItIsArrangedAtRandom();

private:
    std::unique_ptr<TreeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestArranging::init()
{
    m_model = std::make_unique<TreeModel>(ScopeKind::Host);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestArranging::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestArranging::filtersByAddressTypeAndReason_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("isRegex");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const QString &pattern, bool isRegex, const char *rows) {
        QTest::newRow(name) << pattern << isRegex << QString::fromUtf8(rows);
    };
    const char *all = "a.example ((index), b/ (one.html, two.pdf), café menu.html)";
    row("nothing", {}, false, all);
    row("an address, in other letters", QStringLiteral("ONE.HTML"), false,
        "a.example (b/ (one.html))");
    row("a type", QStringLiteral("application/pdf"), false, "a.example (b/ (two.pdf))");
    row("a reason", QStringLiteral("not found"), false, "a.example (café menu.html)");
    row("the sentence of a reason", QStringLiteral("may be out of date"), false,
        "a.example (café menu.html)");
    row("a letter that addresses escape", QStringLiteral("CAFÉ"), false,
        "a.example (café menu.html)");
    row("a space", QStringLiteral("é m"), false, "a.example (café menu.html)");
    row("as it is escaped", QStringLiteral("caf%c3%a9"), false, "a.example (café menu.html)");
    row("marks that mean something elsewhere", QStringLiteral("one.*"), false, "");
    row("an expression", QStringLiteral("(one|two)\\.[hp]"), true,
        "a.example (b/ (one.html, two.pdf))");
    row("an expression of a reason", QStringLiteral("not found \\(4\\d\\d\\)"), true,
        "a.example (café menu.html)");
    row("no expression", QStringLiteral("(("), true, "");
}

void TestArranging::filtersByAddressTypeAndReason()
{
    QFETCH(QString, pattern);
    QFETCH(bool, isRegex);
    std::vector<Record> records = fewRecords();
    records[3] = failedRecord(
        foundRecord(3, "https://a.example/caf%C3%A9%20menu.html", 0), FailReason::Http, 404);
    m_model->apply(found(records));
    QVERIFY(
        arranges(*m_model, filtered(pattern, isRegex ? PatternKind::Regex : PatternKind::Text)));
    QTEST(rowsOf(*m_model), "rows");
    QCOMPARE(regexProblem(pattern).isEmpty(), pattern != QStringLiteral("(("));
    QVERIFY(arranges(*m_model, {}));
    QCOMPARE(rowsOf(*m_model),
        QStringLiteral("a.example ((index), b/ (one.html, two.pdf), café menu.html)"));
}

void TestArranging::hidesFoldersWithoutAMatch()
{
    m_model->apply(found(fewRecords()));
    QVERIFY(arranges(*m_model, filtered(QStringLiteral("png"))));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (c.png)"));
    // The folder was found first, though what matches in it was not.
    m_model->apply(found(
        {foundRecord(4, "https://a.example/z.png"), foundRecord(5, "https://a.example/b/d.png")}));
    QVERIFY(arranges(*m_model, filtered(QStringLiteral(".png"))));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (b/ (d.png), c.png, z.png)"));
}

void TestArranging::showsOneGroupOfStates()
{
    m_model->apply(found(fewRecords()));
    QVERIFY(arranges(*m_model, {RowView::Sites, {{}, PatternKind::Text, RowGroup::Failed}, {}}));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (c.png)"));
    // With a pattern beside it.
    const RowFilter savedOnes{QStringLiteral("one"), PatternKind::Text, RowGroup::Saved};
    QVERIFY(arranges(*m_model, {RowView::Sites, savedOnes, {}}));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (b/ (one.html))"));
    // A folder stands for what is shown of it.
    const auto any = [](const Record &) { return true; };
    QCOMPARE(m_model->recordsAt({m_model->index(0, 0)}, any), std::vector<RecordId>{1});
}

void TestArranging::takesWhatComesToMatchAtOnce()
{
    const Record page = foundRecord(0, "https://a.example/page");
    m_model->apply(found({page, foundRecord(1, "https://a.example/b/other")}));
    QVERIFY(arranges(*m_model, {RowView::Sites, {{}, PatternKind::Text, RowGroup::Failed}, {}}));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->apply(changed({failedRecord(page, FailReason::Dns)}));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (page)"));
    m_model->apply(found({failedRecord(foundRecord(2, "https://a.example/b/c"), FailReason::Dns)}));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (page, b/ (c))"));
}

void TestArranging::letsGoWhatMatchesNoMoreOnlyWhenRowsMayMove()
{
    const Record page = foundRecord(0, "https://a.example/page");
    m_model->apply(found({page, foundRecord(1, "https://a.example/other")}));
    QVERIFY(arranges(*m_model, {RowView::Sites, {{}, PatternKind::Text, RowGroup::Waiting}, {}}));
    QVERIFY(!m_model->isStale());
    m_model->apply(changed({failedRecord(page, FailReason::Dns)}));
    QVERIFY(m_model->isStale());
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (page, other)"));

    m_model->hold(true);
    m_model->refresh();
    QVERIFY(!m_model->isArranging());
    QVERIFY(m_model->isStale());
    m_model->hold(false);
    QVERIFY(QTest::qWaitFor([&] {
        m_model->refresh();
        return !m_model->isStale() && !m_model->isArranging();
    }));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("a.example (other)"));
}

void TestArranging::showsRecordsBelowThePageTheyWereFoundOn()
{
    m_model->apply(found(fewRecords()));
    QVERIFY(arranges(*m_model, {RowView::FoundOn, {}, {}}));
    QCOMPARE(
        rowsOf(*m_model), QStringLiteral("https://a.example/ (/b/one.html (/c.png), /b/two.pdf)"));
    Record next = foundRecord(4, "https://other.example/x", 2);
    next.depth = 2;
    m_model->apply(found({next}));
    QCOMPARE(rowsOf(*m_model),
        QStringLiteral("https://a.example/ (/b/one.html (/c.png), /b/two.pdf "
                       "(https://other.example/x))"));
    // Pages on the way to a match stay.
    QVERIFY(arranges(
        *m_model, {RowView::FoundOn, {QStringLiteral("c.png"), PatternKind::Text, {}}, {}}));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("https://a.example/ (/b/one.html (/c.png))"));
    // They are records, not folders.
    const QModelIndex start = m_model->index(0, 0);
    QVERIFY(!m_model->isFolder(start));
    QCOMPARE(m_model->recordAt(start)->id, RecordId(0));
}

void TestArranging::movesARecordBelowTheBetterPage()
{
    std::vector<Record> records = fewRecords();
    m_model->apply(found(records));
    QVERIFY(arranges(*m_model, {RowView::FoundOn, {}, {}}));
    records[3].referrer = 0;
    records[3].depth = 1;
    m_model->apply(changed({records[3]}));
    QVERIFY(m_model->isStale());
    QVERIFY(QTest::qWaitFor([&] {
        m_model->refresh();
        return !m_model->isStale() && !m_model->isArranging();
    }));
    QCOMPARE(
        rowsOf(*m_model), QStringLiteral("https://a.example/ (/b/one.html, /b/two.pdf, /c.png)"));
}

void TestArranging::isNotLedInACircleByReferrers()
{
    Record one = foundRecord(0, "https://a.example/1", 1);
    Record two = foundRecord(1, "https://a.example/2", 0);
    Record self = foundRecord(2, "https://a.example/3", 2);
    Record unknown = foundRecord(3, "https://a.example/4", 77);
    m_model->apply(found({one, two, self, unknown}));
    QVERIFY(arranges(*m_model, {RowView::FoundOn, {}, {}}));
    QCOMPARE(rowsOf(*m_model),
        QStringLiteral("https://a.example/1 (/2), https://a.example/3, https://a.example/4"));
}

void TestArranging::showsOneList()
{
    m_model->apply(found(fewRecords()));
    QVERIFY(arranges(*m_model, {RowView::Flat, {}, {}}));
    QCOMPARE(rowsOf(*m_model),
        QStringLiteral("https://a.example/, https://a.example/b/one.html, "
                       "https://a.example/b/two.pdf, https://a.example/c.png"));
}

void TestArranging::sortsWithinFolders_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("descends");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, int column, bool descends, const char *rows) {
        QTest::newRow(name) << column << descends << QString::fromLatin1(rows);
    };
    row("size", TreeModel::SizeColumn, true, "x (d/ (f), one, three, two)");
    row("size, small first", TreeModel::SizeColumn, false, "x (two, three, one, d/ (f))");
    row("address", TreeModel::AddressColumn, false, "x (d/ (f), one, three, two)");
    row("address, last first", TreeModel::AddressColumn, true, "x (two, three, one, d/ (f))");
    row("depth", TreeModel::DepthColumn, true, "x (one, three, two, d/ (f))");
    row("type", TreeModel::TypeColumn, false, "x (d/ (f), two, one, three)");
    row("found on", TreeModel::FoundOnColumn, true, "x (three, two, one, d/ (f))");
    row("tries", TreeModel::TriesColumn, true, "x (three, one, two, d/ (f))");
    row("duration", TreeModel::DurationColumn, true, "x (two, one, three, d/ (f))");
    row("status", TreeModel::StatusColumn, true, "x (three, one, two, d/ (f))");
}

void TestArranging::sortsWithinFolders()
{
    std::vector<Record> records{
        savedRecord(foundRecord(0, "https://x/one"), 30, QStringLiteral("1")),
        savedRecord(foundRecord(1, "https://x/two", 0), 5, QStringLiteral("2")),
        savedRecord(foundRecord(2, "https://x/three", 1), 20, QStringLiteral("3")),
        savedRecord(foundRecord(3, "https://x/d/f", 0), 40, QStringLiteral("4")),
    };
    records[0].depth = 3;
    records[1].depth = 1;
    records[2].depth = 2;
    records[1].type = "image/png";
    records[1].seconds = 9;
    records[0].seconds = 0.5;
    records[2].state = RecordState::Failed;
    records[2].tries = 4;
    m_model->apply(found(records));
    QFETCH(int, column);
    QFETCH(bool, descends);
    QVERIFY(
        arranges(*m_model, sorted(column, descends ? Qt::DescendingOrder : Qt::AscendingOrder)));
    QTEST(rowsOf(*m_model), "rows");
    QVERIFY(arranges(*m_model, {}));
    QCOMPARE(rowsOf(*m_model), QStringLiteral("x (one, two, three, d/ (f))"));
}

void TestArranging::sortsAndKeepsTheOrderOfDiscoveryAmongEquals()
{
    std::vector<Record> records;
    for (RecordId id = 0; id < 3000; ++id)
        records.push_back(savedRecord(
            foundRecord(id, "https://x/" + QByteArray::number(id)), id % 3, QStringLiteral("f")));
    m_model->apply(found(records));
    QVERIFY(arranges(*m_model, sorted(TreeModel::SizeColumn, Qt::DescendingOrder, RowView::Flat)));
    for (int row = 1; row < m_model->rowCount(); ++row) {
        const Record &above = *m_model->recordAt(m_model->index(row - 1, 0));
        const Record &below = *m_model->recordAt(m_model->index(row, 0));
        QVERIFY(above.bytes > below.bytes || (above.bytes == below.bytes && above.id < below.id));
    }
}

void TestArranging::sortsManyRowsInSlices()
{
    constexpr RecordId many = 60'000;
    QRandomGenerator random(7);
    TreeModel model(ScopeKind::Host);
    std::vector<Record> records;
    for (RecordId id = 0; id < many; ++id)
        records.push_back(foundRecord(id, "https://x/" + QByteArray::number(random.generate())));
    model.apply(found(records));
    model.setArrangement(sorted(TreeModel::AddressColumn, Qt::AscendingOrder, RowView::Flat));
    QVERIFY(model.isArranging());
    // What comes meanwhile is not lost.
    model.apply(found({foundRecord(many, "https://x/late")}));
    QVERIFY(QTest::qWaitFor([&] { return !model.isArranging(); }, 60'000));
    QCOMPARE(model.rows().total(RecordTree::root), int(many) + 1);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.recordAt(model.index(row - 1, 0))->address.bytes()
            < model.recordAt(model.index(row, 0))->address.bytes());
}

void TestArranging::showsOnlySoManyRowsOfOneParentUntilMoreAreWanted()
{
    constexpr RecordId many = 3 * ShownRows::firstRows;
    TreeModel model(ScopeKind::Host);
    std::vector<Record> records;
    for (RecordId id = 0; id < many; ++id)
        records.push_back(foundRecord(id, "https://x/" + QByteArray::number(id)));
    model.apply(found(records));
    const QModelIndex site = model.index(0, 0);
    QCOMPARE(model.rowCount(site), ShownRows::firstRows);
    QVERIFY(model.hasMore(site));
    QVERIFY(!model.indexOf(many - 1).isValid());
    model.showMore(site);
    QCOMPARE(model.rowCount(site), 2 * ShownRows::firstRows);
    QCOMPARE(model.reveal(many - 1).data().toString(), QString::number(many - 1));
    QVERIFY(!model.hasMore(site));
}

void TestArranging::keepsRowsOfRecordsThroughEveryArrangement()
{
    m_model->apply(found(fewRecords()));
    const QPersistentModelIndex row(m_model->indexOf(2).siblingAtColumn(TreeModel::TypeColumn));
    for (const RowView view : {RowView::FoundOn, RowView::Flat, RowView::Sites}) {
        QVERIFY(arranges(*m_model, {view, {}, {TreeModel::SizeColumn, Qt::DescendingOrder}}));
        QVERIFY(row.isValid());
        QCOMPARE(row.data().toString(), QStringLiteral("application/pdf"));
    }
    QVERIFY(arranges(*m_model, filtered(QStringLiteral("png"))));
    QVERIFY(!row.isValid());
}

void TestArranging::goesFromFailureToFailure()
{
    std::vector<Record> records;
    for (RecordId id = 0; id < 6; ++id) {
        records.push_back(
            foundRecord(id, "https://x/" + QByteArray::number(id % 3) + '/' + char('a' + id)));
        if (id == 1 || id == 4 || id == 5)
            records.back() = failedRecord(records.back(), FailReason::Dns);
    }
    m_model->apply(found(records));
    const RecordTree &tree = m_model->tree();
    const ShownRows &rows = m_model->rows();
    // The rows: 0/ (a, d), 1/ (b, e), 2/ (c, f).
    QCOMPARE(nextFailed(tree, rows, RecordTree::root), RecordId(1));
    QCOMPARE(nextFailed(tree, rows, tree.leafOf(1)), RecordId(4));
    QCOMPARE(nextFailed(tree, rows, tree.leafOf(5)), RecordId(1));
    QCOMPARE(nextFailed(tree, rows, tree.leafOf(3)), RecordId(1));
    QCOMPARE(previousFailed(tree, rows, tree.leafOf(3)), RecordId(5));
    QCOMPARE(previousFailed(tree, rows, tree.leafOf(5)), RecordId(4));
    m_model->apply(changed({foundRecord(1, "https://x/1/b"), foundRecord(4, "https://x/1/e"),
        foundRecord(5, "https://x/2/f")}));
    QCOMPARE(nextFailed(tree, rows, tree.leafOf(3)), noRecord);
    QCOMPARE(previousFailed(tree, rows, RecordTree::root), noRecord);
}

void TestArranging::sumsUpWhatIsChosen()
{
    m_model->apply(found(fewRecords()));
    const auto totals = [this](const QModelIndexList &rows) {
        QItemSelection chosen;
        for (const QModelIndex &row : rows)
            chosen.select(row, row.siblingAtColumn(TreeModel::columns - 1));
        return selectionTotals(*m_model, chosen);
    };
    const QModelIndex one = m_model->indexOf(1);
    QVERIFY((totals({}) == SelectionTotals{0, 0}));
    QVERIFY((totals({one, m_model->indexOf(3)}) == SelectionTotals{2, 30}));
    // What is in a chosen folder counts once.
    QVERIFY((totals({one, one.parent()}) == SelectionTotals{2, 50}));
    QVERIFY((totals({one, m_model->index(0, 0)}) == SelectionTotals{2, 60}));
}

void TestArranging::tellsHowFarActiveRowsAre()
{
    m_model->apply(found({foundRecord(0, "https://x/a"), foundRecord(1, "https://x/b")}));
    Batch batch;
    WorkerReport worker;
    worker.state = WorkerState::Downloading;
    worker.record = 0;
    worker.received = 512;
    worker.expected = 2048;
    worker.bytesPerSecond = 100;
    batch.workers = {worker};
    worker.record = 1;
    worker.expected = -1;
    batch.workers.push_back(worker);
    m_model->apply(batch);
    const auto cell = [&](RecordId id, int column, int role = Qt::DisplayRole) {
        return m_model->indexOf(id).siblingAtColumn(column).data(role);
    };
    QCOMPARE(cell(0, TreeModel::ProgressColumn, TreeModel::ProgressRole).toInt(), 250);
    QCOMPARE(cell(0, TreeModel::SpeedColumn).toString(), QStringLiteral("100 bytes/s"));
    // Of unknown length there is a text, and no bar.
    QVERIFY(!cell(1, TreeModel::ProgressColumn, TreeModel::ProgressRole).isValid());
    QCOMPARE(cell(1, TreeModel::ProgressColumn).toString(), QStringLiteral("512 bytes"));
    m_model->apply({});
    QCOMPARE(cell(0, TreeModel::ProgressColumn).toString(), QString());
    QCOMPARE(
        m_model->index(0, TreeModel::ProgressColumn).data().toString(), QStringLiteral("0 of 2"));
}

void TestArranging::staysAValidModelWhileItIsArrangedAtRandom()
{
    TreeView view;
    view.setTree(m_model.get());
    view.resize(600, 400);
    view.show();
    QRandomGenerator random(3);
    std::vector<Record> records;
    for (int turn = 0; turn < 80; ++turn) {
        Batch batch;
        for (int i = random.bounded(30); i > 0; --i) {
            const RecordId id = RecordId(records.size());
            Record record = foundRecord(id,
                "https://x/" + QByteArray::number(random.bounded(5)) + '/'
                    + QByteArray::number(random.bounded(1'000'000)),
                id == 0 ? noRecord : random.bounded(id));
            record.depth = id == 0 ? 0 : quint16(records[record.referrer].depth + 1);
            records.push_back(record);
            batch.added.push_back(record);
        }
        for (int i = random.bounded(20); i > 0 && !records.empty(); --i) {
            Record &record = records[random.bounded(quint32(records.size()))];
            record.state = RecordState(random.bounded(10));
            record.target = record.address;
            record.bytes = random.bounded(1000);
            batch.changed.push_back(record);
        }
        m_model->apply(batch);
        if (turn % 3 == 0) {
            Arrangement next{RowView(random.bounded(3)), {}, {random.bounded(-1, 13), {}}};
            if (random.bounded(2))
                next.filter.group = RowGroup(random.bounded(8));
            if (random.bounded(2))
                next.filter.pattern = QString::number(random.bounded(10));
            m_model->setArrangement(next);
        } else {
            m_model->refresh();
        }
        if (const QModelIndex first = m_model->index(0, 0); turn % 5 == 0)
            view.setExpanded(first, !view.isExpanded(first));
        if (turn % 7 == 0)
            view.selectAll();
        QCoreApplication::processEvents();
    }
    QVERIFY(arranges(*m_model, {RowView::Flat, {}, {}}));
    QCOMPARE(m_model->rowCount(), int(records.size()));
    view.setTree(nullptr);
}

QTEST_MAIN(TestArranging)
#include "tst_arranging.moc"
