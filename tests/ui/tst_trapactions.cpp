// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/downloadspanel.h"
#include "ui/messagebar.h"
#include "ui/texts.h"
#include "ui/traptexts.h"

#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// The window says what was set aside because there is no end of it, and fetches it when told to.
class TestTrapActions : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void saysEachKindInWords_data();
    void saysEachKindInWords();
    void saysOneAsOne();
    void namesAnExample();
    void showsHostileAddressesAsTheyAre();
    void aRowSaysThatItWasSetAside();
    void staysWithTheGroupItNames();
    void fetchesWhileItRuns();
    void fetchesByItsKey();
    void fetchesWhenItIsOver();
    void cannotFetchWhenNothingWasKept();
    void theMenuHasThemAll();
    void theMenuFetchesAllAtOnce();
    void staysAwayOnceItWasClosed();
    void letsOtherMessagesBeRead();
    void goesWithTheDownloadThatIsShown();
    void isNotAboutWhatWasReleased();

private:
    static TrapGroup group(TrapNumber number, qint64 count);
    static Address start() { return Address::parse("https://a.example/").value(); }
    static QString message(const TrapGroup &group) { return trapMessage(group, start()); }
    using WindowFixture::message;
    /// What the engine says of it now.
    void tell(const std::vector<TrapGroup> &groups, CrawlPhase phase = CrawlPhase::Running);
    Actions *actions() const { return m_window->findChild<Actions *>(); }
    QList<QAction *> entries() const;
};

TrapGroup TestTrapActions::group(TrapNumber number, qint64 count)
{
    TrapGroup group;
    group.number = number;
    group.kind = TrapKind::Counter;
    group.shape = "https://a.example/x?d" + QByteArray::number(number) + "=*";
    group.count = count;
    group.examples = {group.shape.chopped(1) + "300"};
    return group;
}

void TestTrapActions::tell(const std::vector<TrapGroup> &groups, CrawlPhase phase)
{
    m_traps = groups;
    if (m_known.empty())
        send({savedRecord(foundRecord(0, "https://a.example/"), 10, QStringLiteral("index.html"))},
            phase);
    else
        send({}, phase);
}

QList<QAction *> TestTrapActions::entries() const
{
    QMenu *menu = actions()->setAside->menu();
    Q_EMIT menu->aboutToShow();
    QList<QAction *> entries = menu->actions();
    entries.removeIf([](const QAction *entry) { return entry->isSeparator(); });
    return entries;
}

void TestTrapActions::saysEachKindInWords_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](TrapKind kind, const char *text) {
        QTest::newRow(QByteArray::number(int(kind)).constData()) << QString::fromLatin1(text);
    };
    row(TrapKind::Repetition, "1,204 whose paths repeat themselves");
    row(TrapKind::SessionIds, "1,204 that are known pages under another session");
    row(TrapKind::LaterDates, "1,204 further on in a calendar without end");
    row(TrapKind::EarlierDates, "1,204 further back in a calendar without end");
    row(TrapKind::Counter, "1,204 that are counted on without end");
    row(TrapKind::Copies, "1,204 below copies of one page, ever deeper");
}

void TestTrapActions::saysEachKindInWords()
{
    QFETCH(const QString, text);
    TrapGroup told = group(0, 1204);
    told.kind = TrapKind(QByteArray(QTest::currentDataTag()).toInt());
    told.shape = "https://a.example/x?d=*";
    told.examples = {"https://a.example/x?d=300"};
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(trapText(told), QStringLiteral("Set aside: %1 (https://a.example/x?d=*).").arg(text));
    QCOMPARE(message(told), QStringLiteral("Set aside: %1 (such as /x?d=300).").arg(text));
    QCOMPARE(trapEntry(told, start()), QStringLiteral("%1: /x?d=*").arg(text));
}

void TestTrapActions::saysOneAsOne()
{
    const std::pair<TrapKind, const char *> kinds[]{
        {TrapKind::Repetition, "1 whose path repeats itself"},
        {TrapKind::SessionIds, "1 that is a known page under another session"},
        {TrapKind::Counter, "1 that is counted on without end"}};
    for (const auto &[kind, text] : kinds) {
        TrapGroup one = group(0, 1);
        one.kind = kind;
        const QString said = trapEntry(one, start());
        QVERIFY2(said.startsWith(QLatin1String(text)), qPrintable(said));
    }
}

