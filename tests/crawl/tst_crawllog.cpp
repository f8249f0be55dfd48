// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawllog.h"
#include "core/crawl/frontier.h"
#include "core/crawl/linkmemory.h"

#include <QTest>

#include <random>

#include <malloc.h>

using namespace gleaner;

namespace
{

Address numbered(int number)
{
    return Address::parse("http://h/" + QByteArray::number(number)).value();
}

qint64 sum(const Totals &totals)
{
    return totals.saved + totals.unchanged + totals.redirected + totals.skipped + totals.failed
        + totals.waiting;
}

} // namespace

class TestCrawlLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testsAndInsertsInOneStep();
    void keepsTheFirstFinding();
    void anAddressIsItsCanonicalForm();
    void sumsAddUp();
    void batchesAnnounceEveryRecordOnce();
    void aBatchTellsOfNoMoreThanItMay();
    void aChangeIsToldOnceWithItsNewestState();
    void whatHasEndedIsNotToldAgainForItsDepth();
    void anyHistoryAddsUp();
    void putsBackWhatADamagedDatabaseHoldsTwice();
    void anAddressTakesAtMost300Bytes();
};

void TestCrawlLog::testsAndInsertsInOneStep()
{
    CrawlLog log;
    for (int i = 0; i < 1000; ++i) {
        const auto added = log.add(numbered(i), LinkKind::Navigation, {}, noRecord, 0);
        QVERIFY(added.isNew);
        QCOMPARE(added.id, RecordId(i));
    }
    for (int i = 999; i >= 0; --i) {
        for (int again = 0; again < 2; ++again) {
            const auto added = log.add(numbered(i), LinkKind::Navigation, {}, noRecord, 0);
            QVERIFY(!added.isNew);
            QCOMPARE(added.id, RecordId(i));
        }
    }
    QCOMPARE(log.size(), size_t(1000));
    QCOMPARE(log.totals().known, 1000);
    QVERIFY(log.add(numbered(1000), LinkKind::Navigation, {}, noRecord, 0).isNew);
}

