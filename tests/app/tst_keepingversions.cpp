// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/filesbelow.h"
#include "tests/support/strace.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QTest>

using namespace gleaner::test;

namespace
{

const QString option = QStringLiteral("--keep-old-versions");

QByteArray outputOf(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError() + process.readAllStandardOutput();
    return process.readAllStandardOutput();
}

} // namespace

/// The real program with --keep-old-versions.
class TestKeepingVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysHowManyItKept();
    void saysNothingWithoutTheOption();
    void goesOnWithIt();
    void checksumsCoverWhatWasKept();
    void aZipHasWhatIsThereNow();
    void layingThemOverTheDownloadGivesWhatWas();
    void worksWithoutHardLinks();

private:
    void serve(const QByteArray &what)
    {
        m_server->serve("/", "text/html", "<a href=/d/a.txt>" + what + "</a><a href=/b.txt>b</a>");
        m_server->serve("/d/a.txt", "text/plain", what);
        m_server->serve("/b.txt", "text/plain", "always");
    }
    /// A download, and an update of it.
    [[nodiscard]] bool update(const QStringList &options)
    {
        const QString start = text(m_server->url("/"));
        const QStringList arguments = words("--no-robots") + options + QStringList{start};
        serve("first");
        if (!m_program->runJson(arguments))
            return false;
        serve("second");
        return m_program->runJson(arguments) && m_program->status() == 0;
    }
    /// What was kept, by the path it had, of however many updates.
    QMap<QByteArray, QByteArray> kept() const
    {
        QMap<QByteArray, QByteArray> files;
        for (const QByteArray &name : filesBelow(m_program->directory())) {
            const QByteArrayList names = name.split('/');
            if (names.front() == "++versions")
                files.insert(names.mid(2).join('/'), m_program->file(QString::fromLatin1(name)));
        }
        return files;
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestKeepingVersions::init()
{
    m_server = std::make_unique<TestServer>();
    m_program = std::make_unique<Program>();
}

void TestKeepingVersions::saysHowManyItKept()
{
    QVERIFY(update({option}));
    const Events events(m_program->output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QCOMPARE(events.finished()[QLatin1String("versions")].toInt(-1), 2);
    QVERIFY2(m_program->errors().contains("Old versions that were kept in \"++versions\": 2\n"),
        m_program->errors().constData());
    QCOMPARE(kept().value("d/a.txt"), QByteArray("first"));
    QVERIFY(kept().value("index.html").contains("first"));
    QCOMPARE(kept().size(), 2);
}

void TestKeepingVersions::saysNothingWithoutTheOption()
{
    QVERIFY(update({}));
    const Events events(m_program->output());
    QVERIFY(!events.finished().contains(QLatin1String("versions")));
    QVERIFY(!m_program->errors().contains("version"));
    QCOMPARE(kept().size(), 0);
}

void TestKeepingVersions::goesOnWithIt()
{
    QVERIFY(update({option}));
    // Neither the addresses nor the options: they are the download's.
    serve("third");
    QVERIFY(m_program->run(
        {QStringLiteral("--headless"), QStringLiteral("--resume"), m_program->directory()}));
    QCOMPARE(m_program->status(), 0);
    int kept = 0;
    for (const QByteArray &name : filesBelow(m_program->directory()))
        kept += name.startsWith("++versions/") ? 1 : 0;
    QCOMPARE(kept, 4);
    QCOMPARE(m_program->file(QStringLiteral("d/a.txt")), QByteArray("third"));
}

void TestKeepingVersions::checksumsCoverWhatWasKept()
{
    QVERIFY(update({option}));
    // Beside them, and a person's own.
    QVERIFY(QDir(m_program->directory()).mkpath(QStringLiteral("++versions/mine")));
    QFile mine(m_program->directory() + QStringLiteral("/++versions/mine/x"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") > 0);
    mine.close();
    const QString sums = m_program->path(QStringLiteral("sums.txt"));
    QVERIFY(m_program->run({QStringLiteral("--export"), sums, m_program->directory()}));
    QCOMPARE(m_program->status(), 0);
    const QByteArray checked = outputOf(QStringLiteral("sha256sum"),
        {QStringLiteral("--strict"), QStringLiteral("-c"), sums}, m_program->directory());
    QByteArrayList names;
    for (const QByteArray &line : checked.trimmed().split('\n')) {
        QVERIFY2(line.endsWith(": OK"), checked.constData());
        names.append(line.chopped(4));
    }
    std::ranges::sort(names);
    QByteArrayList there = filesBelow(m_program->directory());
    there.removeAll("++versions/mine/x");
    QCOMPARE(there.size(), 5);
    QCOMPARE(names, there);
}

void TestKeepingVersions::aZipHasWhatIsThereNow()
{
    QVERIFY(update({option}));
    const QString zip = m_program->path(QStringLiteral("a.zip"));
    QVERIFY(m_program->run({QStringLiteral("--export"), zip, m_program->directory()}));
    QCOMPARE(m_program->status(), 0);
    QCOMPARE(outputOf(QStringLiteral("unzip"), {QStringLiteral("-Z1"), zip}, {}),
        QByteArray("out/b.txt\nout/d/a.txt\nout/index.html\n"));
}

void TestKeepingVersions::layingThemOverTheDownloadGivesWhatWas()
{
    QVERIFY(update({option}));
    const QString copy = m_program->path(QStringLiteral("copy"));
    outputOf(QStringLiteral("sh"),
        {QStringLiteral("-c"),
            QStringLiteral("cp -r out copy && cp -r copy/++versions/*/. copy && "
                           "rm -r copy/++versions copy/.gleaner")},
        m_program->path({}));
    Program other;
    serve("first");
    QVERIFY(other.runJson(words("--no-robots") + QStringList{text(m_server->url("/"))}));
    QCOMPARE(filesBelow(copy), filesBelow(other.directory()));
    for (const QByteArray &name : filesBelow(copy)) {
        QFile file(copy + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), other.file(QString::fromLatin1(name)));
    }
}

void TestKeepingVersions::worksWithoutHardLinks()
{
    if (const QByteArray why = whyNoStrace(); !why.isEmpty())
        QSKIP(why.constData());
    m_program->setVariable(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    m_program->startUnder(
        words("strace -f -qq -o /dev/null -e trace=linkat -e inject=linkat:error=EPERM"));
    QVERIFY(update({option}));
    QCOMPARE(kept().value("d/a.txt"), QByteArray("first"));
    QCOMPARE(kept().size(), 2);
    QCOMPARE(m_program->file(QStringLiteral("d/a.txt")), QByteArray("second"));
}

QTEST_GUILESS_MAIN(TestKeepingVersions)
#include "tst_keepingversions.moc"
