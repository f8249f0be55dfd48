// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/front.h"
#include "ui/fullscreen.h"
#include "ui/messagebar.h"
#include "ui/treeview.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace gleaner;

class TestMainWindow : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void pausesResumesAndStopsAtOnce();
    void sleepsWhilePaused();
    void showsTheTreeAndOpensFiles();
    void opensTheFileOfAnEarlierRun();
    void refusesToOpenPrograms();
    void fillsTheScreen();
    void showsADiskFault();
    void waitsUntilTheDiskIsMended();
    void sumsUpAtTheEnd();
    void countsWhatIsUnchanged();
    void showsTheTreeOfAnUpdateThatFailed();
    void asksOnceBeforeItQuits();
    void startsAgainAfterTheEnd();
    void whatWaitedIsStoppedInAStoppedOne();
    void keepsTheSentenceReadableBesideButtons();
    void comesToTheFrontAsLargeAsItWas();
};

void TestMainWindow::pausesResumesAndStopsAtOnce()
{
    begin();
    send({foundRecord(0, "https://a.example/"), foundRecord(1, "https://a.example/b")});
    m_calls.clear();

    button("Pause")->click();
    QCOMPARE(m_calls.last(), QStringLiteral("pause"));
    QCOMPARE(m_window->session()->state(), SessionState::Pausing);
    QVERIFY(message().startsWith(QStringLiteral("Pausing")));
    QVERIFY(!button("Pause")->isEnabled());
    send({}, CrawlPhase::Paused);
    QVERIFY(message().startsWith(QStringLiteral("Paused: 2")));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Paused")));
    send({savedRecord(m_known.front(), 5, QStringLiteral("index.html"))}, CrawlPhase::Paused);
    QVERIFY(message().startsWith(QStringLiteral("Paused: 1")));

    button("Resume")->click();
    QCOMPARE(m_calls.last(), QStringLiteral("resume"));
    QCOMPARE(message(), QString());
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("pause"));
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("resume"));

    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("stop"));
    QVERIFY(message().startsWith(QStringLiteral("Stopping")));
    QVERIFY(!button("Stop")->isEnabled());
    send({}, CrawlPhase::Stopped);
    QVERIFY2(message().startsWith(QStringLiteral("Stopped after 5:40: 1 saved, 1 not downloaded")),
        qPrintable(message()));
    QVERIFY(button("Start")->isEnabled());
}

void TestMainWindow::sleepsWhilePaused()
{
    begin();
    send({foundRecord(0, "https://a.example/")});
    Session *session = m_window->session();
    const auto *ticks = session->findChild<QTimer *>({}, Qt::FindDirectChildrenOnly);
    QVERIFY(ticks->isActive());
    button("Pause")->click();
    QVERIFY(ticks->isActive());
    send({}, CrawlPhase::Paused);
    QVERIFY(!ticks->isActive());
    session->start();
    QVERIFY(ticks->isActive());
    send({}, CrawlPhase::Finished);
    QVERIFY(!ticks->isActive());
}

