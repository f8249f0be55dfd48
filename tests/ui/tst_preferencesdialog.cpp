// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/downloads.h"
#include "ui/figures.h"
#include "ui/preferencesdialog.h"
#include "ui/preferencesfile.h"
#include "ui/preferenceskeeper.h"
#include "ui/shortcuts.h"
#include "ui/treeview.h"
#include "ui/workersbox.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyleOptionViewItem>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// The Preferences dialog in the window: what is chosen there is what happens.
class TestPreferencesDialog : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void holdsNothingBeforeOk();
    void reachesTheNextDownload();
    void restoresTheDefaultsOfOnePage();
    void findsAPageByItsWords();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void changesKeys();
    void keysAreListedWithoutNumbers();
    void aKeyUsedTwiceIsSaid();
    void aChangedPauseKeyStays();
    void changedKeysOfRowsStay_data();
    void changedKeysOfRowsStay();
    void everyKeyHasItsOwnName();
    void changesUnitsAndRows();
    void closesWithoutAQuestion();
    void historyIsForgotten();
    void moreRunAtOnce();
    void everyControlSaysWhatItDoes();

private:
    void ask();
    void finish() { buttonOf(QDialogButtonBox::Ok)->click(); }
    PreferencesDialog *dialog() const { return m_window->findChild<PreferencesDialog *>(); }
    QPushButton *buttonOf(QDialogButtonBox::StandardButton which) const
    {
        return dialog()->findChild<QDialogButtonBox *>()->button(which);
    }
    template <typename Widget>
    Widget *named(const char *name) const;
    QAction *action(const char *text) const;
};

void TestPreferencesDialog::ask()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(dialog());
}

template <typename Widget>
Widget *TestPreferencesDialog::named(const char *name) const
{
    for (Widget *widget : dialog()->findChildren<Widget *>()) {
        QString text = widget->accessibleName();
        if constexpr (std::is_same_v<Widget, QCheckBox>)
            text = widget->text().remove(u'&');
        if (text == QLatin1String(name))
            return widget;
    }
    return nullptr;
}

QAction *TestPreferencesDialog::action(const char *text) const
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == QString::fromUtf8(text))
            return action;
    }
    return nullptr;
}

void TestPreferencesDialog::holdsNothingBeforeOk()
{
    open();
    ask();
    named<WorkersBox>("Workers of a new download")->setValue(2);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QCOMPARE(workers()->value(), 8);
    ask();
    QCOMPARE(named<WorkersBox>("Workers of a new download")->value(), 8);
}

void TestPreferencesDialog::reachesTheNextDownload()
{
    open();
    ask();
    named<WorkersBox>("Workers of a new download")->setValue(2);
    named<QSpinBox>("Tries")->setValue(9);
    named<QLineEdit>("Proxy")->setText(QStringLiteral("http://proxy:3128"));
    named<QComboBox>("Follow pages of")->setCurrentIndex(3);
    finish();
    QCOMPARE(workers()->value(), 2);
    QTest::keyClicks(field("Address"), QStringLiteral("a.example"));
    QTest::keyClick(field("Address"), Qt::Key_Return);
    const CrawlJob &job = m_download->job();
    QCOMPARE(job.workers, 2);
    QCOMPARE(job.tries, 9);
    QCOMPARE(job.scope, ScopeKind::Any);
    QVERIFY(job.network.proxy);
}

void TestPreferencesDialog::restoresTheDefaultsOfOnePage()
{
    open();
    ask();
    named<WorkersBox>("Workers of a new download")->setValue(2);
    named<QSpinBox>("Tries")->setValue(9);
    dialog()->choosePage(QStringLiteral("Network"));
    buttonOf(QDialogButtonBox::RestoreDefaults)->click();
    QCOMPARE(named<QSpinBox>("Tries")->value(), 4);
    QCOMPARE(named<WorkersBox>("Workers of a new download")->value(), 2);
}

void TestPreferencesDialog::findsAPageByItsWords()
{
    open();
    ask();
    auto *list = dialog()->findChild<QListWidget *>();
    const auto shown = [list] {
        QStringList titles;
        for (int i = 0; i < list->count(); ++i) {
            if (!list->item(i)->isHidden())
                titles.append(list->item(i)->text());
        }
        return titles;
    };
    QCOMPARE(shown(),
        (QStringList{QStringLiteral("General"), QStringLiteral("Downloads"),
            QStringLiteral("Network"), QStringLiteral("Files"),
            QStringLiteral("Notifications and Tray"), QStringLiteral("Appearance"),
            QStringLiteral("Shortcuts"), QStringLiteral("Privacy")}));
    auto *search = named<QLineEdit>("Search preferences");
    QTest::keyClicks(search, QStringLiteral("proxy"));
    QCOMPARE(shown(), QStringList{QStringLiteral("Network")});
    QCOMPARE(list->currentItem()->text(), QStringLiteral("Network"));
    search->setText(QStringLiteral("no such thing"));
    QCOMPARE(shown(), QStringList());
    search->clear();
    QCOMPARE(shown().size(), 8);
}

