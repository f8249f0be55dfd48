// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/cdxj.h"
#include "core/save/warcfile.h"
#include "core/save/warcrecord.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace gleaner;

namespace
{

QByteArray member(const QByteArray &target, const QByteArray &payload)
{
    const WarcRecord record{"resource", newRecordId(), target, 1'000'000'000'000, "text/plain", {}};
    return warcMember(record, {}, payload);
}

/// Compressible little, so that a reader's buffer is filled and emptied several times.
QByteArray manyBytes(int size)
{
    QByteArray bytes;
    for (quint32 state = 1; bytes.size() < size; state = state * 1664525 + 1013904223)
        bytes += char('a' + (state >> 24) % 20);
    return bytes;
}

} // namespace

/// WARC files on the disk: what is not whole, and what is found in them again.
class TestWarcFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void isNamedWhenItIsClosed();
    void isNotThereWithoutARecord();
    void cutsOffWhatIsNotWhole();
    void finishesWhatAKillHasLeft_data();
    void finishesWhatAKillHasLeft();
    void leavesOtherSessionsAlone();
    void followsNoLink();
    void readsEveryMember();
    void turnsAddressesRound_data();
    void turnsAddressesRound();
    void indexesACapture();

private:
    std::unique_ptr<WarcFile> made() const;
    QStringList names() const
    {
        return QDir(m_root->filePath(QStringLiteral("++warc")))
            .entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    QByteArray content() const
    {
        QFile file(m_root->filePath(QStringLiteral("++warc/") + names().value(0)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    void put(const QString &name, const QByteArray &bytes) const;

    std::optional<QTemporaryDir> m_root;
    std::optional<Folder> m_folder;
};

void TestWarcFile::init()
{
    m_root.emplace();
    m_folder.emplace(m_root->path());
    QVERIFY(!m_folder->open());
    m_folder->setSession("0123456789abcdef", {});
}

std::unique_ptr<WarcFile> TestWarcFile::made() const
{
    auto created = WarcFile::create(*m_folder, 1'000'000'000'000);
    auto *file = std::get_if<std::unique_ptr<WarcFile>>(&created);
    return file ? std::move(*file) : nullptr;
}

void TestWarcFile::put(const QString &name, const QByteArray &bytes) const
{
    QDir(m_root->path()).mkdir(QStringLiteral("++warc"));
    QFile file(m_root->filePath(QStringLiteral("++warc/") + name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestWarcFile::isNamedWhenItIsClosed()
{
    const QString name = QStringLiteral("0123456789abcdef-20010909014640-00000.warc.gz");
    auto file = made();
    QVERIFY(file);
    QVERIFY(!file->write("abc"));
    file->endMember();
    QCOMPARE(names(), QStringList{name + QStringLiteral(".part")});
    file.reset();
    QCOMPARE(names(), QStringList{name});
    // Of the same second, another one.
    file = made();
    QCOMPARE(file->name(), QByteArray("0123456789abcdef-20010909014640-00001.warc.gz"));
}

void TestWarcFile::isNotThereWithoutARecord()
{
    auto file = made();
    QVERIFY(!file->write("a beginning"));
    file.reset();
    QCOMPARE(names(), QStringList());
}

void TestWarcFile::cutsOffWhatIsNotWhole()
{
    auto file = made();
    QVERIFY(!file->write("whole"));
    file->endMember();
    QVERIFY(!file->write("beginning of"));
    QCOMPARE(file->size(), 5);
    QVERIFY(!file->cutBack());
    QVERIFY(!file->write("+more"));
    file->endMember();
    QVERIFY(!file->write("beginning of"));
    file.reset();
    QCOMPARE(content(), QByteArray("whole+more"));
}

void TestWarcFile::finishesWhatAKillHasLeft_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QByteArray>("rest");
    const QByteArray one = member("http://a/", manyBytes(700'000));
    const QByteArray other = member("http://b/", "short");
    QTest::newRow("nothing but whole ones") << one + other << QByteArray();
    QTest::newRow("half a record") << other + one << one.left(one.size() / 2);
    QTest::newRow("all but the last byte") << one << other.chopped(1);
    QTest::newRow("the first byte") << other << one.left(1);
    QTest::newRow("zeros, as after a power cut") << one + other << QByteArray(5000, '\0');
    QTest::newRow("no whole one") << QByteArray() << one.chopped(1);
}

void TestWarcFile::finishesWhatAKillHasLeft()
{
    QFETCH(const QByteArray, whole);
    QFETCH(const QByteArray, rest);
    put(QStringLiteral("0123456789abcdef-1-00000.warc.gz.part"), whole + rest);
    const QByteArrayList left = unfinishedWarcs(*m_folder);
    QCOMPARE(left.size(), 1);
    finishWarc(m_folder->handle(), left.front());
    if (whole.isEmpty()) {
        QCOMPARE(names(), QStringList());
        return;
    }
    QCOMPARE(names(), QStringList{QStringLiteral("0123456789abcdef-1-00000.warc.gz")});
    QVERIFY(content() == whole);
}

void TestWarcFile::leavesOtherSessionsAlone()
{
    put(QStringLiteral("fedcba9876543210-1-00000.warc.gz.part"), "not ours");
    put(QStringLiteral("0123456789abcdef-notes.part"), "not ours either");
    QCOMPARE(unfinishedWarcs(*m_folder), QByteArrayList());
}

void TestWarcFile::followsNoLink()
{
    QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), m_root->filePath(QStringLiteral("++warc"))));
    QVERIFY(!made());
    QCOMPARE(QDir(elsewhere.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestWarcFile::readsEveryMember()
{
    QByteArray bytes;
    QList<qint64> lengths;
    for (int i = 0; i < 40; ++i) {
        const QByteArray next = member("http://a/" + QByteArray::number(i), manyBytes(i * 20'000));
        lengths.append(next.size());
        bytes += next;
    }
    put(QStringLiteral("a.warc.gz"), bytes);
    QFile file(m_root->filePath(QStringLiteral("++warc/a.warc.gz")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    WarcReader reader(file.handle());
    qint64 offset = 0;
    for (int i = 0; i < 40; ++i) {
        const auto found = reader.next();
        QVERIFY(found);
        QCOMPARE(found->offset, offset);
        QCOMPARE(found->length, lengths[i]);
        offset += found->length;
        const auto capture = captureOf(*found);
        QVERIFY(capture);
        QCOMPARE(capture->target, "http://a/" + QByteArray::number(i));
    }
    QVERIFY(!reader.next());
    QCOMPARE(reader.whole(), qint64(bytes.size()));
}

void TestWarcFile::turnsAddressesRound_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("surt");
    const auto row = [](const char *address, const char *surt) {
        QTest::newRow(address) << QByteArray(address) << QByteArray(surt);
    };
    row("http://example.org/", "org,example)/");
    row("https://www.Example.org/A/b", "org,example)/a/b");
    row("http://www2.example.org:8080/?b=2&a=1", "org,example:8080)/?a=1&b=2");
    row("http://wwwx.example.org/?", "org,example,wwwx)/?");
    row("urn:x:y", "urn:x:y");
}

void TestWarcFile::turnsAddressesRound()
{
    QFETCH(const QByteArray, address);
    QTEST(surtOf(address), "surt");
}

void TestWarcFile::indexesACapture()
{
    WarcReader::Member found;
    found.offset = 10;
    found.length = 20;
    found.beginning = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\"x\r\n"
                      "WARC-Date: 2026-11-28T08:00:00Z\r\nWARC-Payload-Digest: sha256:AA\r\n"
                      "Content-Type: application/http;msgtype=response\r\n\r\n"
                      "HTTP/1.1 200 OK\r\ncontent-type: Text/HTML; charset=x\r\n\r\n<p>";
    const auto capture = captureOf(found);
    QVERIFY(capture && isShown(*capture));
    QCOMPARE(cdxjLine(*capture, found, "f.warc.gz"),
        QByteArray("example,a)/%22x 20261128080000 {\"url\":\"http://a.example/\\\"x\","
                   "\"mime\":\"text/html\",\"status\":\"200\",\"digest\":\"sha256:AA\","
                   "\"length\":\"20\",\"offset\":\"10\",\"filename\":\"f.warc.gz\"}\n"));
    found.beginning = "no record";
    QVERIFY(!captureOf(found));
}

QTEST_GUILESS_MAIN(TestWarcFile)
#include "tst_warcfile.moc"