void TestTrapActions::namesAnExample()
{
    begin();
    tell({group(0, 3)});
    QCOMPARE(message(),
        QStringLiteral("Set aside: 3 that are counted on without end "
                       "(such as /x?d0=300)."));
    QVERIFY(button("Fetch Them"));
    QVERIFY(!button("Fetch Them")->toolTip().isEmpty());
    // A long one keeps to a line.
    TrapGroup longer = group(0, 4);
    longer.examples = {"https://b.example/" + QByteArray(500, 'x')};
    QVERIFY(message(longer).size() < 120);
    QVERIFY(message(longer).contains(QStringLiteral("https://b.example/x")));
    longer.examples.clear();
    QCOMPARE(
        message(longer), QStringLiteral("Set aside: 4 that are counted on without end (/x?d0=*)."));
}

void TestTrapActions::showsHostileAddressesAsTheyAre()
{
    begin();
    TrapGroup hostile = group(0, 3);
    hostile.shape = "http://h/<b>&amp;&x\xe2\x80\xae*";
    hostile.examples = {hostile.shape};
    tell({hostile});
    QVERIFY2(message().contains(QStringLiteral("<b>&amp;&x[U+202E]*")), qPrintable(message()));
    QVERIFY2(entries().front()->text().endsWith(QStringLiteral("<b>&&amp;&&x[U+202E]*")),
        qPrintable(entries().front()->text()));
}

void TestTrapActions::aRowSaysThatItWasSetAside()
{
    begin();
    Record record = foundRecord(1, "https://a.example/x?d=300", 0);
    record.state = RecordState::Skipped;
    record.skip = SkipReason::Trap;
    send({foundRecord(0, "https://a.example/"), record});
    const TreeModel *tree = m_window->session()->tree();
    const QModelIndex row = tree->indexOf(1);
    QCOMPARE(row.siblingAtColumn(TreeModel::StatusColumn).data().toString(),
        QStringLiteral("Skipped: set aside, there seems to be no end of its kind"));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("set aside")));
    QVERIFY(
        row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Download &gt; Set Aside")));
}

void TestTrapActions::staysWithTheGroupItNames()
{
    begin();
    tell({group(0, 3), group(1, 40)});
    const QString more = QStringLiteral(" One more group can be fetched from the Download menu.");
    QCOMPARE(message(), message(group(1, 40)) + more);
    // Nobody shall press a button that has just become another one.
    tell({group(0, 50), group(1, 41)});
    QCOMPARE(message(), message(group(1, 41)) + more);
    tell({group(2, 1)});
    QVERIFY(message().endsWith(QStringLiteral(" 2 more groups can be fetched from the Download "
                                              "menu.")));
    button("Fetch Them")->click();
    QCOMPARE(m_calls.last(), QStringLiteral("release 1"));
    // The next one is the largest.
    TrapGroup released = group(1, 0);
    released.state = TrapGroup::State::Released;
    tell({released});
    QCOMPARE(message(), message(group(0, 50)) + more);
}

void TestTrapActions::fetchesWhileItRuns()
{
    begin();
    tell({group(0, 3)});
    button("Fetch Them")->click();
    QCOMPARE(m_calls.last(), QStringLiteral("release 0"));
    QCOMPARE(message(), QString());
    // A batch that was on its way says nothing anew.
    tell({group(0, 4)});
    QCOMPARE(message(), QString());
}

void TestTrapActions::fetchesByItsKey()
{
    begin();
    QVERIFY(!actions()->setAside->isEnabled());
    QCOMPARE(actions()->setAside->toolTip(), QStringLiteral("Nothing was set aside."));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    tell({group(7, 3)});
    QVERIFY(actions()->setAside->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("release 7"));
    // Paused too: it is asked for when the download goes on.
    tell({group(8, 3)});
    button("Pause")->click();
    tell({}, CrawlPhase::Paused);
    QVERIFY2(message().startsWith(QStringLiteral("Paused")), qPrintable(message()));
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("release 8"));
}

void TestTrapActions::fetchesWhenItIsOver()
{
    begin();
    m_id = "0123456789abcdef";
    tell({group(0, 3), group(1, 8)}, CrawlPhase::Finished);
    QVERIFY2(message().endsWith(message(group(1, 8))), qPrintable(message()));
    m_calls.clear();
    button("Fetch Them")->click();
    QCOMPARE(m_calls, QStringList({QStringLiteral("destroyed"), QStringLiteral("start again")}));
    QCOMPARE(m_download->job().releasedTraps, std::vector<TrapNumber>{1});
    // That was for once.
    QVERIFY(m_window->session()->job().releasedTraps.empty());
}

