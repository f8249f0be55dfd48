// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondatabase.h"
#include "tests/support/privatemount.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

StoredAddress address(quint32 id, const QByteArray &bytes)
{
    StoredAddress row;
    row.id = id;
    row.address = bytes;
    row.element = "a";
    row.attribute = "href";
    row.depth = int(id);
    return row;
}

StoredFile file(quint32 id, const QByteArray &path)
{
    return {id, path, 7, QByteArray("\0h", 2), "W/\"e\"", "date", "text/plain", false, 99};
}

std::vector<StoredAddress> addressesOf(const SessionDatabase &database)
{
    std::vector<StoredAddress> addresses;
    const bool isWhole = database.visitAddresses([&](const StoredAddress &row, const StoredFile *) {
        addresses.push_back(row);
        return true;
    });
    return isWhole ? addresses : std::vector<StoredAddress>();
}

StoredLanding landing(const QByteArray &address)
{
    StoredLanding row{address, "a/b", "x.part", "x", "x~1", "Link: <y>\n", 203, {}};
    row.saved = file(StoredLanding::unknown, {});
    return row;
}

} // namespace

class TestSessionDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }
    void remembersAddresses();
    void remembersFilesAndForgetsTheirLandings();
    void remembersParts();
    void remembersWhatIsBeingMoved();
    void onlyItsOwnerMayReadIt();
    void whatIsDamagedIsSetAside_data();
    void whatIsDamagedIsSetAside();
    void whatADamagedOneStillSaysOfFilesIsOffered();
    void aByteThatWasChangedIsNeverACrashOrADeletion();
    void aFullDiskIsNoDamage_data();
    void aFullDiskIsNoDamage();
    void aNewerOneIsLeftAlone();
    void whereItCannotBeItSaysSo();

