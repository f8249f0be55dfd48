// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/e2e/sites.h"
#include "tests/support/nginx.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

/// A number from the environment: how much is to be compared.
int wanted(const char *variable, int usual)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? value : usual;
}

/// All of the documentations, and more of each, if GLEANER_PAGES says how many pages.
bool isLong()
{
    return wanted("GLEANER_PAGES", 0) > 0;
}

struct Said {
    int status = -1;
    QByteArray text;
};

Said python(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("python3"), QStringList(QStringLiteral("-B")) + arguments);
    const bool hasEnded = process.waitForFinished(isLong() ? 1'500'000 : 280'000);
    return {hasEnded ? process.exitCode() : -1, process.readAll().trimmed()};
}

/// The program's events lie in a file, for scripts.
QString eventsOf(Program &program)
{
    const QString name = program.path(QStringLiteral("events"));
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(program.output()) > 0 ? name : QString();
}

Said walk(Program &program, int pages, int pictures)
{
    return python({QStringLiteral(GLEANER_SUPPORT "/browserwalk.py"), eventsOf(program),
        program.directory(), QString::number(pages), QString::number(pictures)});
}

Said lookAtAllFiles(Program &program)
{
    return python(
        {QStringLiteral(GLEANER_SUPPORT "/savedcopy.py"), eventsOf(program), program.directory()});
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

/// How many of the files that were saved are not what the server has.
int differingFiles(const Events &events, const QString &served, const QString &saved)
{
    QMap<QString, QString> paths;
    for (const char *kind : {"saved", "moved"}) {
        for (const QJsonObject &event : events.of(kind))
            paths[event[QLatin1String("url")].toString()] = event[QLatin1String("path")].toString();
    }
    int differing = paths.isEmpty() ? -1 : 0;
    for (auto each = paths.cbegin(); each != paths.cend(); ++each) {
        QString path = QUrl(each.key()).path(QUrl::FullyDecoded);
        if (path.endsWith(u'/'))
            path += QStringLiteral("index.html");
        differing += bytesOf(served + path) != bytesOf(saved + u'/' + each.value());
    }
    return differing;
}

} // namespace

/// A download is opened from its folder in Chromium, without any network, and is what it was
/// online.
class TestOfflineBrowsing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looksAsItDidOnline_data();
    void looksAsItDidOnline();
    void theServedBytesComeBackWithoutTheServer_data() { looksAsItDidOnline_data(); }
    void theServedBytesComeBackWithoutTheServer();
    void whatIsWrongIsSeen();

private:
    /// Serves the documentation of the row, and downloads it.
    void download();

    QString m_served;
    std::unique_ptr<Nginx> m_nginx;
    std::unique_ptr<Program> m_program;
    QStringList m_arguments;
};

void TestOfflineBrowsing::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty())
        QSKIP("there is no Chromium");
    QProcess alone;
    alone.start(QStringLiteral("unshare"),
        {QStringLiteral("--net"), QStringLiteral("--"), QStringLiteral("true")});
    if (!alone.waitForFinished() || alone.exitCode() != 0)
        QSKIP("the network cannot be taken away here");
}

void TestOfflineBrowsing::looksAsItDidOnline_data()
{
    QTest::addColumn<QString>("package");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("scope");
    const auto row = [](const char *name, const char *package, const char *folder,
                         const char *start, const char *scope = "host") {
        QTest::newRow(name) << QString::fromLatin1(package) << QString::fromLatin1(folder)
                            << QString::fromLatin1(start) << QString::fromLatin1(scope);
    };
    row("PostgreSQL", "postgresql-doc-15", "", "/index.html");
    row("Git", "git-doc", "", "/git.html");
    if (!isLong())
        return;
    row("Python", "python3.11-doc", "", "/index.html");
    row("Boost", "libboost1.74-doc", "", "/doc/html/index.html");
    // Its reference beside it is put together by scripts, which nobody runs.
    row("libstdc++'s manual", "libstdc++-12-doc", "/libstdc++", "/manual/index.html", "folder");
}

void TestOfflineBrowsing::download()
{
    QFETCH(const QString, package);
    QFETCH(const QString, folder);
    QFETCH(const QString, start);
    QFETCH(const QString, scope);
    QString error;
    m_served = documentation(package, error);
    QVERIFY2(!m_served.isEmpty(), qPrintable(error));
    m_served += folder;
    m_nginx = std::make_unique<Nginx>(NginxOptions{m_served, 2, {}, {}});
    QVERIFY2(m_nginx->start(), qPrintable(m_nginx->errorString()));
    m_program = std::make_unique<Program>();
    m_arguments = {QStringLiteral("-d"), QStringLiteral("inf"), QStringLiteral("--scope"), scope,
        text(m_nginx->url(start))};
    m_program->startJson(m_arguments);
    QVERIFY(m_program->waitForEnd(240s));
    QVERIFY(m_program->status() == 0 || m_program->status() == 1);
}

