// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/folder.h"
#include "tests/ui/windowfixture.h"
#include "ui/downloads.h"

#include <QDir>
#include <QFileDialog>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// Where a download goes on whose folder a person has moved.
class TestFolderChange : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereTheFolderIsNow();
    void goesOnOnceItHasEnded();
    void anotherFolderIsNotTaken();
    void aCopyIsNotTaken();
    void theSameFolderIsTriedAgain();

private:
    /// Where the folder is said to be now; another place for each test.
    QString place() const
    {
        return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
    }
    void makeFolder(const QString &path) const;
    /// A download that met a full disk.
    void meetFault(CrawlPhase phase);
    void choose(const QString &folder);
};

void TestFolderChange::makeFolder(const QString &path) const
{
    Folder folder(path);
    QVERIFY(!folder.open());
    QVERIFY(!folder.addMark(m_id));
}

void TestFolderChange::meetFault(CrawlPhase phase)
{
    m_id = "0123456789abcdef";
    begin();
    m_fault = DiskFault{DiskFaultKind::Full, m_window->session()->job().directory, {}};
    m_diskPauses = 1;
    send({savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html"))},
        phase);
    m_calls.clear();
}

void TestFolderChange::choose(const QString &folder)
{
    QTRY_VERIFY(button("Change Folder…"));
    button("Change Folder…")->click();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(folder);
    dialog->close();
}

void TestFolderChange::goesOnWhereTheFolderIsNow()
{
    meetFault(CrawlPhase::Paused);
    makeFolder(place());
    choose(place());
    QTRY_COMPARE(m_calls, QStringList{QStringLiteral("stop")});
    // Only when it has ended: nobody else may have its session so long.
    send({}, CrawlPhase::Stopped);
    QTRY_COMPARE(m_calls.last(), QStringLiteral("start"));
    QCOMPARE(m_download->job().directory, place());
    QCOMPARE(m_window->session()->job().directory, place());
    QCOMPARE(m_window->downloads()->count(), 1);
    QCOMPARE(int(m_window->session()->state()), int(SessionState::Running));
}

void TestFolderChange::goesOnOnceItHasEnded()
{
    meetFault(CrawlPhase::Stopped);
    makeFolder(place());
    choose(place());
    QTRY_VERIFY(m_calls.contains(QStringLiteral("start")));
    QCOMPARE(m_download->job().directory, place());
}

void TestFolderChange::anotherFolderIsNotTaken()
{
    meetFault(CrawlPhase::Paused);
    QVERIFY(QDir().mkpath(place()));
    choose(place());
    QTRY_VERIFY2(message().startsWith(QStringLiteral("That is not this download's folder.")),
        qPrintable(message()));
    QCOMPARE(m_calls, QStringList());
    QTRY_VERIFY(button("Try Again"));
    makeFolder(place());
    choose(place());
    QTRY_COMPARE(m_calls, QStringList{QStringLiteral("stop")});
}

void TestFolderChange::aCopyIsNotTaken()
{
    meetFault(CrawlPhase::Paused);
    makeFolder(m_window->session()->job().directory);
    makeFolder(place());
    choose(place());
    QTRY_VERIFY2(message().startsWith(QStringLiteral("The folder is still at its old place")),
        qPrintable(message()));
    QCOMPARE(m_calls, QStringList());
}

void TestFolderChange::theSameFolderIsTriedAgain()
{
    meetFault(CrawlPhase::Paused);
    const QString folder = m_window->session()->job().directory;
    makeFolder(folder);
    choose(folder);
    QTRY_COMPARE(m_calls, QStringList{QStringLiteral("resume")});
}

QTEST_MAIN(TestFolderChange)
#include "tst_folderchange.moc"