void TestPreferencesDialog::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("page");
    QTest::newRow("no proxy") << QStringLiteral("Proxy") << QStringLiteral("proxy")
                              << QStringLiteral("Network: A proxy has an address");
    QTest::newRow("a secret") << QStringLiteral("Proxy")
                              << QStringLiteral("http://anna:secret@proxy:1")
                              << QStringLiteral("Network: Leave the proxy's name");
    QTest::newRow("a relative folder") << QStringLiteral("Folder") << QStringLiteral("x")
                                       << QStringLiteral("Downloads: Write the folder in full");
    QTest::newRow("the user agent") << QStringLiteral("User agent") << QStringLiteral("\u00fc")
                                    << QStringLiteral("Network: A user agent");
}

void TestPreferencesDialog::saysWhatIsWrong()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, page);
    open();
    ask();
    auto *line = named<QLineEdit>(field.toLatin1().constData());
    line->clear();
    // Typed letters would be ASCII only.
    QGuiApplication::clipboard()->setText(typed);
    line->paste();
    QVERIFY(!buttonOf(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY2(buttonOf(QDialogButtonBox::Ok)->toolTip().startsWith(page),
        qPrintable(buttonOf(QDialogButtonBox::Ok)->toolTip()));
    line->clear();
    QTest::keyClick(line, Qt::Key_Space);
    QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(buttonOf(QDialogButtonBox::Ok)->isEnabled());
}

void TestPreferencesDialog::changesKeys()
{
    PreferencesKeeper keeper({});
    m_preferences = &keeper;
    open();
    ask();
    named<QKeySequenceEdit>("New Download")->setKeySequence(QKeySequence(Qt::Key_F7));
    finish();
    QCOMPARE(action("New Download…")->shortcut(), QKeySequence(Qt::Key_F7));
    QCOMPARE(keeper.values().shortcuts.size(), 1);
    ask();
    named<QKeySequenceEdit>("New Download")->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_N));
    finish();
    QCOMPARE(action("New Download…")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
    QVERIFY(keeper.values().shortcuts.isEmpty());
    m_window.reset();
}

void TestPreferencesDialog::keysAreListedWithoutNumbers()
{
    begin();
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
        failedRecord(foundRecord(1, "https://a.example/x", 0), FailReason::Dns)});
    QVERIFY(action("Retry All Failed (1)"));
    ask();
    QVERIFY(named<QKeySequenceEdit>("Retry All Failed"));
    for (const auto *field : dialog()->findChildren<QKeySequenceEdit *>()) {
        const QString name = field->accessibleName();
        QVERIFY2(!name.isEmpty() && !name.contains(u'('), qPrintable(name));
    }
}

void TestPreferencesDialog::aKeyUsedTwiceIsSaid()
{
    open();
    ask();
    QVERIFY(buttonOf(QDialogButtonBox::Ok)->isEnabled());
    named<QKeySequenceEdit>("New Download")->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_Q));
    QVERIFY(!buttonOf(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(buttonOf(QDialogButtonBox::Ok)
                ->toolTip()
                .contains(QStringLiteral(
                    "Ctrl+Q is used twice: for \"New Download\" and for \"Quit\".")));
}

void TestPreferencesDialog::aChangedPauseKeyStays()
{
    begin();
    ask();
    named<QKeySequenceEdit>("Pause")->setKeySequence(QKeySequence(Qt::Key_F7));
    finish();
    QCOMPARE(action("Pause")->shortcut(), QKeySequence(Qt::Key_F7));
    button("Pause")->click();
    send({}, CrawlPhase::Paused);
    QCOMPARE(action("Resume")->shortcut(), QKeySequence(Qt::Key_F7));
    button("Resume")->click();
    send({});
    QCOMPARE(action("Pause")->shortcut(), QKeySequence(Qt::Key_F7));
}

void TestPreferencesDialog::changedKeysOfRowsStay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QKeySequence>("chosen");
    QTest::addColumn<QKeySequence>("ofWhatWaits");
    QTest::addColumn<QKeySequence>("ofWhatHasEnded");
    const QKeySequence shared(Qt::Key_Delete);
    const QKeySequence other(Qt::Key_F7);
    const QKeySequence none;
    const auto skip = QStringLiteral("Skip");
    const auto removal = QStringLiteral("Remove from View");
    QTest::newRow("as they are") << QString() << none << shared << shared;
    QTest::newRow("skip") << skip << other << other << shared;
    QTest::newRow("remove") << removal << other << shared << other;
    QTest::newRow("no skip") << skip << none << none << shared;
    QTest::newRow("no remove") << removal << none << shared << none;
}

