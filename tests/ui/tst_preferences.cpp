// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencesfile.h"
#include "ui/preferenceskeeper.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner;

namespace
{

/// Everything different from the defaults.
Preferences others()
{
    Preferences values;
    values.language = QStringLiteral("de");
    values.onClose = OnClose::ToTray;
    values.whenFinished = WhenFinished::Quit;
    values.folder = QStringLiteral("/data/a \"b\", c; ü");
    values.workers = 3;
    values.atOnce = 7;
    values.options.rules.scope = ScopeKind::Domain;
    values.options.rules.depth.reset();
    values.options.rules.include = {"*/a,b/*", "*;x"};
    values.options.rules.exclude = {"*.iso"};
    values.options.rules.types = *TypeSelection::fromList("pages,pdf");
    values.options.whenLarge = LargeDownload::GoOn;
    values.options.traps = TrapPolicy::Follow;
    values.options.links = LinkPolicy::Keep;
    values.options.names = NameSource::Server;
    values.options.originNote = OriginNote::None;
    values.options.archiving = Archiving::Warc;
    values.options.oldVersions = OldVersions::Kept;
    values.requests = {2, std::chrono::milliseconds(250), 1000, std::chrono::seconds(5), 9, "Me/1",
        RobotsPolicy::Ignore, 1234567, 12};
    values.proxy = QStringLiteral("http://proxy:3128");
    values.notifying = Notifying::Always;
    values.trayIcon = TrayIcon::Shown;
    values.taskbar = TaskbarProgress::Hidden;
    values.sleep = SleepWhileRunning::Allowed;
    values.density = Density::Comfortable;
    values.units = SizeUnits::Decimal;
    values.shortcuts = {{QStringLiteral("Ctrl+R"), QKeySequence(Qt::CTRL | Qt::Key_T)},
        {QStringLiteral("Ctrl+,"), QKeySequence()}};
    values.history = HistoryPolicy::None;
    values.passwords = PasswordPolicy::SessionOnly;
    return values;
}

/// The bytes that a file of these values has: equal values have equal files.
QByteArray written(const Preferences &values)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("p.ini"));
    if (!writePreferences(name, values))
        return {};
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comeBackAsTheyWere_data();
    void comeBackAsTheyWere();
    void everyOneIsInTheFile();
    void whatCannotBeIsTheDefault_data();
    void whatCannotBeIsTheDefault();
    void aDamagedFileIsKeptAside_data();
    void aDamagedFileIsKeptAside();
    void thereMayBeNoFile();
    void becomeTheJobs();
    void whoeverFollowsHears();

private:
    void write(const QByteArray &text) const;
    QString file() const { return m_folder->filePath(QStringLiteral("preferences.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPreferences::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPreferences::write(const QByteArray &text) const
{
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly));
    QCOMPARE(written.write(text), text.size());
}

void TestPreferences::comeBackAsTheyWere_data()
{
    QTest::addColumn<bool>("areOthers");
    QTest::newRow("defaults") << false;
    QTest::newRow("others") << true;
}

void TestPreferences::comeBackAsTheyWere()
{
    QFETCH(bool, areOthers);
    const Preferences values = areOthers ? others() : Preferences();
    QVERIFY(writePreferences(file(), values));
    const StoredPreferences read = readPreferences(file());
    QVERIFY(!read.isDamaged);
    QCOMPARE(written(read.values), written(values));
    QCOMPARE(read.values.options.rules.include, values.options.rules.include);
    QCOMPARE(read.values.options.rules.depth, values.options.rules.depth);
    QCOMPARE(read.values.folder, values.folder);
    QCOMPARE(read.values.shortcuts, values.shortcuts);
    QVERIFY(read.values.requests == values.requests);
}

void TestPreferences::everyOneIsInTheFile()
{
    const QList<QByteArray> before = written({}).split('\n');
    const QList<QByteArray> after = written(others()).split('\n');
    // A line that is the same for both would be one that others() has forgotten.
    for (const QByteArray &line : before) {
        if (line.contains('='))
            QVERIFY2(!after.contains(line), line.constData());
    }
}

void TestPreferences::whatCannotBeIsTheDefault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a number that is too large") << QByteArray("[downloads]\nworkers=999\n");
    QTest::newRow("no number") << QByteArray("[downloads]\nworkers=many\nat-once=\n");
    QTest::newRow("no word of ours") << QByteArray("[downloads]\nscope=everything\n");
    QTest::newRow("a folder that is relative") << QByteArray("[downloads]\nfolder=x\n");
    QTest::newRow("no proxy") << QByteArray("[network]\nproxy=ftp://x\n");
    QTest::newRow("a header field in the user agent")
        << QByteArray("[network]\nuser-agent=\"a\\r\\nX: y\"\n");
    QTest::newRow("something else") << QByteArray("[other]\nx=y\n");
}

