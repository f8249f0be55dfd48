// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/save/savedfiles.h"

#include <QTest>

#include <algorithm>
#include <unistd.h>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// A move of a file that has, or had, these bytes.
FileMove move(const QByteArray &from, const QByteArray &to, const QByteArray &bytes)
{
    RunningHash hash;
    hash.add(bytes);
    return {split(from), split(to), bytes.size(), hash.value()};
}

} // namespace

/// Files of ours get other names, and nothing else is touched.
class TestMoving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void movesAFile();
    void makesFoldersAndRemovesEmptyOnes();
    void waitsForWhatIsInItsWay();
    void neverReplacesWhatIsNotOurs_data();
    void neverReplacesWhatIsNotOurs();
    void leavesWhatAPersonHasChanged();
    void goesThroughNoLink();
    void equalBytesNeedOneFile();
    void aNameThatIsAnothersIsNotRemoved();
    void onceMoreChangesNothing();
    void goesOnWhereverItWasBrokenOff();
    void savesIntoAFolderThatWasMovedAway();
    void namesThatLeadElsewhereAreRefused();
    void removesOnlyWhatWasFiled();
    void twoNamesOfOneFileAreNotTwoFiles();

private:
    std::vector<bool> moved(const std::vector<FileMove> &moves)
    {
        return m_files->folder().moveFiles(moves);
    }
    std::unique_ptr<SavedFiles> m_files;
};

void TestMoving::init()
{
    m_files = std::make_unique<SavedFiles>();
    QVERIFY(m_files->isReady());
}

void TestMoving::movesAFile()
{
    QCOMPARE(savedAs(m_files->folder(), "a", "1"), QByteArray("a"));
    QCOMPARE(moved({move("a", "b", "1")}), std::vector<bool>{true});
    QCOMPARE(m_files->names("dl"), QByteArrayList{"b"});
    QCOMPARE(m_files->read("dl/b"), QByteArray("1"));
}

void TestMoving::makesFoldersAndRemovesEmptyOnes()
{
    savedAs(m_files->folder(), "a/b/c", "1");
    savedAs(m_files->folder(), "a/d", "2");
    QCOMPARE(moved({move("a/b/c", "x/y/z", "1")}), std::vector<bool>{true});
    QCOMPARE(m_files->names("dl"), QByteArrayList({"a/", "x/"}));
    QCOMPARE(m_files->names("dl/a"), QByteArrayList{"d"});
    QCOMPARE(moved({move("a/d", "d", "2")}), std::vector<bool>{true});
    QCOMPARE(m_files->names("dl"), QByteArrayList({"d", "x/"}));
}

void TestMoving::waitsForWhatIsInItsWay()
{
    // "a" is in the way of "a/b", and what has the name of "a" is in the way of that.
    savedAs(m_files->folder(), "a", "1");
    savedAs(m_files->folder(), "c", "2");
    savedAs(m_files->folder(), "d", "3");
    const std::vector<FileMove> moves{
        move("d", "a/b", "3"), move("a", "c", "1"), move("c", "e", "2")};
    QCOMPARE(moved(moves), std::vector<bool>({true, true, true}));
    QCOMPARE(m_files->names("dl"), QByteArrayList({"a/", "c", "e"}));
    QCOMPARE(m_files->read("dl/a/b"), QByteArray("3"));
    QCOMPARE(m_files->read("dl/c"), QByteArray("1"));
    QCOMPARE(m_files->read("dl/e"), QByteArray("2"));
}

void TestMoving::neverReplacesWhatIsNotOurs_data()
{
    QTest::addColumn<QByteArray>("obstacle");
    QTest::newRow("a file") << QByteArray("file");
    QTest::newRow("a link") << QByteArray("link");
    QTest::newRow("a folder") << QByteArray("folder");
    QTest::newRow("a pipe") << QByteArray("pipe");
}