/// One key skips what waits and removes what has ended; each of the two may get its own.
void TestPreferencesDialog::changedKeysOfRowsStay()
{
    QFETCH(QString, name);
    QFETCH(QKeySequence, chosen);
    QFETCH(QKeySequence, ofWhatWaits);
    QFETCH(QKeySequence, ofWhatHasEnded);
    begin();
    send({savedRecord(foundRecord(0, "https://a.example/"), 1, QStringLiteral("index.html")),
        foundRecord(1, "https://a.example/x", 0)});
    if (!name.isEmpty()) {
        ask();
        QVERIFY(named<QKeySequenceEdit>(name.toLatin1().constData()));
        named<QKeySequenceEdit>(name.toLatin1().constData())->setKeySequence(chosen);
        finish();
    }
    auto *tree = m_window->findChild<TreeView *>();
    const auto choose = [&](RecordId id) {
        tree->selectionModel()->setCurrentIndex(m_window->session()->tree()->indexOf(id),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    };
    for (int turn = 0; turn < 2; ++turn) {
        choose(1);
        QVERIFY(action("Skip")->isEnabled() && !action("Remove from View")->isEnabled());
        QCOMPARE(action("Skip")->shortcut(), ofWhatWaits);
        choose(0);
        QVERIFY(!action("Skip")->isEnabled());
        QVERIFY(action("Remove from View")->isEnabled());
        QCOMPARE(action("Remove from View")->shortcut(), ofWhatHasEnded);
    }
    // What is not for rows has the key in its own list.
    QCOMPARE(action("Remove from List")->shortcut(), QKeySequence(Qt::Key_Delete));
    if (chosen.isEmpty())
        return;
    choose(name == QStringLiteral("Skip") ? 1 : 0);
    m_calls.clear();
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_F7);
    const bool isRemoved = tree->isRowHidden(0, m_window->session()->tree()->index(0, 0));
    QCOMPARE(m_calls,
        name == QStringLiteral("Skip") ? QStringList{QStringLiteral("skip 1")} : QStringList());
    QCOMPARE(isRemoved, name != QStringLiteral("Skip"));
}

void TestPreferencesDialog::everyKeyHasItsOwnName()
{
    open();
    const Shortcuts shortcuts(m_window->menuBar(), nullptr);
    QStringList names;
    for (const Shortcuts::Entry &entry : shortcuts.entries()) {
        QVERIFY2(!names.contains(entry.name), qPrintable(entry.text));
        names.append(entry.name);
    }
    QVERIFY(names.size() > 20);
}

void TestPreferencesDialog::changesUnitsAndRows()
{
    open();
    const QString before = sizeText(1'000'000);
    const auto *tree = m_window->findChild<TreeView *>();
    QStyleOptionViewItem option;
    option.initFrom(tree);
    const auto height = [&] {
        return QApplication::style()
            ->sizeFromContents(QStyle::CT_ItemViewItem, &option, QSize(10, 10), tree)
            .height();
    };
    const int low = height();
    ask();
    named<QComboBox>("Sizes")->setCurrentIndex(1);
    named<QComboBox>("Rows")->setCurrentIndex(1);
    finish();
    QCOMPARE(sizeText(1'000'000), QStringLiteral("1.0 MB"));
    QVERIFY(height() > low);
    ask();
    named<QComboBox>("Sizes")->setCurrentIndex(0);
    named<QComboBox>("Rows")->setCurrentIndex(0);
    finish();
    QCOMPARE(sizeText(1'000'000), before);
    QCOMPARE(height(), low);
}

void TestPreferencesDialog::closesWithoutAQuestion()
{
    begin();
    ask();
    named<QComboBox>("When the window is closed")->setCurrentIndex(1);
    finish();
    m_window->close();
    QCOMPARE(m_calls.last(), QStringLiteral("stop"));
    QVERIFY(m_window->isVisible());
    send({}, CrawlPhase::Stopped);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestPreferencesDialog::historyIsForgotten()
{
    const QTemporaryDir config;
    m_configDirectory = config.path();
    begin();
    ask();
    QFile file(config.filePath(QStringLiteral("history.ini")));
    const auto holdsIt = [&file] {
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const QByteArray text = file.readAll();
        file.close();
        return isOpen && text.contains("a.example");
    };
    QTRY_VERIFY(holdsIt());
    named<QCheckBox>("Remember the last addresses")->setChecked(false);
    finish();
    QTRY_VERIFY(!holdsIt());
}

void TestPreferencesDialog::moreRunAtOnce()
{
    begin();
    for (const char *address : {"b.example", "c.example", "d.example"}) {
        field("Address")->setText(QLatin1String(address));
        button("Start")->click();
    }
    QCOMPARE(m_window->downloads()->runningCount(), 3);
    ask();
    named<QSpinBox>("Downloads at once")->setValue(4);
    finish();
    QCOMPARE(m_window->downloads()->runningCount(), 4);
}

void TestPreferencesDialog::everyControlSaysWhatItDoes()
{
    open();
    ask();
    for (const QWidget *control : dialog()->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QCheckBox *>(control)
            || qobject_cast<const QComboBox *>(control) || qobject_cast<const QSpinBox *>(control);
        const auto *stack = dialog()->findChild<QStackedWidget *>();
        if (!isControl || !stack->isAncestorOf(control))
            continue;
        const auto *box = qobject_cast<const QCheckBox *>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (box && !box->text().isEmpty()),
            control->metaObject()->className());
    }
}

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
