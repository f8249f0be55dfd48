// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/save/savedfiles.h"

#include <QCryptographicHash>
#include <QTest>

#include <sys/file.h>
#include <unistd.h>

using namespace gleaner;
using namespace gleaner::test;

/// Parts that outlive their writer.
class TestContinuedParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_files = std::make_unique<SavedFiles>(); }
    void goesOnWhereItStopped();
    void keepsOnlyTheCertainBeginning();
    void isNotReadThroughByOneInAHurry();
    void leavesAloneWhatIsNotThePart_data();
    void leavesAloneWhatIsNotThePart();
    void aBeginningOfNothingIsNobodys();
    void twoWritersNeverShareAPart();
    void aRecordThatWasTamperedWithLeadsNowhere_data();
    void aRecordThatWasTamperedWithLeadsNowhere();
    void theHashIsSha256();

private:
    /// "dl/a/big.iso.part" with these bytes, closed.
    PartRecord left(const QByteArray &bytes)
    {
        Folder::Part part = created(m_files->folder(), "a/big.iso");
        m_files->folder().makeHashed(part);
        m_files->folder().append(part, bytes);
        return m_files->folder().recordOf(part);
    }

    std::unique_ptr<SavedFiles> m_files;
};

void TestContinuedParts::goesOnWhereItStopped()
{
    const PartRecord record = left("hello ");
    QCOMPARE(record.size, 6);
    auto part = m_files->folder().reopenPart(record);
    QVERIFY(part);
    QVERIFY(m_files->folder().isIntact(*part));
    QVERIFY(!m_files->folder().append(*part, "world"));
    QCOMPARE(m_files->folder().recordOf(*part).size, 11);
    const auto placed = m_files->folder().commit(*part, split("a/marked"));
    QCOMPARE(std::get<RelativePath>(placed).joined(), QByteArray("a/big.iso"));
    QCOMPARE(m_files->read("dl/a/big.iso"), QByteArray("hello world"));
    QCOMPARE(m_files->names("dl/a"), QByteArrayList{"big.iso"});
}

void TestContinuedParts::keepsOnlyTheCertainBeginning()
{
    const PartRecord record = left("hello ");
    m_files->write("dl/a/big.iso.part", "hello wor\0\0\0");
    auto part = m_files->folder().reopenPart(record);
    QVERIFY(part);
    QVERIFY(!m_files->folder().append(*part, "you"));
    QCOMPARE(m_files->read("dl/a/big.iso.part"), QByteArray("hello you"));
}

void TestContinuedParts::isNotReadThroughByOneInAHurry()
{
    const PartRecord record = left("hello ");
    m_files->folder().hurry();
    QVERIFY(!m_files->folder().reopenPart(record));
    QCOMPARE(m_files->read("dl/a/big.iso.part"), QByteArray("hello "));
    Folder next(m_files->path("dl"));
    QVERIFY(!next.open());
    QVERIFY(next.reopenPart(record));
}

void TestContinuedParts::leavesAloneWhatIsNotThePart_data()
{
    QTest::addColumn<std::function<void(SavedFiles &)>>("change");
    const auto row = [](const char *name, std::function<void(SavedFiles &)> change) {
        QTest::newRow(name) << std::move(change);
    };
    const QByteArray part = "dl/a/big.iso.part";
    const auto remove = [part](SavedFiles &files) { QFile::remove(files.path(part)); };
    row("shorter", [part](SavedFiles &files) { files.write(part, "hell"); });
    row("other bytes", [part](SavedFiles &files) { files.write(part, "jello "); });
    row("gone", remove);
    row("a link to the same bytes", [remove, part](SavedFiles &files) {
        remove(files);
        files.write("outside/part", "hello ");
        files.link(part, files.path(QByteArray("outside/part")));
    });
    row("a second name for it", [part](SavedFiles &files) {
        ::link(QFile::encodeName(files.path(part)).constData(),
            QFile::encodeName(files.path(QByteArray("outside/part"))).constData());
    });
    row("a pipe", [remove, part](SavedFiles &files) {
        remove(files);
        files.pipe(part);
    });
    row("its folder is a link", [](SavedFiles &files) {
        QDir().rename(files.path(QByteArray("dl/a")), files.path(QByteArray("outside/a")));
        files.link("dl/a", files.path(QByteArray("outside/a")));
    });
}

void TestContinuedParts::leavesAloneWhatIsNotThePart()
{
    QFETCH(const std::function<void(SavedFiles &)>, change);
    const PartRecord record = left("hello ");
    change(*m_files);
    const QByteArrayList before = m_files->names("dl/a");
    const QByteArrayList outside = m_files->names("outside");
    QVERIFY(!m_files->folder().reopenPart(record));
    QCOMPARE(m_files->names("dl/a"), before);
    QCOMPARE(m_files->names("outside"), outside);
}

void TestContinuedParts::aBeginningOfNothingIsNobodys()
{
    const PartRecord record = left("");
    m_files->write("dl/a/big.iso.part", "the user's own");
    QVERIFY(!m_files->folder().reopenPart(record));
    QCOMPARE(m_files->read("dl/a/big.iso.part"), QByteArray("the user's own"));
}

void TestContinuedParts::twoWritersNeverShareAPart()
{
    const PartRecord record = left("hello ");
    {
        const auto first = m_files->folder().reopenPart(record);
        QVERIFY(first);
        QVERIFY(!m_files->folder().reopenPart(record));
    }
    QVERIFY(m_files->folder().reopenPart(record));
}

void TestContinuedParts::aRecordThatWasTamperedWithLeadsNowhere_data()
{
    QTest::addColumn<QByteArrayList>("folders");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("up by a folder")
        << QByteArrayList{"a", "..", "..", "outside"} << QByteArray("x");
    QTest::newRow("up by the name") << QByteArrayList{"a"} << QByteArray("../../outside/x");
    QTest::newRow("absolute") << QByteArrayList{} << QByteArray("/etc/hostname");
    QTest::newRow("slash in a folder") << QByteArrayList{"../outside"} << QByteArray("x");
    QTest::newRow("a good name") << QByteArrayList{"a"} << QByteArray("big.iso.part");
    QTest::newRow("nothing") << QByteArrayList{} << QByteArray();
    QTest::newRow("the folder itself") << QByteArrayList{} << QByteArray("a");
}

void TestContinuedParts::aRecordThatWasTamperedWithLeadsNowhere()
{
    m_files->write("outside/x", "hello ");
    QFETCH(const QByteArrayList, folders);
    QFETCH(const QByteArray, name);
    PartRecord record = left("hello ");
    record.folders = folders;
    record.name = name;
    // The place of the finished file counts as well.
    if (name == "big.iso.part")
        record.path.file = "../../outside/y";
    QVERIFY(!m_files->folder().reopenPart(record));
    QCOMPARE(m_files->read("outside/x"), QByteArray("hello "));
}

void TestContinuedParts::theHashIsSha256()
{
    RunningHash hash;
    hash.add("hello ");
    QCOMPARE(hash.value(), QCryptographicHash::hash("hello ", QCryptographicHash::Sha256));
    hash.add("world");
    QCOMPARE(hash.value(), QCryptographicHash::hash("hello world", QCryptographicHash::Sha256));
}

QTEST_GUILESS_MAIN(TestContinuedParts)
#include "tst_continuedparts.moc"
