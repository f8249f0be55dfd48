// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/rulesdialog.h"
#include "ui/treeview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// What a person changes of a download: retry, skip, other rules, and the answer at many files.
class TestWishes : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void retriesTheChosenRows();
    void retriesABranch();
    void retriesAllThatFailed();
    void retriesOnceTheDownloadHasEnded();
    void whatHasEndedWithoutASessionCannotBeRetried();
    void skipsWhatWaits();
    void skipsABranchForGood();
    void saysWhyAnActionCannotBeUsed();
    void changesWhatIsWanted();
    void rulesComeOutAsTheyWentIn_data();
    void rulesComeOutAsTheyWentIn();
    void wantsAtLeastOneKindOfFile();
    void otherRulesBeginAnEndedDownloadAgain();
    void optionsAreForTheNextDownload();
    void asksAtManyFiles();
    void stopsThereIfThatIsTheAnswer();

private:
    Actions *actions() const { return m_window->findChild<Actions *>(); }
    TreeModel *tree() const { return m_window->session()->tree(); }
    void choose(const QModelIndexList &rows) const;
    /// Two failed, one saved, one waiting, below a/ and beside it.
    void sendSome(CrawlPhase phase = CrawlPhase::Running);
    RulesDialog *dialog() const { return m_window->findChild<RulesDialog *>(); }
    template <typename Widget>
    Widget *inDialog(const char *name) const
    {
        for (Widget *widget : dialog()->findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1String(name))
                return widget;
        }
        return nullptr;
    }
    QCheckBox *box(const char *text) const
    {
        for (QCheckBox *box : dialog()->findChildren<QCheckBox *>()) {
            if (box->text().remove(u'&') == QLatin1String(text))
                return box;
        }
        return nullptr;
    }
    QPushButton *apply() const
    {
        const auto *buttons = dialog()->findChild<QDialogButtonBox *>();
        for (QAbstractButton *button : buttons->buttons()) {
            if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
                return qobject_cast<QPushButton *>(button);
        }
        return nullptr;
    }
};

void TestWishes::choose(const QModelIndexList &rows) const
{
    auto *view = m_window->findChild<TreeView *>();
    view->expandAll();
    view->clearSelection();
    for (const QModelIndex &row : rows)
        view->selectionModel()->select(
            row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    view->selectionModel()->setCurrentIndex(rows.front(), QItemSelectionModel::NoUpdate);
}

void TestWishes::sendSome(CrawlPhase phase)
{
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html")),
             failedRecord(foundRecord(1, "https://a.example/a/x"), FailReason::Http, 404),
             failedRecord(foundRecord(2, "https://a.example/y"), FailReason::Timeout),
             foundRecord(3, "https://a.example/a/wait"), foundRecord(4, "https://a.example/z")},
        phase);
    m_calls.clear();
}

void TestWishes::retriesTheChosenRows()
{
    begin();
    sendSome();
    choose({tree()->indexOf(2), tree()->indexOf(0)});
    QVERIFY(actions()->retry->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(m_calls, QStringList{QStringLiteral("retry 2")});
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(m_calls.size(), 2);
}

void TestWishes::retriesABranch()
{
    begin();
    sendSome();
    // The site with everything, and a row in it: each once.
    choose({tree()->index(0, 0), tree()->indexOf(2)});
    actions()->retry->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("retry 1 2")});
    m_calls.clear();
    choose({tree()->indexOf(1).parent()});
    actions()->retry->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("retry 1")});
}

void TestWishes::retriesAllThatFailed()
{
    begin();
    QVERIFY(!actions()->retryFailed->isVisible());
    sendSome();
    QVERIFY(button("Retry All Failed (2)"));
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_calls, QStringList{QStringLiteral("retry failed")});
    send({savedRecord(m_known[1], 9, QStringLiteral("x")),
        savedRecord(m_known[2], 9, QStringLiteral("y"))});
    QVERIFY(!button("Retry All Failed (0)"));
    QVERIFY(!actions()->retryFailed->isVisible());
}

void TestWishes::retriesOnceTheDownloadHasEnded()
{
    begin();
    m_id = "0123456789abcdef";
    sendSome(CrawlPhase::Stopped);
    choose({tree()->indexOf(1)});
    actions()->retry->trigger();
    QCOMPARE(m_calls,
        QStringList({QStringLiteral("destroyed"), QStringLiteral("start again"),
            QStringLiteral("retry 1")}));
    m_known.clear();
    sendSome(CrawlPhase::Finished);
    button("Retry All Failed (2)")->click();
    QCOMPARE(m_calls,
        QStringList({QStringLiteral("destroyed"), QStringLiteral("start again"),
            QStringLiteral("retry failed")}));
    // The next usual start is a usual one.
    m_known.clear();
    sendSome(CrawlPhase::Finished);
    button("Start")->click();
    QCOMPARE(m_calls, QStringList({QStringLiteral("destroyed"), QStringLiteral("start")}));
}

