// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/safename.h"

#include "tests/save/harmless.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace gleaner;
using gleaner::test::harmOf;

class TestSafeName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesAHarmlessName_data();
    void makesAHarmlessName();
    void keepsTheExtensionOfAnOverlongName();
    void cutsBetweenCharacters();
    void overlongNamesThatDifferStayDifferent();
    void theMarkGoesBeforeTheExtension_data();
    void theMarkGoesBeforeTheExtension();
    void everySingleByteIsHarmless();
    void everyPairOfBytesIsHarmless();
    void naughtyStringsAreHarmless();
};

void TestSafeName::makesAHarmlessName_data()
{
    QTest::addColumn<QByteArray>("segment");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const QByteArray &segment, const QByteArray &name) {
        QTest::newRow(segment.left(60).constData()) << segment << name;
    };
    row("page.html", "page.html");
    row("R%26D%20plan.txt", "R&D plan.txt");
    row("%C3%BC%E4%BD%A0.txt", "\xC3\xBC\xE4\xBD\xA0.txt");
    row("a+b", "a+b");
    row("a,b;c=d@e!$&'()", "a,b;c=d@e!$&'()");

    row(".", "%2E");
    row("..", "%2E%2E");
    row("%2e%2e", "%2E%2E");
    row("...", "%2E.%2E");
    row("..%2f..%2fx", "%2E.%2F..%2Fx");
    row("%2fetc%2fpasswd", "%2Fetc%2Fpasswd");
    row("..%5c..%5cx", "%2E.%5C..%5Cx");
    row("..\\x", "%2E.%5Cx");
    row("%252e%252e", "%252e%252e");
    row("%252f", "%252f");
    row("%25", "%25");
    row("100%", "100%25");
    row("%zz", "%25zz");
    row("C:x", "C%3Ax");
    row("x:stream", "x%3Astream");
    row("a%00b", "a%00b");
    row("a%0d%0ab", "a%0D%0Ab");
    row("%1b[31m", "%1B[31m");
    row("%7f", "%7F");
    row("a*b%22c%3Cd%3Ee%7Cf", "a%2Ab%22c%3Cd%3Ee%7Cf");
    row("index%3Fa=1", "index%3Fa=1");

    row(".bashrc", "%2Ebashrc");
    row("%2Ebashrc", "%2Ebashrc");
    row("-rf", "%2Drf");
    row("--help", "%2D-help");
    row("+evil.example", "%2Bevil.example");
    row("~", "~");
    row("%20x", "%20x");
    row("x.", "x%2E");
    row("x..", "x.%2E");
    row("x%20", "x%20");
    row("%20", "%20");
    row("%20%20", "%20%20");
    row("name.part%20", "name.part%20");
    row("name.part", "name%2Epart");
    row("NAME.PART", "NAME%2EPART");
    row(".part", "%2Epart");

    row("con", "%63on");
    row("CON", "%43ON");
    row("con.txt", "%63on.txt");
    row("Nul.tar.gz", "%4Eul.tar.gz");
    row("aux.", "%61ux%2E");
    row("prn%20.txt", "%70rn .txt");
    row("com1", "%63om1");
    row("LPT9.doc", "%4CPT9.doc");
    row("com%C2%B9", "%63om\xC2\xB9");
    row("lpt%C2%B3.x", "%6Cpt\xC2\xB3.x");
    row("conin$", "%63onin$");
    row("console", "console");
    row("com10", "com10");
    row("com", "com");
    row("x.con", "x.con");

    row("a%E2%80%AEgpj.exe", "a%E2%80%AEgpj.exe"); // U+202E
    row("a%E2%80%8Bb", "a%E2%80%8Bb"); // U+200B
    row("a%E2%81%A6b", "a%E2%81%A6b"); // U+2066
    row("a%D8%9Cb", "a%D8%9Cb"); // U+061C
    row("%EF%BB%BFx", "%EF%BB%BFx"); // byte order mark
    row("a%C2%85b", "a%C2%85b"); // a C1 control

    row("%ff", "%ff");
    row("%FF%2F..", "%FF%2F.%2E");
    row("%C0%AE%C0%AE", "%C0%AE%C0%AE"); // overlong dots
    row("%C0%AF", "%C0%AF"); // an overlong slash
    row("%ED%A0%80", "%ED%A0%80"); // a surrogate
    row("%E4%BD", "%E4%BD"); // cut short
    row("\xFF", "%FF");
    row("", "");
}

void TestSafeName::makesAHarmlessName()
{
    QFETCH(const QByteArray, segment);
    const QByteArray name = safeName(segment);
    QTEST(name, "name");
    if (!segment.isEmpty())
        QCOMPARE(harmOf(name), QByteArray());
}

