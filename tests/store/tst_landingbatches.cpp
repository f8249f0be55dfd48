// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/landingbatches.h"

#include "core/store/sessiondatabase.h"
#include "core/store/sessionschema.h"
#include "core/store/sqlite.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gleaner;

namespace
{

StoredLanding landing(quint32 id, const QByteArray &hash = "hash")
{
    const QByteArray number = QByteArray::number(id);
    StoredLanding row{"http://h/" + number, "a/b", number + ".part", number, number + "~1",
        "Link: <y>\n", 203, {}};
    row.saved = {id, {}, 7, hash, "W/\"e\"", "date", "text/plain", false, 99};
    return row;
}

StoredFile savedFrom(const StoredLanding &landing)
{
    StoredFile file = landing.saved;
    file.path = landing.folders + '/' + landing.file;
    file.landed = landing.address;
    return file;
}

SessionChanges saving(const std::vector<StoredLanding> &landings)
{
    SessionChanges changes;
    for (const StoredLanding &each : landings)
        changes.files.push_back(savedFrom(each));
    return changes;
}

} // namespace

class TestLandingBatches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }
    void comeBackAsTheyWere();
    void onesThatWereNotCommittedAreNotThere();
    void goWhenAllOfThemAreSaved();
    void oneThatIsSavedStaysWithTheOthersOfItsBatch();
    void oneThatProvedNothingIsForgotten();
    void theNewerOneOfAnAddressCounts();
    void manyAtOnceTakeSeveralRows();
    void thoseOfAnEarlierVersionAreTakenOver();
    void anEarlierRunsNamesAreKnown();

private:
    QString name() const { return m_root->filePath(QStringLiteral("x.sqlite")); }
    std::vector<StoredLanding> left() const
    {
        const SessionDatabase database(name());
        return database.load().value().landings;
    }
    int rows(const char *counting = "SELECT count(*) FROM landed") const
    {
        Sqlite database(name(), sessionSchema());
        Statement &count = database.statement(counting);
        const int rows = database.execute(count) && count.next() ? count.value(0).toInt() : -1;
        count.finish();
        return rows;
    }
    /// One batch of them.
    static void land(SessionDatabase &database, const std::vector<StoredLanding> &landings)
    {
        database.beginLandings();
        for (const StoredLanding &each : landings)
            QVERIFY(database.land(each));
        QVERIFY(database.commitLandings());
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestLandingBatches::comeBackAsTheyWere()
{
    {
        SessionDatabase database(name());
        land(database, {landing(1), landing(2)});
    }
    const auto landings = left();
    QCOMPARE(landings.size(), size_t(2));
    const StoredLanding &second = landings[1];
    QCOMPARE(second.address, QByteArray("http://h/2"));
    QCOMPARE(second.folders, QByteArray("a/b"));
    QCOMPARE(second.part, QByteArray("2.part"));
    QCOMPARE(second.file, QByteArray("2"));
    QCOMPARE(second.marked, QByteArray("2~1"));
    QCOMPARE(second.headers, QByteArray("Link: <y>\n"));
    QCOMPARE(second.status, 203);
    QCOMPARE(second.saved.id, 2U);
    QCOMPARE(second.saved.size, 7);
    QCOMPARE(second.saved.hash, QByteArray("hash"));
    QCOMPARE(second.saved.etag, QByteArray("W/\"e\""));
    QCOMPARE(second.saved.lastModified, QByteArray("date"));
    QCOMPARE(second.saved.contentType, QByteArray("text/plain"));
    QCOMPARE(second.saved.verified, false);
    QCOMPARE(second.saved.savedAt, 99);
}

void TestLandingBatches::onesThatWereNotCommittedAreNotThere()
{
    {
        SessionDatabase database(name());
        database.beginLandings();
        QVERIFY(database.land(landing(1)));
    }
    QVERIFY(left().empty());
}

void TestLandingBatches::goWhenAllOfThemAreSaved()
{
    SessionDatabase database(name());
    land(database, {landing(1), landing(2), landing(3)});
    QVERIFY(database.write(saving({landing(1), landing(3)})));
    QCOMPARE(rows(), 1);
    QVERIFY(database.write(saving({landing(2)})));
    QCOMPARE(rows(), 0);
}

void TestLandingBatches::oneThatIsSavedStaysWithTheOthersOfItsBatch()
{
    {
        SessionDatabase database(name());
        land(database, {landing(1), landing(2)});
        QVERIFY(database.write(saving({landing(1)})));
    }
    {
        SessionDatabase database(name());
        QCOMPARE(database.load().value().landings.size(), size_t(2));
        database.forgetLanding("http://h/1");
        QVERIFY(database.write(saving({landing(2)})));
    }
    QCOMPARE(rows(), 0);
}

void TestLandingBatches::oneThatProvedNothingIsForgotten()
{
    SessionDatabase database(name());
    land(database, {landing(1), landing(2)});
    database.forgetLanding("http://h/1");
    database.forgetLanding("http://h/unknown");
    QCOMPARE(rows(), 1);
    database.forgetLanding("http://h/2");
    QCOMPARE(rows(), 0);
}

void TestLandingBatches::theNewerOneOfAnAddressCounts()
{
    {
        SessionDatabase database(name());
        land(database, {landing(1, "old")});
        land(database, {landing(1, "new"), landing(2)});
    }
    QCOMPARE(rows(), 1);
    const auto landings = left();
    QCOMPARE(landings.size(), size_t(2));
    QCOMPARE(landings[0].saved.hash, QByteArray("new"));
}

void TestLandingBatches::manyAtOnceTakeSeveralRows()
{
    std::vector<StoredLanding> many;
    for (quint32 id = 0; id < 2500; ++id)
        many.push_back(landing(id));
    SessionDatabase database(name());
    land(database, many);
    QCOMPARE(rows(), 3);
    QVERIFY(database.write(saving(many)));
    QCOMPARE(rows(), 0);
}

void TestLandingBatches::thoseOfAnEarlierVersionAreTakenOver()
{
    {
        const SessionDatabase database(name());
        Sqlite older(name(), sessionSchema());
        QVERIFY(older.execute(
            "INSERT INTO landings (address, folders, part, file, marked, hash) "
            "SELECT CAST('http://h/1' AS BLOB), 'a/b', '1.part', '1', '1~1', 'hash'"));
    }
    SessionDatabase database(name());
    const auto landings = database.load().value().landings;
    QCOMPARE(landings.size(), size_t(1));
    QCOMPARE(landings[0].part, QByteArray("1.part"));
    QCOMPARE(landings[0].saved.hash, QByteArray("hash"));
    QVERIFY(database.write(saving({landing(1)})));
    QCOMPARE(rows("SELECT count(*) FROM landings"), 0);
}

void TestLandingBatches::anEarlierRunsNamesAreKnown()
{
    {
        SessionDatabase database(name());
        land(database, {landing(1)});
    }
    SessionDatabase database(name());
    QVERIFY(database.load());
    for (const char *known : {"1", "1~1", "1.part"})
        QVERIFY2(database.knows("a/b", known, {}), known);
    QVERIFY(!database.knows("a/b", "1", "1.part"));
    QVERIFY(!database.knows("a", "1", {}));
    QVERIFY(!database.knows("a/b", "2", {}));
}

QTEST_GUILESS_MAIN(TestLandingBatches)
#include "tst_landingbatches.moc"
