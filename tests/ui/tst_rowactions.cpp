// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/messagebar.h"
#include "ui/remedyaction.h"
#include "ui/rowparts.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// What a person does with rows: open, copy, first, out of sight and back, into the trash.
class TestRowActions : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void copiesAllThatIsChosenOneALine();
    void copiesWhereThingsAreSaved();
    void opensTheAddressInTheBrowser();
    void takesRowsOutOfSightAndBack();
    void speaksOfFilesOnlyWhereThereAreSome();
    void whatWaitsIsSkippedByTheSameKey();
    void aFolderComesBackForWhatIsNew();
    void staysOutOfSightWhateverTheFilter();
    void aFolderComesBackUnderAFilterWithoutWhatWasInIt();
    void whatComesToMatchAFilterStaysOutOfSight();
    void undoesARemovalOfAFolderThatCameBack();
    void staysOutOfSightWhileAnotherDownloadIsShown();
    void undoesASkip();
    void undoesTheSkipOfABranch();
    void undoesASkipOfADownloadThatHasEnded();
    void downloadsFirst();
    void asksOnceBeforeFilesAreDeleted();
    void saysWhyFilesCannotBeDeleted();
    void nothingBeginsAgainWhileFilesGoToTheTrash();
    void theMenuHasItsOrder();
    void theRemedyOfARowIsInItsMenu();
    void showsWhereARowWasFound();

private:
    Actions *actions() const { return m_window->findChild<Actions *>(); }
    RowParts *rows() const { return m_window->findChild<RowParts *>(); }
    TreeModel *tree() const { return m_window->session()->tree(); }
    TreeView *view() const { return m_window->findChild<TreeView *>(); }
    QAction *removeRows() const { return rows()->removal().value(0); }
    QAction *deleteFiles() const { return rows()->removal().value(1); }
    QAction *undo() const { return rows()->history().value(0); }
    QAction *redo() const { return rows()->history().value(1); }
    void filter(const char *pattern) const
    {
        m_window->findChild<ViewActions *>()->setPattern(QString::fromLatin1(pattern), {});
        QTRY_VERIFY(!tree()->isArranging());
    }
    bool isHidden(const QModelIndex &row) const
    {
        return view()->isRowHidden(row.row(), row.parent());
    }
    void choose(const QModelIndexList &rows) const
    {
        view()->expandAll();
        view()->clearSelection();
        for (const QModelIndex &row : rows)
            view()->selectionModel()->select(
                row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        view()->selectionModel()->setCurrentIndex(rows.front(), QItemSelectionModel::NoUpdate);
    }
    /// Saved, failed, waiting, and one of another kind, below a/ and beside it.
    void sendSome(CrawlPhase phase = CrawlPhase::Running)
    {
        send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
                 failedRecord(foundRecord(1, "https://a.example/a/x", 0), FailReason::Http, 404),
                 savedRecord(
                     foundRecord(2, "https://a.example/a/y", 0), 1024, QStringLiteral("a/y")),
                 foundRecord(3, "https://a.example/wait", 0),
                 failedRecord(foundRecord(4, "https://a.example/z", 0), FailReason::Timeout)},
            phase);
        m_calls.clear();
    }
    QMessageBox *question() const
    {
        return m_window->findChild<QMessageBox *>(QStringLiteral("delete"));
    }
};

void TestRowActions::copiesAllThatIsChosenOneALine()
{
    begin();
    sendSome();
    // As they stand, whatever they were chosen in.
    choose({tree()->indexOf(4), tree()->indexOf(0), tree()->indexOf(1)});
    actions()->copyAddress->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
        QStringLiteral("https://a.example/\nhttps://a.example/a/x\nhttps://a.example/z"));
}

void TestRowActions::copiesWhereThingsAreSaved()
{
    begin();
    sendSome();
    const QString folder = m_window->session()->job().directory;
    choose({tree()->indexOf(2), tree()->indexOf(4), tree()->indexOf(0)});
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
        folder + QStringLiteral("/index.html\n") + folder + QStringLiteral("/a/y"));
    // Of a folder it is the folder.
    choose({tree()->indexOf(2).parent()});
    rows()->copyPath()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), folder + QStringLiteral("/a"));
    choose({tree()->indexOf(4)});
    QVERIFY(!rows()->copyPath()->isEnabled());
    QCOMPARE(rows()->copyPath()->toolTip(), QStringLiteral("Nothing is saved here."));
}

void TestRowActions::opensTheAddressInTheBrowser()
{
    begin();
    sendSome();
    send({foundRecord(5, "mailto:x@a.example", 0)});
    choose({tree()->indexOf(1)});
    rows()->openInBrowser()->trigger();
    QCOMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://a.example/a/x"))});
    choose({tree()->indexOf(5)});
    QVERIFY(!rows()->openInBrowser()->isEnabled());
    QCOMPARE(rows()->openInBrowser()->toolTip(), QStringLiteral("This is not a web address."));
}

