// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/addressdelegate.h"
#include "ui/headercolumns.h"
#include "ui/treemodel.h"
#include "ui/treeview.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner;

class TestTreeColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areWrittenByNameAndReadBack();
    void areAsAtFirstWhereTheSettingsAreDamaged_data();
    void areAsAtFirstWhereTheSettingsAreDamaged();
    void takeInWhatAnotherVersionHadOrHadNot();
    void alwaysShowTheAddress();
    void areAsTheyWereLeftInTheNextWindow();
    void areChosenByTheHeadersMenuAndReset();
    void sortUpDownAndBackByClicks();
    void areShortenedWhereTheyTellLeast();
};

void TestTreeColumns::areWrittenByNameAndReadBack()
{
    ColumnLayout layout = ColumnLayout::standard(10);
    std::swap(layout.places[1], layout.places[3]);
    layout.places[2].width = 77;
    layout.places[5].isShown = !layout.places[5].isShown;
    layout.sort = {TreeModel::SizeColumn, Qt::DescendingOrder};
    const QStringList written = writtenLayout(layout);
    QVERIFY(written.contains(QStringLiteral("size:120:1")));
    const auto read = readLayout(written, 10);
    QVERIFY(read);
    QCOMPARE(writtenLayout(*read), written);
    QVERIFY(read->sort == layout.sort);
}

void TestTreeColumns::areAsAtFirstWhereTheSettingsAreDamaged_data()
{
    QTest::addColumn<QStringList>("written");
    const auto row = [](const char *name, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    };
    row("nothing", "");
    row("another version", "0 -:0 address:100:1");
    row("no order", "1");
    row("an order of nothing", "1 sizes:0 address:100:1");
    row("a direction that is none", "1 size:2 address:100:1");
    row("half a column", "1 -:0 address:100");
    row("a width that is none", "1 -:0 address:wide:1");
    row("a width below nothing", "1 -:0 address:-3:1");
    row("a width beyond all screens", "1 -:0 address:2000000000:1");
    row("shown in a way that is none", "1 -:0 address:100:yes");
    row("a column twice", "1 -:0 size:100:1 size:90:1");
}

void TestTreeColumns::areAsAtFirstWhereTheSettingsAreDamaged()
{
    QFETCH(QStringList, written);
    QVERIFY(!readLayout(written, 10));
}

void TestTreeColumns::takeInWhatAnotherVersionHadOrHadNot()
{
    const auto read =
        readLayout({QStringLiteral("1"), QStringLiteral("-:0"), QStringLiteral("status:50:1"),
                       QStringLiteral("colour:9:1"), QStringLiteral("address:300:1")},
            10);
    QVERIFY(read);
    QCOMPARE(read->places.size(), TreeModel::columns);
    QCOMPARE(read->places[0].column, int(TreeModel::StatusColumn));
    QCOMPARE(read->places[1].column, int(TreeModel::AddressColumn));
}

void TestTreeColumns::alwaysShowTheAddress()
{
    const auto read =
        readLayout({QStringLiteral("1"), QStringLiteral("-:0"), QStringLiteral("address:0:0")}, 10);
    QVERIFY(read);
    QVERIFY(read->places[0].isShown);
    QCOMPARE(read->places[0].width, 120);
}

void TestTreeColumns::areAsTheyWereLeftInTheNextWindow()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("gleaner.conf"));
    TreeModel model(ScopeKind::Host);
    {
        TreeView view;
        view.columns()->remember(file);
        view.setTree(&model);
        view.header()->moveSection(view.header()->visualIndex(TreeModel::SizeColumn), 1);
        view.setColumnWidth(TreeModel::StatusColumn, 123);
        view.columns()->menu()->actions().at(TreeModel::DepthColumn)->trigger();
        // Another download and back.
        view.setTree(nullptr);
        view.setTree(&model);
        QCOMPARE(view.header()->visualIndex(TreeModel::SizeColumn), 1);
        view.setTree(nullptr);
    }
    TreeView next;
    next.columns()->remember(file);
    next.setTree(&model);
    QCOMPARE(next.header()->visualIndex(TreeModel::SizeColumn), 1);
    QCOMPARE(next.columnWidth(TreeModel::StatusColumn), 123);
    QVERIFY(!next.isColumnHidden(TreeModel::DepthColumn));
    QVERIFY(next.isColumnHidden(TreeModel::TriesColumn));
    next.setTree(nullptr);

    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("[tree]\ncolumns=\x01\x02nonsense");
    damaged.close();
    TreeView last;
    last.columns()->remember(file);
    QCOMPARE(writtenLayout(last.columns()->layout()),
        writtenLayout(ColumnLayout::standard(last.fontMetrics().averageCharWidth())));
}

void TestTreeColumns::areChosenByTheHeadersMenuAndReset()
{
    TreeModel model(ScopeKind::Host);
    TreeView view;
    view.setTree(&model);
    const QMenu *menu = view.columns()->menu();
    QVERIFY(!menu->actions().at(TreeModel::AddressColumn)->isEnabled());
    menu->actions().at(TreeModel::StatusColumn)->trigger();
    QVERIFY(view.isColumnHidden(TreeModel::StatusColumn));
    view.header()->moveSection(view.header()->visualIndex(TreeModel::SizeColumn), 1);
    menu->actions().constLast()->trigger();
    QVERIFY(!view.isColumnHidden(TreeModel::StatusColumn));
    QCOMPARE(view.header()->visualIndex(TreeModel::SizeColumn), int(TreeModel::SizeColumn));
    view.setTree(nullptr);
}

void TestTreeColumns::sortUpDownAndBackByClicks()
{
    TreeModel model(ScopeKind::Host);
    TreeView view;
    view.resize(1500, 400);
    view.setTree(&model);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto click = [&view](int column) {
        const int x = view.header()->sectionViewportPosition(column) + 20;
        QTest::mouseClick(view.header()->viewport(), Qt::LeftButton, {}, {x, 5});
    };
    const auto sort = [&view] { return view.columns()->layout().sort; };
    click(TreeModel::SizeColumn);
    QVERIFY((sort() == RowSort{TreeModel::SizeColumn, Qt::DescendingOrder}));
    QVERIFY(view.header()->isSortIndicatorShown());
    click(TreeModel::SizeColumn);
    QVERIFY((sort() == RowSort{TreeModel::SizeColumn, Qt::AscendingOrder}));
    click(TreeModel::SizeColumn);
    QVERIFY(sort() == RowSort());
    QVERIFY(!view.header()->isSortIndicatorShown());
    click(TreeModel::StatusColumn);
    QVERIFY((sort() == RowSort{TreeModel::StatusColumn, Qt::AscendingOrder}));
    view.setTree(nullptr);
}

/// Of addresses the end tells them apart, of sentences the beginning.
void TestTreeColumns::areShortenedWhereTheyTellLeast()
{
    const TreeView view;
    QCOMPARE(view.textElideMode(), Qt::ElideRight);
    for (const int column :
        {TreeModel::AddressColumn, TreeModel::FoundOnColumn, TreeModel::PathColumn})
        QVERIFY(qobject_cast<AddressDelegate *>(view.itemDelegateForColumn(column)));
    QVERIFY(!view.itemDelegateForColumn(TreeModel::StatusColumn));
}

QTEST_MAIN(TestTreeColumns)
#include "tst_treecolumns.moc"
