// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionschema.h"

#include "core/store/privatefile.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner;

/// Sessions that earlier versions of this program have left.
class TestSessionSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }
    void hasAStepForEachVersion();
    void takesAnOlderOneAlong_data();
    void takesAnOlderOneAlong();
    void anOlderOneIsListedBeforeItIsTakenAlong();
    void aStepThatFailsLeavesTheOlderOne();

private:
    QString name() const { return m_root->filePath(QStringLiteral("sessions/x.sqlite")); }
    /// One of that version, as that version would have written it.
    void make(int version) const
    {
        const Sqlite::Schema &schema = sessionSchema();
        QVERIFY(makePrivateFile(name()));
        Sqlite older(name(), Sqlite::Schema(schema.begin(), schema.begin() + version));
        QVERIFY(older.state() == Sqlite::State::Open);
        for (const char *row : {"INSERT INTO session VALUES ('starts', 'http://h/')",
                 "INSERT INTO addresses (id, address, state) VALUES (0, 'http://h/', 5)",
                 "INSERT INTO files (id, path, size) VALUES (0, 'index.html', 7)"})
            QVERIFY(older.execute(row));
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestSessionSchema::hasAStepForEachVersion()
{
    QCOMPARE(int(sessionSchema().size()), SessionDatabase::schemaVersion);
}

void TestSessionSchema::takesAnOlderOneAlong_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= SessionDatabase::schemaVersion; ++version)
        QTest::addRow("version %d", version) << version;
}

void TestSessionSchema::takesAnOlderOneAlong()
{
    QFETCH(const int, version);
    make(version);
    for (int opened = 0; opened < 2; ++opened) {
        const SessionDatabase database(name());
        QVERIFY(database.state() == SessionDatabase::State::Open);
        QVERIFY(database.setAside().isEmpty());
        const auto session = database.load();
        QVERIFY(session);
        QCOMPARE(session->values.value(QStringLiteral("starts")), QByteArray("http://h/"));
        QCOMPARE(database.fileOf(0)->path, QByteArray("index.html"));
    }
    Sqlite raw(name(), sessionSchema());
    QVERIFY(raw.state() == Sqlite::State::Open);
    for (const char *table : {"SELECT * FROM rewritten", "SELECT * FROM moved"})
        QVERIFY2(raw.execute(table), table);
}

void TestSessionSchema::anOlderOneIsListedBeforeItIsTakenAlong()
{
    make(1);
    QHash<QString, QByteArray> values;
    QVERIFY(readSessionValues(name(), values) == SessionReadable::Yes);
    QCOMPARE(values.value(QStringLiteral("starts")), QByteArray("http://h/"));
    Sqlite raw(name(), {sessionSchema().front()});
    QVERIFY2(raw.state() == Sqlite::State::Open, "listing has changed it");
}

void TestSessionSchema::aStepThatFailsLeavesTheOlderOne()
{
    make(1);
    {
        const Sqlite failed(name(), {sessionSchema().front(), {"CREATE TABLE a (b)", "nonsense"}});
        QVERIFY(failed.state() == Sqlite::State::Damaged);
    }
    Sqlite raw(name(), {sessionSchema().front()});
    QVERIFY(raw.state() == Sqlite::State::Open);
    QVERIFY(!raw.execute("SELECT * FROM a"));
    QVERIFY(raw.execute("SELECT * FROM files"));
}

QTEST_GUILESS_MAIN(TestSessionSchema)
#include "tst_sessionschema.moc"
