// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/hostactions.h"
#include "ui/hostboard.h"
#include "ui/hosteffects.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace gleaner;

Q_DECLARE_METATYPE(gleaner::HostEffect)

/// The hosts that were found, and what a person decides about them.
class TestHostBoard : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void hasARowForEachHost();
    void saysWhoHasDecided_data();
    void saysWhoHasDecided();
    void knowsWhereTheStartHasMovedTo();
    void saysWhatAChoiceWouldChange_data();
    void saysWhatAChoiceWouldChange();
    void aChoiceHoldsFromNowOn();
    void severalHostsAtOnce();
    void anEndedDownloadIsBegunAgainForIt();
    void saysWhyNothingCanBeChanged();
    void filtersManyHosts();
    void keepsToTheDownloadThatIsShown();

private:
    HostBoard *board() const { return m_window->findChild<HostBoard *>(); }
    void openBoard() const
    {
        m_window->findChild<HostActions *>()->hosts()->trigger();
        QVERIFY(QTest::qWaitForWindowExposed(board()));
    }
    QTreeView *table() const { return board()->findChild<QTreeView *>(); }
    /// The cells of the row of that host; none if it is not there.
    QStringList row(const QString &host) const
    {
        const QAbstractItemModel *model = table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() != host)
                continue;
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
            return cells;
        }
        return {};
    }
    void choose(const QStringList &hosts) const
    {
        const QAbstractItemModel *model = table()->model();
        table()->clearSelection();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (hosts.contains(model->index(row, 0).data().toString()))
                table()->selectionModel()->select(
                    model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    QRadioButton *radio(const char *beginning) const
    {
        for (QRadioButton *radio : board()->findChildren<QRadioButton *>()) {
            if (radio->text().remove(u'&').startsWith(QLatin1String(beginning)))
                return radio;
        }
        return nullptr;
    }
    QPushButton *apply() const
    {
        for (QPushButton *button : board()->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == QLatin1String("Apply"))
                return button;
        }
        return nullptr;
    }
    /// The start's host with a saved and a waiting page, another with a page that was skipped and a
    /// picture that waits.
    void sendTwoHosts(CrawlPhase phase = CrawlPhase::Running);
};

static Record skippedRecord(Record record, SkipReason reason)
{
    record.state = RecordState::Skipped;
    record.skip = reason;
    return record;
}

static Record requisite(Record record)
{
    record.kind = LinkKind::Requisite;
    return record;
}

void TestHostBoard::sendTwoHosts(CrawlPhase phase)
{
    Record far = foundRecord(4, "https://b.example/far", 0);
    far.depth = 9;
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
             foundRecord(1, "https://a.example/x", 0),
             skippedRecord(foundRecord(2, "https://b.example/y", 0), SkipReason::Scope),
             requisite(foundRecord(3, "https://b.example/z.png", 0)),
             skippedRecord(far, SkipReason::Scope),
             skippedRecord(foundRecord(5, "mailto:a@b.example", 0), SkipReason::Scheme)},
        phase);
    m_calls.clear();
}

void TestHostBoard::hasARowForEachHost()
{
    begin();
    sendTwoHosts();
    HostsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSession(m_window->session());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.host(1).sums.known, 3);
    // http and https are one host, another port is another one.
    send({foundRecord(6, "http://b.example/", 0), foundRecord(7, "http://c.example:81/", 0),
        foundRecord(8, "https://c.example:81/", 0),
        failedRecord(m_known[1], FailReason::Http, 404)});
    model.refresh();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.host(1).sites.size(), size_t(2));
    QCOMPARE(model.host(2).key, QByteArray("c.example:81"));
    QCOMPARE(model.index(0, HostsModel::FailedColumn).data().toString(), QStringLiteral("1"));
    QCOMPARE(model.index(1, HostsModel::KnownColumn).data().toString(), QStringLiteral("4"));
    QCOMPARE(model.index(1, HostsModel::KnownColumn).data(HostsModel::sortRole).toInt(), 4);
    model.setSession(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestHostBoard::saysWhoHasDecided_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("other");
    const QString crawl = QStringLiteral("Crawl, by the scope");
    const QString requisites = QStringLiteral("Requisites only, by the scope");
    QTest::newRow("folder") << int(ScopeKind::Folder) << crawl << requisites;
    QTest::newRow("host") << int(ScopeKind::Host) << crawl << requisites;
    QTest::newRow("domain") << int(ScopeKind::Domain) << crawl << requisites;
    QTest::newRow("any") << int(ScopeKind::Any) << crawl << crawl;
}

