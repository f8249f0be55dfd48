// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/safename.h"
#include "tests/save/savedfiles.h"

#include <QTest>

#include <algorithm>

using namespace gleaner;
using namespace gleaner::test;

/// What lands where, and what is never touched, in real folders.
class TestFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesItsFolderAndThoseBelow();
    void aFolderThatCannotBeIsAFault_data();
    void aFolderThatCannotBeIsAFault();
    void nothingUnderTheFinalNameIsPartial();
    void aDroppedPartLeavesNothing();
    void equalBytesShareAName();
    void otherBytesGetTheMarkedName();
    void aThirdFileHasASpareNameAndAFourthNone();
    void filesOfTheUserAreNeverTouched();
    void partsOfOthersAreNeverTouched();
    void fileAndFolderOfOneNameBothLive_data();
    void fileAndFolderOfOneNameBothLive();
    void anythingButAFileInTheWayIsRefused_data();
    void anythingButAFileInTheWayIsRefused();
    void anOpenPartIsNoSharedFile();
    void manyFoldersMayBeInUse();
    void anOverlongNameFailsAlone();

private:
    std::unique_ptr<SavedFiles> m_files;
};

void TestFolder::init()
{
    m_files = std::make_unique<SavedFiles>();
    QVERIFY(m_files->isReady());
}

void TestFolder::makesItsFolderAndThoseBelow()
{
    Folder folder(m_files->path("new/and/deeper"));
    QVERIFY(!folder.open());
    QCOMPARE(savedAs(folder, "a/b/c/file.txt", "content"), QByteArray("a/b/c/file.txt"));
    QCOMPARE(m_files->read("new/and/deeper/a/b/c/file.txt"), QByteArray("content"));
    QCOMPARE(savedAs(folder, "a/b/other.txt", "x"), QByteArray("a/b/other.txt"));
    QVERIFY(!Folder(m_files->path("new/and/deeper")).open());
}

void TestFolder::aFolderThatCannotBeIsAFault_data()
{
    QTest::addColumn<QByteArray>("directory");
    QTest::addColumn<int>("kind");
    QTest::newRow("a file") << QByteArray("file") << int(DiskFaultKind::NotAFolder);
    QTest::newRow("below a file") << QByteArray("file/x") << int(DiskFaultKind::NotAFolder);
    QTest::newRow("far below a file") << QByteArray("file/x/y/z") << int(DiskFaultKind::NotAFolder);
    QTest::newRow("a link to nothing") << QByteArray("dangling") << int(DiskFaultKind::NotWritable);
    QTest::newRow("below a link to nothing")
        << QByteArray("dangling/x") << int(DiskFaultKind::NotWritable);
}

void TestFolder::aFolderThatCannotBeIsAFault()
{
    QFETCH(const QByteArray, directory);
    m_files->write("file", "mine");
    m_files->link("dangling", m_files->path("nowhere"));
    Folder folder(m_files->path(directory));
    const auto error = folder.open();
    QVERIFY(error && error->fault);
    QTEST(int(error->fault->kind), "kind");
    QCOMPARE(error->fault->path, m_files->path(directory));
    QVERIFY(!error->fault->detail.isEmpty());
    QCOMPARE(m_files->names(), QByteArrayList({"dangling", "dl/", "file", "outside/"}));
    QCOMPARE(m_files->read("file"), QByteArray("mine"));
}