void TestSafeName::keepsTheExtensionOfAnOverlongName()
{
    const QByteArray name = safeName(QByteArray(300, 'a') + ".html");
    QCOMPARE(harmOf(name), QByteArray());
    QVERIFY(name.size() <= longestSegment);
    QVERIFY(name.startsWith(QByteArray(200, 'a')));
    QVERIFY(name.endsWith(".html"));
    QCOMPARE(safeName(QByteArray(longestSegment, 'a')), QByteArray(longestSegment, 'a'));
    // With another mark and the longest ending of a part file it still fits.
    QVERIFY(marked(name, "x").size() + QByteArray(".100.part").size() <= 255);
}

void TestSafeName::cutsBetweenCharacters()
{
    // A hundred characters of three bytes each, at every offset; then escapes of three.
    for (int before = 0; before < 12; ++before) {
        const QByteArray prefix(before, 'x');
        const QByteArray name = safeName(prefix + QByteArray("%E4%BD%A0").repeated(100) + ".txt");
        QCOMPARE(harmOf(name), QByteArray());
        QVERIFY(name.size() <= longestSegment && name.endsWith(".txt"));
        const QByteArray escapes = safeName(prefix + QByteArray("%00").repeated(100));
        QCOMPARE(harmOf(escapes), QByteArray());
        const QByteArray head = escapes.first(escapes.indexOf('~'));
        QCOMPARE(head, prefix + QByteArray("%00").repeated((head.size() - before) / 3));
        QCOMPARE(harmOf(safeName(prefix + QByteArray("%FF").repeated(100))), QByteArray());
    }
}

void TestSafeName::overlongNamesThatDifferStayDifferent()
{
    const QByteArray common(400, 'a');
    QVERIFY(safeName(common + "1") != safeName(common + "2"));
    QVERIFY(safeName(common + "1.png") != safeName(common + "2.png"));
    QCOMPARE(safeName(common + "1.png"), safeName(common + "1.png"));
}

void TestSafeName::theMarkGoesBeforeTheExtension_data()
{
    QTest::addColumn<QByteArray>("stem");
    QTest::addColumn<QByteArray>("extension");
    QTest::newRow("plain") << QByteArray("name") << QByteArray(".html");
    QTest::newRow("two dots") << QByteArray("name.tar") << QByteArray(".gz");
    QTest::newRow("no extension") << QByteArray("name") << QByteArray();
}

void TestSafeName::theMarkGoesBeforeTheExtension()
{
    QFETCH(const QByteArray, stem);
    QFETCH(const QByteArray, extension);
    const QByteArray one = marked(stem + extension, "http://a/");
    QVERIFY(one.startsWith(stem + '~'));
    QVERIFY(one.endsWith(extension));
    QCOMPARE(one.size(), stem.size() + extension.size() + 9);
    QCOMPARE(one, marked(stem + extension, "http://a/"));
    QVERIFY(one != marked(stem + extension, "http://b/"));
    QCOMPARE(harmOf(one), QByteArray());
}

void TestSafeName::everySingleByteIsHarmless()
{
    for (int byte = 0; byte < 256; ++byte) {
        const char c = char(byte);
        for (const QByteArray &segment : {QByteArray(1, c), "%" + QByteArray(1, c).toHex()}) {
            const QByteArray harm = harmOf(safeName(segment));
            if (!harm.isEmpty())
                QFAIL((segment + ": " + harm).constData());
        }
    }
}

void TestSafeName::everyPairOfBytesIsHarmless()
{
    for (int pair = 0; pair < 65536; ++pair) {
        const QByteArray hex = QByteArray::number(0x10000 | pair, 16).right(4);
        const QByteArray harm = harmOf(safeName('%' + hex.left(2) + '%' + hex.mid(2)));
        if (!harm.isEmpty())
            QFAIL((hex + ": " + harm).constData());
    }
}

void TestSafeName::naughtyStringsAreHarmless()
{
    const QString folder = qEnvironmentVariable("GLEANER_CONFORMANCE");
    if (folder.isEmpty())
        QSKIP("no conformance data");
    QFile file(folder + QStringLiteral("/naughty-strings/blns.json"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(strings.size() > 400);
    for (const auto &string : strings) {
        const QByteArray bytes = string.toString().toUtf8();
        if (bytes.isEmpty())
            continue;
        for (const QByteArray &segment : {bytes, bytes.toPercentEncoding()}) {
            const QByteArray harm = harmOf(safeName(segment));
            if (!harm.isEmpty())
                QFAIL((segment + ": " + harm).constData());
        }
    }
}

QTEST_GUILESS_MAIN(TestSafeName)
#include "tst_safename.moc"
