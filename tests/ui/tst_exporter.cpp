// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"
#include "ui/exporter.h"
#include "ui/messagebar.h"

#include <QAction>
#include <QFileDialog>
#include <QSignalSpy>

using namespace gleaner;
using namespace gleaner::test;

/// Exports of the window, of a download that it still holds.
class TestExporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void writesWhatTheEndOfTheNameSays_data();
    void writesWhatTheEndOfTheNameSays();
    void leavesWhatIsThereUnlessTold();
    void saysWhatItDoesNotKnow();
    void writesNothingWithoutAnAnswer();
    void givesUpWhenItGoes();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Exporter::Source source() const
    {
        return {m_crawl->job.stateDirectory, m_session, m_crawl->job.directory};
    }
    void write(const QString &path, Existing existing = Existing::Keep);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_session;
    std::unique_ptr<QWidget> m_window;
    MessageBar *m_messages = nullptr;
    QAction *m_action = nullptr;
    Exporter *m_exporter = nullptr;
};

void TestExporter::init()
{
    m_server = std::make_unique<TestServer>();
    serveSmallSite(*m_server);
    m_folder = std::make_unique<QTemporaryDir>();
    m_crawl = std::make_unique<Running>();
    // Not destroyed after its end: the window shows it, and it holds its session.
    m_crawl->start({m_server->url("/")});
    QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
    const auto known = findKnownSession(m_crawl->job.stateDirectory, m_crawl->job.directory);
    QVERIFY(known && known->state == KnownSession::State::InUse);
    m_session = known->id;
    m_window = std::make_unique<QWidget>();
    m_messages = new MessageBar(m_window.get());
    m_action = new QAction(m_window.get());
    m_exporter = new Exporter(
        m_action, [this] { return source(); }, m_messages, m_window.get());
}

void TestExporter::cleanup()
{
    m_window.reset();
    m_crawl.reset();
    m_server.reset();
}

void TestExporter::write(const QString &path, Existing existing)
{
    QSignalSpy done(m_exporter, &Exporter::done);
    m_exporter->write(source(), path, existing);
    QVERIFY(waitFor([&] { return done.count() == 1; }));
}

void TestExporter::writesWhatTheEndOfTheNameSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("page") << QStringLiteral("a.html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("table") << QStringLiteral("a.csv") << QByteArray("url,state,");
    QTest::newRow("lines") << QStringLiteral("a.jsonl") << QByteArray("{\"url\":");
    QTest::newRow("files") << QStringLiteral("a.zip") << QByteArray("PK");
}

void TestExporter::writesWhatTheEndOfTheNameSays()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, beginning);
    write(m_folder->filePath(name));
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(beginning));
    QVERIFY2(
        m_messages->text().startsWith(QStringLiteral("Wrote ")), qPrintable(m_messages->text()));
}

void TestExporter::leavesWhatIsThereUnlessTold()
{
    QFile mine(path("a.csv"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") > 0);
    mine.close();
    write(path("a.csv"));
    QVERIFY(m_messages->text().contains(QStringLiteral("is there already")));
    QCOMPARE(mine.size(), 4);
    write(path("a.csv"), Existing::Replace);
    QVERIFY(mine.size() > 4);
}

void TestExporter::saysWhatItDoesNotKnow()
{
    write(path("a.doc"));
    QVERIFY(m_messages->text().contains(QStringLiteral(".wacz")));
    write(path("a.wacz"));
    QVERIFY(m_messages->text().contains(QStringLiteral("--warc")));
    m_session = "0000000000000000";
    write(path("a.csv"));
    QVERIFY(m_messages->text().contains(QStringLiteral("could not be read")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestExporter::writesNothingWithoutAnAnswer()
{
    m_window->show();
    m_action->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>(QStringLiteral("export"));
    QVERIFY(dialog);
    // Asked once more it is the same question.
    m_action->trigger();
    QCOMPARE(m_window->findChildren<QFileDialog *>().size(), 1);
    dialog->reject();
    QVERIFY(m_messages->text().isEmpty());
}

void TestExporter::givesUpWhenItGoes()
{
    m_exporter->write(source(), path("a.zip"), Existing::Keep);
    m_window.reset();
    const QStringList made = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    // Whole or not at all, however far it was.
    QVERIFY(made.isEmpty() || made == QStringList{QStringLiteral("a.zip")});
}

QTEST_MAIN(TestExporter)
#include "tst_exporter.moc"
