// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/detailsdock.h"
#include "ui/messagebar.h"
#include "ui/problemsdock.h"
#include "ui/statisticsdialog.h"
#include "ui/treeview.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace gleaner;

/// What its children cover is theirs.
static bool isSeen(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    return !(area ? area->viewport() : widget)->visibleRegion().isEmpty();
}

class TestDocks : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void countsProblemsInTheTitle();
    void leadsFromAProblemToItsRow();
    void triesProblemsAgain();
    void copiesWhatHasFailed();
    void exportsAllOrNothing();
    void showsWhatIsKnownOfTheChosenRow();
    void opensForARowWithoutAFile_data();
    void opensForARowWithoutAFile();
    void followsTheChainBack();
    void asksForTheAnswerOnlyWhenLookedAt();
    void skipsWhatAWorkerIsAt();
    void leadsToPanelsByKeys();
    void tabPassesWhatCannotBeSeen();
    void panelsOpenWithRoomForTheirRows();
    void anEmptyWindowIsQuiet();
    void remembersItsPanels();
    void sumsUpWhatIsChosen();
    void showsStatistics();
    void hasNoTimersWhenPaused();

private:
    void beginWithProblems();
    QDockWidget *dock(const char *name) const
    {
        return m_window->findChild<QDockWidget *>(QLatin1String(name));
    }
    QStringList fields() const;
    ProblemsDock *problems() const { return m_window->findChild<ProblemsDock *>(); }
    DetailsDock *details() const { return m_window->findChild<DetailsDock *>(); }
    QTreeView *problemsView() const { return problems()->findChild<QTreeView *>(); }
    TreeView *tree() const { return m_window->findChild<TreeView *>(); }
    QPushButton *dockButton(const char *text) const;
    /// The row of the first problem, opened and raised.
    QModelIndex firstProblem();
};

QPushButton *TestDocks::dockButton(const char *text) const
{
    const auto buttons = problems()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QString::fromUtf8(text))
            return button;
    }
    return nullptr;
}

void TestDocks::beginWithProblems()
{
    begin();
    std::vector<Record> records{foundRecord(0, "https://a.example/")};
    for (RecordId id = 1; id < 5; ++id)
        records.push_back(foundRecord(id, "https://a.example/p" + QByteArray::number(id), 0));
    send(records);
    records[0] = savedRecord(records[0], 5, QStringLiteral("index.html"));
    records[1] = failedRecord(records[1], FailReason::Http, 404);
    records[2] = failedRecord(records[2], FailReason::Http, 404);
    records[3] = failedRecord(records[3], FailReason::Timeout);
    records[3].state = RecordState::Retrying;
    send(records);
}

QModelIndex TestDocks::firstProblem()
{
    problems()->raise();
    const QModelIndex group = problemsView()->model()->index(0, 0);
    problemsView()->expand(group);
    return problemsView()->model()->index(0, 0, group);
}

void TestDocks::countsProblemsInTheTitle()
{
    beginWithProblems();
    QCOMPARE(problems()->windowTitle(), QStringLiteral("Problems 3"));
    send({m_known[0], savedRecord(m_known[1], 1, QStringLiteral("p1"))});
    QCOMPARE(problems()->windowTitle(), QStringLiteral("Problems 2"));
}

void TestDocks::leadsFromAProblemToItsRow()
{
    beginWithProblems();
    const QModelIndex row = firstProblem();
    const RecordId id = m_window->session()->problems()->recordAt(row);
    problemsView()->setFocus();
    problemsView()->setCurrentIndex(row);
    QTest::keyClick(problemsView(), Qt::Key_Return);
    const Record *shown = m_window->session()->tree()->recordAt(tree()->currentIndex());
    QVERIFY(shown);
    QCOMPARE(shown->id, id);
    QVERIFY(tree()->hasFocus());
}