void TestPreferences::whatCannotBeIsTheDefault()
{
    QFETCH(QByteArray, text);
    write(text);
    const StoredPreferences read = readPreferences(file());
    QVERIFY(!read.isDamaged);
    QCOMPARE(written(read.values), written({}));
}

void TestPreferences::aDamagedFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no assignments") << QByteArray("this is\nno such file\n");
    QTest::newRow("an open group") << QByteArray("[downloads\nworkers=3\n");
    QTest::newRow("bytes") << QByteArray("\x00\xff\x01\x02\n\x03[", 7);
    QTest::newRow("huge") << QByteArray(2'000'000, 'x');
}

void TestPreferences::aDamagedFileIsKeptAside()
{
    QFETCH(QByteArray, text);
    write(text);
    // Something of a person's has the first name already.
    QFile taken(file() + QStringLiteral(".damaged"));
    QVERIFY(taken.open(QIODevice::WriteOnly));
    taken.close();

    PreferencesKeeper keeper(file());
    QCOMPARE(keeper.damagedFile(), file() + QStringLiteral(".damaged-2"));
    QCOMPARE(written(keeper.values()), written({}));
    QFile kept(keeper.damagedFile());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), text);
    QVERIFY(keeper.set(others()));

    PreferencesKeeper next(file());
    QCOMPARE(next.damagedFile(), QString());
    QCOMPARE(written(next.values()), written(others()));
}

void TestPreferences::thereMayBeNoFile()
{
    PreferencesKeeper keeper({});
    QVERIFY(keeper.set(others()));
    QCOMPARE(keeper.damagedFile(), QString());
    QVERIFY(PreferencesKeeper(file()).damagedFile().isEmpty());
    QVERIFY(!PreferencesKeeper(QStringLiteral("/proc/none/p.ini")).set(others()));
}

void TestPreferences::becomeTheJobs()
{
    CrawlJob job;
    job.headers = {{"X", "y"}};
    job.starts = {*Address::parse("https://a.example/")};
    applyPreferences(job, others());
    QCOMPARE(job.workers, 3);
    QCOMPARE(job.perHost, 2);
    QCOMPARE(job.scope, ScopeKind::Domain);
    QVERIFY(!job.depth);
    QCOMPARE(job.tries, 9);
    QCOMPARE(job.rateLimit, 1000);
    QCOMPARE(job.userAgent, QByteArray("Me/1"));
    QCOMPARE(job.links, LinkPolicy::Keep);
    QVERIFY(job.network.proxy);
    QCOMPARE(job.network.proxy->port(), 3128);
    QCOMPARE(job.headers.size(), size_t(1));
    QCOMPARE(job.starts.size(), size_t(1));
}

void TestPreferences::whoeverFollowsHears()
{
    PreferencesKeeper keeper(file());
    QSignalSpy changes(&keeper, &PreferencesKeeper::changed);
    QVERIFY(keeper.set(others()));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(keeper.values().workers, 3);
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
