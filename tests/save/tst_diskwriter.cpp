// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/diskwriter.h"

#include "core/task/taskgroup.h"
#include "tests/save/savedfiles.h"
#include "tests/support/await.h"

using namespace gleaner;
using namespace gleaner::test;

/// The disk's thread, from the thread that asks it.
class TestDiskWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void savesAWholeBody();
    void tellsThatItCannotOpen();
    void doesThingsInTheirOrder();
    void streamsALargeBody();
    void aDroppedStreamLeavesNothing();
    void aStreamDroppedWhileItWritesLeavesNothing();
    void aStreamDroppedAfterItsCommitKeepsTheFile();
    void aPartOfAnEarlierRunStaysUntilItIsDiscarded();
    void aStreamThatCannotBeginSaysSo();
    void whatWasAskedForIsDoneBeforeItEnds();
    void neverHoldsUpTheAskingThread();

private:
    Task<QByteArray> save(QByteArray path, QByteArray bytes);
    Task<QByteArray> stream(QByteArray path, int pieces);
    QByteArray finish(Task<QByteArray> task);

    std::unique_ptr<SavedFiles> m_files;
    std::unique_ptr<DiskWriter> m_writer;
    std::unique_ptr<TaskGroup> m_tasks;
};

void TestDiskWriter::init()
{
    m_files = std::make_unique<SavedFiles>();
    m_writer = std::make_unique<DiskWriter>(m_files->path("dl"));
    m_tasks = std::make_unique<TaskGroup>();
    const auto opened = m_tasks->start(m_writer->open());
    QVERIFY(waitFor(opened));
    QVERIFY(!opened.result());
}

void TestDiskWriter::cleanup()
{
    m_tasks.reset();
    m_writer.reset();
}

Task<QByteArray> TestDiskWriter::save(QByteArray path, QByteArray bytes)
{
    const RelativePath place = split(path);
    const RelativePath other = split(path + "~mark");
    const Filing filing{place, other, std::nullopt};
    const FileResult placed = co_await m_writer->save(filing, bytes);
    const auto *got = std::get_if<Filed>(&placed);
    co_return got ? got->path.joined() : QByteArray("error");
}

Task<QByteArray> TestDiskWriter::stream(QByteArray path, int pieces)
{
    DiskWriter::Stream stream(*m_writer);
    const RelativePath place = split(path);
    const auto opened = co_await stream.open(place);
    if (opened)
        co_return "cannot open";
    for (int i = 0; i < pieces; ++i) {
        const QByteArray piece = QByteArray::number(i) + ' ';
        const auto error = co_await stream.append(piece);
        if (error)
            co_return "cannot append";
    }
    const RelativePath other = split(path + "~mark");
    const Filing filing{place, other, std::nullopt};
    const FileResult placed = co_await stream.commit(filing);
    const auto *got = std::get_if<Filed>(&placed);
    co_return got ? got->path.joined() : QByteArray("error");
}

QByteArray TestDiskWriter::finish(Task<QByteArray> task)
{
    const auto future = m_tasks->start(std::move(task));
    return waitFor(future) && future.resultCount() ? future.result() : QByteArray("never");
}

void TestDiskWriter::savesAWholeBody()
{
    QCOMPARE(finish(save("a/file", "content")), QByteArray("a/file"));
    QCOMPARE(m_files->read("dl/a/file"), QByteArray("content"));
    QCOMPARE(finish(save("a/file", "other")), QByteArray("a/file~mark"));
    // The marked name is taken, too: until names are settled it has one to spare.
    const QByteArray spare = finish(save("a/file", "third"));
    QVERIFY2(spare.startsWith("a/file~mark~"), spare.constData());
    QCOMPARE(m_files->read("dl/" + spare), QByteArray("third"));
    QCOMPARE(m_files->names("dl/a"),
        QByteArrayList({"file", "file~mark", spare.mid(qsizetype(sizeof "a/" - 1))}));
}

void TestDiskWriter::tellsThatItCannotOpen()
{
    m_files->write("file", "mine");
    DiskWriter writer(m_files->path("file/below"));
    const auto opened = m_tasks->start(writer.open());
    QVERIFY(waitFor(opened));
    QVERIFY(opened.result() && opened.result()->fault);
    QVERIFY(opened.result()->fault->kind == DiskFaultKind::NotAFolder);
}

