// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/filterbar.h"
#include "ui/headercolumns.h"
#include "ui/nomatch.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace gleaner;

/// The filter, the chips and the views of the real window, as a person uses them.
class TestFilterBar : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void isClearedByEscWhichThenGoesBackToTheTree();
    void keepsWhatIsChosenAndOpenWhileItHidesThem();
    void forgetsWhatWasChosenWhenSomethingElseIs();
    void saysWhatIsWrongWithAnExpression();
    void saysThatNothingMatchesAndClearsTheFilter();
    void countsTheStatesOnTheChips();
    void showsOneStateByItsKey();
    void goesFromOneViewToAnotherWithTheSameRowsChosen();
    void looksAtTheNextDownloadInTheSameWay();
    void choosesAllNoneAndTheOthers();
    void goesToFailuresByKey();
    void keepsTheRowsOnTheScreenWhereTheyAre();

private:
    TreeView *tree() const { return m_window->findChild<TreeView *>(); }
    TreeModel *model() const { return m_window->session()->tree(); }
    QLineEdit *box() const { return field("Filter"); }
    ViewActions *actions() const { return m_window->findChild<ViewActions *>(); }
    QToolButton *regex() const;
    /// Of all rows that are open, from the top.
    QStringList rows() const;
    void fill();
    bool settles() const;
};

QToolButton *TestFilterBar::regex() const
{
    for (QToolButton *button : m_window->findChild<FilterBar *>()->findChildren<QToolButton *>()) {
        if (button->accessibleName() == QStringLiteral("Regular expression"))
            return button;
    }
    return nullptr;
}

QStringList TestFilterBar::rows() const
{
    QStringList texts;
    for (QModelIndex row = model()->index(0, 0); row.isValid(); row = tree()->indexBelow(row))
        texts << row.data().toString();
    return texts;
}

bool TestFilterBar::settles() const
{
    return QTest::qWaitFor([this] { return !model()->isArranging(); });
}

void TestFilterBar::fill()
{
    begin();
    std::vector<Record> records;
    for (RecordId id = 0; id < 6; ++id) {
        const QByteArray name = "b/" + QByteArray::number(id) + (id % 2 ? ".pdf" : ".html");
        Record record = foundRecord(
            id, "https://a.example/" + (id == 0 ? QByteArray() : name), id == 0 ? noRecord : 0);
        record.depth = id == 0 ? 0 : 1;
        records.push_back(id == 3 ? failedRecord(record, FailReason::Http, 404)
                                  : savedRecord(record, 100, QString::fromLatin1(name)));
    }
    send(records);
    tree()->setFocus();
}

