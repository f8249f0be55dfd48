// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/partshelf.h"
#include "core/task/taskgroup.h"
#include "tests/support/await.h"
#include "tests/support/filesbelow.h"

#include <QTemporaryDir>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr int mostKept = 64;

Address addressOf(int number)
{
    return Address::parse("http://h/" + QByteArray::number(number)).value();
}

/// A part of that many bytes, put on the shelf under the address of that number.
Task<void> put(DiskWriter *writer, PartShelf *shelf, int number, int size)
{
    KeptPart part;
    part.stream = std::make_unique<DiskWriter::Stream>(*writer);
    const RelativePath path{{}, "f" + QByteArray::number(number)};
    const auto opened = co_await part.stream->open(path);
    const QByteArray bytes(size, 'x');
    const auto appended = co_await part.stream->append(bytes);
    part.size = size;
    part.validator.etag = "\"v\"";
    if (!opened && !appended)
        shelf->put(addressOf(number), std::move(part));
}

Task<void> fill(DiskWriter *writer, PartShelf *shelf, int smallest)
{
    co_await writer->open();
    for (int number = 0; number < mostKept; ++number) {
        const int size = number == smallest ? 1 : 100 + number;
        co_await put(writer, shelf, number, size);
    }
}

} // namespace

/// Parts that wait for their next try are open files, so there are only so many of them.
class TestPartShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSmallestGoesWhenThereAreTooMany();
};

void TestPartShelf::theSmallestGoesWhenThereAreTooMany()
{
    constexpr int smallest = 20;
    QTemporaryDir folder;
    const QString place = folder.filePath(QStringLiteral("dl"));
    DiskWriter writer(place);
    const SessionKeeper keeper(writer, CrawlJob());
    PartShelf shelf(writer, keeper);
    TaskGroup tasks;
    QVERIFY(waitFor(tasks.start(fill(&writer, &shelf, smallest)), 6 * longWait));
    QCOMPARE(filesBelow(place).size(), mostKept);
    QVERIFY(shelf.has(addressOf(smallest)));

    QVERIFY(waitFor(tasks.start(put(&writer, &shelf, mostKept, 5))));
    QVERIFY(!shelf.has(addressOf(smallest)));
    for (int number = 0; number <= mostKept; ++number)
        QCOMPARE(shelf.has(addressOf(number)), number != smallest);
    QVERIFY(waitFor([&] { return filesBelow(place).size() == mostKept; }));
    QVERIFY(!filesBelow(place).contains("f20.part"));

    // The next one is the latest: it is the smallest now.
    QVERIFY(waitFor(tasks.start(put(&writer, &shelf, mostKept + 1, 500))));
    QVERIFY(!shelf.has(addressOf(mostKept)));
    const auto kept = tasks.start(shelf.take(addressOf(0)));
    QVERIFY(waitFor(kept));
    QCOMPARE(kept.result()->size, 100);
    QVERIFY(!shelf.has(addressOf(0)));
}

QTEST_GUILESS_MAIN(TestPartShelf)
#include "tst_partshelf.moc"
