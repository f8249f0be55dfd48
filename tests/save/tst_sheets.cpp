// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/sheets.h"

#include <QTest>

using namespace gleaner;

/// Lines of text files that other programs read.
class TestSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesFieldsOfCsv_data();
    void writesFieldsOfCsv();
    void escapesNamesAsSha256sumDoes_data();
    void escapesNamesAsSha256sumDoes();
    void showsMarkupAsText();
};

void TestSheets::writesFieldsOfCsv_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QByteArrayList &fields, const QByteArray &line) {
        QTest::newRow(name) << fields << line;
    };
    row("plain", {"a", "", "b c"}, "a,,b c\r\n");
    row("a comma", {"a,b", "c"}, "\"a,b\",c\r\n");
    row("quotes", {"say \"a\""}, "\"say \"\"a\"\"\"\r\n");
    row("line ends", {"a\nb", "c\r\nd"}, "\"a\nb\",\"c\r\nd\"\r\n");
    row("a formula", {"=cmd|' /C calc'!A0"}, "'=cmd|' /C calc'!A0\r\n");
    row("a formula with quotes", {"=HYPERLINK(\"http://a\",1)"},
        "\"'=HYPERLINK(\"\"http://a\"\",1)\"\r\n");
    row("plus, minus, at", {"+1", "-1", "@SUM(1)"}, "'+1,'-1,'@SUM(1)\r\n");
    row("a blank before it", {"  =1"}, "'  =1\r\n");
    row("a tab and a line end before it", {"\t=1", "\r=1", "\n=1"},
        "'\t=1,\"'\r=1\",\"'\n=1\"\r\n");
    row("an apostrophe", {"'=1"}, "''=1\r\n");
}

void TestSheets::writesFieldsOfCsv()
{
    QFETCH(const QByteArrayList, fields);
    QTEST(csvLine(fields), "line");
}

void TestSheets::escapesNamesAsSha256sumDoes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QByteArray("a b/ä") << QByteArray("0aff  a b/ä\n");
    QTest::newRow("a backslash") << QByteArray("a\\b") << QByteArray("\\0aff  a\\\\b\n");
    QTest::newRow("line ends") << QByteArray("a\nb\rc") << QByteArray("\\0aff  a\\nb\\rc\n");
    QTest::newRow("what looks escaped") << QByteArray("a\\n") << QByteArray("\\0aff  a\\\\n\n");
}

void TestSheets::escapesNamesAsSha256sumDoes()
{
    QFETCH(const QByteArray, name);
    QTEST(checksumLine(QByteArray("\x0a\xff", 2), name), "line");
}

void TestSheets::showsMarkupAsText()
{
    QCOMPARE(htmlText(QStringLiteral("<a href=\"x\" b='y'>&amp;\u0001\u0085")),
        QByteArray("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;\uFFFD\uFFFD"));
}

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
