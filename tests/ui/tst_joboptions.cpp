// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/jobfile.h"
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/rulesdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// The options that have no field in the form: each reaches the job, and comes back with it.
class TestJobOptions : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void eachControlReachesTheJob_data();
    void eachControlReachesTheJob();
    void theyAreRememberedForTheNextOnes_data() { eachControlReachesTheJob_data(); }
    void theyAreRememberedForTheNextOnes();
    void anEarlierDownloadHasItsOwn_data() { eachControlReachesTheJob_data(); }
    void anEarlierDownloadHasItsOwn();
    void cancelledTheyStay();
    void aKnownDownloadIsAskedForItsRulesOnly();
    void everyControlSaysWhatItDoes();

private:
    using Value = std::function<int(const CrawlJob &)>;
    struct Row {
        const char *name;
        const char *text;
        int checked;
        int unchecked;
        Value value;
    };
    /// The fixture's own defaults are those of the command line.
    static const std::vector<Row> &rows();
    static const Row &row(int number) { return rows()[size_t(number)]; }

    void openDialog();
    RulesDialog *dialog() const { return m_window->findChild<RulesDialog *>(); }
    QCheckBox *box(const char *text) const;
    void apply();
    void start(const char *address);
};

const std::vector<TestJobOptions::Row> &TestJobOptions::rows()
{
    static const std::vector<Row> rows{
        {"links", "Links lead to the saved files", int(LinkPolicy::Relative), int(LinkPolicy::Keep),
            [](const CrawlJob &job) { return int(job.links); }},
        {"names", "Names that servers give", int(NameSource::Server), int(NameSource::Address),
            [](const CrawlJob &job) { return int(job.names); }},
        {"origin", "Note where files come from", int(OriginNote::Written), int(OriginNote::None),
            [](const CrawlJob &job) { return int(job.originNote); }},
        {"archive", "Keep a web archive (WARC) too", int(Archiving::Warc), int(Archiving::None),
            [](const CrawlJob &job) { return int(job.archiving); }},
        {"old versions", "Keep what an update replaces", int(OldVersions::Kept),
            int(OldVersions::Replaced), [](const CrawlJob &job) { return int(job.oldVersions); }},
        {"traps", "Set aside what has no end", int(TrapPolicy::SetAside), int(TrapPolicy::Follow),
            [](const CrawlJob &job) { return int(job.traps); }},
        {"many files", "Ask me at 10,000 files or 5 GB", int(LargeDownload::Ask),
            int(LargeDownload::GoOn), [](const CrawlJob &job) { return int(job.whenLarge); }},
    };
    return rows;
}

void TestJobOptions::openDialog()
{
    m_window->findChild<Actions *>()->options->trigger();
    QVERIFY(dialog());
}

QCheckBox *TestJobOptions::box(const char *text) const
{
    for (QCheckBox *box : dialog()->findChildren<QCheckBox *>()) {
        if (box->text().remove(u'&') == QLatin1String(text))
            return box;
    }
    return nullptr;
}

void TestJobOptions::apply()
{
    const auto *buttons = dialog()->findChild<QDialogButtonBox *>();
    for (QAbstractButton *button : buttons->buttons()) {
        if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->click();
    }
    QTRY_VERIFY(!dialog());
}

void TestJobOptions::start(const char *address)
{
    field("Address")->setText(QLatin1String(address));
    button("Start")->click();
}

void TestJobOptions::eachControlReachesTheJob_data()
{
    QTest::addColumn<int>("number");
    for (size_t number = 0; number < rows().size(); ++number)
        QTest::newRow(rows()[number].name) << int(number);
}

void TestJobOptions::eachControlReachesTheJob()
{
    QFETCH(const int, number);
    const Row &control = row(number);
    WindowOptions options;
    options.job.links = LinkPolicy::Relative;
    const int before = control.value(options.job);
    open(options);
    openDialog();
    QCheckBox *shown = box(control.text);
    QVERIFY(shown && shown->isVisible());
    QCOMPARE(shown->isChecked(), before == control.checked);
    QTest::keyClick(shown, Qt::Key_Space);
    apply();
    start("https://a.example/");
    const int after = control.value(m_download->job());
    QVERIFY(after != before);
    QCOMPARE(after, before == control.checked ? control.unchecked : control.checked);
    // Nothing else has changed.
    for (const Row &other : rows()) {
        if (&other != &control)
            QCOMPARE(other.value(m_download->job()), other.value(options.job));
    }
}

void TestJobOptions::theyAreRememberedForTheNextOnes()
{
    QFETCH(const int, number);
    const Row &control = row(number);
    open();
    openDialog();
    const bool wanted = !box(control.text)->isChecked();
    box(control.text)->click();
    apply();
    start("https://a.example/");
    start("https://b.example/");
    QCOMPARE(m_made.size(), 2);
    QCOMPARE(control.value(m_download->job()), wanted ? control.checked : control.unchecked);
    openDialog();
    QCOMPARE(box(control.text)->isChecked(), wanted);
}

void TestJobOptions::anEarlierDownloadHasItsOwn()
{
    QFETCH(const int, number);
    const Row &control = row(number);
    // A session as its database brings it back, begun with the other choice.
    open();
    openDialog();
    const bool wanted = !box(control.text)->isChecked();
    box(control.text)->click();
    apply();
    start("https://a.example/");
    const auto stored = jobFromJson(toJson(m_download->job()));
    QVERIFY(stored);
    QCOMPARE(control.value(*stored), wanted ? control.checked : control.unchecked);
    m_window.reset();

    KnownSession session;
    session.id = "0123456789abcdef";
    session.state = KnownSession::State::Unfinished;
    session.job = *stored;
    session.job.directory = m_folder.path();
    session.totals.known = 9;
    session.totals.waiting = 1;
    m_sessions = {session};
    open();
    QTRY_VERIFY(button("Continue"));
    button("Continue")->click();
    QCOMPARE(control.value(m_download->job()), wanted ? control.checked : control.unchecked);
    openDialog();
    QCOMPARE(box(control.text)->isChecked(), wanted);
    apply();
    // Another address has those of the window.
    start("https://b.example/");
    QCOMPARE(control.value(m_download->job()), wanted ? control.unchecked : control.checked);
}

void TestJobOptions::cancelledTheyStay()
{
    open();
    openDialog();
    for (const Row &control : rows())
        box(control.text)->click();
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    start("https://a.example/");
    for (const Row &control : rows())
        QCOMPARE(control.value(m_download->job()), control.value(CrawlJob()));
}

void TestJobOptions::aKnownDownloadIsAskedForItsRulesOnly()
{
    begin();
    send({foundRecord(0, "https://a.example/")});
    m_window->findChild<Actions *>()->changeRules->trigger();
    for (const Row &control : rows())
        QVERIFY2(!box(control.text)->isVisible(), control.name);
}

void TestJobOptions::everyControlSaysWhatItDoes()
{
    open();
    openDialog();
    QStringList keys;
    for (const Row &control : rows()) {
        QVERIFY2(box(control.text)->toolTip().endsWith(u'.'), control.name);
        const QString text = box(control.text)->text();
        // There are not letters enough for all.
        if (text.contains(u'&'))
            keys << text.sliced(text.indexOf(u'&') + 1, 1).toLower();
    }
    QCOMPARE(keys.removeDuplicates(), 0);
}

QTEST_MAIN(TestJobOptions)
#include "tst_joboptions.moc"