void TestMoving::neverReplacesWhatIsNotOurs()
{
    QFETCH(const QByteArray, obstacle);
    savedAs(m_files->folder(), "a", "1");
    if (obstacle == "file")
        m_files->write("dl/b", "mine");
    else if (obstacle == "link")
        m_files->link("dl/b", m_files->path("outside/secret"));
    else if (obstacle == "folder")
        QDir(m_files->path("dl")).mkdir(QStringLiteral("b"));
    else
        m_files->pipe("dl/b");
    const QByteArrayList before = m_files->names("dl");
    QCOMPARE(moved({move("a", "b", "1")}), std::vector<bool>{false});
    QCOMPARE(m_files->names("dl"), before);
    QCOMPARE(m_files->read("dl/a"), QByteArray("1"));
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
}

void TestMoving::leavesWhatAPersonHasChanged()
{
    savedAs(m_files->folder(), "a", "1");
    m_files->write("dl/a", "2");
    QCOMPARE(moved({move("a", "x/b", "1")}), std::vector<bool>{false});
    QCOMPARE(moved({move("gone", "b", "1")}), std::vector<bool>{false});
    QCOMPARE(m_files->names("dl"), QByteArrayList{"a"});
    QCOMPARE(m_files->read("dl/a"), QByteArray("2"));
}

void TestMoving::goesThroughNoLink()
{
    savedAs(m_files->folder(), "a", "secret");
    m_files->link("dl/out", m_files->path("outside"));
    m_files->link("dl/link", m_files->path("outside/secret"));
    QCOMPARE(moved({move("a", "out/a", "secret"), move("out/secret", "b", "secret"),
                 move("link", "c", "secret")}),
        std::vector<bool>({false, false, false}));
    QCOMPARE(m_files->names("outside"), QByteArrayList{"secret"});
    QCOMPARE(m_files->names("dl"), QByteArrayList({"a", "link", "out"}));
}

void TestMoving::equalBytesNeedOneFile()
{
    savedAs(m_files->folder(), "a", "1");
    savedAs(m_files->folder(), "f/b", "1");
    QCOMPARE(moved({move("f/b", "a", "1")}), std::vector<bool>{true});
    QCOMPARE(m_files->names("dl"), QByteArrayList{"a"});
    // Two addresses that have shared a file move it together.
    QCOMPARE(moved({move("a", "c", "1"), move("a", "c", "1")}), std::vector<bool>({true, true}));
    QCOMPARE(m_files->names("dl"), QByteArrayList{"c"});
}

void TestMoving::aNameThatIsAnothersIsNotRemoved()
{
    // Both have the same bytes: after the first move the second one's old name is the first one's.
    savedAs(m_files->folder(), "a", "1");
    savedAs(m_files->folder(), "b", "1");
    const std::vector<FileMove> moves{move("b", "c", "1"), move("a", "b", "1")};
    for (int times = 0; times < 2; ++times) {
        QCOMPARE(moved(moves), std::vector<bool>({true, true}));
        QCOMPARE(m_files->names("dl"), QByteArrayList({"b", "c"}));
    }
}

void TestMoving::onceMoreChangesNothing()
{
    savedAs(m_files->folder(), "a", "1");
    savedAs(m_files->folder(), "b", "2");
    const std::vector<FileMove> moves{move("a", "x", "1"), move("b", "a", "2")};
    for (int times = 0; times < 3; ++times) {
        QCOMPARE(moved(moves), std::vector<bool>({true, true}));
        QCOMPARE(m_files->names("dl"), QByteArrayList({"a", "x"}));
        QCOMPARE(m_files->read("dl/a"), QByteArray("2"));
    }
}

