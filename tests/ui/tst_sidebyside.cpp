// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/continuemenu.h"
#include "ui/downloads.h"
#include "ui/downloadspanel.h"
#include "ui/treeview.h"
#include "ui/workersbox.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// Several downloads in one window: the list, the queue, and what acts on which of them.
class TestSideBySide : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void anotherOneBeginsBesideTheFirst();
    void theListShowsItselfWhenThereIsSomethingToChoose();
    void aLongNameIsShortenedAndNotScrolledTo();
    void choosingShowsItsTreeAndItsFields();
    void actionsAreAboutTheOneThatIsShown();
    void moreThanMayRunAreQueued();
    void aPausedOneKeepsNoPlace();
    void aQueuedOneCanBePausedStoppedAndBegun();
    void theSameOnceMoreIsShown();
    void theSameAfterItsEndTakesItsPlace();
    void anotherAddressTakesThePlaceOfAFailedStart();
    void whatHasEndedCanBeRemoved();
    void earlierOnesStandInTheList();
    void closingAsksOnceForAll();
    void closingBeginsNothingOfTheQueue();
    void closingBeginsNothingFromOutside();
    void treesKeepWhatIsOpen();
    void theListIsAProperModel();
    void aScreenReaderHearsOfEachOnce();

private:
    Actions *actions() const { return m_window->findChild<Actions *>(); }
    QListView *list() const
    {
        return m_window->findChild<DownloadsPanel *>()->findChild<QListView *>();
    }
    QString line(int row, int number) const
    {
        return list()->model()->index(row, 0).data().toString().section(u'\n', number, number);
    }
    QString name(int row) const { return line(row, 0); }
    QString counts(int row) const { return line(row, 1).section(QStringLiteral(", "), 1); }
    QStringList states() const
    {
        QStringList states;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            states << line(row, 1).section(QStringLiteral(", "), 0, 0);
        return states;
    }
    void add(const char *address)
    {
        field("Address")->setText(QLatin1String(address));
        button("Start")->click();
        m_known.clear();
    }
    void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    /// From now on send() speaks for that one.
    void as(int number)
    {
        m_download = m_made[number];
        m_known.clear();
    }
    Record start() const { return foundRecord(0, m_download->job().starts.front().bytes()); }
    Record savedStart() const { return savedRecord(start(), 5, QStringLiteral("index.html")); }
    QMessageBox *question() const
    {
        return m_window->findChild<QMessageBox *>(QStringLiteral("quit"));
    }
    void answerQuit() const
    {
        for (QAbstractButton *button : question()->buttons()) {
            if (question()->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
    }
};

void TestSideBySide::anotherOneBeginsBesideTheFirst()
{
    begin();
    send({start()});
    QVERIFY(button("Start")->isEnabled());
    add("https://b.example/");
    QCOMPARE(m_calls, QStringList({QStringLiteral("start"), QStringLiteral("start")}));
    QCOMPARE(m_made[1]->job().starts.front().bytes(), QByteArray("https://b.example/"));
    QCOMPARE(m_made[1]->job().directory, m_folder.filePath(QStringLiteral("b.example")));
    QCOMPARE(states(), QStringList({QStringLiteral("Running"), QStringLiteral("Running")}));
    QCOMPARE(m_window->session()->job().starts, m_made[1]->job().starts);
    // The first one goes on unseen.
    as(0);
    send({savedStart(), foundRecord(1, "https://a.example/b")});
    QCOMPARE(counts(0), QStringLiteral("1 of 2"));
    QCOMPARE(m_window->session()->tree()->rowCount(), 0);
    send({savedRecord(m_known[1], 5, QStringLiteral("b"))}, CrawlPhase::Finished);
    QCOMPARE(states(), QStringList({QStringLiteral("Finished"), QStringLiteral("Running")}));
    QCOMPARE(message(), QString());
}

void TestSideBySide::theListShowsItselfWhenThereIsSomethingToChoose()
{
    begin();
    auto *panel = m_window->findChild<DownloadsPanel *>();
    QVERIFY(!panel->isVisible());
    add("https://b.example/");
    QVERIFY(panel->isVisible());
    QCOMPARE(list()->currentIndex().row(), 1);
    QCOMPARE(list()->accessibleName(), QStringLiteral("Downloads"));
    QCOMPARE(name(0), QStringLiteral("a.example"));
    QCOMPARE(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("a.example, Running"));
}

void TestSideBySide::aLongNameIsShortenedAndNotScrolledTo()
{
    begin();
    add("https://a-very-long-name-of-a-host-that-fits-nowhere.example/and/a/long/way/to/it/");
    const QModelIndex last = list()->model()->index(1, 0);
    QVERIFY(list()->fontMetrics().horizontalAdvance(name(1)) > list()->viewport()->width());
    QTRY_COMPARE(list()->horizontalScrollBar()->maximum(), 0);
    QVERIFY(list()->visualRect(last).width() <= list()->viewport()->width());
    QVERIFY(list()->visualRect(last).height() >= 2 * list()->fontMetrics().height());
}

void TestSideBySide::choosingShowsItsTreeAndItsFields()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/b")});
    workers()->setValue(3);
    add("https://b.example/x/");
    send({start()});
    choose(0);
    QCOMPARE(m_window->session()->tree()->tree().size(), size_t(2));
    QCOMPARE(m_window->findChild<TreeView *>()->model(), m_window->session()->tree());
    QCOMPARE(field("Address")->text(), QStringLiteral("https://a.example/"));
    QCOMPARE(field("Folder")->text(), m_made[0]->job().directory);
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("a.example – 0 of 2")));
    choose(1);
    QCOMPARE(field("Address")->text(), QStringLiteral("https://b.example/x/"));
    QCOMPARE(name(1), QStringLiteral("b.example/x/"));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("b.example – 0 of 1")));
}