void TestWishes::whatHasEndedWithoutASessionCannotBeRetried()
{
    begin();
    sendSome(CrawlPhase::Finished);
    choose({tree()->indexOf(1)});
    QVERIFY(!actions()->retry->isEnabled());
    QVERIFY(!actions()->retryFailed->isEnabled());
    QVERIFY(actions()->retryFailed->toolTip().contains(QStringLiteral("nothing of it was kept")));
}

void TestWishes::skipsWhatWaits()
{
    begin();
    sendSome();
    choose({tree()->indexOf(4), tree()->indexOf(0)});
    QTest::keyClick(m_window->findChild<TreeView *>(), Qt::Key_Delete);
    QCOMPARE(m_calls, QStringList{QStringLiteral("skip 4")});
    m_calls.clear();
    choose({tree()->index(0, 0)});
    actions()->skip->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("skip 3 4")});

    // What a person has skipped can be had all the same.
    Record skipped = m_known[4];
    skipped.state = RecordState::Skipped;
    skipped.skip = SkipReason::User;
    send({skipped});
    choose({tree()->indexOf(4)});
    QVERIFY(!actions()->skip->isEnabled());
    m_calls.clear();
    actions()->retry->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("retry 4")});
}

void TestWishes::skipsABranchForGood()
{
    begin();
    sendSome();
    choose({tree()->indexOf(1).parent()});
    actions()->skipBranch->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("rules")});
    QCOMPARE(m_download->job().exclude, QByteArrayList{"https://a.example/a/*"});
    // The site as a whole, too; and the same again is no second pattern.
    choose({tree()->index(0, 0)});
    actions()->skipBranch->trigger();
    actions()->skipBranch->trigger();
    QCOMPARE(m_download->job().exclude,
        QByteArrayList({"https://a.example/a/*", "https://a.example/*"}));
}

void TestWishes::saysWhyAnActionCannotBeUsed()
{
    open();
    QVERIFY(!actions()->changeRules->isEnabled());
    QCOMPARE(actions()->changeRules->toolTip(), QStringLiteral("There is no download yet."));
    QCOMPARE(actions()->retry->toolTip(), QStringLiteral("No row is chosen."));
    m_window.reset();
    begin();
    sendSome();
    QVERIFY(!actions()->retry->isEnabled());
    choose({tree()->indexOf(0)});
    QCOMPARE(actions()->retry->toolTip(), QStringLiteral("Nothing has failed here."));
    QCOMPARE(actions()->skip->toolTip(), QStringLiteral("Nothing is waiting here."));
    QCOMPARE(actions()->skipBranch->toolTip(), QStringLiteral("Choose one folder."));
    send({}, CrawlPhase::Stopped);
    choose({tree()->indexOf(4)});
    QCOMPARE(actions()->skip->toolTip(), QStringLiteral("The download has ended."));
}

void TestWishes::changesWhatIsWanted()
{
    begin();
    sendSome();
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(dialog());
    // One at a time.
    actions()->changeRules->trigger();
    QCOMPARE(m_window->findChildren<RulesDialog *>().size(), 1);
    QCOMPARE(inDialog<QComboBox>("Follow pages of")->currentText(), QStringLiteral("this site"));
    inDialog<QComboBox>("Follow pages of")->setCurrentText(QStringLiteral("any site"));
    inDialog<QSpinBox>("Clicks from the start address")->setValue(2);
    inDialog<QPlainTextEdit>("No addresses like")
        ->setPlainText(QStringLiteral("*/old/*\n\n *.iso "));
    box("Media")->setChecked(false);
    // The download goes on meanwhile.
    send({foundRecord(5, "https://a.example/q")});
    apply()->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("rules")});
    const CrawlJob &job = m_download->job();
    QCOMPARE(job.scope, ScopeKind::Any);
    QCOMPARE(job.depth, std::optional(2));
    QCOMPARE(job.exclude, QByteArrayList({"*/old/*", "*.iso"}));
    QCOMPARE(job.types.types.size(), 8);
    QVERIFY(!job.types.types.contains(FileType::Media));
    QTRY_VERIFY(!dialog());

    // Cancelled, it changes nothing; it shows what holds now.
    actions()->changeRules->trigger();
    QVERIFY(!box("Media")->isChecked());
    QCOMPARE(inDialog<QPlainTextEdit>("No addresses like")->toPlainText(),
        QStringLiteral("*/old/*\n*.iso"));
    dialog()->reject();
    QCOMPARE(m_calls.size(), 1);
}