private:
    QString name() const { return m_root->filePath(QStringLiteral("state/sessions/x.sqlite")); }
    QByteArray bytes() const
    {
        QFile database(name());
        return database.open(QIODevice::ReadOnly) ? database.readAll() : QByteArray();
    }
    void put(const QByteArray &content) const
    {
        QDir().mkpath(m_root->filePath(QStringLiteral("state/sessions")));
        QFile database(name());
        if (!database.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write");
        database.write(content);
        for (const char *end : {"-wal", "-shm"})
            QFile::remove(name() + QLatin1String(end));
    }
    /// A database with so many saved files.
    void fill(int count = 200) const
    {
        SessionDatabase database(name());
        SessionChanges changes;
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(i);
            changes.addresses.push_back(address(quint32(i), "http://h/" + number));
            changes.files.push_back(file(quint32(i), "a/" + number));
        }
        if (!database.write(changes))
            qFatal("cannot fill");
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestSessionDatabase::remembersAddresses()
{
    {
        SessionDatabase database(name());
        QVERIFY(database.state() == SessionDatabase::State::Open);
        SessionChanges changes;
        changes.addresses = {address(0, "http://h/"), address(1, "http://h/1")};
        changes.addresses[1].referrer = 0;
        changes.addresses[1].detail = QStringLiteral("wörter");
        changes.addresses[1].target = "http://h/2";
        changes.links = {{0, "links"}};
        changes.values.insert(QStringLiteral("job"), "{}");
        QVERIFY(database.write(changes));
        SessionChanges more;
        more.addresses = {address(0, "http://h/")};
        more.addresses[0].state = 5;
        more.links = {{0, "other links"}};
        QVERIFY(database.write(more));
    }
    const SessionDatabase database(name());
    const StoredSession session = database.load().value();
    const std::vector<StoredAddress> addresses = addressesOf(database);
    QCOMPARE(addresses.size(), size_t(2));
    QVERIFY(database.hasStateBelow(5));
    QCOMPARE(addresses[0].state, 5);
    QCOMPARE(addresses[0].referrer, StoredAddress::none);
    QCOMPARE(addresses[1].address, QByteArray("http://h/1"));
    QCOMPARE(addresses[1].referrer, 0);
    QCOMPARE(addresses[1].detail, QStringLiteral("wörter"));
    QCOMPARE(addresses[1].target, QByteArray("http://h/2"));
    QCOMPARE(addresses[1].element, QByteArray("a"));
    QCOMPARE(addresses[1].depth, 1);
    QCOMPARE(session.links.size(), size_t(1));
    QCOMPARE(session.links[0].targets, QByteArray("other links"));
    QCOMPARE(session.values.value(QStringLiteral("job")), QByteArray("{}"));
}

void TestSessionDatabase::remembersFilesAndForgetsTheirLandings()
{
    {
        SessionDatabase database(name());
        QVERIFY(database.land(landing("http://h/")));
        QVERIFY(database.land(landing("http://h/other")));
        QVERIFY(database.land(landing("http://h/gone")));
        database.forgetLanding("http://h/gone");
        SessionChanges changes;
        changes.addresses = {address(0, "http://h/")};
        changes.files = {file(0, "a/b/x")};
        changes.files[0].landed = "http://h/";
        QVERIFY(database.write(changes));
        QVERIFY(!database.fileOf(1));
        const auto saved = database.fileOf(0);
        QVERIFY(saved);
        QCOMPARE(saved->path, QByteArray("a/b/x"));
        QCOMPARE(saved->hash, QByteArray("\0h", 2));
        QCOMPARE(saved->etag, QByteArray("W/\"e\""));
        QCOMPARE(saved->lastModified, QByteArray("date"));
        QVERIFY(!saved->verified);
    }
    const StoredSession session = SessionDatabase(name()).load().value();
    QCOMPARE(session.landings.size(), size_t(1));
    const StoredLanding &left = session.landings[0];
    QCOMPARE(left.address, QByteArray("http://h/other"));
    QCOMPARE(left.marked, QByteArray("x~1"));
    QCOMPARE(left.headers, QByteArray("Link: <y>\n"));
    QCOMPARE(left.saved.hash, QByteArray("\0h", 2));
    QCOMPARE(left.saved.contentType, QByteArray("text/plain"));
}

void TestSessionDatabase::remembersParts()
{
    {
        SessionDatabase database(name());
        database.putPart(
            {"http://h/1", "a/b", "x.part", "x", 7, QByteArray("\0h", 2), "\"e\"", "", 9, "t"});
        database.putPart({"http://h/2", "", "y.part", "y", 0, "", "", "", -1, ""});
        database.putPart(
            {"http://h/1", "a/b", "x.part", "x", 8, QByteArray("\0i", 2), "\"e\"", "", 9, "t"});
        database.putPart({"http://h/1", "a/b", "z.part", "x", 1, "h", "e", "", -1, ""});
        database.removePart("http://h/1", "z.part");
        database.removePart("http://h/2", "another.part");
    }
    const std::vector<StoredPart> parts = SessionDatabase(name()).load().value().parts;
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
    QCOMPARE(parts[1].size, 0);
    QCOMPARE(parts[1].total, -1);
}

void TestSessionDatabase::remembersWhatIsBeingMoved()
{
    // The new name of one is the old one of another, and one is to be in two moves' way.
    const std::vector<StoredMove> moves{{0, "a/0", "a/1", 7, QByteArray("\0h", 2)},
        {1, "a/1", "b", 7, QByteArray("\0h", 2)}, {2, "a/2", "c", 7, QByteArray("\0h", 2)}};
    fill(3);
    {
        SessionDatabase database(name());
        QVERIFY(database.begunMoves().empty());
        QVERIFY(database.beginMoves(moves));
    }
    SessionDatabase database(name());
    const std::vector<StoredMove> begun = database.begunMoves();
    QCOMPARE(begun.size(), size_t(3));
    for (size_t i = 0; i < begun.size(); ++i) {
        QCOMPARE(begun[i].id, moves[i].id);
        QCOMPARE(begun[i].from, moves[i].from);
        QCOMPARE(begun[i].to, moves[i].to);
        QCOMPARE(begun[i].size, moves[i].size);
        QCOMPARE(begun[i].hash, moves[i].hash);
    }
    // The third one could not be moved.
    QVERIFY(database.endMoves({moves[0], moves[1]}));
    QVERIFY(database.begunMoves().empty());
    QCOMPARE(database.fileOf(0)->path, QByteArray("a/1"));
    QCOMPARE(database.fileOf(1)->path, QByteArray("b"));
    QCOMPARE(database.fileOf(2)->path, QByteArray("a/2"));
    QCOMPARE(database.fileOf(0)->hash, QByteArray("\0h", 2));
}

void TestSessionDatabase::onlyItsOwnerMayReadIt()
{
    fill();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(name()) & others));
    QVERIFY(!(QFile::permissions(m_root->filePath(QStringLiteral("state/sessions"))) & others));
}

void TestSessionDatabase::whatIsDamagedIsSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database") << QByteArray("this is not a database at all").repeated(100);
    init();
    fill();
    const QByteArray good = bytes();
    QVERIFY(good.size() > 4096);
    QByteArray broken = good;
    broken.replace(0, 16, QByteArray(16, 'x'));
    QTest::newRow("its head is gone") << broken;
    QByteArray noSchema = good;
    noSchema.replace(100, 1000, QByteArray(1000, '\xff'));
    QTest::newRow("its schema is gone") << noSchema;
}

