// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QTest>

using namespace gleaner;

namespace
{

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

bool isOneLine(const QString &text)
{
    return (text.endsWith(u'.') || text.endsWith(u'?')) && !text.contains(u'\n')
        && text.size() < 200;
}

} // namespace

class TestCommandLineMistakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void repeatsNoPassword();
    void keepsTheFirstMistake();
    void showsHiddenCharactersOfAMistake();
};

void TestCommandLineMistakes::refusesInOneSentence_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *words, const char *sentence) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(sentence);
    };
    row("--list http://h.org/", "--list only lists the downloads; leave the addresses out.");
    row("--resume x http://h.org/", "--resume knows the addresses and the folder; leave them out.");
    row("--resume x -P y", "--resume knows the addresses and the folder; leave them out.");
    row("--resume nothing-there",
        "There is no download to resume in \"nothing-there\", and none of that name; see gleaner "
        "--list.");
    const char *workers = "The number of workers has to be from 1 to 64, not \"%1\".";
    row("-w 0", workers);
    row("-w 65", workers);
    row("-w many", workers);
    row("-w -1", workers);
    row("--workers=", workers);
    row("--per-host 0", "--per-host has to be from 1 to 64, not \"%1\".");
    row("--per-host 65", "--per-host has to be from 1 to 64, not \"%1\".");
    row("--depth -1", "--depth is a number of clicks or \"inf\", not \"%1\".");
    row("--depth deep", "--depth is a number of clicks or \"inf\", not \"%1\".");
    row("--scope site", "--scope is one of folder, host, domain and any, not \"%1\".");
    row("--scope HOST", "--scope is one of folder, host, domain and any, not \"%1\".");
    const char *types = "--types is a list such as pages,images,pdf, not \"%1\".";
    row("--types pages,,pdf", types);
    row("--types=", types);
    row("--types *.pdf", types);
    row("--types image/png", types);
    const char *size = "A size is a number of bytes, or one such as 500K, 10M or 2G, not \"%1\".";
    row("--max-size 0", size);
    row("--max-size 10MB", size);
    row("--max-total lots", size);
    row("--limit-rate 0", size);
    row("--max-files 0", "--max-files is a number of files from 1 up, not \"%1\".");
    row("--max-files 10K", "--max-files is a number of files from 1 up, not \"%1\".");
    row("--delay -5", "--delay is a number of milliseconds up to a day, not \"%1\".");
    row("--delay 1s", "--delay is a number of milliseconds up to a day, not \"%1\".");
    row("--tries 0", "--tries has to be from 1 to 100, not \"%1\".");
    row("--timeout 0", "--timeout is a number of seconds from 1 up, not \"%1\".");
    row("--timeout 1.5", "--timeout is a number of seconds from 1 up, not \"%1\".");
    row("--links absolute", "--links is one of relative and keep, not \"%1\".");
    row("--links", "Missing value after '--links'. See gleaner --help.");
    row("--header Cookie", "--header takes 'Name: value', with a colon and in plain characters.");
    row("--header :x", "--header takes 'Name: value', with a colon and in plain characters.");
    row("--header A(b:c", "--header takes 'Name: value', with a colon and in plain characters.");
    row("--header Gr\u00F6\u00DFe:1",
        "--header takes 'Name: value', with a colon and in plain characters.");
    row("--user-agent=", "--user-agent takes plain characters, not \"%1\".");
    const char *proxy = "--proxy takes an address with a port, such as http://proxy:3128 or "
                        "socks5://proxy:1080, not \"%1\".";
    for (const char *wrong : {"--proxy=", "--proxy none", "--proxy proxy:3128",
             "--proxy http://proxy", "--proxy https://proxy:3128", "--proxy http://proxy:99999",
             "--proxy http://proxy:3128/x", "--proxy socks5://:1080", "--proxy http://:"})
        row(wrong, proxy);
    row("--include=", "--include takes a pattern such as */docs/*.");
    row("--exclude=", "--exclude takes a pattern such as */docs/*.");
    row("--directory=", "--directory takes the name of a folder.");
    row("--json http://example.org/", "--json goes with --headless only.");
    row("--headless", "There is no address to download; write one such as https://example.org/.");
    row("--fast", "Unknown option 'fast'. See gleaner --help.");
    row("-x", "Unknown option 'x'. See gleaner --help.");
    row("--work 4", "Unknown option 'work'. See gleaner --help.");
    row("--headless=1 http://example.org/",
        "Unexpected value after '--headless'. See gleaner --help.");
    row("-P", "Missing value after '-P'. See gleaner --help.");
    row("intranet", "\"%1\" is not a web address. Did you mean https://intranet.org/?");
    row("/etc/passwd", "\"%1\" is not a web address. An address looks like https://example.org/.");
    row("htp://example.org/", "\"%1\" is not a web address. Did you mean http://example.org/?");
    row("ftp://example.org/",
        "\"%1\" is not a web address: it must begin with https:// or http://.");
    row("https://", "\"%1\" names no server. An address looks like https://example.org/.");
    row("me@example.org", "The address holds a user name or a password. Leave them out.");
    row("http://me:secret@", "The address holds a user name or a password. Leave them out.");
    const char *user = "--user takes a name without a colon; the password is taken from "
                       "GLEANER_PASSWORD or asked for.";
    row("http://example.org/ --user=", user);
    row("http://example.org/ --user me:secret", user);
    row("--user me", "--user needs an address to which the name belongs.");
    row("example.org:99999",
        "\"%1\" is not a web address. An address looks like https://example.org/.");
}

void TestCommandLineMistakes::refusesInOneSentence()
{
    QFETCH(const QString, words);
    QFETCH(QString, sentence);
    // What the sentence quotes is the last word, or what stands behind its equals sign.
    const QString last = words.section(u' ', -1);
    sentence.replace(QStringLiteral("%1"), last.startsWith(u"--") ? last.section(u'=', 1) : last);
    const QString said = mistake(read(words));
    QCOMPARE(said, sentence);
    QVERIFY(isOneLine(said));
}

void TestCommandLineMistakes::repeatsNoPassword()
{
    for (const char *words : {"http://me:secret@example.org:99999/", "me:secret@example.org",
             "ftp://me:secret@example.org/", "http://me:secret@a<b/", "http://me:sec/ret@h:x/",
             "http://example.org/ --user me:secret", "--proxy http://me:secret@proxy",
             "--proxy me:secret@proxy:3128"}) {
        const QString said = mistake(read(QString::fromLatin1(words)));
        QVERIFY2(!said.isEmpty() && !said.contains(u"sec"), qPrintable(said));
    }
}

void TestCommandLineMistakes::keepsTheFirstMistake()
{
    QVERIFY(mistake(read(QStringLiteral("-w 0 --tries 0 intranet"))).contains(u"workers"));
}

void TestCommandLineMistakes::showsHiddenCharactersOfAMistake()
{
    for (const char *option : {"-w", "--types", "--scope", "--max-size", "--header", "--links",
             "--user-agent", "--\u001B[31m", "htp:"}) {
        const QString said = mistake(readCommandLine({QStringLiteral("gleaner"),
            QString::fromUtf8(option), QStringLiteral("\u001B[31m\u0007\n\u202E,*")}));
        QVERIFY2(!said.isEmpty() && isOneLine(said), qPrintable(said));
        for (const QChar c : said)
            QVERIFY2(c.isPrint(), option);
    }
}

QTEST_APPLESS_MAIN(TestCommandLineMistakes)
#include "tst_commandlinemistakes.moc"
