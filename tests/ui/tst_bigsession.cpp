// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/recordrows.h"
#include "core/crawl/sessions.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"
#include "tests/support/await.h"
#include "tests/ui/records.h"
#include "ui/crawldownload.h"
#include "ui/session.h"
#include "ui/treeview.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner;
using namespace gleaner::test;

/// A session of very many addresses comes back in the window.
class TestBigSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesBackAtOnceWhileTheWindowTurns();
    void comesBackWholeWhenItIsStoppedAtOnce();

private:
    std::unique_ptr<Session> begun(const CrawlJob &job) const;
    void fillUp(const QByteArray &id) const;

    static constexpr RecordId total = 100'000;
    QTemporaryDir m_root;
    QTcpServer m_silent; ///< takes connections and says nothing
    CrawlJob m_job;
};

std::unique_ptr<Session> TestBigSession::begun(const CrawlJob &job) const
{
    auto session = std::make_unique<Session>(job, std::make_unique<CrawlDownload>(nullptr));
    session->start();
    return session;
}

void TestBigSession::initTestCase()
{
    QVERIFY(m_silent.listen(QHostAddress::LocalHost));
    m_job.starts = {
        Address::parse("http://127.0.0.1:" + QByteArray::number(m_silent.serverPort()) + "/")
            .value()};
    m_job.directory = m_root.filePath(QStringLiteral("dl"));
    m_job.stateDirectory = m_root.filePath(QStringLiteral("state"));
    m_job.robots = RobotsPolicy::Ignore;
    auto first = begun(m_job);
    QVERIFY(waitFor([&] { return first->totals().known == 1; }));
    first->stop();
    QVERIFY(waitFor([&] { return hasEnded(first->state()); }));
    const QByteArray id = first->id();
    first.reset();
    fillUp(id);
    const auto known = knownSessions(m_job.stateDirectory);
    QCOMPARE(known.size(), size_t(1));
    QVERIFY(known.front().state == KnownSession::State::Unfinished);
}

void TestBigSession::fillUp(const QByteArray &id) const
{
    SessionDatabase database(sessionFile(m_job.stateDirectory, id));
    QCOMPARE(int(database.state()), int(SessionDatabase::State::Open));
    SessionChanges changes;
    for (RecordId number = 1; number < total; ++number) {
        const QByteArray path = "part" + QByteArray::number(number % 300) + "/page"
            + QByteArray::number(number) + ".html";
        Record record = foundRecord(number, m_job.starts.front().bytes() + path, number / 9);
        record = savedRecord(record, 1000, QString::fromLatin1(path));
        changes.addresses.push_back(rowOf(record));
        StoredFile file;
        file.id = number;
        file.path = path;
        file.size = 1000;
        file.hash = QByteArray(32, 'h');
        file.contentType = "text/html";
        changes.files.push_back(file);
    }
    QVERIFY(database.write(changes));
}

void TestBigSession::comesBackAtOnceWhileTheWindowTurns()
{
    TreeView view;
    view.resize(800, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QElapsedTimer clock;
    clock.start();
    auto session = begun(m_job);
    view.setTree(session->tree());
    EventLoopTicker ticker;
    const RecordTree &tree = session->tree()->tree();
    size_t before = 0;
    size_t largest = 0;
    connect(session.get(), &Session::progressed, this, [&] {
        largest = std::max(largest, tree.size() - before);
        before = tree.size();
    });
    QVERIFY(waitFor([&] { return tree.size() == total; }));
    qInfo("back after %lld ms, longest turn %lld ms", clock.elapsed(),
        qint64(ticker.largestGap().count()));
    // What one turn costs depends on the machine; how much it does does not.
    QCOMPARE(largest, size_t(total / 10));
    QCOMPARE(session->totals().known, qint64(total));
    QCOMPARE(tree.sums(RecordTree::root).files, qint64(total - 1));
    view.setTree(nullptr);
}

void TestBigSession::comesBackWholeWhenItIsStoppedAtOnce()
{
    auto session = begun(m_job);
    EventLoopTicker ticker;
    const RecordTree &tree = session->tree()->tree();
    QVERIFY(waitFor([&] { return tree.size() > 0; }));
    session->stop();
    QVERIFY(waitFor([&] { return hasEnded(session->state()); }));
    qInfo("longest turn %lld ms", qint64(ticker.largestGap().count()));
    QCOMPARE(tree.size(), size_t(total));
}

QTEST_MAIN(TestBigSession)
#include "tst_bigsession.moc"
