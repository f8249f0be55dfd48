// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmltokenizer.h"
#include "tests/discover/conformance.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

using namespace gleaner;

namespace
{

// UTF-8 that lets lone surrogates through, which these tests hold.
QByteArray generalizedUtf8(const QString &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        appendUtf8(out, c);
    }
    return out;
}

QString unescaped(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.mid(i, 2) == QLatin1String("\\u")) {
            out.append(QChar(text.mid(i + 2, 4).toUShort(nullptr, 16)));
            i += 5;
        } else {
            out.append(text[i]);
        }
    }
    return out;
}

// One token as a line of text, the same for what is expected and what we find.
using Line = QByteArray;

Line quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

Line tagLine(const char *type, const QByteArray &name,
    const QMap<QByteArray, QByteArray> &attributes, bool selfClosing)
{
    Line line = type + (' ' + quoted(name));
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        line += ' ' + quoted(it.key()) + '=' + quoted(it.value());
    }
    return selfClosing ? line + " /" : line;
}

void addCharacters(QList<Line> &lines, const QByteArray &text)
{
    if (!lines.isEmpty() && lines.last().startsWith("Character ")) {
        lines.last().chop(1);
        lines.last() += text + '"';
    } else {
        lines.append("Character " + quoted(text));
    }
}

QByteArray textOf(QByteArrayView raw, HtmlText how)
{
    return DecodedText(raw, how).text().toByteArray();
}

Line doctypeLine(const QByteArray &name, const std::optional<QByteArray> &publicId,
    const std::optional<QByteArray> &systemId, bool correct)
{
    const auto orNull = [](const std::optional<QByteArray> &id) {
        return id ? quoted(*id) : QByteArray("null");
    };
    return "DOCTYPE " + quoted(name) + ' ' + orNull(publicId) + ' ' + orNull(systemId)
        + (correct ? " correct" : " quirks");
}

QList<Line> tokenize(
    const QByteArray &input, HtmlTokenizer::Content content, const QByteArray &last)
{
    using Token = HtmlTokenizer::Token;
    QList<Line> lines;
    HtmlTokenizer tokens(input);
    tokens.setContent(content);
    tokens.setLastStartTag(last);
    tokens.setCdataAllowed(content == HtmlTokenizer::Content::Cdata);
    for (;;) {
        switch (tokens.next()) {
        case Token::End:
            return lines;
        case Token::StartTag: {
            QMap<QByteArray, QByteArray> attributes;
            for (const HtmlAttribute &a : tokens.attributes()) {
                const QByteArray name = textOf(tokens.name(a), HtmlText::Rawtext).toLower();
                if (!attributes.contains(name)) {
                    attributes[name] = textOf(tokens.value(a), HtmlText::Attribute);
                }
            }
            lines.append(tagLine("StartTag", textOf(tokens.name(), HtmlText::Rawtext).toLower(),
                attributes, tokens.isSelfClosing()));
            break;
        }
        case Token::EndTag:
            lines.append(
                tagLine("EndTag", textOf(tokens.name(), HtmlText::Rawtext).toLower(), {}, false));
            break;
        case Token::Text:
            addCharacters(lines, textOf(tokens.text(), tokens.textKind()));
            break;
        case Token::Comment:
            lines.append("Comment " + quoted(textOf(tokens.text(), tokens.textKind())));
            break;
        case Token::Doctype: {
            const HtmlDoctype doctype = tokens.doctype();
            lines.append(doctypeLine(
                doctype.name, doctype.publicId, doctype.systemId, !doctype.forceQuirks));
            break;
        }
        }
    }
}

HtmlTokenizer::Content contentNamed(const QString &state)
{
    using Content = HtmlTokenizer::Content;
    return state == QLatin1String("PLAINTEXT state")    ? Content::Plaintext
        : state == QLatin1String("RCDATA state")        ? Content::Rcdata
        : state == QLatin1String("RAWTEXT state")       ? Content::Rawtext
        : state == QLatin1String("Script data state")   ? Content::ScriptData
        : state == QLatin1String("CDATA section state") ? Content::Cdata
                                                        : Content::Data;
}

struct LeftOut {
    const char *file;
    const char *reason;
};