void TestFolder::nothingUnderTheFinalNameIsPartial()
{
    Folder &folder = m_files->folder();
    auto part = created(folder, "page.html");
    for (int i = 0; i < 10; ++i) {
        QVERIFY(!folder.append(part, QByteArray(100'000, 'x')));
        QCOMPARE(m_files->names("dl"), QByteArrayList({"page.html.part"}));
    }
    QVERIFY(std::holds_alternative<RelativePath>(folder.commit(part, split("page~m.html"))));
    QCOMPARE(m_files->names("dl"), QByteArrayList({"page.html"}));
    QCOMPARE(m_files->read("dl/page.html").size(), 1'000'000);
    folder.drop(part);
    QCOMPARE(m_files->names("dl"), QByteArrayList({"page.html"}));
}

void TestFolder::aDroppedPartLeavesNothing()
{
    Folder &folder = m_files->folder();
    auto part = created(folder, "a/page.html");
    QVERIFY(!folder.append(part, "half"));
    folder.drop(part);
    folder.drop(part);
    QCOMPARE(m_files->names("dl/a"), QByteArrayList());
}

void TestFolder::equalBytesShareAName()
{
    const QByteArray large(300'000, 'x');
    QCOMPARE(savedAs(m_files->folder(), "a.txt", large), QByteArray("a.txt"));
    QCOMPARE(savedAs(m_files->folder(), "a.txt", large), QByteArray("a.txt"));
    QCOMPARE(savedAs(m_files->folder(), "empty", ""), QByteArray("empty"));
    QCOMPARE(savedAs(m_files->folder(), "empty", ""), QByteArray("empty"));
    QCOMPARE(m_files->names("dl"), QByteArrayList({"a.txt", "empty"}));
}

void TestFolder::otherBytesGetTheMarkedName()
{
    const QByteArray large(300'000, 'x');
    QCOMPARE(savedAs(m_files->folder(), "a.txt", large), QByteArray("a.txt"));
    const QByteArray mark = marked("a.txt", "a.txt");
    QCOMPARE(savedAs(m_files->folder(), "a.txt", large.chopped(1) + 'y'), mark);
    // Once more, as a later run would: it finds its own.
    QCOMPARE(savedAs(m_files->folder(), "a.txt", large.chopped(1) + 'y'), mark);
    QCOMPARE(m_files->read("dl/a.txt"), large);
    QCOMPARE(m_files->read("dl/" + mark), large.chopped(1) + 'y');
    QCOMPARE(m_files->names("dl"), QByteArrayList({"a.txt", mark}));
}

void TestFolder::aThirdFileHasASpareNameAndAFourthNone()
{
    QCOMPARE(savedAs(m_files->folder(), "a.txt", "1"), QByteArray("a.txt"));
    QCOMPARE(savedAs(m_files->folder(), "a.txt", "2"), marked("a.txt", "a.txt"));
    const QByteArray spare = spareName(marked("a.txt", "a.txt"));
    QCOMPARE(savedAs(m_files->folder(), "a.txt", "3"), spare);
    QCOMPARE(savedAs(m_files->folder(), "a.txt", "4"), QByteArray("refused"));
    QCOMPARE(m_files->read("dl/a.txt"), QByteArray("1"));
    QCOMPARE(m_files->read("dl/" + spare), QByteArray("3"));
    QCOMPARE(m_files->names("dl").size(), 3);
    QCOMPARE(withoutSpareMark(spare).value_or("none"), marked("a.txt", "a.txt"));
    // What was cut may have its mark behind the last dot.
    const QByteArray cut = marked("a.long~1a2b3c4d", "a");
    QCOMPARE(withoutSpareMark(spareName(cut)).value_or("none"), cut);
    for (const char *other : {"a.txt", "a~1a2b3c4d.txt", "~", "a~", ""})
        QVERIFY(!withoutSpareMark(other));
}

void TestFolder::filesOfTheUserAreNeverTouched()
{
    m_files->write("dl/diary.txt", "mine");
    QVERIFY(savedAs(m_files->folder(), "diary.txt", "theirs") != "diary.txt");
    QCOMPARE(m_files->read("dl/diary.txt"), QByteArray("mine"));
}

void TestFolder::partsOfOthersAreNeverTouched()
{
    m_files->write("dl/a.txt.part", "mine");
    m_files->link("dl/a.txt.2.part", m_files->path("outside/secret"));
    Folder &folder = m_files->folder();
    auto part = created(folder, "a.txt");
    QVERIFY(!folder.append(part, "theirs"));
    QCOMPARE(m_files->names("dl").size(), 3);
    folder.drop(part);
    QCOMPARE(savedAs(folder, "a.txt", "theirs"), QByteArray("a.txt"));
    QCOMPARE(m_files->names("dl"), QByteArrayList({"a.txt", "a.txt.2.part", "a.txt.part"}));
    QCOMPARE(m_files->read("dl/a.txt.part"), QByteArray("mine"));
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
}

void TestFolder::fileAndFolderOfOneNameBothLive_data()
{
    QTest::addColumn<QByteArrayList>("order");
    QByteArrayList order{"a", "a/b", "a/b/c", "a/d"};
    do {
        QTest::newRow(order.join(' ').constData()) << order;
    } while (std::ranges::next_permutation(order).found);
}

void TestFolder::fileAndFolderOfOneNameBothLive()
{
    QFETCH(const QByteArrayList, order);
    QByteArrayList places;
    for (const QByteArray &path : order) {
        places.append(savedAs(m_files->folder(), path, "content of " + path));
        QVERIFY(places.constLast() != "refused");
    }
    // A fresh run over the same tree finds each of them where it is.
    Folder again(m_files->path("dl"));
    QVERIFY(!again.open());
    for (qsizetype i = 0; i < order.size(); ++i) {
        QCOMPARE(m_files->read("dl/" + places[i]), "content of " + order[i]);
        QCOMPARE(savedAs(again, order[i], "content of " + order[i]), places[i]);
    }
}

void TestFolder::anythingButAFileInTheWayIsRefused_data()
{
    QTest::addColumn<QByteArray>("obstacle");
    QTest::addColumn<QByteArray>("path");
    for (const char *obstacle : {"link to a folder", "link to a file", "dangling link", "pipe"}) {
        QTest::addRow("%s as folder", obstacle) << QByteArray(obstacle) << QByteArray("x/file");
        QTest::addRow("%s as file", obstacle) << QByteArray(obstacle) << QByteArray("x");
    }
}

void TestFolder::anythingButAFileInTheWayIsRefused()
{
    QFETCH(const QByteArray, obstacle);
    QFETCH(const QByteArray, path);
    if (obstacle == "link to a folder")
        m_files->link("dl/x", m_files->path("outside"));
    else if (obstacle == "link to a file")
        m_files->link("dl/x", m_files->path("outside/secret"));
    else if (obstacle == "dangling link")
        m_files->link("dl/x", m_files->path("outside/new"));
    else
        m_files->pipe("dl/x");
    const QByteArray place = savedAs(m_files->folder(), path, "theirs");
    // A file can step aside to its marked name; what would be below a link cannot.
    QCOMPARE(place, path == "x" ? marked("x", "x") : QByteArray("refused"));
    QCOMPARE(m_files->names("outside"), QByteArrayList({"secret"}));
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
    // It is this name's trouble alone.
    QCOMPARE(savedAs(m_files->folder(), "y/file", "fine"), QByteArray("y/file"));
}

void TestFolder::anOpenPartIsNoSharedFile()
{
    // "/x.part" has the bytes that have come of "/x" so far.
    Folder &folder = m_files->folder();
    auto part = created(folder, "x");
    QVERIFY(!folder.append(part, "same"));
    const RelativePath other{{}, safeName("x.part")};
    const QByteArray place = savedAs(folder, other.file, "same");
    QVERIFY(!folder.append(part, " and more"));
    QVERIFY(std::holds_alternative<RelativePath>(folder.commit(part, split("x~m"))));
    QCOMPARE(m_files->read("dl/" + place), QByteArray("same"));
    QCOMPARE(m_files->read("dl/x"), QByteArray("same and more"));
}

void TestFolder::manyFoldersMayBeInUse()
{
    Folder &folder = m_files->folder();
    std::vector<Folder::Part> parts;
    for (int i = 0; i < 100; ++i) {
        parts.push_back(created(folder, "d" + QByteArray::number(i) + "/file"));
        QVERIFY(!folder.append(parts.back(), QByteArray::number(i)));
    }
    for (Folder::Part &part : parts)
        QVERIFY(std::holds_alternative<RelativePath>(folder.commit(part, split("m"))));
    for (int i = 0; i < 100; ++i) {
        const QByteArray number = QByteArray::number(i);
        QCOMPARE(m_files->read("dl/d" + number + "/file"), number);
    }
}

void TestFolder::anOverlongNameFailsAlone()
{
    const QByteArray name(260, 'x');
    QCOMPARE(savedAs(m_files->folder(), name, "x"), QByteArray("refused"));
    QCOMPARE(savedAs(m_files->folder(), name + "/y", "x"), QByteArray("refused"));
    QCOMPARE(m_files->names("dl"), QByteArrayList());
}

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
