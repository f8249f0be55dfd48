// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/continuemenu.h"
#include "ui/treeview.h"

#include <QLineEdit>
#include <QMenuBar>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>

using namespace gleaner;

using State = KnownSession::State;

/// The window, and downloads of earlier runs.
class TestTakingUp : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheUnfinishedOneThatWasAtWorkLast();
    void offersNothingThatCannotBeContinued();
    void takesNotNowForAnAnswer();
    void offersNothingBesideAnAddressOfTheCommandLine();
    void forgetsTheOfferWhenSomethingElseIsStarted();
    void listsAllInTheMenu();
    void asksForAnotherAddressWithItsOwnOptions();
    void lendsPasswordsButNoHeaders();
    void saysWhatKeepsADownloadFromBeginning_data();
    void saysWhatKeepsADownloadFromBeginning();

private:
    KnownSession known(State state, const char *host, qint64 total, qint64 waiting) const;
    QList<QAction *> entries() const;
    void waitForEntries(qsizetype count) const;
};

KnownSession TestTakingUp::known(State state, const char *host, qint64 total, qint64 waiting) const
{
    KnownSession session;
    session.id = QByteArray(host).leftJustified(16, '0');
    session.state = state;
    session.job.starts = {Address::parse(QByteArray("https://") + host + "/").value()};
    session.job.directory = m_folder.path();
    session.job.depth = 2;
    session.job.workers = 3;
    session.totals.known = total;
    session.totals.waiting = waiting;
    return session;
}

QList<QAction *> TestTakingUp::entries() const
{
    return m_window->findChild<ContinueMenu *>()->actions();
}

void TestTakingUp::waitForEntries(qsizetype count) const
{
    QTRY_COMPARE(entries().size(), count);
}

void TestTakingUp::offersTheUnfinishedOneThatWasAtWorkLast()
{
    m_sessions = {known(State::Finished, "f.example", 9, 0),
        known(State::Unfinished, "a.example", 3400, 2200),
        known(State::Unfinished, "b.example", 5, 1)};
    open();
    QTRY_VERIFY2(
        message().startsWith(QStringLiteral("The download of https://a.example/ is not "
                                            "finished: 1,200 of 3,400 done. It last ran ")),
        qPrintable(message()));
    QVERIFY(message().endsWith(QStringLiteral(" 1 more can be continued from the Download menu.")));
    QVERIFY(m_calls.isEmpty());
    button("Continue")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().starts.front().bytes(), QByteArray("https://a.example/"));
    QCOMPARE(m_download->job().directory, m_folder.path());
    QCOMPARE(m_download->job().depth, std::optional(2));
    QCOMPARE(m_download->job().workers, 3);
    QCOMPARE(message(), QString());
    QVERIFY(m_window->findChild<TreeView *>()->isVisible());
}

void TestTakingUp::offersNothingThatCannotBeContinued()
{
    KnownSession lost = known(State::Unfinished, "lost.example", 9, 1);
    lost.job.directory = m_folder.filePath(QStringLiteral("lost"));
    m_sessions = {
        lost, known(State::Finished, "f.example", 9, 0), known(State::InUse, "u.example", 9, 1)};
    open();
    waitForEntries(3);
    QCOMPARE(message(), QString());
}

void TestTakingUp::takesNotNowForAnAnswer()
{
    m_sessions = {known(State::Unfinished, "a.example", 9, 1)};
    open();
    QTRY_VERIFY(button("Not Now"));
    button("Not Now")->click();
    QCOMPARE(message(), QString());
    // Not even when they are looked for again.
    auto *menu = m_window->findChild<ContinueMenu *>();
    Q_EMIT menu->aboutToShow();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(message(), QString());
    QVERIFY(m_calls.isEmpty());
}

void TestTakingUp::offersNothingBesideAnAddressOfTheCommandLine()
{
    m_sessions = {known(State::Unfinished, "a.example", 9, 1)};
    WindowOptions options;
    options.job.starts = {Address::parse("https://c.example/").value()};
    open(options);
    Q_EMIT m_window->findChild<ContinueMenu *>()->aboutToShow();
    QTRY_VERIFY(entries().front()->isEnabled());
    QCOMPARE(message(), QString());
}

void TestTakingUp::forgetsTheOfferWhenSomethingElseIsStarted()
{
    m_sessions = {known(State::Unfinished, "a.example", 9, 1)};
    begin();
    waitForEntries(1);
    QTRY_VERIFY(entries().front()->text().startsWith(QStringLiteral("Continue")));
    QCOMPARE(message(), QString());
}