void TestHostBoard::saysWhoHasDecided()
{
    QFETCH(const int, scope);
    begin();
    sendTwoHosts();
    CrawlRules rules = rulesOf(m_window->session()->job());
    rules.scope = ScopeKind(scope);
    m_window->session()->setRules(rules);
    HostsModel model;
    model.setSession(m_window->session());
    const auto decision = [&](int row) {
        return model.index(row, HostsModel::ChoiceColumn).data().toString();
    };
    QTEST(decision(0), "own");
    QTEST(decision(1), "other");
    rules.hosts = {{"b.example", HostChoice::Never}};
    m_window->session()->setRules(rules);
    model.refresh();
    QTEST(decision(0), "own");
    QCOMPARE(decision(1), QStringLiteral("Never, decided by you"));
}

void TestHostBoard::knowsWhereTheStartHasMovedTo()
{
    begin();
    Record moved = foundRecord(0, "https://a.example/");
    moved.state = RecordState::Redirected;
    moved.target = Address::parse("https://www.b.example/").value();
    send({moved, foundRecord(1, "https://www.b.example/", 0)});
    HostsModel model;
    model.setSession(m_window->session());
    QVERIFY(model.usualAt(0) == HostChoice::RequisitesOnly);
    QVERIFY(model.usualAt(1) == HostChoice::Crawl);
}

void TestHostBoard::saysWhatAChoiceWouldChange_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("leave");
    QTest::addColumn<int>("comeBack");
    const auto row = [](const char *name, const char *host, HostChoice choice, int leave,
                         int comeBack) {
        QTest::newRow(name) << QByteArray(host) << int(choice) << leave << comeBack;
    };
    row("own, crawl", "a.example", HostChoice::Crawl, 0, 0);
    row("own, requisites", "a.example", HostChoice::RequisitesOnly, 1, 0);
    row("own, never", "a.example", HostChoice::Never, 1, 0);
    // The one that is too far away does not come back.
    row("other, crawl", "b.example", HostChoice::Crawl, 0, 1);
    row("other, requisites", "b.example", HostChoice::RequisitesOnly, 0, 0);
    row("other, never", "b.example", HostChoice::Never, 1, 0);
}

void TestHostBoard::saysWhatAChoiceWouldChange()
{
    QFETCH(const QByteArray, host);
    QFETCH(const int, choice);
    begin();
    sendTwoHosts();
    HostsModel model;
    model.setSession(m_window->session());
    const int row = host == "a.example" ? 0 : 1;
    QCOMPARE(model.host(row).key, host);
    CrawlJob job = jobAsItStands(*m_window->session());
    job.hosts.insert(host, HostChoice(choice));
    const HostEffect effect =
        effectOf(m_window->session()->tree()->tree(), model.host(row).sites, job);
    QVERIFY(effect.isAll);
    QTEST(int(effect.leave), "leave");
    QTEST(int(effect.comeBack), "comeBack");
}

