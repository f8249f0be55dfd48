// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "tests/support/filesbelow.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/stat.h>
#include <unistd.h>

using namespace gleaner::test;

namespace
{

/// What that program prints; what it complains of where it fails.
QByteArray outputOf(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError() + process.readAllStandardOutput();
    return process.readAllStandardOutput();
}

const QByteArray hostilePage =
    "<title>=1+1</title> <a href='%3Cscript%3Ealert(1)%3C/script%3E.html'>script</a> "
    "<a href='gone'>gone</a> <a href='%C3%A4%20b%5Cc.txt'>letters</a> "
    "<a href='=cmd.txt'>formula</a> <a href='http://other.example/'>elsewhere</a> "
    "<a href='http://elsewhere.example/'>too</a> <img src='/moved.png'> "
    "<a href='odd'>type</a>";

} // namespace

/// What is made of an earlier download, as other programs see it.
class TestExporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsEveryAddressToPrograms();
    void writesAPageThatHoldsNothingAlive();
    void givesChecksumsOfWhatLiesThere();
    void packsTheFilesAndNothingElse();
    void namesWhatIsMissing();
    void leavesWhatIsThereUnlessTold();
    void refusesWhatItCannotDo_data();
    void refusesWhatItCannotDo();
    void leavesADownloadThatRunsAlone();