void TestTakingUp::listsAllInTheMenu()
{
    KnownSession odd = known(State::Finished, "f.example", 9, 0);
    odd.job.starts = {Address::parse("https://f.example/?a=1&b=2").value()};
    m_sessions = {odd, known(State::Unfinished, "a.example", 9, 1),
        known(State::Unfinished, "b.example", 9, 1), known(State::InUse, "u.example", 9, 1)};
    open();
    auto *menu = m_window->findChild<ContinueMenu *>();
    waitForEntries(4);
    QVERIFY2(entries()[0]->text().startsWith(
                 QStringLiteral("Look for Changes: https://f.example/?a=1&&b=2 (finished ")),
        qPrintable(entries()[0]->text()));
    QVERIFY(!entries()[3]->isEnabled());
    entries()[2]->trigger();
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    QCOMPARE(m_download->job().starts.front().bytes(), QByteArray("https://b.example/"));
    // Another one can be taken up beside it.
    QVERIFY(menu->isEnabled());
    send({savedRecord(foundRecord(0, "https://b.example/"), 9, QStringLiteral("index.html"))},
        CrawlPhase::Finished);
    QVERIFY(menu->isEnabled());
}

void TestTakingUp::asksForAnotherAddressWithItsOwnOptions()
{
    m_sessions = {known(State::Unfinished, "a.example", 9, 1)};
    open();
    QTRY_VERIFY(button("Continue"));
    button("Continue")->click();
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html"))},
        CrawlPhase::Finished);
    QCOMPARE(field("Folder")->text(), m_folder.path());
    // The same again looks for changes, with the same options.
    button("Start")->click();
    QCOMPARE(m_download->job().depth, std::optional(2));
    QCOMPARE(m_download->job().directory, m_folder.path());
    m_known.clear();
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html"))},
        CrawlPhase::Finished);

    field("Address")->setText(QStringLiteral("https://c.example/"));
    button("Start")->click();
    QCOMPARE(m_download->job().depth, CrawlJob().depth);
    QCOMPARE(m_download->job().directory, m_folder.filePath(QStringLiteral("c.example")));
}

void TestTakingUp::lendsPasswordsButNoHeaders()
{
    m_sessions = {known(State::Unfinished, "a.example", 9, 1)};
    WindowOptions options;
    options.job.headers = {{"X-Secret", "1"}};
    options.job.network.credentials.insert("https://a.example", {QStringLiteral("ada"), {}});
    open(options);
    QTRY_VERIFY(button("Continue"));
    button("Continue")->click();
    QVERIFY(m_download->job().headers.empty());
    QCOMPARE(m_download->job().network.credentials.size(), 1);
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html"))},
        CrawlPhase::Finished);
    field("Address")->setText(QStringLiteral("https://c.example/"));
    button("Start")->click();
    QCOMPARE(m_download->job().headers.size(), size_t(1));
}

void TestTakingUp::saysWhatKeepsADownloadFromBeginning_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("in use") << int(DiskFaultKind::SessionInUse)
                            << QStringLiteral(
                                   "Another Gleaner is downloading to \"/data\" already. "
                                   "Wait until it has finished, or choose another "
                                   "folder.");
    QTest::newRow("newer") << int(DiskFaultKind::SessionNewer)
                           << QStringLiteral("A newer version of Gleaner has downloaded to "
                                             "\"/data\". Use that one, or choose another folder.");
    QTest::newRow("out of reach")
        << int(DiskFaultKind::SessionOutOfReach)
        << QStringLiteral("What Gleaner has to remember of this download cannot be kept in "
                          "\"/data\". Is your home folder full, or not writable?");
    QTest::newRow("no folder")
        << int(DiskFaultKind::NotAFolder)
        << QStringLiteral("\"/data\" is not a folder. Choose another folder to save in.");
}

void TestTakingUp::saysWhatKeepsADownloadFromBeginning()
{
    QFETCH(int, kind);
    begin();
    m_fault = DiskFault{DiskFaultKind(kind), QStringLiteral("/data"), {}};
    send({foundRecord(0, "https://a.example/")}, CrawlPhase::Stopped);
    QTEST(problem(), "words");
    QCOMPARE(message(), QString());
    QVERIFY(!m_window->findChild<TreeView *>()->isVisible());
    QVERIFY(button("Start")->isEnabled());
    QVERIFY(!field("Folder")->isReadOnly());
    m_fault.reset();
    m_known.clear();
    button("Start")->click();
    QCOMPARE(problem(), QString());
    QCOMPARE(m_calls.last(), QStringLiteral("start"));
}

QTEST_MAIN(TestTakingUp)
#include "tst_takingup.moc"
