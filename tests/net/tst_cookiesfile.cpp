// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiesfile.h"

#include <QTest>

using namespace gleaner;

namespace
{

/// Fields between TABs, written with '|'.
QByteArray tabbed(QByteArray line)
{
    return line.replace('|', '\t');
}

/// "name=value domain reach path expires secure"
QByteArray described(const Cookie &cookie)
{
    const QByteArray expires = cookie.expires
        ? QByteArray::number(cookie.expires->time_since_epoch().count())
        : QByteArray("session");
    return cookie.name + '=' + cookie.value + ' ' + cookie.domain
        + (cookie.reach == Cookie::Reach::Host ? " host " : " below ") + cookie.path + ' ' + expires
        + (cookie.secure ? " secure" : "");
}

} // namespace

class TestCookiesFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsALine_data();
    void readsALine();
    void skipsCommentsAndEmptyLines();
    void leavesOutWhatNoRequestCarries_data();
    void leavesOutWhatNoRequestCarries();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void TestCookiesFile::readsALine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("cookie");
    const auto row = [](const char *name, const char *line, const char *cookie) {
        QTest::newRow(name) << tabbed(line) << QByteArray(cookie);
    };
    row("a domain's", ".example.org|TRUE|/|FALSE|2000000000|a|1",
        "a=1 example.org below / 2000000000");
    row("a host's", "example.org|FALSE|/docs|TRUE|0|a|1",
        "a=1 example.org host /docs session secure");
    row("HttpOnly", "#HttpOnly_.example.org|TRUE|/|TRUE|0|a|1",
        "a=1 example.org below / session secure");
    row("capitals", "Example.ORG.|true|/|false|0|a|1", "a=1 example.org below / session");
    row("an IP address has nothing below", "127.0.0.1|TRUE|/|FALSE|0|a|1",
        "a=1 127.0.0.1 host / session");
    row("no value", "h|FALSE|/|FALSE|0|a|", "a= h host / session");
    row("no field for the value", "h|FALSE|/|FALSE|0|a", "a= h host / session");
    row("a value with blanks and signs", "h|FALSE|/|FALSE|0|a|1 = \"2\"",
        "a=1 = \"2\" h host / session");
    row("parts of seconds", "h|FALSE|/|FALSE|1700000000.5|a|1", "a=1 h host / 1700000000");
    row("an end beyond counting", "h|FALSE|/|FALSE|99999999999999999999|a|1",
        "a=1 h host / 253402300799");
    row("a negative end", "h|FALSE|/|FALSE|-1|a|1", "a=1 h host / session");
}

void TestCookiesFile::readsALine()
{
    QFETCH(const QByteArray, line);
    for (const char *end : {"", "\n", "\r\n"}) {
        const auto read = parseCookiesFile(line + end);
        const auto *cookies = std::get_if<std::vector<Cookie>>(&read);
        QVERIFY(cookies && cookies->size() == 1);
        QTEST(described(cookies->front()), "cookie");
    }
}

void TestCookiesFile::skipsCommentsAndEmptyLines()
{
    const auto read = parseCookiesFile(tabbed("# Netscape HTTP Cookie File\n# https://curl.se/\n\n"
                                              "h|FALSE|/|FALSE|0|a|1\n#h|FALSE|/|FALSE|0|b|1\n"
                                              "h|FALSE|/|FALSE|0|c|1\n"));
    const auto *cookies = std::get_if<std::vector<Cookie>>(&read);
    QVERIFY(cookies && cookies->size() == 2);
    QCOMPARE(cookies->at(1).name, QByteArray("c"));
}

void TestCookiesFile::leavesOutWhatNoRequestCarries_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no name") << tabbed("h|FALSE|/|FALSE|0||1");
    QTest::newRow("too large") << tabbed("h|FALSE|/|FALSE|0|a|") + QByteArray(4096, 'x');
    QTest::newRow("a carriage return") << tabbed("h|FALSE|/|FALSE|0|a|1\rX-Evil: 1");
    QTest::newRow("a NUL") << tabbed("h|FALSE|/|FALSE|0|a|1") + '\0' + 'b';
    QTest::newRow("another cookie") << tabbed("h|FALSE|/|FALSE|0|a|1; b=2");
}

void TestCookiesFile::leavesOutWhatNoRequestCarries()
{
    QFETCH(const QByteArray, line);
    const auto read = parseCookiesFile(line + '\n');
    const auto *cookies = std::get_if<std::vector<Cookie>>(&read);
    QVERIFY(cookies && cookies->empty());
}

void TestCookiesFile::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    const QByteArray title = "# Netscape HTTP Cookie File\n";
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("comments") << QByteArray("# a shell script\n") << 0;
    QTest::newRow("a page") << QByteArray("<!DOCTYPE html>\n<title>x</title>\n") << 0;
    QTest::newRow("an image") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << 0;
    QTest::newRow("too few fields") << title + tabbed("h|FALSE|/|FALSE|0\n") << 2;
    QTest::newRow("too many") << title + tabbed("h|FALSE|/|FALSE|0|a|1|x\n") << 2;
    QTest::newRow("blanks for TABs") << title + "h FALSE / FALSE 0 a 1\n" << 2;
    QTest::newRow("no flag") << title + tabbed("h|perhaps|/|FALSE|0|a|1\n") << 2;
    QTest::newRow("no time") << title + tabbed("h|FALSE|/|FALSE|soon|a|1\n") << 2;
    QTest::newRow("no path") << title + tabbed("h|FALSE|docs|FALSE|0|a|1\n") << 2;
    QTest::newRow("no host") << title + tabbed("|FALSE|/|FALSE|0|a|1\n") << 2;
    QTest::newRow("later") << tabbed("h|FALSE|/|FALSE|0|a|1\n\nsession secret\n") << 3;
}

void TestCookiesFile::refusesWhatIsNone()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    const auto read = parseCookiesFile(text);
    const auto *none = std::get_if<NoCookiesFile>(&read);
    QVERIFY(none);
    QCOMPARE(none->line, line);
}

QTEST_APPLESS_MAIN(TestCookiesFile)
#include "tst_cookiesfile.moc"