void TestCrawlLog::keepsTheFirstFinding()
{
    CrawlLog log;
    log.add(numbered(0), LinkKind::Navigation, {"start", ""}, noRecord, 0);
    log.add(numbered(1), LinkKind::Requisite, {"img", "src"}, 0, 3);
    log.add(numbered(1), LinkKind::Navigation, {"a", "href"}, 0, 1);
    const Record record = log.at(1);
    QCOMPARE(record.id, RecordId(1));
    QCOMPARE(record.address, numbered(1));
    QVERIFY(record.kind == LinkKind::Requisite);
    QCOMPARE(QByteArray(record.found.element), QByteArray("img"));
    QCOMPARE(record.referrer, RecordId(0));
    QCOMPARE(record.depth, quint16(3));
    QVERIFY(record.state == RecordState::Waiting);
    QCOMPARE(log.at(log.add(numbered(2), LinkKind::Feed, {}, 0, 70'000).id).depth, quint16(65535));
}

void TestCrawlLog::anAddressIsItsCanonicalForm()
{
    CrawlLog log;
    const auto add = [&](const char *text) {
        return log.add(Address::parse(text).value(), LinkKind::Navigation, {}, noRecord, 0).id;
    };
    const RecordId first = add("http://Host:80/a/../b#part");
    QCOMPARE(add("http://host/b"), first);
    QCOMPARE(add("HTTP://user:secret@host/b#other"), first);
    QVERIFY(add("http://host/b?") != first);
    QVERIFY(add("https://host/b") != first);
    QVERIFY(add("http://host/B") != first);
}

void TestCrawlLog::sumsAddUp()
{
    CrawlLog log;
    for (int i = 0; i < 10; ++i)
        log.add(numbered(i), LinkKind::Navigation, {}, noRecord, 0);
    QCOMPARE(log.totals().waiting, 10);
    for (RecordId id = 0; id < 10; ++id) {
        log.update(id, [id](Record &record) {
            record.state = RecordState(id);
            record.bytes = 100;
        });
    }
    const Totals totals = log.totals();
    QCOMPARE(totals.waiting, 5); // waiting, connecting, downloading, reading, retrying
    QCOMPARE(totals.saved, 1);
    QCOMPARE(totals.unchanged, 1);
    QCOMPARE(totals.redirected, 1);
    QCOMPARE(totals.skipped, 1);
    QCOMPARE(totals.failed, 1);
    QCOMPARE(totals.bytes, 100);
    QCOMPARE(sum(totals), totals.known);
    log.update(RecordId(RecordState::Saved), [](Record &record) { record.bytes = 7; });
    QCOMPARE(log.totals().bytes, 7);
}

void TestCrawlLog::batchesAnnounceEveryRecordOnce()
{
    CrawlLog log;
    QVERIFY(!log.hasNews());
    log.add(numbered(0), LinkKind::Navigation, {}, noRecord, 0);
    log.add(numbered(1), LinkKind::Navigation, {}, noRecord, 0);
    QVERIFY(log.hasNews());
    const Batch first = log.takeBatch();
    QCOMPARE(first.added.size(), size_t(2));
    QVERIFY(!log.hasNews());
    QVERIFY(log.takeBatch().added.empty());
    log.add(numbered(1), LinkKind::Navigation, {}, noRecord, 0);
    QVERIFY(!log.hasNews());
    log.add(numbered(2), LinkKind::Navigation, {}, noRecord, 0);
    const Batch second = log.takeBatch();
    QCOMPARE(second.added.size(), size_t(1));
    QCOMPARE(second.added.front().id, RecordId(2));
    QCOMPARE(second.totals.known, 3);
}

void TestCrawlLog::aBatchTellsOfNoMoreThanItMay()
{
    CrawlLog log;
    for (int i = 0; i < 5; ++i)
        log.add(numbered(i), LinkKind::Navigation, {}, noRecord, 0);
    log.update(4, [](Record &record) { record.state = RecordState::Connecting; });
    const Batch first = log.takeBatch(2);
    QCOMPARE(first.added.size(), size_t(2));
    QVERIFY(first.changed.empty() && log.hasNews());
    log.update(0, [](Record &record) { record.state = RecordState::Saved; });
    log.update(4, [](Record &record) { record.state = RecordState::Saved; });
    const Batch second = log.takeBatch(2);
    QCOMPARE(second.added.back().id, RecordId(3));
    QCOMPARE(second.changed.size(), size_t(1));
    const Batch last = log.takeBatch();
    QCOMPARE(last.added.size(), size_t(1));
    QVERIFY(last.added.front().state == RecordState::Saved);
    QVERIFY(last.changed.empty() && !log.hasNews());
}

void TestCrawlLog::aChangeIsToldOnceWithItsNewestState()
{
    CrawlLog log;
    log.add(numbered(0), LinkKind::Navigation, {}, noRecord, 0);
    log.update(0, [](Record &record) { record.state = RecordState::Connecting; });
    const Batch first = log.takeBatch();
    // New and changed at once: in its newest state, and only as new.
    QCOMPARE(first.added.size(), size_t(1));
    QVERIFY(first.added.front().state == RecordState::Connecting);
    QVERIFY(first.changed.empty());
    log.update(0, [](Record &record) { record.state = RecordState::Downloading; });
    log.update(0, [](Record &record) { record.state = RecordState::Saved; });
    const Batch second = log.takeBatch();
    QVERIFY(second.added.empty());
    QCOMPARE(second.changed.size(), size_t(1));
    QVERIFY(second.changed.front().state == RecordState::Saved);
    QVERIFY(log.takeBatch().changed.empty());
}

void TestCrawlLog::whatHasEndedIsNotToldAgainForItsDepth()
{
    CrawlLog log;
    for (int i = 0; i < 2; ++i)
        log.add(numbered(i), LinkKind::Navigation, {}, noRecord, 5);
    log.update(1, [](Record &record) { record.state = RecordState::Failed; });
    log.takeBatch();
    log.moveNearer(0, 3);
    log.moveNearer(1, 3);
    QCOMPARE(log.at(0).depth, quint16(3));
    QCOMPARE(log.at(1).depth, quint16(3));
    const Batch batch = log.takeBatch();
    QCOMPARE(batch.changed.size(), size_t(1));
    QCOMPARE(batch.changed.front().id, RecordId(0));
    QCOMPARE(sum(batch.totals), batch.totals.known);
}

/// Whoever follows the batches always knows what the log knows.
void TestCrawlLog::anyHistoryAddsUp()
{
    std::mt19937 random(7); // NOLINT: the same history every time
    CrawlLog log;
    std::vector<Record> followed;
    for (int step = 0; step < 20'000; ++step) {
        const quint32 dice = random() % 10;
        if (dice < 3 || log.size() == 0) {
            log.add(numbered(int(random() % 3000)), LinkKind::Navigation, {}, noRecord, 0);
        } else if (dice < 9) {
            log.update(RecordId(random() % log.size()), [&](Record &record) {
                record.state = RecordState(random() % 10);
                record.bytes = random() % 1000;
            });
        } else {
            const Batch batch = log.takeBatch(random() % 20);
            for (const Record &record : batch.added) {
                QCOMPARE(record.id, RecordId(followed.size()));
                followed.push_back(record);
            }
            QSet<RecordId> changed;
            for (const Record &record : batch.changed) {
                QVERIFY(!changed.contains(record.id));
                changed.insert(record.id);
                QVERIFY(record.id < followed.size());
                followed[record.id] = record;
            }
            QCOMPARE(sum(batch.totals), batch.totals.known);
            QCOMPARE(batch.totals.known, qint64(log.size()));
            qint64 bytes = 0;
            for (size_t id = 0; id < followed.size(); ++id) {
                QVERIFY(followed[id].state == log.at(RecordId(id)).state);
                bytes += followed[id].state == RecordState::Saved ? followed[id].bytes : 0;
            }
            if (!log.hasNews())
                QCOMPARE(batch.totals.bytes, bytes);
        }
    }
    QVERIFY(followed.size() > 1000);
}

void TestCrawlLog::putsBackWhatADamagedDatabaseHoldsTwice()
{
    CrawlLog log;
    for (RecordId id = 0; id < 3; ++id) {
        Record record;
        record.id = id;
        record.address = numbered(id == 2 ? 5 : 1);
        record.status = quint16(id);
        log.restore(record);
    }
    for (RecordId id = 0; id < 3; ++id) {
        QCOMPARE(log.at(id).address, numbered(id == 2 ? 5 : 1));
        QCOMPARE(log.at(id).status, quint16(id));
    }
    QCOMPARE(log.find(numbered(1)), std::optional(RecordId(0)));
    QCOMPARE(log.find(numbered(5)), std::optional(RecordId(2)));
    QCOMPARE(log.totals().known, 3);
    QCOMPARE(log.add(numbered(9), LinkKind::Navigation, {}, noRecord, 0).id, RecordId(3));
}

/// Of the heap, with the links of ten pages that each page names, and when it is the frontier's.
void TestCrawlLog::anAddressTakesAtMost300Bytes()
{
    const auto used = [] {
        const auto info = mallinfo2();
        return qint64(info.uordblks + info.hblkhd);
    };
    const qint64 before = used();
    if (before == 0)
        QSKIP("a sanitizer's allocator does not count");
    constexpr int many = 100'000;
    CrawlLog log;
    LinkMemory links;
    Frontier frontier(6, std::chrono::milliseconds(0));
    for (int i = 0; i < many; ++i) {
        const auto address = Address::parse(
            "https://www.example.org/a/folder/of/usual/depth/" + QByteArray::number(i) + ".html");
        const RecordId id = log.add(*address, LinkKind::Navigation, {"a", "href"}, 0, 3).id;
        frontier.add(id, address->origin(), 3);
        for (int link = 0; link < 10; ++link)
            links.add(id, {RecordId(link), LinkKind::Navigation});
        log.takeBatch();
        log.update(id, [](Record &record) {
            record.state = RecordState::Saved;
            record.status = 200;
            record.bytes = 1000;
            record.seconds = 0.25;
            record.type = "text/html";
            record.path = QString::fromUtf8(record.address.path().sliced(1));
        });
    }
    log.takeBatch();
    const qint64 bytes = (used() - before) / many;
    QVERIFY2(bytes <= 300, QByteArray::number(bytes).constData());
    QVERIFY2(bytes > 100, QByteArray::number(bytes).constData()); // or it does not count
}

QTEST_GUILESS_MAIN(TestCrawlLog)
#include "tst_crawllog.moc"