void TestSessionDatabase::whatIsDamagedIsSetAside()
{
    QFETCH(const QByteArray, content);
    put(content);
    {
        SessionDatabase database(name());
        QVERIFY(database.state() == SessionDatabase::State::Open);
        QCOMPARE(database.setAside(), name() + QStringLiteral(".damaged-1"));
        SessionChanges changes;
        changes.addresses = {address(0, "http://h/")};
        QVERIFY(database.write(changes));
    }
    QFile aside(name() + QStringLiteral(".damaged-1"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    QCOMPARE(addressesOf(SessionDatabase(name())).size(), size_t(1));
}

void TestSessionDatabase::whatADamagedOneStillSaysOfFilesIsOffered()
{
    fill(2000);
    SessionDatabase database(name());
    database.startOver();
    QVERIFY(database.state() == SessionDatabase::State::Open);
    const StoredSession session = database.load().value();
    QVERIFY(addressesOf(database).empty());
    QCOMPARE(session.landings.size(), size_t(2000));
    const auto found =
        std::ranges::find(session.landings, QByteArray("http://h/1234"), &StoredLanding::address);
    QVERIFY(found != session.landings.end());
    const StoredLanding &one = *found;
    QCOMPARE(one.folders, QByteArray("a"));
    QCOMPARE(one.file, QByteArray("1234"));
    QCOMPARE(one.saved.hash, QByteArray("\0h", 2));
    QCOMPARE(one.headers, QByteArray("Content-Type: text/plain\n"));
}

void TestSessionDatabase::aByteThatWasChangedIsNeverACrashOrADeletion()
{
    fill();
    const QByteArray good = bytes();
    QVERIFY(good.size() > 8192);
    // Every byte of the head and the schema, and samples of the rest.
    for (qsizetype i = 0; i < good.size(); i += i < 1024 ? 1 : 197) {
        QByteArray changed = good;
        changed[i] = char(changed[i] ^ 0xff);
        put(changed);
        const QString aside = name() + QStringLiteral(".damaged-1");
        QFile::remove(aside);
        {
            SessionDatabase database(name());
            if (database.state() == SessionDatabase::State::Open) {
                database.load();
                addressesOf(database);
            }
        }
        QVERIFY2(QFile::exists(name()) || QFile::exists(aside), qPrintable(QString::number(i)));
    }
    for (qsizetype cut = 0; cut < good.size(); cut += 777) {
        put(good.first(cut));
        QFile::remove(name() + QStringLiteral(".damaged-1"));
        const SessionDatabase database(name());
        QVERIFY(database.state() == SessionDatabase::State::Open);
        database.load();
    }
}

void TestSessionDatabase::aFullDiskIsNoDamage_data()
{
    QTest::addColumn<int>("free"); // in bytes, at most
    QTest::newRow("nothing is left") << 0;
    QTest::newRow("four pages") << 4 * 4096;
    QTest::newRow("some room") << 16 * 4096;
}

void TestSessionDatabase::aFullDiskIsNoDamage()
{
    QFETCH(const int, free);
    const PrivateMount disk(m_root->filePath(QStringLiteral("state")), "size=2m");
    SKIP_UNLESS_MOUNTED(disk);
    fill();
    Filler filler(m_root->filePath(QStringLiteral("state")));
    QVERIFY(filler.leave(free));
    {
        SessionDatabase database(name());
        SessionChanges changes;
        for (quint32 i = 200; i < 5000; ++i)
            changes.addresses.push_back(address(i, "http://h/more/" + QByteArray::number(i)));
        // Without room for the index of what was written last it is not even opened.
        if (database.state() == SessionDatabase::State::Open) {
            QVERIFY(!database.write(changes));
            QVERIFY2(!database.isDamaged(), qPrintable(database.problem()));
            QVERIFY(database.wasDiskFull());
            // Whoever takes it for damaged all the same loses nothing.
            database.startOver();
        }
        QVERIFY(database.state() != SessionDatabase::State::Open);
        QVERIFY(database.setAside().isEmpty());
    }
    QVERIFY(filler.remove());
    const SessionDatabase database(name());
    QVERIFY(database.state() == SessionDatabase::State::Open);
    QVERIFY(database.setAside().isEmpty());
    QCOMPARE(addressesOf(database).size(), size_t(200));
}

void TestSessionDatabase::aNewerOneIsLeftAlone()
{
    fill();
    QFile newer(name());
    QVERIFY(newer.open(QIODevice::ReadWrite));
    // SQLite's user version, big endian (file format, section 1.3).
    QVERIFY(newer.seek(60));
    newer.write(QByteArray("\0\0\0\x63", 4));
    newer.close();
    const QByteArray before = bytes();
    {
        const SessionDatabase database(name());
        QVERIFY(database.state() == SessionDatabase::State::Newer);
    }
    QCOMPARE(bytes(), before);
    QVERIFY(!QFile::exists(name() + QStringLiteral(".damaged-1")));
}

void TestSessionDatabase::whereItCannotBeItSaysSo()
{
    QFile inTheWay(m_root->filePath(QStringLiteral("state")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const SessionDatabase database(name());
    QVERIFY(database.state() == SessionDatabase::State::OutOfReach);
}

QTEST_GUILESS_MAIN(TestSessionDatabase)
#include "tst_sessiondatabase.moc"
