// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace gleaner;
using namespace std::chrono_literals;

namespace
{

using Check = std::function<bool(const CommandLine &)>;

/// As a shell would read it, without quotes: words are separated by one blank.
std::variant<CommandLine, Notice> read(const QString &words)
{
    QStringList arguments{QStringLiteral("gleaner")};
    if (!words.isEmpty())
        arguments += words.split(u' ');
    return readCommandLine(arguments);
}

QString mistake(const std::variant<CommandLine, Notice> &read)
{
    const auto *notice = std::get_if<Notice>(&read);
    return notice && notice->isError ? notice->text : QString();
}

} // namespace

Q_DECLARE_METATYPE(Check)

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheDefaultsThatTheHelpStates();
    void takesEveryOption_data();
    void takesEveryOption();
    void namesEveryOptionInTheHelp();
    void helpAndVersionComeBeforeMistakes();
    void takesSeveralAddresses();
    void makesTheDirectoryAbsolute();
    void saysWhereADownloadGoesByItself_data();
    void saysWhereADownloadGoesByItself();
};

void TestCommandLine::hasTheDefaultsThatTheHelpStates()
{
    const auto result = read(QStringLiteral("http://example.org/a"));
    QVERIFY(std::holds_alternative<CommandLine>(result));
    const CommandLine &line = std::get<CommandLine>(result);
    QVERIFY(!line.headless && !line.json);
    const CrawlJob &job = line.job;
    QCOMPARE(job.workers, 8);
    QCOMPARE(job.perHost, 6);
    QCOMPARE(job.depth, std::optional<int>(5));
    QCOMPARE(job.scope, ScopeKind::Host);
    QVERIFY(job.include.isEmpty() && job.exclude.isEmpty() && job.types.isEverything());
    QVERIFY(!job.maxFileSize && !job.maxTotalSize && !job.maxFiles);
    QCOMPARE(job.delay, 0ms);
    QCOMPARE(job.tries, 4);
    QCOMPARE(job.timeout, 30s);
    QCOMPARE(job.robots, RobotsPolicy::Respect);
    QVERIFY(job.headers.empty() && job.userAgent.isEmpty());
    QVERIFY(!job.network.proxy && job.network.credentials.isEmpty());
}

void TestCommandLine::takesEveryOption_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<Check>("check");
    const auto row = [](const char *words, bool (*check)(const CommandLine &)) {
        QTest::newRow(words) << QString::fromUtf8(words) << Check(check);
    };
    using Line = const CommandLine &;
    row("--headless h.org", [](Line l) { return l.headless && !l.json; });
    row("--json --headless h.org", [](Line l) { return l.headless && l.json; });
    row("-P /tmp/x", [](Line l) { return l.job.directory == QStringLiteral("/tmp/x"); });
    row("-P/tmp/x", [](Line l) { return l.job.directory == QStringLiteral("/tmp/x"); });
    row("--directory /tmp/x/../y/", [](Line l) { return l.job.directory == u"/tmp/y"; });
    row("--directory=/a=b", [](Line l) { return l.job.directory == u"/a=b"; });
    row("-w 1", [](Line l) { return l.job.workers == 1 && l.job.perHost == 1; });
    row("-w64", [](Line l) { return l.job.workers == 64 && l.job.perHost == 6; });
    row("--workers 3", [](Line l) { return l.job.workers == 3 && l.job.perHost == 3; });
    row("-w 2 -w 4", [](Line l) { return l.job.workers == 4; });
    row("--per-host 2", [](Line l) { return l.job.perHost == 2; });
    row("--per-host 20 -w 16", [](Line l) { return l.job.perHost == 16; });
    row("-d 0", [](Line l) { return l.job.depth == 0; });
    row("-d inf", [](Line l) { return !l.job.depth; });
    row("--depth 7", [](Line l) { return l.job.depth == 7; });
    row("--scope folder", [](Line l) { return l.job.scope == ScopeKind::Folder; });
    row("--scope host", [](Line l) { return l.job.scope == ScopeKind::Host; });
    row("--scope domain", [](Line l) { return l.job.scope == ScopeKind::Domain; });
    row("--scope any", [](Line l) { return l.job.scope == ScopeKind::Any; });
    row("--include */a/* --include *.pdf", [](Line l) {
        return l.job.include == QByteArrayList{"*/a/*", "*.pdf"};
    });
    row("--exclude *?print=1", [](Line l) { return l.job.exclude == QByteArrayList{"*?print=1"}; });
    row("--types pages,Images,.PDF", [](Line l) {
        return l.job.types.types == QSet{FileType::Pages, FileType::Images}
        && l.job.types.extensions == QSet<QByteArray>{"pdf"};
    });
    row("--max-size 10M", [](Line l) { return l.job.maxFileSize == 10 << 20; });
    row("--max-files 1", [](Line l) { return l.job.maxFiles == 1; });
    row("--max-total 2G", [](Line l) { return l.job.maxTotalSize == 2LL << 30; });
    row("--max-size inf --max-files inf --max-total inf",
        [](Line l) { return !l.job.maxFileSize && !l.job.maxFiles && !l.job.maxTotalSize; });
    row("--limit-rate 500K", [](Line l) { return l.job.rateLimit == 500 << 10; });
    row("--limit-rate inf", [](Line l) { return !l.job.rateLimit; });
    row("--delay 250", [](Line l) { return l.job.delay == 250ms; });
    row("--delay 0", [](Line l) { return l.job.delay == 0ms; });
    row("--tries 1", [](Line l) { return l.job.tries == 1; });
    row("--timeout 5", [](Line l) { return l.job.timeout == 5s; });
    row("--no-robots", [](Line l) { return l.job.robots == RobotsPolicy::Ignore; });
    row("--content-disposition", [](Line l) { return l.job.names == NameSource::Server; });
    row("--no-xattr", [](Line l) { return l.job.originNote == OriginNote::None; });
    row("--keep-old-versions", [](Line l) { return l.job.oldVersions == OldVersions::Kept; });
    row("--delay 0", [](Line l) { return l.job.oldVersions == OldVersions::Replaced; });
    row("--no-robots h.org", [](Line l) {
        return l.job.names == NameSource::Address && l.job.originNote == OriginNote::Written;
    });
    row("--links keep", [](Line l) { return l.job.links == LinkPolicy::Keep; });
    row("--links relative", [](Line l) { return l.job.links == LinkPolicy::Relative; });
    row("--delay 0", [](Line l) { return l.job.links == LinkPolicy::Relative; });
    row("--header X-A:b --header X-C:d:e", [](Line l) {
        return l.job.headers
            == std::vector<std::pair<QByteArray, QByteArray>>{{"X-A", "b"}, {"X-C", "d:e"}};
    });
    row("--proxy http://me:p%40ss@proxy.test:3128", [](Line l) {
        return l.job.network.proxy
            == QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.test"), 3128,
                QStringLiteral("me"), QStringLiteral("p@ss"));
    });
    row("--proxy socks5://[::1]:1080/", [](Line l) {
        return l.job.network.proxy
            == QNetworkProxy(QNetworkProxy::Socks5Proxy, QStringLiteral("::1"), 1080);
    });
    row("--header X-Empty:", [](Line l) { return l.job.headers.at(0).second.isEmpty(); });
    row("--user-agent me/1.0", [](Line l) { return l.job.userAgent == "me/1.0"; });
    row("-- example.org",
        [](Line l) { return l.job.starts.at(0).bytes() == "http://example.org/"; });
}