void TestTrapActions::cannotFetchWhenNothingWasKept()
{
    begin();
    tell({group(0, 3)}, CrawlPhase::Stopped);
    QVERIFY(!button("Fetch Them")->isEnabled());
    QVERIFY(button("Fetch Them")->toolTip().contains(QStringLiteral("nothing of it was kept")));
    QVERIFY(!entries().front()->isEnabled());
}

void TestTrapActions::theMenuHasThemAll()
{
    begin();
    std::vector<TrapGroup> groups;
    for (TrapNumber number = 0; number < 30; ++number)
        groups.push_back(group(number, 100 + number));
    tell({groups.begin(), groups.begin() + 2});
    QCOMPARE(entries().size(), 3);
    QCOMPARE(entries()[0]->text(), trapEntry(groups[1], start()));
    QCOMPARE(entries()[1]->text(), trapEntry(groups[0], start()));
    QCOMPARE(entries()[2]->text().remove(u'&'), QStringLiteral("All 2 Groups"));
    entries()[1]->trigger();
    QCOMPARE(m_calls.last(), QStringLiteral("release 0"));
    // Of many those that are largest, and all of them.
    tell(groups);
    QVERIFY(entries().size() <= 22);
    QCOMPARE(entries()[1]->text(), trapEntry(groups[29], start()));
}

void TestTrapActions::theMenuFetchesAllAtOnce()
{
    begin();
    tell({group(0, 3), group(1, 8)});
    entries().last()->trigger();
    QCOMPARE(m_calls,
        QStringList(
            {QStringLiteral("start"), QStringLiteral("release 1"), QStringLiteral("release 0")}));
    QCOMPARE(message(), QString());
    m_id = "0123456789abcdef";
    tell({group(0, 3), group(1, 8)}, CrawlPhase::Stopped);
    entries().last()->trigger();
    QCOMPARE(m_download->job().releasedTraps, (std::vector<TrapNumber>{1, 0}));
}

void TestTrapActions::staysAwayOnceItWasClosed()
{
    begin();
    tell({group(0, 3), group(1, 9)});
    for (auto *close : m_window->findChild<MessageBar *>()->findChildren<QToolButton *>()) {
        if (close->accessibleName() == QStringLiteral("Close Message"))
            close->click();
    }
    QCOMPARE(message(), QString());
    tell({group(0, 4)});
    QCOMPARE(message(), QString());
    QVERIFY(actions()->setAside->isEnabled());
    // But another one is news.
    tell({group(2, 1)});
    QVERIFY2(message().startsWith(message(group(2, 1))), qPrintable(message()));
}

void TestTrapActions::letsOtherMessagesBeRead()
{
    begin();
    auto *bar = m_window->findChild<MessageBar *>();
    bar->show(MessageBar::Kind::Good, QStringLiteral("Wrote it."));
    tell({group(0, 3)});
    QCOMPARE(message(), QStringLiteral("Wrote it."));
    bar->hide();
    tell({});
    QCOMPARE(message(), message(group(0, 3)));
    // And the end is said in any case.
    tell({}, CrawlPhase::Finished);
    QVERIFY2(message().startsWith(QStringLiteral("Finished in ")), qPrintable(message()));
}

void TestTrapActions::goesWithTheDownloadThatIsShown()
{
    begin();
    tell({group(0, 3)});
    const QString first = message();
    field("Address")->setText(QStringLiteral("https://b.example/"));
    button("Start")->click();
    QCOMPARE(message(), QString());
    QVERIFY(!actions()->setAside->isEnabled());
    auto *list = m_window->findChild<DownloadsPanel *>()->findChild<QListView *>();
    list->setCurrentIndex(list->model()->index(0, 0));
    QCOMPARE(message(), first);
    button("Fetch Them")->click();
    QCOMPARE(m_made[0]->calls().last(), QStringLiteral("release 0"));
    QCOMPARE(m_made[1]->calls().last(), QStringLiteral("start"));
}

void TestTrapActions::isNotAboutWhatWasReleased()
{
    begin();
    TrapGroup released = group(0, 0);
    released.state = TrapGroup::State::Released;
    tell({released, group(1, 0)});
    QCOMPARE(message(), QString());
    QVERIFY(!actions()->setAside->isEnabled());
    tell({}, CrawlPhase::Finished);
    QVERIFY(!message().contains(QStringLiteral("Set aside")));
    QVERIFY(!button("Fetch Them"));
}

QTEST_MAIN(TestTrapActions)
#include "tst_trapactions.moc"