void TestOfflineBrowsing::looksAsItDidOnline()
{
    download();
    if (QTest::currentTestFailed())
        return;
    const Said all = lookAtAllFiles(*m_program);
    QVERIFY2(all.status == 0, all.text.constData());
    qInfo("%s", all.text.constData());
    const Said walked =
        walk(*m_program, wanted("GLEANER_PAGES", 20), wanted("GLEANER_PICTURES", 3));
    QVERIFY2(walked.status == 0, walked.text.constData());
    qInfo("%s", walked.text.constData());
}

void TestOfflineBrowsing::theServedBytesComeBackWithoutTheServer()
{
    download();
    if (QTest::currentTestFailed())
        return;
    const Events events(m_program->output());
    const int rewritten = differingFiles(events, m_served, m_program->directory());
    QVERIFY(rewritten > 0);
    m_nginx->stop();
    m_program->startJson(m_arguments
        + QStringList{QStringLiteral("--tries"), QStringLiteral("1"), QStringLiteral("--links"),
            QStringLiteral("keep")});
    QVERIFY(m_program->waitForEnd(240s));
    QCOMPARE(differingFiles(events, m_served, m_program->directory()), 0);
    qInfo("%lld files saved, %d of them rewritten, all as served again",
        qlonglong(events.of("saved").size()), rewritten);
}

/// The scripts that look at a copy see what is wrong with one.
void TestOfflineBrowsing::whatIsWrongIsSeen()
{
    TestServer server;
    const QByteArrayList names{"good", "text", "image", "style", "away", "nowhere", "colour"};
    const QByteArray head = "<!doctype html><link rel=stylesheet href=";
    QByteArray start;
    for (const QByteArray &name : names) {
        start += "<a href=" + name + ".html>x</a>";
        server.serve('/' + name + ".html", "text/html",
            head + name + ".css><img src=" + name
                + ".gif><a href=good.html>a</a><p style='background:red'>text");
        server.serve('/' + name + ".css", "text/css", "p{margin:0}");
        server.serve('/' + name + ".gif", "image/gif",
            QByteArray::fromBase64("R0lGODlhAQABAAAAACwAAAAAAQABAAA="));
    }
    server.serve("/", "text/html", start);
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), text(server.url("/"))}));
    QCOMPARE(program.status(), 0);

    const auto damage = [&](const char *name, const QByteArray &before, const QByteArray &after) {
        QFile file(program.directory() + u'/' + QLatin1String(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains(before));
        file.resize(0);
        file.seek(0);
        file.write(QByteArray(content).replace(before, after));
    };
    damage("text.html", ">text", ">test");
    damage("style.css", "p{margin:0}", "");
    damage("away.html", "good.html", server.url("/good.html").toEncoded());
    damage("nowhere.html", "good.html", "bad.html");
    damage("colour.html", "red", "blue");
    QVERIFY(QFile::remove(program.directory() + QStringLiteral("/image.gif")));

    const auto faults = [&](Said said) {
        const QByteArray folder = QFile::encodeName(program.directory()) + '/';
        QByteArrayList lines = said.text.replace("file://", "").replace(folder, "").split('\n');
        lines.removeLast();
        return lines;
    };
    QByteArrayList seen = faults(lookAtAllFiles(program));
    const QByteArray away =
        "away.html: leads to the server: " + server.url("/good.html").toEncoded();
    QCOMPARE(seen.join('\n'),
        (QByteArrayList{away, "image.gif: is not there", "image.html: leads nowhere: image.gif",
             "nowhere.html: leads nowhere: bad.html"})
            .join('\n'));
    seen = faults(walk(program, 100, 100));
    const QByteArray pixels = " % of the pixels differ";
    const auto shades = [&](const QByteArray &line) { return line.endsWith(pixels); };
    const auto shaded = std::ranges::find_if(seen, shades);
    QVERIFY(shaded != seen.end());
    QVERIFY(shaded->startsWith("colour.html: "));
    seen.removeIf([&](const QByteArray &line) { return shades(line); });
    QCOMPARE(seen.join('\n'),
        (QByteArrayList{away, "image.html: other images", "image.html: not loaded: image.gif",
             "image.html: leads nowhere: image.gif", "nowhere.html: leads nowhere: bad.html",
             "style.html: other styles", "text.html: other text"})
            .join('\n'));
}

QTEST_GUILESS_MAIN(TestOfflineBrowsing)
#include "tst_offlinebrowsing.moc"
