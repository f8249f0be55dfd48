// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/jobform.h"
#include "ui/treeview.h"
#include "ui/workersbox.h"

#include <QAccessible>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

class TestJobForm : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithWhatWasTyped();
    void startsAtOnceWithAWholeJob();
    void keepsTheOptionsThatHaveNoField();
    void keepsHeadersToThoseTheyAreFor_data();
    void keepsHeadersToThoseTheyAreFor();
    void saysWhatIsWrongWithAnAddress_data();
    void saysWhatIsWrongWithAnAddress();
    void saysWhatIsWrongWithTheWorkers_data();
    void saysWhatIsWrongWithTheWorkers();
    void wantsAWholeFolder();
    void changesTheWorkersWhileItRuns();
    void returnsToTheFormWhenTheStartFails();
    void startsOnEnterInEveryField_data();
    void startsOnEnterInEveryField();
    void startsNothingOnEnterBehindAWrongNumber();
    void aChosenFolderIsOfOneDownload();
    void aChosenFolderOutlivesAFailedStart();
    void showsWhatCameFromOutside();
    void whatStandsInAnEmptyFieldFits();
    void namesEveryControl();

private:
    /// As a person does; nothing to take it back.
    void chooseFolder(const QString &folder) const
    {
        field("Folder")->setText(folder);
        Q_EMIT field("Folder")->textEdited(folder);
    }
};

void TestJobForm::startsWithWhatWasTyped()
{
    open();
    QVERIFY(!button("Pause"));
    QVERIFY(!button("Stop"));
    QTest::keyClicks(field("Address"), QStringLiteral("a.example/guide/"));
    QCOMPARE(field("Folder")->text(), m_folder.filePath(QStringLiteral("a.example")));
    workers()->setValue(5);
    QTest::keyClick(field("Address"), Qt::Key_Return);

    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().starts.front().bytes(), QByteArray("http://a.example/guide/"));
    QCOMPARE(m_download->job().workers, 5);
    QCOMPARE(m_download->job().directory, m_folder.filePath(QStringLiteral("a.example")));
    // Another address can be started beside it.
    QVERIFY(button("Start")->isEnabled());
    QVERIFY(button("Pause")->isEnabled());
    QVERIFY(button("Stop")->isEnabled());
    QVERIFY(m_window->findChild<TreeView *>()->isVisible());
}

void TestJobForm::startsAtOnceWithAWholeJob()
{
    WindowOptions options;
    options.job.starts = {
        *Address::parse("https://a.example/"), *Address::parse("http://b.example/")};
    options.job.directory = QStringLiteral("/x");
    options.job.workers = 3;
    open(options);
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().starts.size(), size_t(2));
    QCOMPARE(field("Address")->text(), QStringLiteral("https://a.example/"));
    QCOMPARE(workers()->value(), 3);
}

void TestJobForm::keepsTheOptionsThatHaveNoField()
{
    WindowOptions options;
    options.job.depth = 2;
    options.typed = QStringLiteral("a.example");
    open(options);
    button("Start")->click();
    QCOMPARE(m_download->job().depth, 2);
}

void TestJobForm::keepsHeadersToThoseTheyAreFor_data()
{
    QTest::addColumn<QByteArray>("given"); // on the command line
    QTest::addColumn<QStringList>("typed"); // one download after the other
    QTest::addColumn<QList<bool>>("kept");
    const QStringList two{
        QStringLiteral("https://a.example/x"), QStringLiteral("https://b.example/")};
    QTest::newRow("given with an address")
        << QByteArray("https://a.example/") << two << QList<bool>{true, false};
    QTest::newRow("given alone") << QByteArray() << two << QList<bool>{true, false};
    QTest::newRow("another scheme")
        << QByteArray("https://a.example/") << QStringList{QStringLiteral("http://a.example/")}
        << QList<bool>{false};
    QTest::newRow("another port") << QByteArray("https://a.example/")
                                  << QStringList{QStringLiteral("https://a.example:81/")}
                                  << QList<bool>{false};
}

