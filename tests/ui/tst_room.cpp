// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actionrow.h"
#include "ui/columnwidths.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <numeric>

using namespace gleaner;

/// What parts of the window do where there is little room.
class TestRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void oneColumnTakesWhatIsLeft();
    void columnsGiveWayDownToTheirHeaders();
    void whatDoesNotFitIsScrolled();
    void whatAPersonHasDrawnStays();
    void hiddenColumnsTakeNoPart();
    void theLastButtonsGoIntoAMenu();
    void buttonsComeAndGoWithTheirActions();
    void theMenuIsReachedByTheKeyboard();

private:
    int width(int column) const { return m_view->header()->sectionSize(column); }
    int letter() const { return m_view->fontMetrics().averageCharWidth(); }
    int sum() const { return m_view->header()->length(); }
    void show(int width)
    {
        m_view->resize(width, 200);
        m_view->show();
        QCoreApplication::processEvents();
    }
    static QStringList shown(const ActionRow &row)
    {
        QStringList texts;
        for (const QWidget *button : row.buttons()) {
            if (!button->isHidden())
                texts << button->property("text").toString();
        }
        return texts;
    }

    std::unique_ptr<QTreeView> m_view;
    std::unique_ptr<QStandardItemModel> m_model;
    ColumnWidths *m_widths = nullptr;
};

void TestRoom::init()
{
    m_model = std::make_unique<QStandardItemModel>(3, 3);
    m_model->setHorizontalHeaderLabels(
        {QStringLiteral("Number"), QStringLiteral("A long word"), QStringLiteral("Three")});
    m_view = std::make_unique<QTreeView>();
    m_view->setModel(m_model.get());
    m_widths = new ColumnWidths(m_view.get(), {20, 40, 30}, 1);
}

void TestRoom::cleanup()
{
    m_view.reset();
}

void TestRoom::oneColumnTakesWhatIsLeft()
{
    show(200 * letter());
    QCOMPARE(width(0), 20 * letter());
    QCOMPARE(width(2), 30 * letter());
    QCOMPARE(sum(), m_view->viewport()->width());
    // Another model has the same columns.
    QStandardItemModel other(2, 3);
    m_view->setModel(nullptr);
    m_view->setModel(&other);
    QCOMPARE(width(2), 30 * letter());
    QCOMPARE(sum(), m_view->viewport()->width());
    m_view->setModel(nullptr);
}

void TestRoom::columnsGiveWayDownToTheirHeaders()
{
    show(70 * letter());
    QCOMPARE(sum(), m_view->viewport()->width());
    for (int column = 0; column < 3; ++column)
        QVERIFY(width(column) >= m_view->header()->sectionSizeHint(column));
    QVERIFY(width(0) < 20 * letter());
    QVERIFY(width(1) < 40 * letter());
    QVERIFY(width(2) < 30 * letter());
}

void TestRoom::whatDoesNotFitIsScrolled()
{
    m_widths->setLeast(2, 15 * letter());
    show(20 * letter());
    QCOMPARE(width(0), m_view->header()->sectionSizeHint(0));
    QCOMPARE(width(1), m_view->header()->sectionSizeHint(1));
    QCOMPARE(width(2), 15 * letter());
    QVERIFY(sum() > m_view->viewport()->width());
}

void TestRoom::whatAPersonHasDrawnStays()
{
    show(200 * letter());
    m_view->header()->resizeSection(0, 50 * letter());
    QCOMPARE(width(0), 50 * letter());
    QCOMPARE(sum(), m_view->viewport()->width());
    show(90 * letter());
    QCOMPARE(width(0), 50 * letter());
    QVERIFY(width(2) < 30 * letter());
    m_view->setModel(nullptr);
    m_view->setModel(m_model.get());
    QCOMPARE(width(0), 50 * letter());
}

void TestRoom::hiddenColumnsTakeNoPart()
{
    show(200 * letter());
    m_view->setColumnHidden(2, true);
    m_widths->fit();
    QCOMPARE(sum(), m_view->viewport()->width());
    m_view->setColumnHidden(2, false);
    m_widths->fit();
    QCOMPARE(sum(), m_view->viewport()->width());
}

void TestRoom::theLastButtonsGoIntoAMenu()
{
    QAction start(QStringLiteral("Start"));
    QAction pause(QStringLiteral("Pause"));
    QAction scan(QStringLiteral("Scan First"));
    ActionRow row({&start, &pause, &scan});
    row.resize(row.sizeHint());
    row.show();
    QCOMPARE(shown(row),
        (QStringList{
            QStringLiteral("Start"), QStringLiteral("Pause"), QStringLiteral("Scan First")}));
    row.resize(row.sizeHint() - QSize(1, 0));
    QCOMPARE(shown(row),
        (QStringList{QStringLiteral("Start"), QStringLiteral("Pause"), QStringLiteral("More")}));
    QCOMPARE(row.findChild<QMenu *>()->actions(), QList<QAction *>{&scan});
    row.resize(row.minimumSizeHint());
    QCOMPARE(shown(row), (QStringList{QStringLiteral("Start"), QStringLiteral("More")}));
    QCOMPARE(row.findChild<QMenu *>()->actions(), (QList<QAction *>{&pause, &scan}));
    for (const QWidget *button : row.buttons())
        QVERIFY(button->isHidden() || row.rect().contains(button->geometry()));
}

void TestRoom::buttonsComeAndGoWithTheirActions()
{
    QAction start(QStringLiteral("Start"));
    QAction pause(QStringLiteral("Pause"));
    QAction stop(QStringLiteral("Stop"));
    ActionRow row({&start, &pause, &stop});
    pause.setVisible(false);
    row.resize(row.sizeHint());
    row.show();
    QCOMPARE(shown(row), (QStringList{QStringLiteral("Start"), QStringLiteral("Stop")}));
    pause.setVisible(true);
    QVERIFY(!shown(row).contains(QStringLiteral("Stop")));
    QVERIFY(row.findChild<QMenu *>()->actions().contains(&stop));
    row.resize(row.sizeHint());
    QCOMPARE(shown(row).size(), 3);
    QVERIFY(row.findChild<QMenu *>()->isEmpty());
}

void TestRoom::theMenuIsReachedByTheKeyboard()
{
    QAction start(QStringLiteral("Start"));
    QAction scan(QStringLiteral("Scan First"));
    ActionRow row({&start, &scan});
    row.resize(row.minimumSizeHint());
    int scanned = 0;
    connect(&scan, &QAction::triggered, &row, [&scanned] { ++scanned; });
    row.resize(row.sizeHint() - QSize(1, 0));
    row.show();
    QVERIFY(QTest::qWaitForWindowActive(&row));
    auto *more = static_cast<QToolButton *>(row.buttons().last());
    more->setFocus();
    QVERIFY(more->hasFocus());
    auto *menu = row.findChild<QMenu *>();
    // The menu has an event loop of its own.
    QMetaObject::invokeMethod(
        menu,
        [menu] {
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        },
        Qt::QueuedConnection);
    QTest::keyClick(more, Qt::Key_Space);
    QTRY_COMPARE(scanned, 1);
}

QTEST_MAIN(TestRoom)
#include "tst_room.moc"
