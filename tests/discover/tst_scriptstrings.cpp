// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/scriptstrings.h"
#include "tests/discover/foundlinks.h"

#include <QTest>

using namespace gleaner;

using Lines = QList<QByteArray>;

namespace
{

Lines guessesIn(const QByteArray &body, const QByteArray &type, ScriptStrings scripts)
{
    Document document = documentOf(body, type);
    document.scripts = scripts;
    return linesOf(discover(document));
}

} // namespace

class TestScriptStrings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFilesInStrings_data();
    void findsFilesInStrings();
    void knowsWhatIsPlainlyAFile_data();
    void knowsWhatIsPlainlyAFile();
    void guessesOnlyWhenAsked();
    void guessesInsideOfPages();
};

void TestScriptStrings::findsFilesInStrings_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<Lines>("found");
    const auto row = [](const char *name, const char *script, const Lines &found) {
        QTest::newRow(name) << QByteArray(script) << found;
    };
    row("all quotes", "a=\"a.png\";b='b.png';c=`c.png`", {"a.png", "b.png", "c.png"});
    row("modules", "import x from './a.mjs';import('/b.js')", {"./a.mjs", "/b.js"});
    row("escaped slashes", "x=\"https:\\/\\/i.example\\/a.png\"", {"https://i.example/a.png"});
    row("other escapes make no plain address", "'a\\u002epng' + 'b\\'.png'", {});
    row("templates with insertions", "`${x}/a.png` + `b.png`", {"b.png"});
    row("comments", "// don't 'a.png'\nx='b.png' /* 'c.png' */ + 'd.png'", {"b.png", "d.png"});
    row("regular expressions", "x=/'/;y='a.png';z=/[/'\"]/.test('b.png')", {"a.png", "b.png"});
    row("behind a word", "return/\"/.test(x)||'a.png'", {"a.png"});
    row("divisions", "a=b/c;x='a.png';d=(e)/2;y='b.png'/f", {"a.png", "b.png"});
    row("a string without an end", "x='a.png\ny='b.png'", {"b.png"});
    row("a template without an end", "x='a.png';y=`b.png", {"a.png", "b.png"});
    row("words", "x='use strict';y='text/html';z='a.b.c'", {});
}

void TestScriptStrings::findsFilesInStrings()
{
    QFETCH(QByteArray, script);
    QFETCH(Lines, found);
    Lines strings;
    ScriptStringScanner scanner(script);
    while (scanner.next()) {
        strings.append(scanner.url().toByteArray());
        QCOMPARE(script.mid(scanner.begin(), scanner.end() - scanner.begin()).replace("\\/", "/"),
            strings.last());
    }
    QCOMPARE(strings, found);
}

void TestScriptStrings::knowsWhatIsPlainlyAFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isFile");
    for (const char *file : {"a.png", "a/b.css?v=1", "/a.html#x", "../a.js", "//h.example/a.gif",
             "https://h.example/a.WOFF2", "a%20b.jpg", "a.min.js"})
        QTest::newRow(file) << QByteArray(file) << true;
    for (const char *other : {"", "a", ".png", "*.png", "a b.png", "a.exe", "a.example",
             "http://a.js", "//a.js", "data:x/a.png", "mailto:a@b.html", "<a.png>", "{0}.png",
             "a.png/", "a.png, b", "x\na.png", "-.js"})
        QTest::newRow(other) << QByteArray(other) << false;
    QTest::newRow("a long one") << QByteArray(5000, 'a') + ".png" << false;
}

void TestScriptStrings::knowsWhatIsPlainlyAFile()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isFile);
    QCOMPARE(isPlainlyFile(text), isFile);
}

void TestScriptStrings::guessesOnlyWhenAsked()
{
    const QByteArray script = "load('a.png')";
    QCOMPARE(guessesIn(script, "text/javascript", ScriptStrings::Guess),
        Lines{"guessed /dir/a.png (script string)"});
    QCOMPARE(guessesIn(script, "text/javascript", ScriptStrings::Ignore), Lines());
    QCOMPARE(Document().scripts, ScriptStrings::Ignore);
}

void TestScriptStrings::guessesInsideOfPages()
{
    const QByteArray page = "<script>x='a.png'</script><img src=a.png><script type='module'>"
                            "import './b.js'</script><script type=application/ld+json>"
                            "{\"url\":\"/c\",\"x\":\"d.png\"}</script>";
    QCOMPARE(guessesIn(page, "text/html", ScriptStrings::Guess),
        Lines({"guessed /dir/a.png (script string)", "requisite /dir/a.png (img src)",
            "guessed /dir/b.js (script string)", "navigation /c (script url)"}));
    QCOMPARE(guessesIn(page, "text/html", ScriptStrings::Ignore),
        Lines({"requisite /dir/a.png (img src)", "navigation /c (script url)"}));
}

QTEST_APPLESS_MAIN(TestScriptStrings)
#include "tst_scriptstrings.moc"
