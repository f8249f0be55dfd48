// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/save/savedfiles.h"
#include "tests/support/privatemount.h"

#include <QTest>

#include <sys/fsuid.h>
#include <unistd.h>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

std::optional<DiskFault> faultOf(const Folder::PartResult &made)
{
    const auto *error = std::get_if<SaveError>(&made);
    return error ? error->fault : std::nullopt;
}

} // namespace

/// The machine's faults, on file systems that really have them.
class TestDiskFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFullDiskIsAFault();
    void withoutInodesItIsFullToo();
    void aReadOnlyDiskIsAFaultAtOnce();
    void aDiskThatTurnsReadOnlyIsAFault();
    void aFolderWithoutPermissionIsAFault();
    void aVanishedFolderIsAFault_data();
    void aVanishedFolderIsAFault();
    void aFolderSwappedForALinkIsNotFollowed_data();
    void aFolderSwappedForALinkIsNotFollowed();
    void aPartThatSomeoneSwappedIsNotSaved_data();
    void aPartThatSomeoneSwappedIsNotSaved();

private:
    std::unique_ptr<SavedFiles> m_files;
};

void TestDiskFaults::init()
{
    m_files = std::make_unique<SavedFiles>();
    QVERIFY(m_files->isReady());
}

void TestDiskFaults::aFullDiskIsAFault()
{
    const PrivateMount disk(m_files->path("small"), "size=256k");
    SKIP_UNLESS_MOUNTED(disk);
    Folder folder(m_files->path("small"));
    QVERIFY(!folder.open());
    QCOMPARE(savedAs(folder, "fits", QByteArray(100'000, 'x')), QByteArray("fits"));
    auto part = created(folder, "a/large");
    const auto error = folder.append(part, QByteArray(1'000'000, 'x'));
    QVERIFY(error && error->fault);
    QVERIFY(error->fault->kind == DiskFaultKind::Full);
    QCOMPARE(error->fault->path, m_files->path("small/a/large"));
    QCOMPARE(m_files->names("small/a"), QByteArrayList({"large.part"}));
    folder.drop(part);
    // The room is there again, and what was saved before is whole.
    QCOMPARE(m_files->names("small/a"), QByteArrayList());
    QCOMPARE(savedAs(folder, "again", QByteArray(100'000, 'y')), QByteArray("again"));
    QCOMPARE(m_files->read("small/fits"), QByteArray(100'000, 'x'));
}

void TestDiskFaults::withoutInodesItIsFullToo()
{
    const PrivateMount disk(m_files->path("small"), "nr_inodes=4");
    SKIP_UNLESS_MOUNTED(disk);
    Folder folder(m_files->path("small"));
    QVERIFY(!folder.open());
    QByteArray place;
    for (int i = 0; i < 10 && place != "fault"; ++i)
        place = savedAs(folder, "file" + QByteArray::number(i), "x" + QByteArray::number(i));
    QCOMPARE(place, QByteArray("fault"));
    const auto fault = faultOf(folder.createPart(split("more")));
    QVERIFY(fault && fault->kind == DiskFaultKind::Full);
    const auto inFolder = faultOf(folder.createPart(split("deep/more")));
    QVERIFY(inFolder && inFolder->kind == DiskFaultKind::Full);
}

void TestDiskFaults::aReadOnlyDiskIsAFaultAtOnce()
{
    const PrivateMount disk(m_files->path("ro"), "size=256k");
    SKIP_UNLESS_MOUNTED(disk);
    QVERIFY(disk.makeReadOnly());
    for (const char *name : {"ro", "ro/new"}) {
        const auto error = Folder(m_files->path(name)).open();
        QVERIFY(error && error->fault);
        QVERIFY(error->fault->kind == DiskFaultKind::NotWritable);
    }
}

void TestDiskFaults::aDiskThatTurnsReadOnlyIsAFault()
{
    const PrivateMount disk(m_files->path("ro"), "size=256k");
    SKIP_UNLESS_MOUNTED(disk);
    Folder folder(m_files->path("ro"));
    QVERIFY(!folder.open());
    QCOMPARE(savedAs(folder, "before", "x"), QByteArray("before"));
    QVERIFY(disk.makeReadOnly());
    const auto fault = faultOf(folder.createPart(split("after")));
    QVERIFY(fault && fault->kind == DiskFaultKind::NotWritable);
    QCOMPARE(savedAs(folder, "deep/after", "x"), QByteArray("fault"));
}

void TestDiskFaults::aFolderWithoutPermissionIsAFault()
{
    QCOMPARE(chmod(QFile::encodeName(m_files->path({})).constData(), 0755), 0);
    QCOMPARE(chmod(QFile::encodeName(m_files->path("dl")).constData(), 0555), 0);
    // No permission is refused to root: the file system is asked as nobody.
    const int user = setfsuid(geteuid() == 0 ? 65534 : geteuid());
    const auto error = Folder(m_files->path("dl")).open();
    const auto fault = faultOf(m_files->folder().createPart(split("x")));
    setfsuid(uid_t(user));
    QVERIFY(error && error->fault && error->fault->kind == DiskFaultKind::NotWritable);
    QVERIFY(fault && fault->kind == DiskFaultKind::NotWritable);
}

void TestDiskFaults::aVanishedFolderIsAFault_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("the folder itself") << QByteArray("file");
    QTest::newRow("a folder below") << QByteArray("a/b/file");
}

void TestDiskFaults::aVanishedFolderIsAFault()
{
    QFETCH(const QByteArray, path);
    Folder &folder = m_files->folder();
    auto part = created(folder, path);
    QVERIFY(!folder.append(part, "content"));
    QVERIFY(QDir(m_files->path("dl")).removeRecursively());
    const auto placed = folder.commit(part, split("marked"));
    const auto *error = std::get_if<SaveError>(&placed);
    QVERIFY(error && error->fault);
    QVERIFY(error->fault->kind == DiskFaultKind::Vanished);
    folder.drop(part);
    const auto fault = faultOf(folder.createPart(split(path)));
    QVERIFY(fault && fault->kind == DiskFaultKind::Vanished);
    QCOMPARE(m_files->names(), QByteArrayList({"outside/"}));
}

void TestDiskFaults::aFolderSwappedForALinkIsNotFollowed_data()
{
    QTest::addColumn<int>("foldersBetween");
    QTest::newRow("while it is in use") << 0;
    QTest::newRow("while it is forgotten") << 100;
}

void TestDiskFaults::aFolderSwappedForALinkIsNotFollowed()
{
    QFETCH(const int, foldersBetween);
    Folder &folder = m_files->folder();
    QCOMPARE(savedAs(folder, "a/first", "1"), QByteArray("a/first"));
    auto part = created(folder, "a/second");
    for (int i = 0; i < foldersBetween; ++i)
        savedAs(folder, "other" + QByteArray::number(i) + "/x", "x");
    QVERIFY(QFile::rename(m_files->path("dl/a"), m_files->path("dl/moved")));
    m_files->link("dl/a", m_files->path("outside"));
    m_files->write("outside/second.part", "mine");

    savedAs(folder, "a/third", "3");
    const auto placed = folder.commit(part, split("second~m"));
    folder.drop(part);
    Q_UNUSED(placed);
    QCOMPARE(m_files->names("outside"), QByteArrayList({"second.part", "secret"}));
    QCOMPARE(m_files->read("outside/second.part"), QByteArray("mine"));
    QCOMPARE(m_files->read("dl/moved/first"), QByteArray("1"));
}

void TestDiskFaults::aPartThatSomeoneSwappedIsNotSaved_data()
{
    QTest::addColumn<int>("foldersBetween");
    QTest::newRow("its folder in use") << 0;
    QTest::newRow("its folder forgotten") << 100;
}

void TestDiskFaults::aPartThatSomeoneSwappedIsNotSaved()
{
    // The folder is replaced by another one of the same name that holds a part file, not ours.
    QFETCH(const int, foldersBetween);
    Folder &folder = m_files->folder();
    auto part = created(folder, "a/file");
    QVERIFY(!folder.append(part, "ours"));
    for (int i = 0; i < foldersBetween; ++i)
        savedAs(folder, "other" + QByteArray::number(i) + "/x", "x");
    QVERIFY(QFile::rename(m_files->path("dl/a"), m_files->path("dl/moved")));
    QVERIFY(QDir(m_files->path("dl")).mkdir(QStringLiteral("a")));
    m_files->write("dl/a/file.part", "theirs");
    const auto placed = folder.commit(part, split("file~m"));
    Q_UNUSED(placed);
    folder.drop(part);
    QCOMPARE(m_files->names("dl/a"), QByteArrayList({"file.part"}));
    QCOMPARE(m_files->read("dl/a/file.part"), QByteArray("theirs"));
}

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"