void TestWishes::rulesComeOutAsTheyWentIn_data()
{
    QTest::addColumn<QByteArray>("types");
    QTest::newRow("all") << QByteArray();
    QTest::newRow("some") << QByteArray("images,media");
    QTest::newRow("an extension") << QByteArray("iso,pdf");
    QTest::newRow("both") << QByteArray("pages,iso");
}

void TestWishes::rulesComeOutAsTheyWentIn()
{
    QFETCH(QByteArray, types);
    CrawlRules rules;
    rules.scope = ScopeKind::Domain;
    rules.depth.reset();
    rules.include = {"*.html", "*/b"};
    if (!types.isEmpty())
        rules.types = TypeSelection::fromList(types).value();
    WindowOptions options;
    options.job.starts = {Address::parse("https://a.example/").value()};
    options.job.directory = m_folder.path();
    gleaner::setRules(options.job, rules);
    open(options);
    sendSome();
    actions()->changeRules->trigger();
    apply()->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("rules")});
    const CrawlRules same = rulesOf(m_download->job());
    QCOMPARE(same.scope, rules.scope);
    QCOMPARE(same.depth, rules.depth);
    QCOMPARE(same.include, rules.include);
    QCOMPARE(same.types.types, rules.types.types);
    QCOMPARE(same.types.extensions, rules.types.extensions);
}

void TestWishes::wantsAtLeastOneKindOfFile()
{
    begin();
    sendSome();
    actions()->changeRules->trigger();
    for (QCheckBox *type : dialog()->findChildren<QCheckBox *>()) {
        if (type->accessibleName().isEmpty())
            type->setChecked(false);
    }
    QVERIFY(!apply()->isEnabled());
    inDialog<QLineEdit>("And files that end in")->setText(QString());
    QTest::keyClicks(inDialog<QLineEdit>("And files that end in"), QStringLiteral(".PDF"));
    QVERIFY(apply()->isEnabled());
    apply()->click();
    QCOMPARE(m_download->job().types.extensions, QSet<QByteArray>{"pdf"});
    QVERIFY(m_download->job().types.types.isEmpty());
}

void TestWishes::otherRulesBeginAnEndedDownloadAgain()
{
    begin();
    m_id = "0123456789abcdef";
    sendSome(CrawlPhase::Finished);
    actions()->changeRules->trigger();
    inDialog<QSpinBox>("Clicks from the start address")->setValue(9);
    apply()->click();
    QCOMPARE(m_calls,
        QStringList(
            {QStringLiteral("destroyed"), QStringLiteral("start again"), QStringLiteral("rules")}));
    QCOMPARE(m_download->job().depth, std::optional(9));
}

void TestWishes::optionsAreForTheNextDownload()
{
    begin();
    sendSome(CrawlPhase::Finished);
    actions()->options->trigger();
    inDialog<QSpinBox>("Clicks from the start address")->setValue(7);
    QVERIFY(box("Ask me at 10,000 files or 5 GB")->isChecked());
    box("Ask me at 10,000 files or 5 GB")->setChecked(false);
    apply()->click();
    QVERIFY(m_calls.isEmpty());
    QCOMPARE(m_download->job().depth, CrawlJob().depth);
    field("Address")->setText(QStringLiteral("https://b.example/"));
    button("Start")->click();
    QCOMPARE(m_download->job().depth, std::optional(7));
    QCOMPARE(m_download->job().whenLarge, LargeDownload::GoOn);
}

void TestWishes::asksAtManyFiles()
{
    begin();
    sendSome();
    m_question = GrowthQuestion::ManyFiles;
    m_questions = 1;
    send({savedRecord(m_known[3], 1'048'567, QStringLiteral("a/wait"))}, CrawlPhase::Paused);
    QCOMPARE(message(), QStringLiteral("2 files (1.0 MiB) so far. Go on?"));
    QVERIFY(button("Stop Here"));
    m_calls.clear();
    button("Go On")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("resume")});
    QCOMPARE(message(), QString());
    // A batch that was on its way asks nothing anew.
    send({}, CrawlPhase::Paused);
    QCOMPARE(m_window->session()->state(), SessionState::Running);
    m_question = GrowthQuestion::None;
    send({});
    QCOMPARE(message(), QString());
}

void TestWishes::stopsThereIfThatIsTheAnswer()
{
    begin();
    sendSome();
    m_question = GrowthQuestion::ManyBytes;
    m_questions = 1;
    send({}, CrawlPhase::Paused);
    m_calls.clear();
    button("Stop Here")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("stop")});
    send({}, CrawlPhase::Stopped);
    QVERIFY2(message().startsWith(QStringLiteral("Stopped after")), qPrintable(message()));
}

QTEST_MAIN(TestWishes)
#include "tst_wishes.moc"