void TestSideBySide::actionsAreAboutTheOneThatIsShown()
{
    begin();
    add("https://b.example/");
    choose(0);
    button("Pause")->click();
    workers()->setValue(2);
    QCOMPARE(m_made[0]->calls(),
        QStringList(
            {QStringLiteral("start"), QStringLiteral("pause"), QStringLiteral("workers 2")}));
    QCOMPARE(m_made[1]->calls(), QStringList{QStringLiteral("start")});
    choose(1);
    QVERIFY(button("Pause")->isEnabled());
    QCOMPARE(message(), QString());
    QCOMPARE(workers()->value(), 8);
    button("Stop")->click();
    QCOMPARE(m_made[1]->calls().last(), QStringLiteral("stop"));
    QCOMPARE(m_made[0]->calls().size(), 3);
    choose(0);
    QVERIFY(message().startsWith(QStringLiteral("Pausing")));
    QCOMPARE(workers()->value(), 2);
}

void TestSideBySide::moreThanMayRunAreQueued()
{
    begin();
    for (const char *address :
        {"https://b.example/", "https://c.example/", "https://d.example/", "https://e.example/"})
        add(address);
    const QString running = QStringLiteral("Running");
    const QString queued = QStringLiteral("Queued");
    QCOMPARE(states(), QStringList({running, running, running, queued, queued}));
    // Its session is made, and nothing is asked for.
    QCOMPARE(m_made[3]->calls(), QStringList({QStringLiteral("start"), QStringLiteral("pause")}));
    QVERIFY2(message().startsWith(QStringLiteral("Queued: ")), qPrintable(message()));
    as(3);
    send({start()}, CrawlPhase::Paused);
    QCOMPARE(states()[3], queued);
    as(1);
    send({savedStart()}, CrawlPhase::Finished);
    QCOMPARE(
        states(), QStringList({running, QStringLiteral("Finished"), running, running, queued}));
    QCOMPARE(m_made[3]->calls().last(), QStringLiteral("resume"));
    as(0);
    send({start()}, CrawlPhase::Stopped);
    QCOMPARE(states()[4], running);
}

void TestSideBySide::aPausedOneKeepsNoPlace()
{
    begin();
    for (const char *address : {"https://b.example/", "https://c.example/", "https://d.example/"})
        add(address);
    choose(0);
    button("Pause")->click();
    // What it has under way is finished first.
    QCOMPARE(states()[3], QStringLiteral("Queued"));
    as(0);
    send({start()}, CrawlPhase::Paused);
    QCOMPARE(states()[3], QStringLiteral("Running"));
    // And so it has to wait for one, unless a person does not want that.
    button("Resume")->click();
    QCOMPARE(states()[0], QStringLiteral("Queued"));
    QVERIFY(!m_made[0]->calls().contains(QStringLiteral("resume")));
    button("Begin Now")->click();
    QCOMPARE(states()[0], QStringLiteral("Running"));
    QCOMPARE(m_made[0]->calls().last(), QStringLiteral("resume"));
}

