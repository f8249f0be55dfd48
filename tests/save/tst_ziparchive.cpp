// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/ziparchive.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace gleaner;

/// ZIP files, as other programs see them.
class TestZipArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void isReadByPython();
    void isTheSameEveryTime();
    void isOfNoUseWithoutAWholeEntry();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void make(const QString &file) const;

    std::optional<QTemporaryDir> m_folder;
};

void TestZipArchive::make(const QString &file) const
{
    ExportFile target(file, Existing::Keep);
    QVERIFY(!target.open());
    ZipArchive zip(target);
    QVERIFY(zip.add("top/a.html", QByteArray(100'000, 'a'), 1'000'000'000));
    QVERIFY(zip.add("top/ä\u4e2d.txt", "umlaut", 1'000'000'000));
    const QByteArray stored(1000, 's');
    const auto content = [&](const ZipArchive::Take &take) { return take(stored); };
    const auto hash =
        zip.add({"top/stored", stored.size(), 1'000'000'000, ZipArchive::Packing::Stored}, content);
    RunningHash expected;
    expected.add(stored);
    QCOMPARE(hash.value(), expected.value());
    QVERIFY(zip.finish());
    QVERIFY(!target.commit());
}

void TestZipArchive::isReadByPython()
{
    make(path("a.zip"));
    QProcess python;
    python.start(QStringLiteral("python3"),
        {QStringLiteral("-c"),
            QStringLiteral("import sys, zipfile\n"
                           "z = zipfile.ZipFile(sys.argv[1])\n"
                           "assert z.testzip() is None\n"
                           "for i in z.infolist():\n"
                           "    print(ascii(i.filename), i.file_size, i.compress_type,\n"
                           "          i.compress_size < i.file_size, i.date_time[0])\n"),
            path("a.zip")});
    QVERIFY(python.waitForFinished(60'000));
    QCOMPARE(python.readAllStandardError(), QByteArray());
    QCOMPARE(python.readAllStandardOutput(),
        QByteArray("'top/a.html' 100000 8 True 2001\n"
                   "'top/\\xe4\\u4e2d.txt' 6 8 False 2001\n"
                   "'top/stored' 1000 0 False 2001\n"));
}

void TestZipArchive::isTheSameEveryTime()
{
    make(path("a.zip"));
    make(path("b.zip"));
    QFile a(path("a.zip"));
    QFile b(path("b.zip"));
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    QVERIFY(a.readAll() == b.readAll());
}

void TestZipArchive::isOfNoUseWithoutAWholeEntry()
{
    ExportFile target(path("a.zip"), Existing::Keep);
    QVERIFY(!target.open());
    ZipArchive zip(target);
    const auto content = [](const ZipArchive::Take &take) { return take("ab") && false; };
    QVERIFY(!zip.add({"a", 4, 0, ZipArchive::Packing::Deflated}, content));
}

QTEST_GUILESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
