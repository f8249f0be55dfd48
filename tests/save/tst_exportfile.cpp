// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/exportfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>
#include <unistd.h>

using namespace gleaner;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

/// A file that a person asks for.
class TestExportFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void hasItsNameOnlyWhenItIsWhole();
    void leavesNothingWhenItIsDropped();
    void leavesWhatHasItsName_data();
    void leavesWhatHasItsName();
    void leavesWhatGetsItsNameMeanwhile();
    void replacesAFileWhenTold();
    void replacesALinkAndNotWhatItLeadsTo();
    void tellsThatItCannotBeWritten();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("a.csv")); }
    QStringList made() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    std::optional<QTemporaryDir> m_folder;
};

void TestExportFile::hasItsNameOnlyWhenItIsWhole()
{
    const QByteArray large(1'000'000, 'x');
    ExportFile file(path(), Existing::Keep);
    QVERIFY(!file.open());
    QVERIFY(file.write(large));
    QVERIFY(file.write("end"));
    QVERIFY(!QFile::exists(path()));
    QVERIFY(!file.commit());
    QVERIFY(contentOf(path()) == large + "end");
    QCOMPARE(made(), QStringList{QStringLiteral("a.csv")});
}

void TestExportFile::leavesNothingWhenItIsDropped()
{
    {
        ExportFile file(path(), Existing::Keep);
        QVERIFY(!file.open());
        QVERIFY(file.write(QByteArray(1'000'000, 'x')));
    }
    QCOMPARE(made(), QStringList());
}

void TestExportFile::leavesWhatHasItsName_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"a file", "a dangling link", "a folder"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestExportFile::leavesWhatHasItsName()
{
    QFETCH(const QString, what);
    if (what == QLatin1String("a file"))
        put(path(), "mine");
    else if (what == QLatin1String("a folder"))
        QVERIFY(QDir().mkdir(path()));
    else
        QCOMPARE(symlink("nowhere", QFile::encodeName(path()).constData()), 0);
    ExportFile file(path(), Existing::Keep);
    const auto failure = file.open();
    QVERIFY(failure);
    QCOMPARE(failure->kind, ExportFailure::Kind::NameTaken);
    QCOMPARE(failure->path, path());
    if (what == QLatin1String("a file"))
        QCOMPARE(contentOf(path()), QByteArray("mine"));
}

void TestExportFile::leavesWhatGetsItsNameMeanwhile()
{
    ExportFile file(path(), Existing::Keep);
    QVERIFY(!file.open());
    QVERIFY(file.write("ours"));
    put(path(), "mine");
    const auto failure = file.commit();
    QVERIFY(failure);
    QCOMPARE(failure->kind, ExportFailure::Kind::NameTaken);
    QCOMPARE(contentOf(path()), QByteArray("mine"));
}

void TestExportFile::replacesAFileWhenTold()
{
    put(path(), "mine");
    ExportFile file(path(), Existing::Replace);
    QVERIFY(!file.open());
    QVERIFY(file.write("ours"));
    QCOMPARE(contentOf(path()), QByteArray("mine"));
    QVERIFY(!file.commit());
    QCOMPARE(contentOf(path()), QByteArray("ours"));
    QCOMPARE(made(), QStringList{QStringLiteral("a.csv")});
}

void TestExportFile::replacesALinkAndNotWhatItLeadsTo()
{
    const QString target = m_folder->filePath(QStringLiteral("target"));
    put(target, "mine");
    QCOMPARE(symlink("target", QFile::encodeName(path()).constData()), 0);
    ExportFile file(path(), Existing::Replace);
    QVERIFY(!file.open());
    QVERIFY(file.write("ours"));
    QVERIFY(!file.commit());
    QCOMPARE(contentOf(target), QByteArray("mine"));
    QCOMPARE(contentOf(path()), QByteArray("ours"));
}

void TestExportFile::tellsThatItCannotBeWritten()
{
    ExportFile file(m_folder->filePath(QStringLiteral("none/a.csv")), Existing::Keep);
    const auto failure = file.open();
    QVERIFY(failure);
    QCOMPARE(failure->kind, ExportFailure::Kind::NotWritten);
    QVERIFY(!failure->detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestExportFile)
#include "tst_exportfile.moc"