void TestFilterBar::isClearedByEscWhichThenGoesBackToTheTree()
{
    fill();
    QTest::keyClick(tree(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(box()->hasFocus());
    QTest::keyClicks(box(), QStringLiteral("pdf"));
    QTRY_COMPARE(rows(),
        (QStringList{QStringLiteral("a.example"), QStringLiteral("b/"), QStringLiteral("1.pdf"),
            QStringLiteral("3.pdf"), QStringLiteral("5.pdf")}));
    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(box()->hasFocus());
    QTRY_COMPARE(rows().size(), 8);
    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(tree()->hasFocus());
}

void TestFilterBar::keepsWhatIsChosenAndOpenWhileItHidesThem()
{
    fill();
    tree()->setCurrentIndex(model()->indexOf(2));
    tree()->selectionModel()->select(
        model()->indexOf(4), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    tree()->collapse(model()->indexOf(2).parent());
    box()->setText(QStringLiteral("pdf"));
    QTest::keyClick(box(), Qt::Key_Return);
    QVERIFY(settles());
    QVERIFY(tree()->isExpanded(model()->indexOf(1).parent()));
    QVERIFY(!model()->indexOf(2).isValid());

    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(settles());
    QVERIFY(!tree()->isExpanded(model()->indexOf(2).parent()));
    QCOMPARE(tree()->currentIndex(), model()->indexOf(2));
    QModelIndexList chosen = tree()->selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QCOMPARE(chosen, (QModelIndexList{model()->indexOf(2), model()->indexOf(4)}));
}

void TestFilterBar::forgetsWhatWasChosenWhenSomethingElseIs()
{
    fill();
    tree()->setCurrentIndex(model()->indexOf(2));
    box()->setText(QStringLiteral("pdf"));
    QTest::keyClick(box(), Qt::Key_Return);
    QVERIFY(settles());
    tree()->setCurrentIndex(model()->indexOf(5));
    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(settles());
    QCOMPARE(tree()->selectionModel()->selectedRows(), QModelIndexList{model()->indexOf(5)});
}

void TestFilterBar::saysWhatIsWrongWithAnExpression()
{
    fill();
    regex()->click();
    box()->setText(QStringLiteral("[ab"));
    QTest::keyClick(box(), Qt::Key_Return);
    const auto sentence = [this] {
        for (const QLabel *label : m_window->findChild<FilterBar *>()->findChildren<QLabel *>()) {
            if (label->isVisible())
                return label->text();
        }
        return QString();
    };
    QVERIFY2(sentence().startsWith(QStringLiteral("This is not a regular expression: ")),
        qPrintable(sentence()));
    QCOMPARE(box()->accessibleDescription(), sentence());
    QCOMPARE(rows().size(), 8);
    box()->setText(QStringLiteral("[35]\\.pdf$"));
    QTest::keyClick(box(), Qt::Key_Return);
    QVERIFY(settles());
    QCOMPARE(sentence(), QString());
    QCOMPARE(rows().size(), 4);
}

void TestFilterBar::saysThatNothingMatchesAndClearsTheFilter()
{
    fill();
    box()->setText(QStringLiteral("nothing like it"));
    QTest::keyClick(box(), Qt::Key_Return);
    QVERIFY(settles());
    const auto *face = m_window->findChild<NoMatch *>();
    QVERIFY(face->isVisible());
    QCOMPARE(
        face->findChild<QLabel *>()->text(), QStringLiteral("Nothing matches \"nothing like it\""));
    face->findChild<QToolButton *>()->click();
    QVERIFY(settles());
    QVERIFY(!face->isVisible());
    QCOMPARE(box()->text(), QString());
    QCOMPARE(rows().size(), 8);
    // The same for a state that none has, until one has it.
    actions()->showGroup(RowGroup::Skipped);
    QVERIFY(settles());
    QVERIFY(face->isVisible());
    Record skipped = m_known[4];
    skipped.state = RecordState::Skipped;
    send({skipped});
    QVERIFY(!face->isVisible());
    QCOMPARE(model()->rowCount(), 1);
}

void TestFilterBar::countsTheStatesOnTheChips()
{
    fill();
    const auto chip = [this](RowGroup group) {
        return actions()->groups()->actions().at(int(group))->text();
    };
    QTRY_COMPARE(chip(RowGroup::All), QStringLiteral("All 6"));
    QCOMPARE(chip(RowGroup::Saved), QStringLiteral("Saved 5"));
    QCOMPARE(chip(RowGroup::Failed), QStringLiteral("Failed 1"));
    QCOMPARE(chip(RowGroup::Waiting), QStringLiteral("Waiting 0"));
}

void TestFilterBar::showsOneStateByItsKey()
{
    fill();
    QTest::keyClick(tree(), Qt::Key_8, Qt::ControlModifier);
    QVERIFY(settles());
    QCOMPARE(rows(),
        (QStringList{QStringLiteral("a.example"), QStringLiteral("b/"), QStringLiteral("3.pdf")}));
    QVERIFY(actions()->groups()->checkedAction()->text().startsWith(QStringLiteral("Failed")));
    QTest::keyClick(tree(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(settles());
    QCOMPARE(rows().size(), 8);
}

void TestFilterBar::goesFromOneViewToAnotherWithTheSameRowsChosen()
{
    fill();
    tree()->setCurrentIndex(model()->indexOf(4));
    auto *views = m_window->findChild<FilterBar *>()->findChild<QComboBox *>();
    QCOMPARE(views->count(), rowViews);
    QTest::keyClick(views, Qt::Key_End);
    QVERIFY(settles());
    QCOMPARE(views->currentIndex(), int(RowView::Flat));
    QCOMPARE(rows().size(), 6);
    QCOMPARE(tree()->currentIndex(), model()->indexOf(4));
    QVERIFY(tree()->selectionModel()->isRowSelected(model()->indexOf(4).row()));
    actions()->views()->actions().at(int(RowView::FoundOn))->trigger();
    QVERIFY(settles());
    QCOMPARE(views->currentIndex(), int(RowView::FoundOn));
    QCOMPARE(rows().size(), 6);
    QCOMPARE(tree()->currentIndex(), model()->indexOf(4));
    actions()->views()->actions().at(int(RowView::Sites))->trigger();
    QVERIFY(settles());
    QCOMPARE(rows().size(), 8);
    QCOMPARE(tree()->selectionModel()->selectedRows(), QModelIndexList{model()->indexOf(4)});
}

void TestFilterBar::looksAtTheNextDownloadInTheSameWay()
{
    fill();
    box()->setText(QStringLiteral("pdf"));
    QTest::keyClick(box(), Qt::Key_Return);
    field("Address")->setText(QStringLiteral("https://b.example/"));
    button("Start")->click();
    m_known.clear();
    send({foundRecord(0, "https://b.example/x.html"), foundRecord(1, "https://b.example/y.pdf")});
    QVERIFY(settles());
    QCOMPARE(rows(), (QStringList{QStringLiteral("b.example"), QStringLiteral("y.pdf")}));
}

void TestFilterBar::choosesAllNoneAndTheOthers()
{
    fill();
    const auto chosen = [this] { return tree()->selectionModel()->selectedRows().size(); };
    QTest::keyClick(tree(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(chosen(), 8);
    QTest::keyClick(tree(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(chosen(), 0);
    tree()->setCurrentIndex(model()->indexOf(4));
    actions()->invert->trigger();
    QCOMPARE(chosen(), 7);
    QVERIFY(!tree()->selectionModel()->isSelected(model()->indexOf(4)));
}

void TestFilterBar::goesToFailuresByKey()
{
    fill();
    tree()->collapseAll();
    QTRY_VERIFY(actions()->nextFailure->isEnabled());
    QTest::keyClick(tree(), Qt::Key_F8);
    QCOMPARE(tree()->currentIndex(), model()->indexOf(3));
    QVERIFY(tree()->isExpanded(model()->indexOf(3).parent()));
}

void TestFilterBar::keepsTheRowsOnTheScreenWhereTheyAre()
{
    begin();
    std::vector<Record> records;
    for (RecordId id = 0; id < 400; ++id)
        records.push_back(foundRecord(id,
            (id % 2 ? QByteArray("https://a.example/") : QByteArray("https://b.example/"))
                + QByteArray::number(id)));
    send(records);
    tree()->expandMany();
    tree()->scrollTo(model()->indexOf(300), QAbstractItemView::PositionAtTop);
    QCoreApplication::processEvents();
    const QPersistentModelIndex top = tree()->indexAt({0, 0});
    const int before = tree()->visualRect(top).top();
    QVERIFY(tree()->verticalScrollBar()->value() > 0);
    // More above it, below the first site, and then the same by another arrangement.
    std::vector<Record> more;
    for (RecordId id = 400; id < 500; ++id)
        more.push_back(foundRecord(id, "https://b.example/" + QByteArray::number(id)));
    send(more);
    QTRY_COMPARE(tree()->visualRect(top).top(), before);
    box()->setText(QStringLiteral("example"));
    QTest::keyClick(box(), Qt::Key_Return);
    QVERIFY(settles());
    QTRY_COMPARE(tree()->visualRect(top).top(), before);
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