// Whole files that are not run.
constexpr LeftOut kLeftOut[] = {
    {"xmlViolation.test", "tests the coercion of a DOM to an XML infoset, and we build neither"},
};

} // namespace

class TestHtml5lib : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithEveryTokenizerTest_data();
    void agreesWithEveryTokenizerTest();

private:
    static QList<Line> expected(const QJsonArray &output, bool doubleEscaped);
};

QList<Line> TestHtml5lib::expected(const QJsonArray &output, bool doubleEscaped)
{
    const auto bytes = [doubleEscaped](const QJsonValue &value) {
        return generalizedUtf8(doubleEscaped ? unescaped(value.toString()) : value.toString());
    };
    const auto optionalBytes = [&](const QJsonValue &value) {
        return value.isNull() ? std::nullopt : std::optional(bytes(value));
    };
    QList<Line> lines;
    for (const QJsonValue &value : output) {
        const QJsonArray token = value.toArray();
        const QString type = token[0].toString();
        if (type == QLatin1String("Character")) {
            addCharacters(lines, bytes(token[1]));
        } else if (type == QLatin1String("Comment")) {
            lines.append("Comment " + quoted(bytes(token[1])));
        } else if (type == QLatin1String("DOCTYPE")) {
            lines.append(doctypeLine(bytes(token[1]), optionalBytes(token[2]),
                optionalBytes(token[3]), token[4].toBool()));
        } else {
            QMap<QByteArray, QByteArray> attributes;
            const QJsonObject object = token[2].toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                attributes[bytes(it.key())] = bytes(it.value());
            }
            lines.append(tagLine(
                type.toLatin1().constData(), bytes(token[1]), attributes, token[3].toBool()));
        }
    }
    return lines;
}

void TestHtml5lib::agreesWithEveryTokenizerTest_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(conformanceFolder() + QLatin1String("/html5lib-tokenizer/tokenizer"));
    if (!conformanceFolder().isEmpty()) {
        for (const QString &file : folder.entryList({QStringLiteral("*.test")}, QDir::Files)) {
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
        }
    }
    QTest::newRow("the folder") << QString();
}

void TestHtml5lib::agreesWithEveryTokenizerTest()
{
    REQUIRE_CONFORMANCE();
    QFETCH(QString, file);
    if (file.isEmpty()) {
        QVERIFY(QDir(conformanceFolder() + QLatin1String("/html5lib-tokenizer/tokenizer"))
                    .exists(QStringLiteral("test1.test")));
        return;
    }
    for (const LeftOut &leftOut : kLeftOut) {
        if (file.endsWith(QLatin1String(leftOut.file))) {
            QSKIP(leftOut.reason);
        }
    }
    const QByteArray json = conformanceFile(file);
    const QJsonArray tests =
        QJsonDocument::fromJson(json).object()[QLatin1String("tests")].toArray();
    QVERIFY(!tests.isEmpty());
    int run = 0;
    int failed = 0;
    for (const QJsonValue &value : tests) {
        const QJsonObject test = value.toObject();
        const bool escaped = test[QLatin1String("doubleEscaped")].toBool();
        const QString text = test[QLatin1String("input")].toString();
        const QByteArray input = generalizedUtf8(escaped ? unescaped(text) : text);
        const QByteArray last = test[QLatin1String("lastStartTag")].toString().toLatin1();
        QJsonArray states = test[QLatin1String("initialStates")].toArray();
        if (states.isEmpty()) {
            states.append(QStringLiteral("Data state"));
        }
        for (const QJsonValue &state : states) {
            ++run;
            const auto content = contentNamed(state.toString());
            const QList<Line> found = tokenize(input, content, last);
            const QList<Line> wanted = expected(test[QLatin1String("output")].toArray(), escaped);
            if (found != wanted) {
                ++failed;
                qWarning() << test[QLatin1String("description")].toString() << input << state
                           << "\n  found " << found << "\n  wanted" << wanted;
            }
        }
    }
    qInfo("%d runs, %d differ", run, failed);
    QCOMPARE(failed, 0);
}

QTEST_APPLESS_MAIN(TestHtml5lib)
#include "tst_html5lib.moc"