void TestMoving::goesOnWhereverItWasBrokenOff()
{
    const std::vector<FileMove> moves{
        move("a", "a~1", "1"), move("a~2", "a", "2"), move("a~3/b", "c/b", "3")};
    // The first `done` of them were done by a run that was killed.
    for (int done = 0; done <= 3; ++done) {
        init();
        savedAs(m_files->folder(), done > 0 ? "a~1" : "a", "1");
        savedAs(m_files->folder(), done > 1 ? "a" : "a~2", "2");
        savedAs(m_files->folder(), done > 2 ? "c/b" : "a~3/b", "3");
        QCOMPARE(moved(moves), std::vector<bool>({true, true, true}));
        QCOMPARE(m_files->names("dl"), QByteArrayList({"a", "a~1", "c/"}));
        QCOMPARE(m_files->read("dl/a"), QByteArray("2"));
        QCOMPARE(m_files->read("dl/a~1"), QByteArray("1"));
        QCOMPARE(m_files->read("dl/c/b"), QByteArray("3"));
    }
}

void TestMoving::savesIntoAFolderThatWasMovedAway()
{
    savedAs(m_files->folder(), "f/a", "1");
    QCOMPARE(moved({move("f/a", "a", "1")}), std::vector<bool>{true});
    QCOMPARE(savedAs(m_files->folder(), "f/b", "2"), QByteArray("f/b"));
    QCOMPARE(m_files->read("dl/f/b"), QByteArray("2"));
}

void TestMoving::namesThatLeadElsewhereAreRefused()
{
    savedAs(m_files->folder(), "a", "1");
    for (const char *to : {"../outside/b", "..", ".", "", "x/../b", "/b", "x//b"}) {
        QCOMPARE(moved({move("a", to, "1")}), std::vector<bool>{false});
        QCOMPARE(moved({move(to, "b", "1")}), std::vector<bool>{false});
    }
    QCOMPARE(m_files->names("outside"), QByteArrayList{"secret"});
    QVERIFY(m_files->names("dl").contains("a"));
}

void TestMoving::removesOnlyWhatWasFiled()
{
    savedAs(m_files->folder(), "a", "1");
    savedAs(m_files->folder(), "b", "1");
    m_files->write("dl/b", "2");
    m_files->link("dl/c", m_files->path("dl/a"));
    m_files->link("dl/out", m_files->path("outside"));
    for (const char *name : {"a", "b", "c", "d", "out/secret", "../outside/secret"}) {
        const QByteArray bytes = QByteArray(name).contains("secret") ? "secret" : "1";
        const FileMove file = move(name, name, bytes);
        m_files->folder().removeFiled({file.from, file.size, file.hash});
    }
    // No hash is what a file has that is not as long.
    m_files->folder().removeFiled({move("b", "b", "2").from, 5, {}});
    QCOMPARE(m_files->names("dl"), QByteArrayList({"b", "c", "out"}));
    QCOMPARE(m_files->names("outside"), QByteArrayList{"secret"});
}

/// As it looks where case is folded: what lies under the new name is the file itself.
void TestMoving::twoNamesOfOneFileAreNotTwoFiles()
{
    savedAs(m_files->folder(), "a", "1");
    const QByteArray one = QFile::encodeName(m_files->path("dl/a"));
    const QByteArray other = QFile::encodeName(m_files->path("dl/A"));
    QCOMPARE(link(one.constData(), other.constData()), 0);
    QCOMPARE(moved({move("a", "A", "1")}), std::vector<bool>{true});
    QCOMPARE(m_files->names("dl"), QByteArrayList({"A", "a"}));
    QVERIFY(!m_files->folder().foldsCase());
    m_files->write("dl/.gleaner", "x");
    QVERIFY(!m_files->folder().foldsCase());
    const QByteArray marker = QFile::encodeName(m_files->path("dl/.gleaner"));
    const QByteArray folded = QFile::encodeName(m_files->path("dl/.GLEANER"));
    QCOMPARE(link(marker.constData(), folded.constData()), 0);
    QVERIFY(m_files->folder().foldsCase());
}

QTEST_GUILESS_MAIN(TestMoving)
#include "tst_moving.moc"