void TestDiskWriter::doesThingsInTheirOrder()
{
    // All at once, for one name: the first that was asked for gets it.
    std::vector<QFuture<QByteArray>> futures;
    for (int i = 0; i < 50; ++i)
        futures.push_back(m_tasks->start(save("name", i ? "later" : "first")));
    for (const auto &future : futures)
        QVERIFY(waitFor(future));
    QCOMPARE(futures.front().result(), QByteArray("name"));
    for (size_t i = 1; i < futures.size(); ++i)
        QCOMPARE(futures[i].result(), QByteArray("name~mark"));
    QCOMPARE(m_files->read("dl/name"), QByteArray("first"));
}

void TestDiskWriter::streamsALargeBody()
{
    QByteArray expected;
    for (int i = 0; i < 50; ++i)
        expected += QByteArray::number(i) + ' ';
    QCOMPARE(finish(stream("b/large", 50)), QByteArray("b/large"));
    QCOMPARE(m_files->read("dl/b/large"), expected);
    QCOMPARE(m_files->names("dl/b"), QByteArrayList({"large"}));
}

void TestDiskWriter::aDroppedStreamLeavesNothing()
{
    auto dropped = std::make_unique<DiskWriter::Stream>(*m_writer);
    const auto opened = m_tasks->start(dropped->open(split("c/file")));
    QVERIFY(waitFor(opened));
    QCOMPARE(m_files->names("dl/c"), QByteArrayList({"file.part"}));
    dropped.reset();
    QVERIFY(waitFor([&] { return m_files->names("dl/c").isEmpty(); }));
}

void TestDiskWriter::aStreamDroppedWhileItWritesLeavesNothing()
{
    // Dropped at every point of its life: the disk's thread may be anywhere in its work.
    for (int turns = 0; turns < 100; ++turns) {
        const auto future = m_tasks->start(stream("d/file", 1'000'000));
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        m_tasks->cancelAll();
        QVERIFY(future.isCanceled());
    }
    QCOMPARE(finish(save("d/last", "x")), QByteArray("d/last"));
    QCOMPARE(m_files->names("dl/d"), QByteArrayList({"last"}));
}

void TestDiskWriter::aStreamDroppedAfterItsCommitKeepsTheFile()
{
    QCOMPARE(finish(stream("e/file", 3)), QByteArray("e/file"));
    QCOMPARE(finish(save("e/other", "x")), QByteArray("e/other"));
    QCOMPARE(m_files->read("dl/e/file"), QByteArray("0 1 2 "));
}

void TestDiskWriter::aPartOfAnEarlierRunStaysUntilItIsDiscarded()
{
    Folder::Part part = created(m_files->folder(), "big");
    m_files->folder().makeHashed(part);
    m_files->folder().append(part, "hello");
    const PartRecord record = m_files->folder().recordOf(part);
    part.file.close();
    for (const bool discards : {false, true}) {
        DiskWriter::Stream stream(*m_writer);
        const auto reopened = m_tasks->start(stream.reopen(record));
        QVERIFY(waitFor(reopened) && reopened.result());
        // As when the program is stopped before anybody has taken the part over.
        if (discards)
            stream.discard();
        else
            QCOMPARE(m_files->names("dl"), QByteArrayList{"big.part"});
    }
    m_tasks.reset();
    m_writer.reset();
    QCOMPARE(m_files->names("dl"), QByteArrayList());
}

void TestDiskWriter::aStreamThatCannotBeginSaysSo()
{
    m_files->link("dl/f", m_files->path("outside"));
    QCOMPARE(finish(stream("f/file", 3)), QByteArray("cannot open"));
    QCOMPARE(m_files->names("outside"), QByteArrayList({"secret"}));
}

void TestDiskWriter::whatWasAskedForIsDoneBeforeItEnds()
{
    for (int i = 0; i < 20; ++i)
        m_tasks->start(save("g/" + QByteArray::number(i), QByteArray(100'000, 'x')));
    for (int turn = 0; turn < 10; ++turn)
        QCoreApplication::processEvents();
    m_tasks->cancelAll();
    m_writer.reset();
    // Whole or absent; nothing in between is left behind by a thread that ends.
    for (const QByteArray &name : m_files->names("dl/g"))
        QCOMPARE(m_files->read("dl/g/" + name).size(), 100'000);
}

void TestDiskWriter::neverHoldsUpTheAskingThread()
{
    EventLoopTicker ticker;
    const QByteArray large(64 * 1024 * 1024, 'x');
    QCOMPARE(finish(save("h", large)), QByteArray("h"));
    QVERIFY(ticker.largestGap() < std::chrono::milliseconds(500) * patienceFactor);
    QCOMPARE(m_files->read("dl/h").size(), large.size());
}

QTEST_GUILESS_MAIN(TestDiskWriter)
#include "tst_diskwriter.moc"
