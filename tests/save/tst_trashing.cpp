// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/ourmark.h"
#include "core/save/trashing.h"
#include "tests/save/savedfiles.h"

#include <QTest>

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

QByteArray hashOf(const QByteArray &bytes)
{
    RunningHash hash;
    hash.add(bytes);
    return hash.value();
}

} // namespace

/// Saved files go to the trash, nothing else does, and nothing outside.
class TestTrashing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSavedFileGoesToTheTrash();
    void soDoesOneWithRewrittenLinks();
    void whatIsNotThereIsSaid();
    void whatAPersonHasChangedStays_data();
    void whatAPersonHasChangedStays();
    void goesThroughNoLink();
    void aFolderThatBecameALinkLeadsNowhere();
    void anothersMarkIsRespected();
    void namesThatLeadElsewhereAreRefused_data();
    void namesThatLeadElsewhereAreRefused();
    void withoutATrashItStays();
    void whatIsStoppedStays();

private:
    Trashing trashed(const QByteArray &path, const QByteArray &bytes,
        const std::vector<Rewriting> &made = {}, const QByteArray &session = "0123456789abcdef")
    {
        const Descriptor root = m_files->folder().handle();
        return moveToTrash(root.get(), {split(path), bytes.size(), hashOf(bytes)}, made, session);
    }
    QByteArrayList inTrash() const { return m_files->names("data/Trash/files"); }

    std::unique_ptr<SavedFiles> m_files;
};

void TestTrashing::init()
{
    m_files = std::make_unique<SavedFiles>();
    QVERIFY(m_files->isReady());
    // The trash of a home on the same disk; no person's own is touched.
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_files->path("data")));
    QVERIFY(QDir().mkpath(m_files->path("data")));
}

void TestTrashing::aSavedFileGoesToTheTrash()
{
    QCOMPARE(savedAs(m_files->folder(), "a/b/page.html", "bytes"), QByteArray("a/b/page.html"));
    QCOMPARE(savedAs(m_files->folder(), "a/b/other.html", "more"), QByteArray("a/b/other.html"));
    QCOMPARE(trashed("a/b/page.html", "bytes"), Trashing::Done);
    QCOMPARE(m_files->names("dl/a/b"), QByteArrayList({"other.html"}));
    QCOMPARE(m_files->read("data/Trash/files/page.html"), QByteArray("bytes"));
    // A person can have it back where it was.
    QVERIFY(m_files->read("data/Trash/info/page.html.trashinfo").contains("/dl/a/b/page.html\n"));
    QCOMPARE(trashed("a/b/page.html", "bytes"), Trashing::Missing);
}

void TestTrashing::soDoesOneWithRewrittenLinks()
{
    const Rewriting made{hashOf("rewritten"), 9, hashOf("served"), 6};
    savedAs(m_files->folder(), "page.html", "rewritten");
    QCOMPARE(trashed("page.html", "served"), Trashing::NotOurs);
    QCOMPARE(trashed("page.html", "else!!", {made}), Trashing::NotOurs);
    QCOMPARE(trashed("page.html", "served", {made}), Trashing::Done);
    QCOMPARE(inTrash(), QByteArrayList({"page.html"}));
}

void TestTrashing::whatIsNotThereIsSaid()
{
    QCOMPARE(trashed("page.html", "bytes"), Trashing::Missing);
    QCOMPARE(trashed("no/such/page.html", "bytes"), Trashing::Missing);
}

void TestTrashing::whatAPersonHasChangedStays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("other bytes of that length") << QByteArray("BYTES");
    QTest::newRow("longer") << QByteArray("bytes and notes");
    QTest::newRow("shorter") << QByteArray("byte");
    QTest::newRow("empty") << QByteArray();
}

void TestTrashing::whatAPersonHasChangedStays()
{
    QFETCH(const QByteArray, bytes);
    savedAs(m_files->folder(), "page.html", "bytes");
    m_files->write("dl/page.html", bytes);
    QCOMPARE(trashed("page.html", "bytes"), Trashing::NotOurs);
    QCOMPARE(m_files->read("dl/page.html"), bytes);
    QCOMPARE(inTrash(), QByteArrayList());
}

void TestTrashing::goesThroughNoLink()
{
    // The same bytes, so that only the link says no.
    m_files->link("dl/page.html", m_files->path("outside/secret"));
    QCOMPARE(trashed("page.html", "secret"), Trashing::NotOurs);
    m_files->pipe("dl/pipe");
    QCOMPARE(trashed("pipe", ""), Trashing::NotOurs);
    QVERIFY(QDir(m_files->path("dl")).mkdir(QStringLiteral("folder")));
    QCOMPARE(trashed("folder", ""), Trashing::NotOurs);
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
    QCOMPARE(inTrash(), QByteArrayList());
}