void TestJobForm::keepsHeadersToThoseTheyAreFor()
{
    QFETCH(const QByteArray, given);
    QFETCH(const QStringList, typed);
    QFETCH(const QList<bool>, kept);
    WindowOptions options;
    options.job.headers = {{"Authorization", "secret"}};
    if (!given.isEmpty())
        options.job.starts = {*Address::parse(given)};
    open(options);
    for (qsizetype i = 0; i < typed.size(); ++i) {
        field("Address")->setText(typed[i]);
        const auto job = m_window->findChild<JobForm *>()->readJob();
        QVERIFY(job);
        QCOMPARE(job->headers.empty(), !kept[i]);
    }
}

void TestJobForm::saysWhatIsWrongWithAnAddress_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a word") << QStringLiteral("many");
    QTest::newRow("a scheme") << QStringLiteral("gopher://a.example/");
    QTest::newRow("no host") << QStringLiteral("http://");
    QTest::newRow("a bad port") << QStringLiteral("http://a.example:99999/");
    QTest::newRow("a password") << QStringLiteral("https://u:p@a.example/");
}

void TestJobForm::saysWhatIsWrongWithAnAddress()
{
    QFETCH(QString, typed);
    open();
    field("Address")->setText(typed);
    button("Start")->click();
    QVERIFY(m_calls.isEmpty());
    QVERIFY(!problem().isEmpty());
    QVERIFY2(!problem().contains(QStringLiteral("u:p")), "a password must not be shown again");
    field("Address")->setText(QStringLiteral("a.example"));
    QVERIFY(problem().isEmpty());
}

void TestJobForm::saysWhatIsWrongWithTheWorkers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("0") << QStringLiteral("0");
    QTest::newRow("65") << QStringLiteral("65");
    QTest::newRow("-1") << QStringLiteral("-1");
    QTest::newRow("many") << QStringLiteral("many");
    QTest::newRow("nothing") << QString();
}

void TestJobForm::saysWhatIsWrongWithTheWorkers()
{
    QFETCH(QString, typed);
    open();
    field("Address")->setText(QStringLiteral("a.example"));
    workers()->selectAll();
    QTest::keyClick(workers(), Qt::Key_Delete);
    QTest::keyClicks(workers(), typed);
    button("Start")->click();
    QVERIFY(m_calls.isEmpty());
    QVERIFY2(problem().contains(QStringLiteral("from 1 to 64")), qPrintable(problem()));
    QCOMPARE(workers()->value(), 8);
}

void TestJobForm::wantsAWholeFolder()
{
    open();
    field("Address")->setText(QStringLiteral("a.example"));
    field("Folder")->clear();
    QTest::keyClicks(field("Folder"), QStringLiteral("somewhere"));
    button("Start")->click();
    QVERIFY(m_calls.isEmpty());
    QVERIFY(!problem().isEmpty());
}

void TestJobForm::changesTheWorkersWhileItRuns()
{
    begin();
    m_calls.clear();
    workers()->stepBy(2);
    QCOMPARE(m_calls, QStringList{QStringLiteral("workers 10")});
    workers()->selectAll();
    QTest::keyClicks(workers(), QStringLiteral("16"));
    QCOMPARE(m_calls.size(), 1); // not before Enter
    QTest::keyClick(workers(), Qt::Key_Return);
    QCOMPARE(m_calls.last(), QStringLiteral("workers 16"));
    // By keys, wherever the keyboard is.
    m_window->findChild<TreeView *>()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("workers 17"));
    QTest::keyClick(m_window.get(), Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("workers 18"));
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_calls.last(), QStringLiteral("workers 17"));
    QCOMPARE(workers()->value(), 17);
}

void TestJobForm::returnsToTheFormWhenTheStartFails()
{
    begin();
    const Record start = foundRecord(0, "https://a.example/");
    send({start});
    send({failedRecord(start, FailReason::Dns)}, CrawlPhase::Finished);
    QVERIFY(!m_window->findChild<TreeView *>()->isVisible());
    QVERIFY2(problem().contains(QStringLiteral("\"a.example\" could not be found")),
        qPrintable(problem()));
    QVERIFY(button("Start")->isEnabled());
}

void TestJobForm::startsOnEnterInEveryField_data()
{
    QTest::addColumn<QString>("in");
    QTest::addColumn<bool>("isRunning"); // another one
    for (const char *name : {"Address", "Folder", "Workers"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name) << false;
        QTest::addRow("%s, beside another", name) << QString::fromLatin1(name) << true;
    }
}

