// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/charset.h"
#include "core/discover/mimetype.h"
#include "core/url/address.h"
#include "tests/discover/conformance.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace gleaner;

namespace
{

struct SniffTest {
    QByteArray data;
    QByteArray encoding;
};

// "#data" lines, "#encoding" and one line with the answer.
QList<SniffTest> readTests(const QByteArray &file)
{
    QList<SniffTest> tests;
    qsizetype at = file.indexOf("#data\n");
    while (at >= 0) {
        const qsizetype dataBegin = at + 6;
        const qsizetype dataEnd = file.indexOf("\n#encoding\n", dataBegin - 1);
        if (dataEnd < 0) {
            break;
        }
        const qsizetype answer = dataEnd + 11;
        qsizetype answerEnd = file.indexOf('\n', answer);
        answerEnd = answerEnd < 0 ? file.size() : answerEnd;
        tests.append({file.mid(dataBegin, dataEnd - dataBegin),
            file.mid(answer, answerEnd - answer).trimmed().toLower()});
        at = file.indexOf("#data\n", answerEnd);
    }
    return tests;
}

} // namespace

class TestCharsetConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheDeclaredCharsetOfPages_data();
    void findsTheDeclaredCharsetOfPages();
    void knowsEveryLabel();
    void convertsFromEveryCharset();
    void writesQueriesInEveryCharsetAsBrowsersDo();
    void readsMimeTypesAsBrowsersDo();
};

void TestCharsetConformance::findsTheDeclaredCharsetOfPages_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("tests1") << QStringLiteral("tests1.dat");
    QTest::newRow("tests2") << QStringLiteral("tests2.dat");
    QTest::newRow("yahoo") << QStringLiteral("test-yahoo-jp.dat");
    // Left out: scripted/tests1.dat, where a script writes the meta, and chardet/, which guesses
    // the charset of undeclared text.
}

void TestCharsetConformance::findsTheDeclaredCharsetOfPages()
{
    REQUIRE_CONFORMANCE();
    QFETCH(QString, file);
    const QList<SniffTest> tests =
        readTests(conformanceFile(QStringLiteral("html5lib-tokenizer/encoding/") + file));
    QVERIFY(!tests.isEmpty());
    int failed = 0;
    for (const SniffTest &test : tests) {
        CharsetName found = charsetOfMark(test.data);
        found = found ? found : charsetOfMeta(test.data);
        found = found ? found : charsetOfAnyMeta(test.data);
        found = found ? found : "windows-1252";
        const CharsetName wanted = charsetForLabel(test.encoding);
        if (!wanted || qstrcmp(found, wanted) != 0) {
            ++failed;
            qWarning() << test.data << "found" << found << "wanted" << test.encoding;
        }
    }
    qInfo("%d runs, %d differ", int(tests.size()), failed);
    QCOMPARE(failed, 0);
}

void TestCharsetConformance::knowsEveryLabel()
{
    REQUIRE_CONFORMANCE();
    const QJsonArray groups =
        QJsonDocument::fromJson(conformanceFile(QStringLiteral("encoding-labels/encodings.json")))
            .array();
    int run = 0;
    for (const QJsonValue &group : groups) {
        for (const QJsonValue &encoding : group[QLatin1String("encodings")].toArray()) {
            const QByteArray name = encoding[QLatin1String("name")].toString().toLatin1();
            for (const QJsonValue &label : encoding[QLatin1String("labels")].toArray()) {
                ++run;
                QCOMPARE(QByteArray(charsetForLabel(label.toString().toLatin1())), name);
            }
        }
    }
    qInfo("%d labels", run);
    QVERIFY(run > 200);
}

void TestCharsetConformance::convertsFromEveryCharset()
{
    REQUIRE_CONFORMANCE();
    const QJsonArray groups =
        QJsonDocument::fromJson(conformanceFile(QStringLiteral("encoding-labels/encodings.json")))
            .array();
    QVERIFY(!groups.isEmpty());
    for (const QJsonValue &group : groups) {
        for (const QJsonValue &encoding : group[QLatin1String("encodings")].toArray()) {
            const QByteArray name = encoding[QLatin1String("name")].toString().toLatin1();
            if (name == "UTF-8" || name == "replacement") {
                continue;
            }
            // An unknown converter would hand the bytes back as they are.
            const QByteArray bytes("a\xA1\xA1z\0", 4);
            QVERIFY2(toUtf8(bytes, charsetForLabel(name)) != bytes, name.constData());
        }
    }
}

void TestCharsetConformance::writesQueriesInEveryCharsetAsBrowsersDo()
{
    REQUIRE_CONFORMANCE();
    const QJsonArray tests =
        QJsonDocument::fromJson(conformanceFile(QStringLiteral("wpt-url/percent-encoding.json")))
            .array();
    int run = 0;
    QStringList failed;
    for (const QJsonValue &test : tests) {
        const QByteArray input = test[QLatin1String("input")].toString().toUtf8();
        const QJsonObject outputs = test[QLatin1String("output")].toObject();
        for (auto it = outputs.begin(); it != outputs.end(); ++it) {
            const CharsetName charset = charsetForLabel(it.key().toLatin1());
            const QByteArray wanted = it.value().toString().toLatin1();
            const Address page = *Address::parse("http://h.example/");
            const auto address = page.resolve('?' + input, queryEncoderFor(charset));
            ++run;
            if (!address || address->query() != QByteArrayView(wanted)) {
                failed.append(it.key() + QLatin1Char(' ') + QString::fromUtf8(input)
                    + QStringLiteral(" found ")
                    + (address ? QString::fromUtf8(address->query()) : QString())
                    + QStringLiteral(" wanted ") + QString::fromLatin1(wanted));
            }
        }
    }
    qInfo("%d runs, %d differ", run, int(failed.size()));
    QVERIFY(run > 0);
    QVERIFY2(failed.isEmpty(), qPrintable(failed.join(QLatin1Char('\n'))));
}

void TestCharsetConformance::readsMimeTypesAsBrowsersDo()
{
    REQUIRE_CONFORMANCE();
    int run = 0;
    int failed = 0;
    for (const char *file : {"mime-types.json", "generated-mime-types.json"}) {
        const QJsonArray tests = QJsonDocument::fromJson(
            conformanceFile(QLatin1String("wpt-mimesniff/") + QLatin1String(file)))
                                     .array();
        QVERIFY(!tests.isEmpty());
        for (const QJsonValue &test : tests) {
            if (!test.isObject()) {
                continue;
            }
            const QString input = test[QLatin1String("input")].toString();
            bool isBytes = true;
            for (const QChar c : input) {
                isBytes = isBytes && c.unicode() < 0x100;
            }
            if (!isBytes) {
                // Left out: a header holds bytes.
                continue;
            }
            ++run;
            const auto found = MimeType::parse(input.toLatin1());
            const QJsonValue wanted = test[QLatin1String("output")];
            const QByteArray wantedText = wanted.toString().toLatin1();
            if (found.has_value() == wanted.isNull()
                || (found && found->serialized() != wantedText)) {
                ++failed;
                qWarning() << input << "found" << (found ? found->serialized() : "none") << "wanted"
                           << wanted;
            }
        }
    }
    qInfo("%d runs, %d differ", run, failed);
    QCOMPARE(failed, 0);
}

QTEST_APPLESS_MAIN(TestCharsetConformance)
#include "tst_charsetconformance.moc"