void TestMainWindow::showsTheTreeAndOpensFiles()
{
    begin();
    const Record page = foundRecord(0, "https://a.example/b/page.html");
    send({page});
    send({savedRecord(page, 3, QStringLiteral("b/page.html"))});
    const QString directory = m_download->job().directory;
    QVERIFY(QDir().mkpath(directory + QStringLiteral("/b")));
    QFile file(directory + QStringLiteral("/b/page.html"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<p>");
    file.close();

    auto *view = m_window->findChild<TreeView *>();
    view->setFocus();
    view->setCurrentIndex(m_window->session()->tree()->indexOf(0));
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_COMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.first().toLocalFile(), file.fileName());

    const QPoint place = view->visualRect(view->currentIndex()).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(m_opened.size(), 2);
}

void TestMainWindow::opensTheFileOfAnEarlierRun()
{
    begin();
    Record gone = failedRecord(foundRecord(0, "https://a.example/b/x"), FailReason::Http, 404);
    gone.kept = true;
    gone.change = Change::Gone;
    gone.path = QStringLiteral("b/x");
    send({gone});
    const QString directory = m_download->job().directory;
    QVERIFY(QDir().mkpath(directory + QStringLiteral("/b")));
    QFile file(directory + QStringLiteral("/b/x"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<p>");
    file.close();

    auto *view = m_window->findChild<TreeView *>();
    TreeModel *tree = m_window->session()->tree();
    view->setCurrentIndex(tree->indexOf(0));
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_COMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.first().toLocalFile(), file.fileName());
    QVERIFY(tree->hasSaved(tree->index(0, 0)));
    QCOMPARE(tree->pathAt(tree->index(0, 0)), gone.path);
}

void TestMainWindow::fillsTheScreen()
{
    open();
    QAction *action = m_window->findChild<FullScreen *>()->action();
    QVERIFY(!action->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTRY_VERIFY(m_window->isFullScreen());
    QVERIFY(action->isChecked());
    // The desktop has ways of its own.
    m_window->showNormal();
    QTRY_VERIFY(!action->isChecked());
    action->trigger();
    QTRY_VERIFY(m_window->isFullScreen());
    action->trigger();
    QTRY_VERIFY(!m_window->isFullScreen());
}

void TestMainWindow::refusesToOpenPrograms()
{
    begin();
    const Record script = foundRecord(0, "https://a.example/run.sh");
    send({script});
    send({savedRecord(script, 3, QStringLiteral("run.sh"))});
    const QString directory = m_download->job().directory;
    QVERIFY(QDir().mkpath(directory));
    QFile file(directory + QStringLiteral("/run.sh"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();

    auto *view = m_window->findChild<TreeView *>();
    view->setCurrentIndex(m_window->session()->tree()->indexOf(0));
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_VERIFY(message().contains(QStringLiteral("may be a program")));
    QVERIFY(m_opened.isEmpty());
    QVERIFY(button("Show in Folder"));
}

void TestMainWindow::showsADiskFault()
{
    begin();
    m_fault = DiskFault{DiskFaultKind::Full, QStringLiteral("/data"), QStringLiteral("ENOSPC")};
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
             foundRecord(1, "https://a.example/b")},
        CrawlPhase::Stopped);
    QVERIFY2(message().contains(QStringLiteral("No space is left for \"/data\"")),
        qPrintable(message()));
}

void TestMainWindow::waitsUntilTheDiskIsMended()
{
    begin();
    const auto page = foundRecord(0, "https://a.example/");
    m_fault = DiskFault{DiskFaultKind::Full, QStringLiteral("/data"), QStringLiteral("ENOSPC")};
    for (m_diskPauses = 1; m_diskPauses <= 2; ++m_diskPauses) {
        send({page}, CrawlPhase::Paused);
        QVERIFY2(message().startsWith(QStringLiteral("No space is left for \"/data\"")),
            qPrintable(message()));
        QCOMPARE(int(m_window->session()->state()), int(SessionState::Paused));
        m_calls.clear();
        button("Try Again")->click();
        QCOMPARE(m_calls, QStringList{QStringLiteral("resume")});
        // A batch that was on its way changes nothing.
        send({page}, CrawlPhase::Paused);
        QCOMPARE(int(m_window->session()->state()), int(SessionState::Running));
    }
    m_diskPauses = 2;
    m_fault.reset();
    send({page});
    QCOMPARE(int(m_window->session()->state()), int(SessionState::Running));
    QCOMPARE(message(), QString());
}

void TestMainWindow::sumsUpAtTheEnd()
{
    begin();
    Record skipped = foundRecord(2, "https://b.example/");
    skipped.state = RecordState::Skipped;
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
             failedRecord(foundRecord(1, "https://a.example/b"), FailReason::Http, 500), skipped},
        CrawlPhase::Finished);
    QCOMPARE(message(), QStringLiteral("Finished in 5:40: 1 saved, 1 skipped, 1 failed"));
    QVERIFY(button("Show in Folder"));
    QCOMPARE(m_window->session()->workers()->rowCount(), 0);
}

void TestMainWindow::countsWhatIsUnchanged()
{
    begin();
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html"))});
    const auto shown = [this] {
        QStringList texts;
        for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    };
    QVERIFY(shown().contains(QStringLiteral("1 of 1 found so far")));
    QVERIFY2(shown().filter(QStringLiteral("unchanged")).isEmpty(), qPrintable(shown().join(u'|')));
    QVERIFY(!shown().contains(QString()));
    Record same = savedRecord(foundRecord(1, "https://a.example/b"), 9, QStringLiteral("b"));
    same.state = RecordState::Unchanged;
    m_versionsKept = 3;
    send({same}, CrawlPhase::Finished);
    QVERIFY2(shown().contains(QStringLiteral("1 unchanged")), qPrintable(shown().join(u'|')));
    QVERIFY(shown().contains(QStringLiteral("2 of 2")));
    QCOMPARE(
        message(), QStringLiteral("Finished in 5:40: 1 saved, 1 unchanged, old versions kept: 3"));
}

void TestMainWindow::showsTheTreeOfAnUpdateThatFailed()
{
    begin();
    Record failed = failedRecord(foundRecord(0, "https://a.example/"), FailReason::Refused);
    failed.kept = true;
    failed.path = QStringLiteral("index.html");
    send({failed}, CrawlPhase::Finished);
    QCOMPARE(message(), QStringLiteral("Finished in 5:40: 0 saved, 1 failed"));
    QVERIFY(m_window->findChild<TreeView *>()->isVisible());
}

void TestMainWindow::asksOnceBeforeItQuits()
{
    begin();
    m_window->close();
    QVERIFY(m_window->isVisible());
    m_window->close();
    const auto questions = m_window->findChildren<QMessageBox *>();
    QCOMPARE(questions.size(), 1);
    for (QAbstractButton *button : questions.first()->buttons()) {
        if (questions.first()->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QCOMPARE(m_calls.last(), QStringLiteral("stop"));
    send({}, CrawlPhase::Stopped);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestMainWindow::startsAgainAfterTheEnd()
{
    begin();
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html"))},
        CrawlPhase::Finished);
    m_known.clear();
    m_calls.clear();
    button("Start")->click();
    QCOMPARE(m_calls, QStringList({QStringLiteral("destroyed"), QStringLiteral("start")}));
    QCOMPARE(message(), QString());
    send({foundRecord(0, "https://a.example/")});
    QCOMPARE(m_window->session()->tree()->rowCount(), 1);
}

void TestMainWindow::whatWaitedIsStoppedInAStoppedOne()
{
    begin();
    Record again = foundRecord(2, "https://a.example/c");
    again.state = RecordState::Retrying;
    again.fail = FailReason::Timeout;
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
        foundRecord(1, "https://a.example/b"), again});
    const auto status = [this](RecordId id) {
        return m_window->session()->tree()->indexOf(id).siblingAtColumn(TreeModel::StatusColumn);
    };
    const auto picture = [&](RecordId id) {
        return status(id).data(Qt::DecorationRole).value<QIcon>().pixmap(16).toImage();
    };
    const QImage waiting = picture(1);
    const QVariant colour = status(1).data(Qt::ForegroundRole);
    QCOMPARE(status(1).data().toString(), QStringLiteral("Waiting"));
    QSignalSpy repaints(m_window->session()->tree(), &TreeModel::repaintNeeded);
    send({}, CrawlPhase::Stopped);
    QVERIFY(!repaints.isEmpty());
    for (const RecordId id : {1u, 2u}) {
        QCOMPARE(status(id).data().toString(), QStringLiteral("Stopped"));
        QVERIFY(picture(id) != waiting);
        QCOMPARE(status(id).data(Qt::ForegroundRole), colour);
        QVERIFY(status(id).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Stopped")));
    }
    QCOMPARE(status(0).data().toString(), QStringLiteral("Saved"));
    const ProblemsModel *problems = m_window->session()->problems();
    const QModelIndex problem = problems->index(0, 0, problems->index(0, 0));
    QCOMPARE(problem.siblingAtColumn(ProblemsModel::StatusColumn).data().toString(),
        QStringLiteral("Stopped"));
    // It is found by what it says.
    TreeModel *tree = m_window->session()->tree();
    Arrangement arrangement;
    arrangement.filter.pattern = QStringLiteral("stopped");
    tree->setArrangement(arrangement);
    QTRY_VERIFY(!tree->indexOf(0).isValid());
    QVERIFY(tree->indexOf(1).isValid());
}

void TestMainWindow::keepsTheSentenceReadableBesideButtons()
{
    begin();
    m_id = "0123456789abcdef";
    TrapGroup group;
    group.count = 3;
    group.examples = {"https://a.example/" + QByteArray(200, 'x')};
    m_traps = {group};
    send({savedRecord(foundRecord(0, "https://a.example/"), 10, QStringLiteral("index.html")),
             failedRecord(foundRecord(1, "https://a.example/b"), FailReason::Timeout)},
        CrawlPhase::Finished);
    const auto *bar = m_window->findChild<MessageBar *>();
    const auto sentence = [bar] {
        for (const QLabel *label : bar->findChildren<QLabel *>()) {
            if (label->text() == bar->text())
                return QRect(label->mapTo(bar, QPoint()), label->size());
        }
        return QRect();
    };
    const auto place = [this, bar](const char *text) {
        QToolButton *found = button(text);
        return QRect(found->mapTo(bar, QPoint()), found->size());
    };
    const int letter = m_window->fontMetrics().averageCharWidth();
    m_window->resize(90 * letter, m_window->height());
    // Nothing keeps the window from being that small.
    QCOMPARE(m_window->width(), 90 * letter);
    QTRY_VERIFY(place("Show in Folder").top() >= sentence().bottom());
    QVERIFY(place("Fetch Them").right() <= bar->width());
    QVERIFY(sentence().width() > 50 * letter);
    m_window->resize(240 * letter, m_window->height());
    QTRY_VERIFY(place("Show in Folder").left() >= sentence().right());
    QVERIFY(sentence().width() > 50 * letter);
}

void TestMainWindow::comesToTheFrontAsLargeAsItWas()
{
    open();
    m_window->showMaximized();
    m_window->showMinimized();
    QVERIFY(m_window->isMinimized());
    bringToFront(m_window.get());
    QVERIFY(!m_window->isMinimized());
    QVERIFY(m_window->isMaximized());
    m_window->hide();
    bringToFront(m_window.get());
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->isMaximized());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