void TestRowActions::takesRowsOutOfSightAndBack()
{
    begin();
    sendSome();
    QVERIFY(!undo()->isEnabled());
    choose({tree()->indexOf(1), tree()->indexOf(0)});
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(isHidden(tree()->indexOf(1)));
    QVERIFY(isHidden(tree()->indexOf(0)));
    QVERIFY(!isHidden(tree()->indexOf(2)));
    QVERIFY(m_calls.isEmpty());
    QVERIFY(message().contains(QStringLiteral("The counts still include them, and their files")));
    QCOMPARE(m_window->session()->totals().known, 5);
    QVERIFY(undo()->text().contains(QStringLiteral("Undo: Remove 2 row")));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!isHidden(tree()->indexOf(1)));
    QVERIFY(!isHidden(tree()->indexOf(0)));
    QVERIFY(!undo()->isEnabled());
    QCOMPARE(message(), QString());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(isHidden(tree()->indexOf(1)));
    QVERIFY(!redo()->isEnabled());
}

void TestRowActions::speaksOfFilesOnlyWhereThereAreSome()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1), tree()->indexOf(4)});
    removeRows()->trigger();
    QVERIFY2(message().contains(QStringLiteral("out of sight")), qPrintable(message()));
    QVERIFY2(!message().contains(QStringLiteral("file")), qPrintable(message()));
    // A folder has the files that are in it.
    undo()->trigger();
    choose({tree()->indexOf(1).parent()});
    removeRows()->trigger();
    QVERIFY2(message().contains(QStringLiteral("file")), qPrintable(message()));
}

void TestRowActions::whatWaitsIsSkippedByTheSameKey()
{
    begin();
    sendSome();
    choose({tree()->indexOf(3)});
    QVERIFY(!removeRows()->isEnabled());
    QCOMPARE(
        removeRows()->toolTip(), QStringLiteral("Something is still waiting here; skip it first."));
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(m_calls, QStringList{QStringLiteral("skip 3")});
    QVERIFY(!isHidden(tree()->indexOf(3)));
    // The folder it is in is not ended, either.
    choose({tree()->index(0, 0)});
    QVERIFY(!removeRows()->isEnabled());
}

void TestRowActions::aFolderComesBackForWhatIsNew()
{
    begin();
    sendSome();
    const QModelIndex folder = tree()->indexOf(1).parent();
    choose({folder});
    removeRows()->trigger();
    QVERIFY(isHidden(folder));
    send({foundRecord(5, "https://a.example/a/new", 0)});
    QVERIFY(!isHidden(folder));
    QVERIFY(isHidden(tree()->indexOf(1)));
    QVERIFY(isHidden(tree()->indexOf(2)));
    QVERIFY(!isHidden(tree()->indexOf(5)));
}

void TestRowActions::staysOutOfSightWhateverTheFilter()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1), tree()->indexOf(4)});
    removeRows()->trigger();
    for (const char *pattern : {"not found", "a/", "nothing of the kind", ""}) {
        filter(pattern);
        for (const RecordId id : {1, 4}) {
            const QModelIndex row = tree()->indexOf(id);
            QVERIFY2(!row.isValid() || isHidden(row), pattern);
        }
    }
    undo()->trigger();
    QVERIFY(!isHidden(tree()->indexOf(1)));
    QVERIFY(!isHidden(tree()->indexOf(4)));
}

void TestRowActions::aFolderComesBackUnderAFilterWithoutWhatWasInIt()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1).parent()});
    removeRows()->trigger();
    filter("not found");
    QVERIFY(isHidden(tree()->indexOf(1).parent()));
    send({failedRecord(foundRecord(5, "https://a.example/a/new", 0), FailReason::Http, 404)});
    QVERIFY(!isHidden(tree()->indexOf(5).parent()));
    QVERIFY(!isHidden(tree()->indexOf(5)));
    QVERIFY(isHidden(tree()->indexOf(1)));
    filter("");
    QVERIFY(!isHidden(tree()->indexOf(5).parent()));
    QVERIFY(!isHidden(tree()->indexOf(5)));
    QVERIFY(isHidden(tree()->indexOf(1)));
    // The filter did not leave it when the folder came back.
    QVERIFY(isHidden(tree()->indexOf(2)));
    // Nothing new is left by this one.
    filter("a/x");
    QVERIFY(isHidden(tree()->indexOf(1).parent()));
    filter("");
    QVERIFY(!isHidden(tree()->indexOf(5).parent()));
}