void TestJobForm::startsOnEnterInEveryField()
{
    QFETCH(const QString, in);
    QFETCH(const bool, isRunning);
    if (isRunning)
        begin();
    else
        open();
    m_calls.clear();
    field("Address")->setText(QStringLiteral("https://b.example/"));
    QWidget *widget = workers();
    if (in != QStringLiteral("Workers"))
        widget = field(in.toLatin1().constData());
    QTest::keyClick(widget, Qt::Key_Return);
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().starts.front().bytes(), QByteArray("https://b.example/"));
}

void TestJobForm::startsNothingOnEnterBehindAWrongNumber()
{
    open();
    field("Address")->setText(QStringLiteral("a.example"));
    workers()->selectAll();
    QTest::keyClicks(workers(), QStringLiteral("65"));
    QTest::keyClick(workers(), Qt::Key_Return);
    QVERIFY(m_calls.isEmpty());
    QVERIFY2(problem().contains(QStringLiteral("from 1 to 64")), qPrintable(problem()));
}

void TestJobForm::aChosenFolderIsOfOneDownload()
{
    open();
    const QString chosen = m_folder.filePath(QStringLiteral("chosen"));
    field("Address")->setText(QStringLiteral("https://a.example/"));
    chooseFolder(chosen);
    button("Start")->click();
    QCOMPARE(m_download->job().directory, chosen);
    QCOMPARE(field("Folder")->text(), chosen);

    field("Address")->setText(QStringLiteral("https://b.example/"));
    QCOMPARE(field("Folder")->text(), m_folder.filePath(QStringLiteral("b.example")));
    button("Start")->click();
    QCOMPARE(m_download->job().directory, m_folder.filePath(QStringLiteral("b.example")));

    // The same site stays where it is.
    field("Address")->setText(QStringLiteral("https://a.example/"));
    QCOMPARE(field("Folder")->text(), chosen);
    button("Start")->click();
    QCOMPARE(m_made.size(), 2);
    // Unless a person takes that back.
    chooseFolder({});
    QCOMPARE(field("Folder")->text(), m_folder.filePath(QStringLiteral("a.example")));

    field("Address")->setText(QStringLiteral("https://c.example/"));
    chooseFolder(chosen);
    button("Start")->click();
    QCOMPARE(m_download->job().directory, chosen);
}

void TestJobForm::aChosenFolderOutlivesAFailedStart()
{
    open();
    const QString chosen = m_folder.filePath(QStringLiteral("chosen"));
    field("Address")->setText(QStringLiteral("https://a.exmple/"));
    chooseFolder(chosen);
    button("Start")->click();
    const Record start = foundRecord(0, "https://a.exmple/");
    send({failedRecord(start, FailReason::Dns)}, CrawlPhase::Finished);
    field("Address")->setText(QStringLiteral("https://a.example/"));
    QCOMPARE(field("Folder")->text(), chosen);
}

void TestJobForm::showsWhatCameFromOutside()
{
    begin();
    CrawlJob job;
    job.starts = {*Address::parse("https://b.example/x/")};
    job.directory = m_folder.filePath(QStringLiteral("given"));
    job.workers = 3;
    m_window->take(job);
    QCOMPARE(m_made.size(), 2);
    QCOMPARE(field("Address")->text(), QStringLiteral("https://b.example/x/"));
    QCOMPARE(field("Folder")->text(), job.directory);
    QCOMPARE(workers()->value(), 3);
    // So Start is about it, too.
    button("Start")->click();
    QCOMPARE(m_made.size(), 2);
    QCOMPARE(m_window->session()->job().starts, job.starts);
    // Another one is as if nothing had come.
    field("Address")->setText(QStringLiteral("https://c.example/"));
    button("Start")->click();
    QCOMPARE(m_download->job().directory, m_folder.filePath(QStringLiteral("c.example")));
}

void TestJobForm::whatStandsInAnEmptyFieldFits()
{
    open();
    const QLineEdit *folder = field("Folder");
    QVERIFY(!folder->placeholderText().isEmpty());
    // Its font, and some room at both ends.
    const int wide = folder->fontMetrics().horizontalAdvance(folder->placeholderText()) + 8;
    QVERIFY2(wide <= folder->width(), qPrintable(QString::number(folder->width())));
}

void TestJobForm::namesEveryControl()
{
    begin();
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
            widget->metaObject()->className());
    }
}

QTEST_MAIN(TestJobForm)
#include "tst_jobform.moc"
