// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/opener.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gleaner;

class TestOpener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char *name, const QByteArray &bytes, bool allowed) {
            QTest::newRow(name) << QString::fromLatin1(name) << bytes << allowed;
        };
        row("page.html", "<html><body>x</body></html>", true);
        row("picture.png", "\x89PNG\r\n\x1a\n", true);
        row("notes.txt", "plain words", true);
        row("book.pdf", "%PDF-1.4", true);
        row("archive.zip", "PK\x03\x04", true);
        row("empty", "", true);

        row("x.desktop", "[Desktop Entry]\nType=Application", false);
        row("X.DESKTOP", "", false);
        row("noname", "[Desktop Entry]\nExec=rm", false);
        row("x.sh", "echo", false);
        row("page2.html", "#!/bin/sh\nrm -rf ~", false);
        row("tool",
            QByteArray("\x7f"
                       "ELF\x02\x01\x01"),
            false);
        row("x.jar", "PK\x03\x04", false);
        row("x.AppImage", "", false);
        row("setup.exe", "MZ", false);
        row("renamed.jpg", "MZ\x90", false);
        row("x.deb", "!<arch>", false);
        row("x.py", "print()", false);
        row("x.msi", "", false);
        row("x.lnk", "", false);
        row(".directory", "", false);
        row("folder.directory", "", false);
        row("x.run", "", false);
        row("x.flatpakref", "", false);
        row("x.hta", "", false);
        row("x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", true);
    }

    void judgesFiles()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(bool, allowed);
        const QString path = write(name, bytes);
        QCOMPARE(judgeOpening(path), allowed ? Opening::Allowed : Opening::Executes);
    }

    void refusesWhatMayBeExecuted()
    {
        const QString path = write(QStringLiteral("permitted.txt"), "words");
        QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ExeUser));
        QCOMPARE(judgeOpening(path), Opening::Executes);
        QCOMPARE(judgeOpening(path + QStringLiteral(".gone")), Opening::Missing);
    }

    void handsHarmlessFilesToTheDesktop()
    {
        QList<QUrl> opened;
        Opener opener([&opened](const QUrl &url) { return opened << url, true; });
        const QString path = write(QStringLiteral("a b%20#c.html"), "<p>");
        opener.open(path);
        QTRY_COMPARE(opened, QList<QUrl>{QUrl::fromLocalFile(path)});
    }

    void handsNothingElse()
    {
        QList<QUrl> opened;
        Opener opener([&opened](const QUrl &url) { return opened << url, true; });
        QSignalSpy refused(&opener, &Opener::refused);
        opener.open(write(QStringLiteral("y.sh"), "#!/bin/sh"));
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(opened.isEmpty());
    }

    void saysWhenNoProgramTakesIt()
    {
        Opener opener([](const QUrl &) { return false; });
        QSignalSpy failed(&opener, &Opener::failed);
        opener.open(write(QStringLiteral("z.txt"), "z"));
        QTRY_COMPARE(failed.size(), 1);
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestOpener)
#include "tst_opener.moc"
