// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/detailsdock.h"
#include "ui/messagebar.h"
#include "ui/problemsdock.h"
#include "ui/treeview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace gleaner;

class TestDocks : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void countsProblemsInTheTitle();
    void leadsFromAProblemToItsRow();
    void triesProblemsAgain();
    void copiesWhatHasFailed();
    void showsWhatIsKnownOfTheChosenRow();
    void followsTheChainBack();
    void asksForTheAnswerOnlyWhenLookedAt();

private:
    void beginWithProblems();
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
        if (button->text() == QLatin1String(text))
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
    QTRY_VERIFY(details()->text().contains(u"State: Failed"));
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

QTEST_MAIN(TestDocks)
#include "tst_docks.moc"