void TestCommandLine::takesEveryOption()
{
    QFETCH(const QString, words);
    QFETCH(const Check, check);
    const auto result = read(words);
    QVERIFY2(std::holds_alternative<CommandLine>(result), qPrintable(mistake(result)));
    QVERIFY(check(std::get<CommandLine>(result)));
}

void TestCommandLine::namesEveryOptionInTheHelp()
{
    const auto result = read(QStringLiteral("--help"));
    QVERIFY(std::holds_alternative<Notice>(result));
    const Notice &help = std::get<Notice>(result);
    QVERIFY(!help.isError && help.text.startsWith(u"Usage: gleaner [OPTIONS] [URL...]\n"));
    for (const QString &line : help.text.split(u'\n'))
        QVERIFY2(line.size() <= 100, qPrintable(line));
    static const QRegularExpression option(QStringLiteral("--[a-z][a-z-]+"));
    for (auto each = option.globalMatch(help.text); each.hasNext();) {
        const QString name = each.next().captured();
        QVERIFY2(!mistake(read(name)).contains(u"Unknown"), qPrintable(name));
    }
}

void TestCommandLine::helpAndVersionComeBeforeMistakes()
{
    for (const char *words : {"--help", "-h", "-w 0 --help", "--fast --help"}) {
        const auto result = read(QString::fromLatin1(words));
        QVERIFY2(std::holds_alternative<Notice>(result), words);
        QVERIFY2(!std::get<Notice>(result).isError, words);
    }
    const auto version = read(QStringLiteral("-v"));
    QVERIFY(std::holds_alternative<Notice>(version));
    QCOMPARE(std::get<Notice>(version).text, QStringLiteral("gleaner " GLEANER_VERSION "\n"));
}

void TestCommandLine::takesSeveralAddresses()
{
    const auto result =
        read(QStringLiteral("example.org -w 2 localhost:8000 https://a.test/x#y --headless"));
    QVERIFY2(std::holds_alternative<CommandLine>(result), qPrintable(mistake(result)));
    QByteArrayList starts;
    for (const Address &start : std::get<CommandLine>(result).job.starts)
        starts.append(start.bytes());
    QCOMPARE(starts,
        (QByteArrayList{"http://example.org/", "http://localhost:8000/", "https://a.test/x"}));
}

void TestCommandLine::makesTheDirectoryAbsolute()
{
    const auto result = read(QStringLiteral("-P out/../here"));
    QCOMPARE(std::get<CommandLine>(result).job.directory,
        QDir::current().absoluteFilePath(QStringLiteral("here")));
}

void TestCommandLine::saysWhereADownloadGoesByItself_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("folder");
    QTest::newRow("name") << QStringLiteral("https://Docs.Example.ORG:8080/a/b")
                          << QStringLiteral("docs.example.org");
    QTest::newRow("address") << QStringLiteral("127.0.0.1:80") << QStringLiteral("127.0.0.1");
    QTest::newRow("six") << QStringLiteral("http://[::1]:8000/") << QStringLiteral("%3A%3A1");
    QTest::newRow("first of two") << QStringLiteral("a.test b.test") << QStringLiteral("a.test");
}

void TestCommandLine::saysWhereADownloadGoesByItself()
{
    QFETCH(const QString, url);
    QFETCH(const QString, folder);
    const auto result = read(url);
    QVERIFY2(std::holds_alternative<CommandLine>(result), qPrintable(mistake(result)));
    const QString directory = std::get<CommandLine>(result).job.directory;
    QCOMPARE(directory.section(u'/', -1), folder);
    QVERIFY(QDir::isAbsolutePath(directory));
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