void TestDocks::triesProblemsAgain()
{
    beginWithProblems();
    QVERIFY(!dockButton("Retry These")->isEnabled());
    auto *model = m_window->session()->problems();
    const QModelIndex notFound =
        model->index(model->index(0, 0).data().toString().contains(u"404") ? 0 : 1, 0);
    problems()->raise();
    problemsView()->setCurrentIndex(notFound);
    QVERIFY(dockButton("Retry These")->isEnabled());
    m_calls.clear();
    dockButton("Retry These")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("retry 1 2")});
    // What is tried again by itself is not asked for twice.
    problemsView()->setCurrentIndex(model->index(1 - notFound.row(), 0));
    m_calls.clear();
    dockButton("Retry These")->click();
    QVERIFY(m_calls.isEmpty());
    QVERIFY(message().startsWith(QStringLiteral("These are tried again")));
    m_id = "session";
    send({}, CrawlPhase::Finished);
    problemsView()->setCurrentIndex(notFound);
    dockButton("Retry These")->click();
    QCOMPARE(m_calls.last(), QStringLiteral("retry 1 2"));
    QCOMPARE(m_made.size(), 2);
}

void TestDocks::copiesWhatHasFailed()
{
    beginWithProblems();
    dockButton("Copy List")->click();
    QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    copied.sort();
    QCOMPARE(copied,
        (QStringList{QStringLiteral("https://a.example/p1"), QStringLiteral("https://a.example/p2"),
            QStringLiteral("https://a.example/p3")}));
    const QModelIndex row = firstProblem();
    problemsView()->setCurrentIndex(row);
    dockButton("Copy List")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), row.data().toString());
}

void TestDocks::exportsAllOrNothing()
{
    begin();
    std::vector<Record> records{foundRecord(0, "https://a.example/")};
    for (RecordId id = 1; id < 4'501; ++id)
        records.push_back(
            failedRecord(foundRecord(id, "https://a.example/p" + QByteArray::number(id), 0),
                FailReason::Http, 404));
    send(records, CrawlPhase::Stopped);
    const auto exportTo = [this](const QString &path) {
        dockButton("Export…")->click();
        auto *dialog = m_window->findChild<QFileDialog *>();
        dialog->selectFile(path);
        static_cast<QDialog *>(dialog)->accept();
    };
    const QString whole = m_folder.filePath(QStringLiteral("whole.csv"));
    exportTo(whole);
    QTRY_VERIFY(message().startsWith(QStringLiteral("Wrote")));
    QFile file(whole);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 4'501);

    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
    const QString none = m_folder.filePath(QStringLiteral("none.csv"));
    exportTo(none);
    field("Address")->setText(QStringLiteral("https://a.example/"));
    button("Start")->click();
    QTRY_VERIFY(message().contains(QStringLiteral("begun again meanwhile")));
    QVERIFY(!QFile::exists(none));
}

void TestDocks::showsWhatIsKnownOfTheChosenRow()
{
    beginWithProblems();
    details()->raise();
    QTRY_VERIFY(details()->findChild<QTextBrowser *>()->isVisible());
    tree()->setCurrentIndex(m_window->session()->tree()->indexOf(1));
    QVERIFY2(details()->text().contains(u"State: Failed: page not found (404)"),
        qPrintable(details()->text()));
    auto *text = details()->findChild<QTextBrowser *>();
    QVERIFY(text->toPlainText().contains(u"https://a.example/p1"));
    // What changes is shown, but not under a selection.
    send({savedRecord(m_known[1], 77, QStringLiteral("p1"))});
    QVERIFY(details()->text().contains(u"State: Saved"));
    text->selectAll();
    send({failedRecord(m_known[1], FailReason::Dns)});
    QVERIFY(text->textCursor().hasSelection());
    QVERIFY(text->toPlainText().contains(u"Saved"));
    tree()->setCurrentIndex(m_window->session()->tree()->indexOf(2));
    QVERIFY(details()->text().contains(u"https://a.example/p2"));
    // A folder has its sums.
    tree()->setCurrentIndex(m_window->session()->tree()->index(0, 0));
    QVERIFY(details()->text().contains(u"Addresses: 5"));
    // A problem that is looked at is shown as well.
    problemsView()->setCurrentIndex(firstProblem());
    details()->raise();
    QTRY_VERIFY2(details()->text().startsWith(u"Address: https://a.example/p"),
        qPrintable(details()->text()));
}

void TestDocks::opensForARowWithoutAFile_data()
{
    QTest::addColumn<RecordId>("row");
    QTest::addColumn<bool>("byKey");
    for (const bool byKey : {true, false}) {
        const char *how = byKey ? "Enter" : "double click";
        QTest::addRow("failed, %s", how) << RecordId(1) << byKey;
        QTest::addRow("skipped, %s", how) << RecordId(2) << byKey;
        QTest::addRow("waiting, %s", how) << RecordId(4) << byKey;
    }
}

void TestDocks::opensForARowWithoutAFile()
{
    QFETCH(const RecordId, row);
    QFETCH(const bool, byKey);
    beginWithProblems();
    Record skipped = m_known[2];
    skipped.state = RecordState::Skipped;
    skipped.skip = SkipReason::Size;
    send({skipped});
    tree()->setFocus();
    tree()->setCurrentIndex(m_window->session()->tree()->indexOf(row));
    // Another row was pointed at since.
    problems()->raise();
    details()->showRecord(0);
    details()->close();
    const QPoint place = tree()->visualRect(tree()->currentIndex()).center();
    if (byKey) {
        QTest::keyClick(tree(), Qt::Key_Return);
    } else {
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, place);
    }
    QTRY_VERIFY(isSeen(details()->findChild<QTextBrowser *>()));
    QVERIFY(details()->text().contains(QStringLiteral("https://a.example/p%1\n").arg(row)));
    QVERIFY(m_opened.isEmpty());
}

