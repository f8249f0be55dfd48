// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/robots.h"
#include "core/url/address.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace gleaner;
using namespace std::chrono_literals;

namespace
{

/// What the conformance data calls the robot's name, cut as a robot would: its product token.
QByteArray pathAndQuery(const QByteArray &url)
{
    const auto address = Address::parse(url);
    if (!address)
        return "/";
    QByteArray path = address->path().toByteArray();
    if (address->hasQuery())
        path += '?' + address->query().toByteArray();
    return path;
}

} // namespace

class TestRobots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLongestMatchDecides_data();
    void theLongestMatchDecides();
    void groupsOfOneRobotCountAsOne();
    void otherLinesDoNotEndAGroup();
    void sitemapsAreForEveryone();
    void theDelayIsReadPerRobot_data();
    void theDelayIsReadPerRobot();
    void onlyTheFirstHalfMegabyteCounts();
    void hostilePatternsTakeBoundedTime();
    void agreesWithTheConformanceData();
    void readsEveryRealFile();
};

void TestRobots::theLongestMatchDecides_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const char *text, const char *path, bool allowed) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(path) << allowed;
    };
    row("nothing said", "", "/a", true);
    row("all forbidden", "User-agent: *\nDisallow: /\n", "/a", false);
    row("empty disallow", "User-agent: *\nDisallow:\n", "/a", true);
    row("longer allow", "User-agent: *\nDisallow: /\nAllow: /a/\n", "/a/b", true);
    row("longer disallow", "User-agent: *\nAllow: /a\nDisallow: /a/b\n", "/a/b", false);
    row("equal lengths", "User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", true);
    row("star", "User-agent: *\nDisallow: /*.pdf\n", "/x/y.pdf?z", false);
    row("end", "User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf?z", true);
    row("end reached", "User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf.pdf", false);
    row("exactly the start page", "User-agent: *\nAllow: /$\nDisallow: /\n", "/", true);
    row("query", "User-agent: *\nDisallow: /*?sid=\n", "/x?sid=1", false);
    row("our name", "User-agent: gleaner\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n", "/b",
        true);
    row("our name with version", "User-agent: Gleaner/1.0\nDisallow: /\n", "/b", false);
    row("a longer name is not ours", "User-agent: gleanerbot\nDisallow: /\n", "/b", true);
    row("CR alone, BOM, blanks, comments",
        "\xEF\xBB\xBF user-AGENT : * # all\rdisallow : /a # no\r", "/a", false);
    row("rules before any name", "Disallow: /\n", "/a", true);
    row("escapes in either case", "User-agent: *\nDisallow: /a%c3%a9\n", "/a%C3%A9", false);
    row("bytes beyond ASCII", "User-agent: *\nDisallow: /\xC3\xA9\n", "/%C3%A9", false);
}

void TestRobots::theLongestMatchDecides()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    QTEST(RobotsRules::parse(text, "gleaner").allows(path), "allowed");
}

void TestRobots::groupsOfOneRobotCountAsOne()
{
    const auto rules = RobotsRules::parse("User-agent: gleaner\nDisallow: /a\n"
                                          "User-agent: other\nDisallow: /b\n"
                                          "User-agent: x\nUser-agent: GLEANER\nDisallow: /c\n",
        "gleaner");
    QVERIFY(!rules.allows("/a"));
    QVERIFY(rules.allows("/b"));
    QVERIFY(!rules.allows("/c"));
}

void TestRobots::otherLinesDoNotEndAGroup()
{
    const auto rules = RobotsRules::parse(
        "User-agent: a\nSitemap: /s.xml\nnonsense\nUser-agent: gleaner\nDisallow: /a\n", "a");
    QVERIFY(!rules.allows("/a"));
}

void TestRobots::sitemapsAreForEveryone()
{
    const auto rules = RobotsRules::parse(
        "Sitemap: https://a.test/1.xml\nUser-agent: other\nDisallow: /\nSITEMAP: /2.xml#x\n",
        "gleaner");
    QCOMPARE(rules.sitemaps(), (std::vector<QByteArray>{"https://a.test/1.xml", "/2.xml"}));
}

void TestRobots::theDelayIsReadPerRobot_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("whole") << QByteArray("2") << qint64(2000);
    QTest::newRow("part") << QByteArray("0.5") << qint64(500);
    QTest::newRow("far too long") << QByteArray("1e300") << qint64(86'400'000);
    QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
    QTest::newRow("no number") << QByteArray("nan") << qint64(-1);
    QTest::newRow("word") << QByteArray("slow") << qint64(-1);
}

void TestRobots::theDelayIsReadPerRobot()
{
    QFETCH(QByteArray, value);
    const auto rules = RobotsRules::parse("User-agent: *\nCrawl-delay: " + value + '\n', "gleaner");
    const auto delay = rules.crawlDelay();
    QTEST(delay ? qint64(delay->count()) : qint64(-1), "milliseconds");
}

void TestRobots::onlyTheFirstHalfMegabyteCounts()
{
    const QByteArray filler = QByteArray("# ") + QByteArray(600 * 1024, 'x') + '\n';
    QVERIFY(RobotsRules::parse(filler + "User-agent: *\nDisallow: /\n", "gleaner").allows("/a"));
}

void TestRobots::hostilePatternsTakeBoundedTime()
{
    QByteArray text("User-agent: *\n");
    for (int i = 0; i < 100; ++i)
        text += "Disallow: /" + QByteArray("*a").repeated(1000) + "b$\n";
    const auto rules = RobotsRules::parse(text, "gleaner");
    QVERIFY(rules.allows('/' + QByteArray(8000, 'a')));
}

void TestRobots::agreesWithTheConformanceData()
{
    if (!qEnvironmentVariableIsSet("GLEANER_CONFORMANCE"))
        QSKIP("no conformance data");
    QFile file(
        qEnvironmentVariable("GLEANER_CONFORMANCE") + QStringLiteral("/robots-txt/cases.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(!cases.isEmpty());
    int compared = 0;
    for (const QJsonValue &value : cases) {
        const QJsonObject row = value.toObject();
        // An address of ours is never unescaped; the reference parser leaves that to its caller.
        const QString written = row[QLatin1String("url")].toString();
        if (std::ranges::any_of(written, [](QChar c) { return c.unicode() > 0x7e; }))
            continue;
        // Beyond the RFC: typing errors in keys, index.html for its folder, names cut at blanks.
        if (row[QLatin1String("google_only")].toBool())
            continue;
        const QByteArray agent = row[QLatin1String("agent")].toString().toUtf8();
        const auto rules =
            RobotsRules::parse(row[QLatin1String("robots")].toString().toUtf8(), agent);
        const QByteArray url = written.toUtf8();
        QVERIFY2(rules.allows(pathAndQuery(url)) == row[QLatin1String("allowed")].toBool(),
            QJsonDocument(row).toJson().constData());
        ++compared;
    }
    qInfo("%d cases agree", compared);
    QVERIFY(compared > 50);
}

void TestRobots::readsEveryRealFile()
{
    if (!qEnvironmentVariableIsSet("GLEANER_CONFORMANCE"))
        QSKIP("no conformance data");
    const QDir folder(
        qEnvironmentVariable("GLEANER_CONFORMANCE") + QStringLiteral("/robots-real-world"));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rules = RobotsRules::parse(file.readAll(), "gleaner");
        rules.allows("/some/path?query=1");
    }
}

QTEST_GUILESS_MAIN(TestRobots)
#include "tst_robots.moc"
