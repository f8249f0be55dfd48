// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/crawl/warcs.h"
#include "tests/support/await.h"
#include "tests/support/faults.h"
#include "tests/support/testserver.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <csignal>

using namespace gleaner::test;

namespace
{

constexpr int fileSize = 15'000'000;

QByteArray outputOf(const QString &script, const QString &file)
{
    QProcess python;
    python.start(QStringLiteral("python3"), {script, file});
    if (!python.waitForFinished(60'000) || python.exitCode() != 0)
        return "failed: " + python.readAllStandardError();
    return python.readAllStandardOutput();
}

} // namespace

/// The real program with --warc: killed, continued, and what is made of it afterwards.
class TestWarcOption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWholeAfterAKill();
    void becomesAWacz();
    void saysWhatAWaczIsMadeOf();

private:
    static QStringList warcs(const Program &program) { return warcsIn(program.directory()); }
};

void TestWarcOption::isWholeAfterAKill()
{
    TestServer server;
    QByteArray page;
    for (int i = 0; i < 30; ++i) {
        const QByteArray name = "/f" + QByteArray::number(i) + ".bin";
        server.serve(name, "application/octet-stream", patternBytes(fileSize / 10) + name);
        page += "<a href='" + name + "'>f</a>";
    }
    server.serve("/index.html", "text/html", page);
    const QString address = text(server.url("/index.html"));
    Program program;
    program.startJson({QStringLiteral("--warc"), address});
    // Written without a pause from here on: the kill comes into the middle of a record, or nearly.
    QVERIFY(waitFor([&] {
        const QStringList paths = warcs(program);
        return !paths.isEmpty() && QFileInfo(paths.front()).size() > fileSize / 6;
    }));
    program.send(SIGKILL);
    QVERIFY(program.waitForEnd());
    const QStringList left = warcs(program);
    QCOMPARE(left.size(), 1);
    QVERIFY(left.front().endsWith(QLatin1String(".part")));

    // Without the option: a download that has an archive goes on with it.
    QVERIFY(program.run(
        {QStringLiteral("--headless"), QStringLiteral("--resume"), program.directory()}));
    QCOMPARE(program.status(), 0);
    const QStringList paths = warcs(program);
    QCOMPARE(paths.size(), 2);
    QCOMPARE(left.front(), paths.front() + QStringLiteral(".part"));
    const Warcs archive(paths);
    QCOMPARE(archive.problem, QByteArray());
    // Every file that is saved is in it, whatever became of the one that was being written.
    for (int i = 0; i < 30; ++i) {
        const QByteArray name = "/f" + QByteArray::number(i) + ".bin";
        QJsonObject record = archive.about(server.url(name).toEncoded());
        // Put together from two answers it is neither of them.
        if (record.isEmpty())
            record = archive.about(server.url(name).toEncoded(), "resource");
        QCOMPARE(text(record, "sha256"),
            QCryptographicHash::hash(
                program.file(QString::fromLatin1(name.mid(1))), QCryptographicHash::Sha256)
                .toHex());
    }
}

void TestWarcOption::becomesAWacz()
{
    TestServer server;
    server.serve("/index.html", "text/html",
        "<title>\"</script>\\</title><a href='b.html'>b</a><a href='c%22%0A.html?x=%E4'>c</a>"
        "<a href='gone'>g</a><img src='same.png'><img src='other.png'>");
    server.serve("/b.html", "text/html", "<p>b");
    server.serve("/c%22%0A.html", "text/html", "<p>c");
    server.serve("/same.png", "image/png", "\x89PNG");
    server.serve("/other.png", "image/png", "\x89PNG");
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--warc"), text(server.url("/index.html"))}));
    const QString wacz = program.path(QStringLiteral("a.wacz"));
    QVERIFY(program.run({QStringLiteral("--export"), wacz, program.directory()}));
    QCOMPARE(program.errors(), QByteArray());
    QCOMPARE(program.status(), 0);
    const QByteArrayList found =
        outputOf(QStringLiteral(GLEANER_CHECKWACZ), wacz).trimmed().split('\n');
    QByteArrayList expected{"pages 3"};
    for (const char *path : {"/b.html", "/c%22%0A.html?x=%E4", "/gone", "/index.html", "/other.png",
             "/robots.txt", "/same.png", "/sitemap.xml"})
        expected.append(server.url().toEncoded().chopped(1) + path);
    QCOMPARE(found, expected);
}

void TestWarcOption::saysWhatAWaczIsMadeOf()
{
    TestServer server;
    server.serve("/index.html", "text/html", "<p>x");
    Program program;
    QVERIFY(program.runJson({text(server.url("/index.html"))}));
    const QString wacz = program.path(QStringLiteral("a.wacz"));
    QVERIFY(program.run({QStringLiteral("--export"), wacz, program.directory()}));
    QCOMPARE(program.status(), 2);
    QVERIFY2(program.errors().contains("--warc"), program.errors().constData());
    QVERIFY(!QFileInfo::exists(wacz));
}

QTEST_GUILESS_MAIN(TestWarcOption)
#include "tst_warcoption.moc"