void TestDocks::followsTheChainBack()
{
    beginWithProblems();
    details()->raise();
    tree()->setCurrentIndex(m_window->session()->tree()->indexOf(4));
    QSignalSpy chosen(details(), &DetailsDock::recordChosen);
    auto *text = details()->findChild<QTextBrowser *>();
    QTRY_VERIFY(text->isVisible());
    Q_EMIT text->anchorClicked(QUrl(QStringLiteral("record:0")));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_window->session()->tree()->recordAt(tree()->currentIndex())->id, RecordId(0));
}

void TestDocks::asksForTheAnswerOnlyWhenLookedAt()
{
    beginWithProblems();
    m_calls.clear();
    tree()->setCurrentIndex(m_window->session()->tree()->indexOf(1));
    QVERIFY(m_calls.isEmpty());
    details()->raise();
    QTRY_COMPARE(m_calls, QStringList{QStringLiteral("answer 1")});
    send({});
    QCOMPARE(m_calls.size(), 1);
    RecentAnswer answer;
    answer.head.status = 404;
    answer.head.headers = {{"Server", "<b>nginx</b>"}};
    Q_EMIT m_download->answerReady(1, answer);
    QVERIFY(details()->text().contains(u"Server: <b>nginx</b>"));
    // Of another row it is not shown.
    Q_EMIT m_download->answerReady(2, std::nullopt);
    QVERIFY(details()->text().contains(u"nginx"));
    QCOMPARE(m_calls.size(), 1);
}

void TestDocks::skipsWhatAWorkerIsAt()
{
    beginWithProblems();
    Batch batch;
    batch.totals = totalsOf(m_known);
    batch.workers.resize(2);
    batch.workers[0].number = 1;
    batch.workers[1].number = 2;
    batch.workers[1].state = WorkerState::Downloading;
    batch.workers[1].record = 4;
    batch.workers[1].address = m_known[4].address;
    batch.workers[1].silentFor = 20'000;
    batch.workers[1].done = 7;
    Q_EMIT m_download->batchReady(batch);
    auto *view = dock("workers")->findChild<QTreeView *>();
    const QAbstractItemModel *model = view->model();
    QCOMPARE(model->index(1, WorkersModel::StateColumn).data().toString(),
        QStringLiteral("Downloading, no data for 20 s"));
    QCOMPARE(model->index(1, WorkersModel::DoneColumn).data().toString(), QStringLiteral("7"));
    const auto skip = [&](int row) {
        return qobject_cast<QToolButton *>(
            view->indexWidget(model->index(row, WorkersModel::SkipColumn)));
    };
    QVERIFY(skip(0) && !skip(0)->isEnabled());
    QVERIFY(skip(1)->isEnabled());
    m_calls.clear();
    skip(1)->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("skip 4")});
    view->setCurrentIndex(model->index(1, 0));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(m_calls.size(), 2);
    view->setCurrentIndex(model->index(0, 0));
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(m_calls.size(), 2);
    // Fewer workers: the row goes with its button, and no other one is touched.
    batch.workers.erase(batch.workers.begin());
    Q_EMIT m_download->batchReady(batch);
    QCOMPARE(model->rowCount(), 1);
    skip(0)->click();
    QCOMPARE(m_calls.last(), QStringLiteral("skip 4"));
}

