// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/partstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner;

class TestPartStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }
    void remembersWhatWasPut();
    void makesNothingUntilThereIsSomething();
    void onlyItsOwnerMayReadIt();
    void whatIsDamagedIsSetAside_data();
    void whatIsDamagedIsSetAside();
    void aNewerOneIsLeftAlone();
    void nowhereToWriteIsNoFault();

private:
    QString file() const { return m_root->filePath(QStringLiteral("state/parts/x.sqlite")); }
    QByteArray bytes() const
    {
        QFile database(file());
        return database.open(QIODevice::ReadOnly) ? database.readAll() : QByteArray();
    }
    void put(const QByteArray &address) const
    {
        PartStore store(file());
        store.put({address, "a/b", "x.part", "x", 7, "hash", "\"e\"", "date", 9, "text/plain"});
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestPartStore::remembersWhatWasPut()
{
    {
        PartStore store(file());
        QVERIFY(store.load().empty());
        store.put(
            {"http://h/1", "a/b", "x.part", "x", 7, QByteArray("\0h", 2), "\"e\"", "", 9, "t"});
        store.put({"http://h/2", "", "y.part", "y", 1, "h", "", "date", -1, ""});
        store.put(
            {"http://h/1", "a/b", "x.part", "x", 8, QByteArray("\0i", 2), "\"e\"", "", 9, "t"});
        store.put({"http://h/3", "", "z.part", "z", 1, "h", "e", "", -1, ""});
        store.remove("http://h/3", "z.part");
        store.remove("http://h/2", "another.part");
    }
    PartStore store(file());
    const std::vector<StoredPart> parts = store.load();
    QCOMPARE(parts.size(), size_t(2));
    const StoredPart &one = parts[0];
    QCOMPARE(one.address, QByteArray("http://h/1"));
    QCOMPARE(one.folders, QByteArray("a/b"));
    QCOMPARE(one.name, QByteArray("x.part"));
    QCOMPARE(one.file, QByteArray("x"));
    QCOMPARE(one.size, 8);
    QCOMPARE(one.hash, QByteArray("\0i", 2));
    QCOMPARE(one.etag, QByteArray("\"e\""));
    QCOMPARE(one.total, 9);
    QCOMPARE(one.contentType, QByteArray("t"));
    QCOMPARE(parts[1].lastModified, QByteArray("date"));
    QCOMPARE(parts[1].total, -1);
}

void TestPartStore::makesNothingUntilThereIsSomething()
{
    PartStore store(file());
    QVERIFY(store.load().empty());
    store.remove("http://h/", "x.part");
    store.close();
    QCOMPARE(QDir(m_root->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 0);
}

void TestPartStore::onlyItsOwnerMayReadIt()
{
    put("http://h/");
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(file()) & others));
    QVERIFY(!(QFile::permissions(m_root->filePath(QStringLiteral("state/parts"))) & others));
}

void TestPartStore::whatIsDamagedIsSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database") << QByteArray("this is not a database at all").repeated(100);
    init();
    put("http://h/");
    const QByteArray good = bytes();
    QVERIFY(good.size() > 4096);
    QByteArray broken = good;
    broken.replace(0, 16, QByteArray(16, 'x'));
    QTest::newRow("its head is gone") << broken;
    QByteArray noSchema = good;
    noSchema.replace(100, 1000, QByteArray(1000, '\xff'));
    QTest::newRow("its schema is gone") << noSchema;
}

void TestPartStore::whatIsDamagedIsSetAside()
{
    QFETCH(const QByteArray, content);
    QVERIFY(QDir().mkpath(m_root->filePath(QStringLiteral("state/parts"))));
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(content);
    damaged.close();

    PartStore store(file());
    QVERIFY(store.load().empty());
    store.put({"http://h/", "", "x.part", "x", 7, "h", "e", "", 9, ""});
    store.close();
    QFile aside(file() + QStringLiteral(".damaged-1"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    QCOMPARE(PartStore(file()).load().size(), size_t(1));
}

void TestPartStore::aNewerOneIsLeftAlone()
{
    put("http://h/");
    QFile newer(file());
    QVERIFY(newer.open(QIODevice::ReadWrite));
    // SQLite's user version, big endian (file format, section 1.3).
    QVERIFY(newer.seek(60));
    newer.write(QByteArray("\0\0\0\x63", 4));
    newer.close();
    const QByteArray before = bytes();

    PartStore store(file());
    QVERIFY(store.load().empty());
    store.put({"http://h/2", "", "x.part", "x", 7, "h", "e", "", 9, ""});
    store.close();
    QCOMPARE(bytes(), before);
    QVERIFY(!QFile::exists(file() + QStringLiteral(".damaged-1")));
}

void TestPartStore::nowhereToWriteIsNoFault()
{
    QFile inTheWay(m_root->filePath(QStringLiteral("state")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    PartStore store(file());
    store.put({"http://h/", "", "x.part", "x", 7, "h", "e", "", 9, ""});
    QVERIFY(store.load().empty());
    store.remove("http://h/", "x.part");
}

QTEST_GUILESS_MAIN(TestPartStore)
#include "tst_partstore.moc"