void TestHostBoard::aChoiceHoldsFromNowOn()
{
    begin();
    sendTwoHosts();
    openBoard();
    choose({QStringLiteral("b.example")});
    QVERIFY(radio("As the scope says")->isChecked());
    QVERIFY(!apply()->isEnabled());
    QVERIFY(radio("Never")->accessibleDescription().startsWith(QLatin1String("1 waiting")));
    QVERIFY(radio("Crawl")->accessibleDescription().startsWith(QLatin1String("1 skipped")));
    QCOMPARE(radio("As the scope says")->accessibleDescription(), QStringLiteral("as it is now"));
    radio("Never")->click();
    QVERIFY(apply()->isEnabled());
    QVERIFY(m_calls.isEmpty());
    apply()->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("rules")});
    QCOMPARE(m_download->job().hosts, (HostChoices{{"b.example", HostChoice::Never}}));
    QCOMPARE(row(QStringLiteral("b.example"))[HostsModel::ChoiceColumn],
        QStringLiteral("Never, decided by you"));
    QVERIFY(!apply()->isEnabled());
    // And back again.
    radio("As the scope says")->click();
    apply()->click();
    QCOMPARE(m_download->job().hosts, HostChoices());
}

void TestHostBoard::severalHostsAtOnce()
{
    begin();
    sendTwoHosts();
    openBoard();
    choose({QStringLiteral("a.example"), QStringLiteral("b.example")});
    radio("Requisites only")->click();
    apply()->click();
    QCOMPARE(m_download->job().hosts,
        (HostChoices{
            {"a.example", HostChoice::RequisitesOnly}, {"b.example", HostChoice::RequisitesOnly}}));
    choose({QStringLiteral("b.example")});
    radio("Crawl")->click();
    apply()->click();
    // Chosen together they have no choice in common.
    choose({QStringLiteral("a.example"), QStringLiteral("b.example")});
    for (const QRadioButton *radio : board()->findChildren<QRadioButton *>())
        QVERIFY(!radio->isChecked());
    QVERIFY(!apply()->isEnabled());
}

void TestHostBoard::anEndedDownloadIsBegunAgainForIt()
{
    begin();
    m_id = "session";
    sendTwoHosts(CrawlPhase::Stopped);
    openBoard();
    choose({QStringLiteral("b.example")});
    radio("Crawl")->click();
    apply()->click();
    QCOMPARE(
        m_calls.mid(1, 2), QStringList({QStringLiteral("start again"), QStringLiteral("rules")}));
    QCOMPARE(m_download->job().hosts, (HostChoices{{"b.example", HostChoice::Crawl}}));
}

void TestHostBoard::saysWhyNothingCanBeChanged()
{
    begin();
    sendTwoHosts(CrawlPhase::Stopped);
    openBoard();
    choose({QStringLiteral("b.example")});
    radio("Crawl")->click();
    QVERIFY(!apply()->isEnabled());
    QVERIFY(apply()->toolTip().contains(QLatin1String("nothing of it was kept")));
}

void TestHostBoard::filtersManyHosts()
{
    begin();
    std::vector<Record> records{foundRecord(0, "https://a.example/")};
    for (RecordId id = 1; id <= 10'000; ++id)
        records.push_back(foundRecord(id, "https://h" + QByteArray::number(id) + ".example/", 0));
    send(records);
    openBoard();
    QCOMPARE(table()->model()->rowCount(), 10'001);
    auto *filter = board()->findChild<QLineEdit *>();
    filter->setText(QStringLiteral("H777"));
    QCOMPARE(table()->model()->rowCount(), 11);
    table()->selectAll();
    radio("Never")->click();
    apply()->click();
    QCOMPARE(m_download->job().hosts.size(), 11);
    filter->clear();
    QCOMPARE(table()->model()->rowCount(), 10'001);
}

void TestHostBoard::keepsToTheDownloadThatIsShown()
{
    begin();
    sendTwoHosts();
    openBoard();
    QCOMPARE(table()->model()->rowCount(), 2);
    field("Address")->setText(QStringLiteral("https://c.example/"));
    button("Start")->click();
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(!apply()->isEnabled());
}

QTEST_MAIN(TestHostBoard)
#include "tst_hostboard.moc"