void TestRowActions::whatComesToMatchAFilterStaysOutOfSight()
{
    begin();
    sendSome();
    const QModelIndex folder = tree()->indexOf(1).parent();
    choose({tree()->indexOf(4)});
    removeRows()->trigger();
    choose({folder});
    removeRows()->trigger();
    filter("Saved");
    QVERIFY(!tree()->indexOf(4).isValid());
    send({savedRecord(m_known[4], 5, QStringLiteral("z")),
        savedRecord(m_known[1], 5, QStringLiteral("a/x"))});
    QVERIFY(tree()->indexOf(4).isValid());
    QVERIFY(isHidden(tree()->indexOf(4)));
    // It is not new, so its folder has nothing to come back for.
    QVERIFY(tree()->indexOf(1).isValid());
    QVERIFY(isHidden(tree()->indexOf(1).parent()));
}

void TestRowActions::undoesARemovalOfAFolderThatCameBack()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1).parent()});
    removeRows()->trigger();
    send({foundRecord(5, "https://a.example/a/new", 0)});
    QVERIFY(isHidden(tree()->indexOf(1)));
    undo()->trigger();
    for (const RecordId id : {1, 2, 5})
        QVERIFY(!isHidden(tree()->indexOf(id)));
}

void TestRowActions::staysOutOfSightWhileAnotherDownloadIsShown()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1)});
    removeRows()->trigger();
    field("Address")->setText(QStringLiteral("https://b.example/"));
    field("Folder")->setText(m_folder.filePath(QStringLiteral("b")));
    button("Start")->click();
    QVERIFY(!undo()->isEnabled());
    field("Address")->setText(QStringLiteral("https://a.example/"));
    field("Folder")->setText(m_folder.filePath(QStringLiteral("a.example")));
    button("Start")->click();
    view()->expandAll();
    QVERIFY(isHidden(tree()->indexOf(1)));
    undo()->trigger();
    QVERIFY(!isHidden(tree()->indexOf(1)));
}

void TestRowActions::undoesASkip()
{
    begin();
    sendSome();
    choose({tree()->indexOf(3)});
    actions()->skip->trigger();
    undo()->trigger();
    redo()->trigger();
    QCOMPARE(m_calls,
        QStringList(
            {QStringLiteral("skip 3"), QStringLiteral("retry 3"), QStringLiteral("skip 3")}));
}

void TestRowActions::undoesTheSkipOfABranch()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1).parent()});
    actions()->skipBranch->trigger();
    QCOMPARE(m_download->job().exclude, QByteArrayList{"https://a.example/a/*"});
    QVERIFY(undo()->text().contains(QStringLiteral("Skip Branch https://a.example/a/")));
    undo()->trigger();
    QCOMPARE(m_download->job().exclude, QByteArrayList());
    redo()->trigger();
    QCOMPARE(m_download->job().exclude, QByteArrayList{"https://a.example/a/*"});
}

void TestRowActions::undoesASkipOfADownloadThatHasEnded()
{
    begin();
    m_id = "0123456789abcdef";
    sendSome();
    choose({tree()->indexOf(3)});
    actions()->skip->trigger();
    Record skipped = m_known[3];
    skipped.state = RecordState::Skipped;
    skipped.skip = SkipReason::User;
    send({skipped}, CrawlPhase::Finished);
    m_calls.clear();
    undo()->trigger();
    QTRY_COMPARE(m_calls,
        QStringList({QStringLiteral("destroyed"), QStringLiteral("start again"),
            QStringLiteral("retry 3")}));
    QVERIFY(!undo()->isEnabled());
}

void TestRowActions::downloadsFirst()
{
    begin();
    sendSome();
    choose({tree()->indexOf(3)});
    rows()->downloadFirst()->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("prefer 3")});
    QVERIFY(message().contains(QStringLiteral("first now")));
    // Of a folder what is found in it later, too.
    choose({tree()->index(0, 0)});
    rows()->downloadFirst()->trigger();
    QCOMPARE(m_calls.back(), QStringLiteral("prefer 3https://a.example/"));
    choose({tree()->indexOf(0)});
    QVERIFY(!rows()->downloadFirst()->isEnabled());
    QCOMPARE(rows()->downloadFirst()->toolTip(), QStringLiteral("Nothing is waiting here."));
}

