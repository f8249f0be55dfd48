// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionschema.h"

#include "core/store/privatefile.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sessionlist.h"

#include <QDataStream>
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
                 "INSERT INTO landings (address, file, size, status) VALUES "
                 "('http://h/older', 'older.html', 3, 200)"})
            QVERIFY(older.execute(row));
        // Later ones have other tables for these.
        if (version < 4) {
            for (const char *row : {"INSERT INTO addresses (id, address, state) VALUES "
                                    "(0, 'http://h/', 5)",
                     "INSERT INTO addresses VALUES (1, 'http://h/gone', 0, 'a', 'href', 2, 3, 9, "
                     "4, 1, 404, 2, 3, 1, 'http://h/to', 'why', 1.5)",
                     "INSERT INTO files (id, path, size, hash, etag, modified, type, verified, "
                     "saved) VALUES (0, 'index.html', 7, 'hash', 'tag', 'then', 'text/html', 1, "
                     "1234)"})
                QVERIFY(older.execute(row));
        }
        if (version == 3) {
            Statement &put = older.statement("INSERT INTO landed VALUES (1, ?)");
            put.bind(landedInVersion3());
            QVERIFY(older.execute(put));
        }
    }

    /// A batch of one landing, as that version packed it.
    static QByteArray landedInVersion3()
    {
        QByteArray bytes;
        QDataStream stream(&bytes, QIODevice::WriteOnly);
        for (const char *field : {"http://h/landed", "", "landed.html.part", "landed.html",
                 "landed~12345678.html", "Content-Type: text/html\n"})
            stream << QByteArray(field);
        stream << qint32(200) << quint32(1) << qint64(9) << QByteArray("hash") << QByteArray()
               << QByteArray() << QByteArray("text/html") << true << qint64(1234);
        return bytes;
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
    for (int version = 1; version < SessionDatabase::schemaVersion; ++version)
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
        const auto file = database.fileOf(0);
        QVERIFY(file);
        QCOMPARE(file->path, QByteArray("index.html"));
        QCOMPARE(file->size, 7);
        QCOMPARE(file->hash, QByteArray("hash"));
        QCOMPARE(file->savedAt, 1234);
        std::vector<StoredAddress> addresses;
        QVERIFY(database.visitAddresses([&](const StoredAddress &address, const StoredFile *kept) {
            addresses.push_back(address);
            return (kept != nullptr) == (address.id == 0);
        }));
        QCOMPARE(addresses.size(), size_t(2));
        QCOMPARE(addresses[0].address, QByteArray("http://h/"));
        QCOMPARE(addresses[0].state, 5);
        QCOMPARE(addresses[0].referrer, StoredAddress::none);
        const StoredAddress &gone = addresses[1];
        QCOMPARE(gone.referrer, 0);
        QCOMPARE(gone.attribute, QByteArray("href"));
        QCOMPARE(QList<int>({gone.kind, gone.depth, gone.state, gone.reason, gone.tls, gone.status,
                     gone.tries, gone.change, int(gone.kept)}),
            QList<int>({2, 3, 9, 4, 1, 404, 2, 3, 1}));
        QCOMPARE(gone.target, QByteArray("http://h/to"));
        QCOMPARE(gone.detail, QStringLiteral("why"));
        QCOMPARE(gone.seconds, 1.5);
        QCOMPARE(session->landings.size(), size_t(version == 3 ? 2 : 1));
        QCOMPARE(session->landings.front().address, QByteArray("http://h/older"));
        QCOMPARE(
            session->landings.back().file, QByteArray(version == 3 ? "landed.html" : "older.html"));
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