void TestSideBySide::aQueuedOneCanBePausedStoppedAndBegun()
{
    begin();
    for (const char *address :
        {"https://b.example/", "https://c.example/", "https://d.example/", "https://e.example/"})
        add(address);
    choose(3);
    as(3);
    send({start()}, CrawlPhase::Paused);
    button("Pause")->click();
    QCOMPARE(states()[3], QStringLiteral("Paused"));
    choose(4);
    button("Stop")->click();
    QCOMPARE(states()[4], QStringLiteral("Stopping"));
    as(4);
    send({start()}, CrawlPhase::Stopped);
    QCOMPARE(states()[4], QStringLiteral("Stopped"));
    // The paused one is not begun when a place is free.
    as(0);
    send({savedStart()}, CrawlPhase::Finished);
    QCOMPARE(states()[3], QStringLiteral("Paused"));
    choose(3);
    button("Resume")->click();
    QCOMPARE(states()[3], QStringLiteral("Running"));
}

void TestSideBySide::theSameOnceMoreIsShown()
{
    begin();
    send({start()});
    add("https://b.example/");
    add("https://a.example/");
    QCOMPARE(m_made.size(), 2);
    QCOMPARE(list()->currentIndex().row(), 0);
    QCOMPARE(message(), QStringLiteral("This download is in the list already."));
    // In another folder it is another one.
    field("Folder")->setText(m_folder.filePath(QStringLiteral("elsewhere")));
    Q_EMIT field("Folder")->textEdited(field("Folder")->text());
    button("Start")->click();
    QCOMPARE(m_made.size(), 3);
}

void TestSideBySide::theSameAfterItsEndTakesItsPlace()
{
    begin();
    send({savedStart()}, CrawlPhase::Finished);
    add("https://b.example/");
    add("https://a.example/");
    QCOMPARE(m_calls,
        QStringList({QStringLiteral("start"), QStringLiteral("start"), QStringLiteral("destroyed"),
            QStringLiteral("start")}));
    QCOMPARE(states(), QStringList({QStringLiteral("Running"), QStringLiteral("Running")}));
    QCOMPARE(list()->currentIndex().row(), 0);
}

void TestSideBySide::anotherAddressTakesThePlaceOfAFailedStart()
{
    begin();
    send({failedRecord(start(), FailReason::Dns)}, CrawlPhase::Finished);
    QVERIFY(!problem().isEmpty());
    add("https://b.example/");
    QCOMPARE(states(), QStringList{QStringLiteral("Running")});
    QCOMPARE(problem(), QString());
    QVERIFY(m_window->findChild<TreeView *>()->isVisible());
}

void TestSideBySide::whatHasEndedCanBeRemoved()
{
    begin();
    QVERIFY(!actions()->removeDownload->isEnabled());
    QCOMPARE(actions()->removeDownload->toolTip(), QStringLiteral("Stop the download first."));
    send({savedStart()}, CrawlPhase::Finished);
    add("https://b.example/");
    send({start()});
    choose(0);
    actions()->removeDownload->trigger();
    QCOMPARE(states(), QStringList{QStringLiteral("Running")});
    QCOMPARE(m_window->session()->job().starts.front().bytes(), QByteArray("https://b.example/"));
    QVERIFY(!actions()->removeDownload->isEnabled());
    send({}, CrawlPhase::Stopped);
    actions()->removeDownload->trigger();
    QVERIFY(!m_window->session());
    QVERIFY(!m_window->findChild<TreeView *>()->isVisible());
    QVERIFY(button("Start")->isEnabled());
}

void TestSideBySide::earlierOnesStandInTheList()
{
    for (const char *host : {"a.example", "b.example", "done.example"}) {
        KnownSession session;
        session.id = QByteArray(host).leftJustified(16, '0');
        session.state =
            host[0] == 'd' ? KnownSession::State::Finished : KnownSession::State::Unfinished;
        session.job.starts = {Address::parse(QByteArray("https://") + host + "/").value()};
        session.job.directory = m_folder.path();
        session.job.depth = 2;
        session.totals.known = 100;
        session.totals.waiting = 60;
        m_sessions.push_back(session);
    }
    open();
    const QString notFinished = QStringLiteral("Not finished");
    QTRY_COMPARE(states(), QStringList({notFinished, notFinished}));
    QVERIFY(m_window->findChild<DownloadsPanel *>()->isVisible());
    QCOMPARE(counts(0), QStringLiteral("40 of 100"));
    QVERIFY(m_calls.isEmpty());
    choose(1);
    QCOMPARE(message(), QStringLiteral("This download is not finished."));
    QVERIFY(!button("Stop"));
    button("Continue")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().starts.front().bytes(), QByteArray("https://b.example/"));
    QCOMPARE(m_download->job().depth, std::optional(2));
    QCOMPARE(states(), QStringList({notFinished, QStringLiteral("Running")}));
    // Looked for once more they are not there twice.
    Q_EMIT m_window->findChild<ContinueMenu *>()->aboutToShow();
    QTest::qWait(50);
    QCOMPARE(states().size(), 2);
    // Not begun, it holds up nothing.
    send({savedStart()}, CrawlPhase::Finished);
    m_window->close();
    QVERIFY(!m_window->isVisible());
}