void TestTrashing::aFolderThatBecameALinkLeadsNowhere()
{
    QCOMPARE(savedAs(m_files->folder(), "a/b/secret", "secret"), QByteArray("a/b/secret"));
    QVERIFY(QFile::rename(m_files->path("dl/a/b"), m_files->path("dl/a/before")));
    m_files->link("dl/a/b", m_files->path("outside"));
    QCOMPARE(trashed("a/b/secret", "secret"), Trashing::NotOurs);
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
    QCOMPARE(m_files->read("dl/a/before/secret"), QByteArray("secret"));
    // The download's own folder may be reached by one: that is where the person has put it.
    QVERIFY(QFile::rename(m_files->path("dl"), m_files->path("moved")));
    m_files->link("dl", m_files->path("outside"));
    QCOMPARE(trashed("a/before/secret", "secret"), Trashing::Done);
    QCOMPARE(m_files->names("moved/a/before"), QByteArrayList());
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
}

void TestTrashing::anothersMarkIsRespected()
{
    savedAs(m_files->folder(), "page.html", "bytes");
    const QByteArray path = QFile::encodeName(m_files->path("dl/page.html"));
    const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC));
    markAsOurs(file.get(), "ffffffffffffffff");
    if (!isMarkedAsOurs(file.get(), "ffffffffffffffff"))
        QSKIP("no extended attributes here");
    QCOMPARE(trashed("page.html", "bytes"), Trashing::NotOurs);
    QCOMPARE(trashed("page.html", "bytes", {}, "ffffffffffffffff"), Trashing::Done);
    // Without any, its bytes are enough: attributes get lost where folders are copied.
    savedAs(m_files->folder(), "page.html", "bytes");
    QCOMPARE(trashed("page.html", "bytes"), Trashing::Done);
}

void TestTrashing::namesThatLeadElsewhereAreRefused_data()
{
    QTest::addColumn<QByteArrayList>("folders");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("up") << QByteArrayList{".."} << QByteArray("secret");
    QTest::newRow("up and down") << QByteArrayList{"..", "outside"} << QByteArray("secret");
    QTest::newRow("a name with a slash") << QByteArrayList{} << QByteArray("../outside/secret");
    QTest::newRow("no name") << QByteArrayList{} << QByteArray();
    QTest::newRow("with a NUL") << QByteArrayList{} << QByteArray("a\0b", 3);
}

void TestTrashing::namesThatLeadElsewhereAreRefused()
{
    QFETCH(const QByteArrayList, folders);
    QFETCH(const QByteArray, file);
    const Descriptor root = m_files->folder().handle();
    const FiledBefore filed{{folders, file}, 6, hashOf("secret")};
    QVERIFY(moveToTrash(root.get(), filed, {}, {}) != Trashing::Done);
    QCOMPARE(m_files->read("outside/secret"), QByteArray("secret"));
    QCOMPARE(inTrash(), QByteArrayList());
}

void TestTrashing::withoutATrashItStays()
{
    // A file where the trash would be. Root could write anywhere, but not below a file.
    m_files->write("nodata", "");
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_files->path("nodata")));
    savedAs(m_files->folder(), "page.html", "bytes");
    const Trashing trashing = trashed("page.html", "bytes");
    if (trashing == Trashing::Done)
        QSKIP("this disk has a trash of its own");
    QCOMPARE(trashing, Trashing::Refused);
    QCOMPARE(m_files->read("dl/page.html"), QByteArray("bytes"));
}

void TestTrashing::whatIsStoppedStays()
{
    savedAs(m_files->folder(), "a", "1");
    std::stop_source stop;
    stop.request_stop();
    const Descriptor root = m_files->folder().handle();
    const FiledBefore filed{split("a"), 1, hashOf("1")};
    const QByteArray session = "0123456789abcdef";
    QCOMPARE(moveToTrash(root.get(), filed, {}, session, stop.get_token()), Trashing::Stopped);
    QCOMPARE(m_files->read("dl/a"), QByteArray("1"));
    QCOMPARE(inTrash(), QByteArrayList());
    QCOMPARE(moveToTrash(root.get(), filed, {}, session), Trashing::Done);
}

QTEST_GUILESS_MAIN(TestTrashing)
#include "tst_trashing.moc"
