// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/records.h"
#include "ui/earliertexts.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <atomic>

using namespace gleaner;

using State = KnownSession::State;

namespace
{

KnownSession sessionOf(State state, QByteArrayView address, qint64 known, qint64 waiting)
{
    KnownSession session;
    session.id = "0123456789abcdef";
    session.state = state;
    session.job.starts = {Address::parse(address).value()};
    session.job.directory = QDir::tempPath();
    session.totals.known = known;
    session.totals.waiting = waiting;
    session.changedAt = QDateTime(QDate(2026, 3, 9), QTime(14, 5)).toMSecsSinceEpoch();
    return session;
}

const QDateTime now(QDate(2026, 3, 9), QTime(15, 0));

} // namespace

class TestEarlierDownloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanup() { QThreadPool::globalInstance()->waitForDone(); }

    void saysWhenItWas_data()
    {
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("words");
        const QTime time(9, 30);
        QTest::newRow("today") << QDateTime(QDate(2026, 3, 9), time)
                               << QStringLiteral("today at 09:30");
        QTest::newRow("yesterday")
            << QDateTime(QDate(2026, 3, 8), time) << QStringLiteral("yesterday at 09:30");
        QTest::newRow("earlier") << QDateTime(QDate(2026, 3, 7), time)
                                 << QStringLiteral("on 07/03/2026");
        QTest::newRow("by a clock that was wrong")
            << QDateTime(QDate(2026, 3, 10), time) << QStringLiteral("on 10/03/2026");
    }

    void saysWhenItWas()
    {
        QFETCH(QDateTime, when);
        QTEST(dayText(when, now), "words");
    }

    void offersInAPlainSentence()
    {
        const KnownSession session =
            sessionOf(State::Unfinished, "https://a.example/b/", 3400, 2200);
        const QString sentence =
            QStringLiteral("The download of https://a.example/b/ is not finished: 1,200 of 3,400 "
                           "done. It last ran today at 14:05.");
        QCOMPARE(offerText(session, 0, now), sentence);
        QCOMPARE(offerText(session, 2, now),
            sentence + QStringLiteral(" 2 more can be continued from the Download menu."));
        const KnownSession begun = sessionOf(State::Unfinished, "https://a.example/%252%251", 0, 0);
        QCOMPARE(offerText(begun, 0, now),
            QStringLiteral("The download of https://a.example/%252%251 had only begun. It last ran "
                           "today at 14:05."));
        QCOMPARE(entryText({begun, EarlierDownload::Folder::There}, now),
            QStringLiteral("Continue https://a.example/%252%251 (only begun, today at 14:05)"));
    }

    void namesEachInTheMenu_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("canBeTakenUp");
        const auto row = [](const char *name, State state, bool isThere, const char *words,
                             bool can) {
            QTest::newRow(name) << int(state) << isThere << QString::fromLatin1(words) << can;
        };
        row("unfinished", State::Unfinished, true,
            "Continue https://a.example/ (6 of 10 done, today at 14:05)", true);
        row("finished", State::Finished, true,
            "Look for Changes: https://a.example/ (finished today at 14:05)", true);
        row("no folder", State::Unfinished, false, "https://a.example/ (its folder is not there)",
            false);
        row("in use", State::InUse, true, "https://a.example/ (another Gleaner is at it)", false);
        row("newer", State::Newer, true, "https://a.example/ (kept by a newer version of Gleaner)",
            false);
        row("unreadable", State::Unreadable, true, "https://a.example/ (cannot be read)", false);
    }

    void namesEachInTheMenu()
    {
        QFETCH(int, state);
        QFETCH(bool, isThere);
        const EarlierDownload earlier{sessionOf(State(state), "https://a.example/", 10, 4),
            isThere ? EarlierDownload::Folder::There : EarlierDownload::Folder::Missing};
        QTEST(entryText(earlier, now), "words");
        QTEST(earlier.canBeTakenUp(), "canBeTakenUp");
    }

    void looksInAnotherThreadOnceAtATime()
    {
        std::atomic<int> readings = 0;
        std::atomic<bool> isOther = false;
        QThread *window = QThread::currentThread();
        EarlierDownloads earlier([&]() -> std::vector<KnownSession> {
            ++readings;
            isOther = QThread::currentThread() != window;
            return {sessionOf(State::Unfinished, "https://a.example/", 2, 1)};
        });
        QSignalSpy listed(&earlier, &EarlierDownloads::listed);
        QVERIFY(!earlier.hasLooked());
        earlier.look();
        earlier.look();
        QTRY_COMPARE(listed.size(), 1);
        QCOMPARE(readings, 1);
        QVERIFY(isOther);
        QVERIFY(earlier.hasLooked());
        QCOMPARE(earlier.all().size(), size_t(1));
        earlier.look();
        QTRY_COMPARE(listed.size(), 2);
        QCOMPARE(readings, 2);
    }

    void seesThatAFolderIsMissing()
    {
        QTemporaryDir folder;
        KnownSession there = sessionOf(State::Finished, "https://a.example/", 2, 0);
        there.job.directory = folder.path();
        KnownSession missing = there;
        missing.job.directory = folder.filePath(QStringLiteral("missing"));
        EarlierDownloads earlier([=] { return std::vector<KnownSession>{there, missing}; });
        earlier.look();
        QTRY_COMPARE(earlier.all().size(), size_t(2));
        QVERIFY(earlier.all()[0].folder == EarlierDownload::Folder::There);
        QVERIFY(earlier.all()[1].folder == EarlierDownload::Folder::Missing);
    }

    void takesItsOwnForOneThatCanBeTakenUp()
    {
        const KnownSession used = sessionOf(State::InUse, "https://a.example/", 2, 0);
        KnownSession other = used;
        other.id = "fedcba9876543210";
        EarlierDownloads earlier([=] { return std::vector<KnownSession>{used, other}; });
        earlier.addOwn(used.id);
        earlier.look();
        QTRY_COMPARE(earlier.all().size(), size_t(2));
        QVERIFY(earlier.all()[0].session.state == State::Finished);
        QVERIFY(earlier.all()[1].session.state == State::InUse);
    }

    void mayGoWhileItLooks()
    {
        std::atomic<bool> mayEnd = false;
        auto earlier = std::make_unique<EarlierDownloads>([&]() -> std::vector<KnownSession> {
            while (!mayEnd)
                QThread::yieldCurrentThread();
            return {sessionOf(State::Finished, "https://a.example/", 2, 0)};
        });
        QSignalSpy listed(earlier.get(), &EarlierDownloads::listed);
        earlier->look();
        earlier.reset();
        mayEnd = true;
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(listed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestEarlierDownloads)
#include "tst_earlierdownloads.moc"
