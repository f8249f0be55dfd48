// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/charset.h"
#include "core/discover/csstokenizer.h"
#include "tests/discover/conformance.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace gleaner;

namespace
{

// The tests' trees flattened to what link finding rests on: strings, addresses, their broken
// forms, and the names that decide what they are.
void flatten(const QJsonValue &value, QList<QByteArray> &out)
{
    if (!value.isArray()) {
        return;
    }
    const QJsonArray node = value.toArray();
    const QString type = node.isEmpty() ? QString() : node[0].toString();
    const auto text = [&] { return ' ' + node[1].toString().toUtf8(); };
    if (type == QLatin1String("string") || type == QLatin1String("url")
        || type == QLatin1String("at-keyword") || type == QLatin1String("ident")
        || type == QLatin1String("hash")) {
        out.append(type.toLatin1() + text());
        return;
    }
    if (type == QLatin1String("dimension")) {
        out.append("dimension " + node[4].toString().toUtf8());
        return;
    }
    if (type == QLatin1String("error")) {
        const QString what = node[1].toString();
        if (what == QLatin1String("bad-url") || what == QLatin1String("bad-string")) {
            out.append(what.toLatin1());
        }
        return;
    }
    if (type == QLatin1String("function")) {
        out.append("function" + text());
    }
    for (const QJsonValue &child : node) {
        flatten(child, out);
    }
}

QList<QByteArray> tokenize(const QByteArray &css)
{
    using Token = CssTokenizer::Token;
    QList<QByteArray> out;
    CssTokenizer tokens(css);
    for (;;) {
        const Token token = tokens.next();
        const QByteArray value =
            token == Token::End ? QByteArray() : unescapedCss(tokens.rawValue());
        switch (token) {
        case Token::End:
            return out;
        case Token::Ident:
            out.append("ident " + value);
            break;
        case Token::Function:
            out.append("function " + value);
            break;
        case Token::AtKeyword:
            out.append("at-keyword " + value);
            break;
        case Token::Hash:
            out.append("hash " + value);
            break;
        case Token::Dimension:
            out.append("dimension " + value);
            break;
        case Token::String:
            out.append("string " + value);
            break;
        case Token::Url:
            out.append("url " + value);
            break;
        case Token::BadString:
            out.append("bad-string");
            break;
        case Token::BadUrl:
            out.append("bad-url");
            break;
        default:
            break;
        }
    }
}

// The draft of 2013 differs from today's Syntax in these; each row's text is found in the inputs
// that it concerns.
struct LeftOut {
    const char *inputPart;
    const char *reason;
};

constexpr LeftOut kLeftOut[] = {
    {"\x55+", "unicode-range is no token any more"},
};

} // namespace

class TestCssConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnNamesStringsAndAddresses();
    void agreesOnTheCharsetOfStyleSheets();
};

void TestCssConformance::agreesOnNamesStringsAndAddresses()
{
    REQUIRE_CONFORMANCE();
    const QJsonArray tests = QJsonDocument::fromJson(
        conformanceFile(QStringLiteral("css-parsing-tests/component_value_list.json")))
                                 .array();
    QVERIFY(!tests.isEmpty());
    int run = 0;
    int leftOut = 0;
    int failed = 0;
    for (qsizetype i = 0; i + 1 < tests.size(); i += 2) {
        const QByteArray css = tests[i].toString().toUtf8();
        bool skip = false;
        for (const LeftOut &row : kLeftOut) {
            skip = skip || css.toUpper().contains(row.inputPart);
        }
        if (skip) {
            ++leftOut;
            continue;
        }
        ++run;
        QList<QByteArray> wanted;
        for (const QJsonValue &value : tests[i + 1].toArray()) {
            flatten(value, wanted);
        }
        const QList<QByteArray> found = tokenize(css);
        if (found != wanted) {
            ++failed;
            qWarning() << css << "\n  found " << found << "\n  wanted" << wanted;
        }
    }
    qInfo("%d runs, %d left out, %d differ", run, leftOut, failed);
    QCOMPARE(failed, 0);
}

void TestCssConformance::agreesOnTheCharsetOfStyleSheets()
{
    REQUIRE_CONFORMANCE();
    const QJsonArray tests = QJsonDocument::fromJson(
        conformanceFile(QStringLiteral("css-parsing-tests/stylesheet_bytes.json")))
                                 .array();
    QVERIFY(!tests.isEmpty());
    int run = 0;
    int leftOut = 0;
    for (qsizetype i = 0; i + 1 < tests.size(); i += 2) {
        const QJsonObject test = tests[i].toObject();
        if (!test[QLatin1String("environment_encoding")].toString().isEmpty()) {
            // Left out: the charset of the page that uses the sheet, which we do not know here.
            ++leftOut;
            continue;
        }
        ++run;
        const QByteArray bytes = test[QLatin1String("css_bytes")].toString().toLatin1();
        const QByteArray protocol = test[QLatin1String("protocol_encoding")].toString().toLatin1();
        const QByteArray type =
            protocol.isEmpty() ? QByteArray("text/css") : "text/css; charset=" + protocol;
        const QByteArray wanted = tests[i + 1].toArray()[1].toString().toLatin1().toLower();
        QCOMPARE(QByteArray(charsetOfCss(bytes, type)).toLower(), wanted);
    }
    qInfo("%d runs, %d left out", run, leftOut);
}

QTEST_APPLESS_MAIN(TestCssConformance)
#include "tst_cssconformance.moc"