private:
    [[nodiscard]] bool exports(const QStringList &arguments);
    QByteArray written(const char *name) const;
    QString path(const char *name) const { return m_program->path(QLatin1String(name)); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestExporting::init()
{
    m_server = std::make_unique<TestServer>();
    m_server->serve("/index.html", "text/html", hostilePage);
    m_server->serve("/%3Cscript%3Ealert(1)%3C/script%3E.html", "text/html", "<p>x");
    m_server->serve("/%C3%A4%20b%5Cc.txt", "text/plain", "letters");
    m_server->serve("/=cmd.txt", "text/plain", "formula");
    m_server->serve("/odd", "odd/<script>", "odd");
    m_server->serve("/picture.png", "image/png", "\x89PNG\r\n\x1a\n");
    m_server->route("/moved.png", [](const Request &, Reply &reply) {
        reply.answer(302, {}, {}, {{"Location", "/picture.png"}});
    });
    m_program = std::make_unique<Program>();
    QVERIFY(m_program->runJson({text(m_server->url("/index.html"))}));
    QCOMPARE(m_program->status(), 1);
}

void TestExporting::cleanup()
{
    m_program.reset();
    m_server.reset();
}

bool TestExporting::exports(const QStringList &arguments)
{
    QStringList line;
    for (const QString &argument : arguments)
        line += {QStringLiteral("--export"), m_program->path(argument)};
    return m_program->run(line + QStringList{m_program->directory()});
}

QByteArray TestExporting::written(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void TestExporting::tellsEveryAddressToPrograms()
{
    QVERIFY(exports({QStringLiteral("r.csv"), QStringLiteral("r.jsonl")}));
    QCOMPARE(m_program->status(), 0);
    QCOMPARE(m_program->output() + m_program->errors(), QByteArray());
    const QByteArray table = outputOf(QStringLiteral("python3"),
        {QStringLiteral("-c"),
            QStringLiteral("import csv, sys\n"
                           "for r in csv.DictReader(open(sys.argv[1], newline='')):\n"
                           "    u = r['url'].split('/', 3)[3]\n"
                           "    print(u, r['state'], r['reason'], r['status'], r['path'],\n"
                           "          r['to'].split('/')[-1], sep='|')\n"),
            path("r.csv")},
        m_program->path(QString()));
    QByteArrayList rows = table.trimmed().split('\n');
    std::ranges::sort(rows);
    QCOMPARE(rows,
        (QByteArrayList{"%3Cscript%3Ealert(1)%3C/script%3E.html|saved||200|%3Cscript%3Ealert(1)%3C"
                        "/script%3E.html|",
            "%C3%A4%20b%5Cc.txt|saved||200|ä b%5Cc.txt|", "=cmd.txt|saved||200|'=cmd.txt|",
            "gone|failed|http|404||", "index.html|saved||200|index.html|",
            "moved.png|redirected||302||picture.png", "odd|saved||200|odd|",
            "picture.png|saved||200|picture.png|", "|skipped|scope|||", "|skipped|scope|||"}));
    int lines = 0;
    for (const QByteArray &line : written("r.jsonl").split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        lines += object.isEmpty() ? 0 : 1;
        if (object.value(QLatin1String("path")).toString() == QLatin1String("=cmd.txt"))
            QCOMPARE(object.value(QLatin1String("bytes")).toInt(), 7);
    }
    QCOMPARE(lines, 10);
}

void TestExporting::writesAPageThatHoldsNothingAlive()
{
    QVERIFY(exports({QStringLiteral("r.html")}));
    QCOMPARE(m_program->status(), 0);
    const QByteArray page = written("r.html");
    QVERIFY(!page.toLower().contains("<script"));
    for (const char *expected :
        {"What failed, and why", "page not found (404)", "By type", "text/plain", "By host",
            "What was left out", "other site: 2", "ä b%5Cc.txt", "odd/&lt;script&gt;"})
        QVERIFY2(page.contains(expected), expected);
    // Nothing beside it is needed to show it.
    for (const char *wanting : {" src=", "<link", "@import", "url("})
        QVERIFY2(!page.contains(wanting), wanting);
}

void TestExporting::givesChecksumsOfWhatLiesThere()
{
    // As if it had been rewritten since: the session knows another hash.
    QFile rewritten(m_program->directory() + QStringLiteral("/index.html"));
    QVERIFY(rewritten.open(QIODevice::WriteOnly) && rewritten.write("rewritten") > 0);
    rewritten.close();
    QVERIFY(exports({QStringLiteral("sha256sums.txt")}));
    QCOMPARE(m_program->status(), 0);
    const QByteArray checked = outputOf(QStringLiteral("sha256sum"),
        {QStringLiteral("--strict"), QStringLiteral("-c"), path("sha256sums.txt")},
        m_program->directory());
    QByteArrayList names;
    for (const QByteArray &line : checked.trimmed().split('\n')) {
        QVERIFY2(line.endsWith(": OK"), checked.constData());
        names.append(line.chopped(4));
    }
    QCOMPARE(names, filesBelow(m_program->directory()));
}

void TestExporting::packsTheFilesAndNothingElse()
{
    const QByteArray folder = QFile::encodeName(m_program->directory());
    QFile mine(m_program->directory() + QStringLiteral("/private.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("the person's own") > 0);
    // In place of a file of the download: it must not be followed.
    QVERIFY(QFile::remove(m_program->directory() + QStringLiteral("/=cmd.txt")));
    QCOMPARE(symlink("/etc/passwd", (folder + "/=cmd.txt").constData()), 0);
    QVERIFY(exports({QStringLiteral("s.zip")}));
    QCOMPARE(m_program->status(), 1);
    const QByteArray list =
        outputOf(QStringLiteral("unzip"), {QStringLiteral("-Z1"), path("s.zip")}, path(""));
    QCOMPARE(list,
        QByteArray(
            "out/%3Cscript%3Ealert(1)%3C/script%3E.html\nout/index.html\nout/odd\nout/picture.png\n"
            "out/ä b%5Cc.txt\n"));
    QVERIFY(outputOf(QStringLiteral("unzip"), {QStringLiteral("-tq"), path("s.zip")}, path(""))
                .startsWith("No errors"));
    // As it lies there, with the links that lead to its neighbours.
    const QByteArray page = m_program->file(QStringLiteral("index.html"));
    QVERIFY(page.startsWith("<title>=1+1</title>"));
    QCOMPARE(outputOf(QStringLiteral("unzip"),
                 {QStringLiteral("-p"), path("s.zip"), QStringLiteral("out/index.html")}, path("")),
        page);
}

void TestExporting::namesWhatIsMissing()
{
    QVERIFY(QFile::remove(m_program->directory() + QStringLiteral("/picture.png")));
    QVERIFY(exports({QStringLiteral("sha256sums.txt")}));
    QCOMPARE(m_program->status(), 1);
    QVERIFY2(m_program->errors().contains("no longer there"), m_program->errors().constData());
    QVERIFY(!written("sha256sums.txt").contains("picture.png"));
}

void TestExporting::leavesWhatIsThereUnlessTold()
{
    QFile mine(path("r.csv"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") > 0);
    mine.close();
    QVERIFY(exports({QStringLiteral("r.csv"), QStringLiteral("r.html")}));
    QCOMPARE(m_program->status(), 2);
    QCOMPARE(written("r.csv"), QByteArray("mine"));
    // One that cannot be had is no reason to leave out the others.
    QVERIFY(written("r.html").contains("By type"));
    QVERIFY(m_program->run({QStringLiteral("--export"), path("r.csv"),
        QStringLiteral("--overwrite"), m_program->directory()}));
    QCOMPARE(m_program->status(), 0);
    QVERIFY(written("r.csv").startsWith("url,"));
}

void TestExporting::refusesWhatItCannotDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("complaint");
    const auto row = [](const char *line, const char *complaint) {
        QTest::newRow(line) << words(line) << QByteArray(complaint);
    };
    row("--export a.doc OUT", "ends in .html");
    row("--export .csv/ OUT", "ends in .html");
    row("--export a.csv", "one download");
    row("--export a.csv OUT OUT", "one download");
    row("--export a.csv -w 3 OUT", "leave the other options out");
    row("--export a.csv --resume OUT", "leave the other options out");
    row("--export a.csv nowhere", "no download");
    row("--export a.csv http://127.0.0.1:9/", "no download");
    row("--overwrite --headless http://127.0.0.1:9/", "goes with --export");
}

void TestExporting::refusesWhatItCannotDo()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QByteArray, complaint);
    arguments.replaceInStrings(QStringLiteral("OUT"), m_program->directory());
    QVERIFY(m_program->run(arguments));
    QCOMPARE(m_program->status(), 2);
    QVERIFY2(m_program->errors().contains(complaint), m_program->errors().constData());
    QCOMPARE(written("a.csv"), QByteArray("(not there)"));
}

void TestExporting::leavesADownloadThatRunsAlone()
{
    m_server->route("/gone", [](const Request &, Reply &reply) { reply.hold("gate").answer(404); });
    m_program->startJson({text(m_server->url("/index.html"))});
    QVERIFY(waitFor([&] { return m_server->openNow("/gone") == 1; }));
    QProcess second;
    second.setProcessEnvironment(m_program->process().processEnvironment());
    second.setWorkingDirectory(path(""));
    second.start(QStringLiteral(GLEANER_PROGRAM),
        {QStringLiteral("--export"), path("r.csv"), m_program->directory()});
    QVERIFY(second.waitForFinished(60'000));
    QCOMPARE(second.exitCode(), 5);
    QVERIFY(second.readAllStandardError().contains("stop it first"));
    QCOMPARE(written("r.csv"), QByteArray("(not there)"));
    m_server->release("gate");
    QVERIFY(m_program->waitForEnd());
    QCOMPARE(m_program->status(), 1);
}

QTEST_GUILESS_MAIN(TestExporting)
#include "tst_exporting.moc"