void TestRowActions::asksOnceBeforeFilesAreDeleted()
{
    begin();
    m_id = "0123456789abcdef";
    sendSome(CrawlPhase::Stopped);
    choose({tree()->index(0, 0)});
    QTest::keyClick(view(), Qt::Key_Delete, Qt::ShiftModifier);
    QVERIFY(question());
    QVERIFY(question()->text().contains(QStringLiteral("Move 2 saved file")));
    QVERIFY(question()->informativeText().contains(QStringLiteral("Size: 1")));
    QVERIFY(question()->informativeText().contains(QStringLiteral("nobody has changed")));
    // A key pressed in haste deletes nothing.
    QVERIFY(question()->defaultButton() == question()->button(QMessageBox::Cancel));
    deleteFiles()->trigger();
    QCOMPARE(m_window->findChildren<QMessageBox *>(QStringLiteral("delete")).size(), 1);
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QCOMPARE(m_window->session()->totals().saved, 2);
    QVERIFY(m_calls.isEmpty());
}

void TestRowActions::saysWhyFilesCannotBeDeleted()
{
    begin();
    sendSome();
    QCOMPARE(deleteFiles()->toolTip(), QStringLiteral("No row is chosen."));
    choose({tree()->indexOf(0)});
    QVERIFY(deleteFiles()->toolTip().startsWith(QStringLiteral("Stop the download first")));
    m_id = "0123456789abcdef";
    send({}, CrawlPhase::Stopped);
    QVERIFY(deleteFiles()->isEnabled());
    choose({tree()->indexOf(1)});
    QVERIFY(!deleteFiles()->isEnabled());
    QCOMPARE(deleteFiles()->toolTip(), QStringLiteral("Nothing is saved here."));
}

void TestRowActions::nothingBeginsAgainWhileFilesGoToTheTrash()
{
    begin();
    m_id = "0123456789abcdef";
    sendSome(CrawlPhase::Stopped);
    Session *session = m_window->session();
    session->noteDisposing();
    const QString why = QStringLiteral("Files are being moved to the trash.");
    QVERIFY(!actions()->retryFailed->isEnabled());
    QCOMPARE(actions()->retryFailed->toolTip(), why);
    button("Start")->click();
    QCOMPARE(message(), why);
    QVERIFY(m_calls.isEmpty());
    session->noteDisposed({0});
    QVERIFY(actions()->retryFailed->isEnabled());
    button("Start")->click();
    QVERIFY(m_calls.contains(QStringLiteral("start")));
}

void TestRowActions::theMenuHasItsOrder()
{
    begin();
    sendSome();
    QMenu menu;
    fillRowMenu(&menu, rows()->rowActions());
    QVERIFY(menu.toolTipsVisible());
    QStringList texts;
    for (QAction *action : menu.actions()) {
        if (action->isVisible())
            texts << (action->isSeparator() ? QStringLiteral("-") : action->text().remove(u'&'));
    }
    QCOMPARE(texts.join(u' '),
        QStringLiteral(
            "Open Open in Browser Show in Folder - Copy Address Copy Path - - Retry Skip "
            "Skip Branch Download First - Remove from View Delete Saved Files…"));
}

void TestRowActions::theRemedyOfARowIsInItsMenu()
{
    begin();
    sendSome();
    QAction *remedy = rows()->remedy()->action();
    choose({tree()->indexOf(0)});
    QVERIFY(!remedy->isVisible());
    choose({tree()->indexOf(4)});
    QVERIFY(remedy->isVisible());
    QCOMPARE(remedy->text().remove(u'&'), QStringLiteral("Retry"));
    remedy->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("retry 4")});
    // Without a dialog for that, the browser has to do.
    rows()->remedy()->setSignIn(nullptr);
    send({failedRecord(m_known[4], FailReason::Http, 401)});
    QCOMPARE(remedy->text().remove(u'&'), QStringLiteral("Open in Browser"));
    QAction signIn;
    QSignalSpy asked(&signIn, &QAction::triggered);
    rows()->remedy()->setSignIn(&signIn);
    send({});
    QCOMPARE(remedy->text().remove(u'&'), QStringLiteral("Sign In…"));
    remedy->trigger();
    QCOMPARE(asked.count(), 1);
    send({failedRecord(m_known[4], FailReason::Http, 429)});
    remedy->trigger();
    QCOMPARE(m_calls.back(), QStringLiteral("workers 4"));
    send({failedRecord(m_known[4], FailReason::Tls)});
    remedy->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(
        QStringLiteral("https://a.example/z\nstate: failed\nreason: tls")));
}

void TestRowActions::showsWhereARowWasFound()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1)});
    rows()->remedy()->action()->trigger();
    QCOMPARE(view()->currentIndex(), tree()->indexOf(0));
    Record start = failedRecord(m_known[0], FailReason::Http, 404);
    start.path.clear();
    send({start});
    QVERIFY(!rows()->remedy()->action()->isEnabled());
    QCOMPARE(rows()->remedy()->action()->toolTip(),
        QStringLiteral("It is a start address; no page led there."));
}

QTEST_MAIN(TestRowActions)
#include "tst_rowactions.moc"