void TestDocks::leadsToPanelsByKeys()
{
    beginWithProblems();
    const auto inside = [this](const char *name) {
        const QWidget *focus = QApplication::focusWidget();
        return focus && dock(name)->isAncestorOf(focus);
    };
    const QList<const char *> names{"workers", "lanes", "problems", "details", "speed", "log"};
    for (int i = 0; i < int(names.size()); ++i) {
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + i), Qt::AltModifier);
        QVERIFY2(inside(names[i]), names[i]);
    }
    tree()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(inside("log"));
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(tree()->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    for (const char *name : names)
        QVERIFY(dock(name)->isHidden());
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(!inside("log"));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    for (const char *name : names)
        QVERIFY(!dock(name)->isHidden());
}

void TestDocks::tabPassesWhatCannotBeSeen()
{
    m_configDirectory = m_folder.path();
    const auto openBars = [this] {
        QList<QTabBar *> bars = m_window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly);
        bars.removeIf([](const QTabBar *bar) { return bar->focusPolicy() == Qt::NoFocus; });
        return bars;
    };
    open();
    QVERIFY(openBars().isEmpty());
    beginWithProblems();
    QTRY_COMPARE(openBars().size(), 1);
    QCOMPARE(openBars().front()->accessibleName(), QStringLiteral("Panels"));
    // Of the panels that lie upon each other only the first one.
    tree()->setFocus();
    QSet<QWidget *> passed;
    while (!passed.contains(QApplication::focusWidget())) {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY2(isSeen(focus), qPrintable(focus->accessibleName()));
        passed.insert(focus);
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QVERIFY(passed.contains(dock("workers")->findChild<QTreeView *>()));
    problems()->raise();
    QTRY_VERIFY(problemsView()->isVisible());
    QTRY_VERIFY(!dock("workers")->widget()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_VERIFY(openBars().isEmpty());
    send({}, CrawlPhase::Finished);
    QVERIFY(m_window->close());
    m_window.reset();
    // As it was left, with bars that are made anew.
    open();
    QTRY_VERIFY(openBars().isEmpty());
}

void TestDocks::remembersItsPanels()
{
    m_configDirectory = m_folder.path();
    begin();
    send({foundRecord(0, "https://a.example/")});
    send({savedRecord(m_known[0], 5, QStringLiteral("index.html"))}, CrawlPhase::Finished);
    dock("speed")->close();
    m_window->addDockWidget(Qt::RightDockWidgetArea, dock("lanes"));
    m_window->resize(m_window->size() - QSize(30, 40));
    const QSize size = m_window->size();
    QVERIFY(m_window->close());
    m_window.reset();
    m_calls.clear();
    m_known.clear();
    begin();
    QCOMPARE(m_window->size(), size);
    QVERIFY(dock("speed")->isHidden());
    QVERIFY(!dock("problems")->isHidden());
    QCOMPARE(m_window->dockWidgetArea(dock("lanes")), Qt::RightDockWidgetArea);
    m_window.reset();
    // What cannot be read is as nothing.
    QFile file(m_folder.filePath(QStringLiteral("window.conf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[layout]\nversion=1\nstate=@ByteArray(\\xff\\0nonsense)\ngeometry=7\n");
    file.close();
    m_calls.clear();
    begin();
    QVERIFY(!dock("problems")->isHidden());
}

QStringList TestDocks::fields() const
{
    QStringList shown;
    const auto labels = m_window->statusBar()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            shown << label->text();
    }
    return shown;
}

void TestDocks::sumsUpWhatIsChosen()
{
    beginWithProblems();
    QVERIFY2(fields().contains(u"3 of 5 found so far"), qPrintable(fields().join(u'|')));
    send({m_known[0], savedRecord(m_known[4], 3 * 1024 * 1024, QStringLiteral("p4"))});
    const TreeModel *model = m_window->session()->tree();
    auto *chosen = tree()->selectionModel();
    const auto choose = [&](const QModelIndex &index) {
        chosen->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    chosen->clear();
    choose(model->indexOf(4));
    choose(model->indexOf(1));
    QVERIFY2(fields().contains(u"2 selected, 3.0 MiB"), qPrintable(fields().join(u'|')));
    // What is in a chosen folder is not counted twice.
    choose(model->index(0, 0));
    QVERIFY2(fields().contains(u"3 selected, 3.0 MiB"), qPrintable(fields().join(u'|')));
    chosen->clear();
    QVERIFY(fields().contains(u"4 of 5 found so far"));
    QTRY_VERIFY2(fields().join(u'|').contains(u"free"), qPrintable(fields().join(u'|')));
}

void TestDocks::showsStatistics()
{
    beginWithProblems();
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    auto *dialog = m_window->findChild<StatisticsDialog *>();
    QVERIFY(dialog);
    const auto *table = dialog->findChild<QTreeWidget *>();
    const auto value = [table](const char *name) {
        const auto items = table->findItems(QLatin1String(name), Qt::MatchExactly);
        return items.isEmpty() ? QString() : items.front()->text(1);
    };
    QCOMPARE(value("Addresses found"), QStringLiteral("5"));
    QCOMPARE(value("Failed"), QStringLiteral("2"));
    send({savedRecord(m_known[1], 9, QStringLiteral("p1"))});
    QCOMPARE(value("Failed"), QStringLiteral("1"));
    // Once only, and it outlives its download.
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(m_window->findChildren<StatisticsDialog *>().size(), 1);
}

void TestDocks::hasNoTimersWhenPaused()
{
    beginWithProblems();
    const auto running = [this] {
        int count = 0;
        QList<QTimer *> timers = m_window->findChildren<QTimer *>();
        timers += m_window->session()->findChildren<QTimer *>();
        for (const QTimer *timer : std::as_const(timers))
            count += timer->isActive() && !timer->isSingleShot();
        return count;
    };
    QVERIFY(running() > 0);
    button("Pause")->click();
    send({}, CrawlPhase::Paused);
    QCOMPARE(running(), 0);
    button("Resume")->click();
    QVERIFY(running() > 0);
    send({}, CrawlPhase::Finished);
    QCOMPARE(running(), 0);
}

void TestDocks::panelsOpenWithRoomForTheirRows()
{
    begin();
    const auto *workers = m_window->findChild<QDockWidget *>(QStringLiteral("workers"));
    QVERIFY(workers);
    const int line = m_window->fontMetrics().height();
    // At first they are as high as they like.
    QCoreApplication::processEvents();
    QTRY_VERIFY2(workers->height() >= 8 * line && workers->height() <= m_window->height() / 3,
        qPrintable(QString::number(workers->height())));
    // From then on it is the person's.
    m_window->resizeDocks({const_cast<QDockWidget *>(workers)}, {5 * line}, Qt::Vertical);
    QCoreApplication::processEvents();
    const int chosen = workers->height();
    QVERIFY(chosen < 8 * line);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(workers->isHidden());
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_VERIFY2(qAbs(workers->height() - chosen) <= line,
        qPrintable(QStringLiteral("%1, not %2").arg(workers->height()).arg(chosen)));
}

/// Counts what the event loop has to do.
class EventCounter : public QObject
{
public:
    int count = 0;
    bool eventFilter(QObject *, QEvent *) override
    {
        ++count;
        return false;
    }
};

void TestDocks::anEmptyWindowIsQuiet()
{
    m_configDirectory = m_folder.path();
    open();
    QTRY_VERIFY(QApplication::activeWindow() == m_window.get());
    // What a window does when it comes is done by then.
    QTest::qWait(200);
    EventCounter counter;
    qApp->installEventFilter(&counter);
    QTest::qWait(200);
    QVERIFY2(counter.count < 200, qPrintable(QString::number(counter.count)));
}

QTEST_MAIN(TestDocks)
#include "tst_docks.moc"