void TestSideBySide::closingAsksOnceForAll()
{
    begin();
    add("https://b.example/");
    m_window->close();
    m_window->close();
    QVERIFY(m_window->isVisible());
    QCOMPARE(m_window->findChildren<QMessageBox *>().size(), 1);
    QVERIFY2(question()->text().startsWith(QStringLiteral("2 downloads are still running")),
        qPrintable(question()->text()));
    answerQuit();
    for (const FakeDownload *download : m_made)
        QCOMPARE(download->calls().last(), QStringLiteral("stop"));
    as(0);
    send({start()}, CrawlPhase::Stopped);
    QCoreApplication::processEvents();
    QVERIFY(m_window->isVisible());
    as(1);
    send({start()}, CrawlPhase::Stopped);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestSideBySide::closingBeginsNothingOfTheQueue()
{
    begin();
    for (const char *address : {"https://b.example/", "https://c.example/", "https://d.example/"})
        add(address);
    m_window->close();
    answerQuit();
    for (const int number : {0, 1, 2}) {
        as(number);
        send({start()}, CrawlPhase::Stopped);
    }
    QCOMPARE(m_made[3]->calls(),
        QStringList({QStringLiteral("start"), QStringLiteral("pause"), QStringLiteral("stop")}));
    as(3);
    send({start()}, CrawlPhase::Stopped);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestSideBySide::closingBeginsNothingFromOutside()
{
    begin();
    m_window->close();
    QVERIFY(!m_window->downloads()->isEnding());
    answerQuit();
    QVERIFY(m_window->downloads()->isEnding());
    CrawlJob job = m_download->job();
    job.directory = m_folder.filePath(QStringLiteral("other"));
    m_window->take(job);
    m_window->takeAll({job}, Begin::Now);
    QCOMPARE(m_window->downloads()->count(), 1);
    QCOMPARE(m_calls, QStringList({QStringLiteral("start"), QStringLiteral("stop")}));
    send({start()}, CrawlPhase::Stopped);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestSideBySide::treesKeepWhatIsOpen()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/b/c"),
        foundRecord(2, "https://a.example/d/e")});
    auto *view = m_window->findChild<TreeView *>();
    TreeModel *tree = m_window->session()->tree();
    QVERIFY(view->isExpanded(tree->index(0, 0)));
    view->collapse(tree->indexOf(1).parent());
    add("https://b.example/");
    send({start(), foundRecord(1, "https://b.example/b/c")});
    QVERIFY(view->isExpanded(m_window->session()->tree()->index(0, 0)));
    // What comes meanwhile to the one that is not shown does not disturb the other.
    as(0);
    m_known = {foundRecord(0, "https://a.example/"), foundRecord(1, "https://a.example/b/c"),
        foundRecord(2, "https://a.example/d/e")};
    send({foundRecord(3, "https://a.example/f/g")});
    choose(0);
    QVERIFY(view->isExpanded(tree->index(0, 0)));
    QVERIFY(!view->isExpanded(tree->indexOf(1).parent()));
    QVERIFY(view->isExpanded(tree->indexOf(2).parent()));
}

void TestSideBySide::theListIsAProperModel()
{
    QStringList calls;
    Downloads downloads([&] { return std::make_unique<FakeDownload>(&calls); });
    const QAbstractItemModelTester tester(
        &downloads, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CrawlJob job;
    job.starts = {Address::parse("https://a.example/").value()};
    Session *first = downloads.add(job);
    job.starts = {Address::parse("https://b.example/").value()};
    Session *second = downloads.add(job);
    downloads.begin(second);
    QVERIFY(!downloads.remove(second));
    QVERIFY(downloads.remove(first));
    QCOMPARE(downloads.rowCount(), 1);
    QCOMPARE(downloads.rowOf(second), 0);
    QCOMPARE(downloads.activeCount(), 1);
}

void TestSideBySide::aScreenReaderHearsOfEachOnce()
{
    begin();
    add("https://b.example/x/");
    send({start()});
    QAccessibleInterface *entries = QAccessible::queryAccessibleInterface(list());
    QVERIFY(entries);
    QCOMPARE(entries->text(QAccessible::Name), QStringLiteral("Downloads"));
    QCOMPARE(entries->childCount(), 2);
    QCOMPARE(entries->child(0)->text(QAccessible::Name), QStringLiteral("a.example, Running"));
    QCOMPARE(entries->child(1)->text(QAccessible::Name),
        QStringLiteral("b.example/x/, Running, 0 of 1"));
}

QTEST_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
