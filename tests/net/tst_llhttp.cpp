// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/fetching.h"

#include <QDir>

#include <array>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// One raw response with what a strict parser (nodejs/llhttp) makes of it.
struct Case {
    QByteArray name;
    QByteArray bytes;
    bool isValid = false; ///< the first message is complete, or goes on until the connection ends
    int status = 0;
    QByteArray body;
};

/// As the data's own notation has it: a line ends in CR LF, and escapes are what they are in C.
QByteArray unescaped(QByteArray text)
{
    if (text.endsWith('\n'))
        text.chop(1);
    text.replace("\\\n", "").replace("\n", "\r\n").replace("\\r", "\r").replace("\\n", "\n");
    text.replace("\\t", "\t").replace("\\f", "\f");
    for (qsizetype at = text.indexOf("\\x"); at >= 0; at = text.indexOf("\\x", at + 1))
        text.replace(at, 4, QByteArray::fromHex(text.mid(at + 2, 2)));
    return text;
}

/// Where we differ, and why.
struct Difference {
    const char *name;
    const char *reason;
};
constexpr const char *noFields = "Qt hands out a head that is too large without any of its fields, "
                                 "so one without fields is refused";
constexpr const char *notHttp = "that parser also reads protocols that are not HTTP";
constexpr std::array differences{
    Difference{"connection:## HTTP/1.1 with EOF-terminated 200 status", noFields},
    Difference{"invalid:### Extra space between status code and reason", noFields},
    Difference{"sample:## Empty body should not trigger spurious span callbacks", noFields},
    Difference{"sample:## Empty reason phrase after space", noFields},
    Difference{"sample:## HTTP version 0.9", noFields},
    Difference{"sample:## RTSP response", notHttp},
    Difference{"sample:## ICE response", notHttp},
    Difference{"content-length:## Content-Length reset when no body is received",
        "there the parser is told that no body comes, as after HEAD"},
    Difference{"invalid:### Only LFs present and no body",
        "a line may end in LF alone (RFC 9112, section 2.2)"},
};

/// What stands between the two after `from`; moves it on. Null where there is no such thing.
QByteArray between(const QByteArray &text, qsizetype &from, const char *begin, const char *end)
{
    const qsizetype first = text.indexOf(begin, from);
    if (first < 0)
        return {};
    const qsizetype start = first + qsizetype(qstrlen(begin));
    const qsizetype last = text.indexOf(end, start);
    from = last;
    return text.sliced(start, last - start);
}

Case makeCase(const QByteArray &bytes, const QByteArray &log)
{
    Case made;
    made.bytes = unescaped(bytes);
    made.status = made.bytes.mid(made.bytes.indexOf(' ') + 1, 3).toInt();
    // Of several messages only the first is an answer to our request.
    const qsizetype complete = log.indexOf("message complete");
    const QByteArray first = complete < 0 ? log : log.first(complete);
    const QByteArray lower = made.bytes.toLower();
    const bool untilTheEnd = complete < 0 && first.contains("headers complete")
        && !lower.contains("content-length:") && !lower.contains("transfer-encoding:");
    made.isValid = !first.contains(" error code=") && (complete >= 0 || untilTheEnd);
    for (const QByteArray &line : first.split('\n')) {
        const qsizetype span = line.indexOf("span[body]=");
        if (span < 0)
            continue;
        const QByteArray value = line.sliced(span + 11);
        if (value.startsWith('"'))
            made.body += unescaped(value.sliced(1).chopped(1));
        else
            made.body += value == "lf" ? "\n" : "\r";
    }
    return made;
}

std::vector<Case> casesOf(const QString &path)
{
    QFile file(path);
    std::vector<Case> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    const QByteArray text = file.readAll();
    qsizetype at = 0;
    for (;;) {
        const QByteArray meta = between(text, at, "<!-- meta={\"type\": \"", "\"");
        if (meta.isNull())
            return cases;
        const qsizetype heading = text.lastIndexOf("\n##", at);
        const QByteArray bytes = between(text, at, "```http\n", "```");
        const QByteArray log = between(text, at, "```log\n", "```");
        // "response-lenient-…" is what that parser takes when it is told to look away.
        if (meta != "response")
            continue;
        cases.push_back(makeCase(bytes, log));
        const qsizetype name = heading + 1;
        cases.back().name = QFileInfo(path).baseName().toLatin1() + ':'
            + text.sliced(name, text.indexOf('\n', name) - name).trimmed();
    }
}

} // namespace

/// Raw answers from llhttp's own tests: what it refuses we never call whole, and what it takes for
/// a whole 200 we save with the same bytes.
class TestLlhttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesAsAStrictParserDoes_data();
    void judgesAsAStrictParserDoes();

private:
    std::vector<Case> m_cases;
};

void TestLlhttp::initTestCase()
{
    const QString folder = qEnvironmentVariable("GLEANER_CONFORMANCE");
    if (folder.isEmpty())
        QSKIP("no conformance data");
    const QDir responses(folder + QStringLiteral("/llhttp-responses/response"));
    for (const QString &name : responses.entryList({QStringLiteral("*.md")})) {
        for (const Case &one : casesOf(responses.filePath(name)))
            m_cases.push_back(one);
    }
    QVERIFY(m_cases.size() > 40);
}

void TestLlhttp::judgesAsAStrictParserDoes_data()
{
    QTest::addColumn<size_t>("index");
    for (size_t i = 0; i < m_cases.size(); ++i)
        QTest::newRow(m_cases[i].name.constData()) << i;
}

void TestLlhttp::judgesAsAStrictParserDoes()
{
    QFETCH(const size_t, index);
    const Case &one = m_cases[index];
    TestServer server;
    server.route("/", [&one](const Request &, Reply &reply) { reply.send(one.bytes).close(); });
    Fetching fetching;
    FetchRequest request = Fetching::requestFor(server.url("/"));
    request.headerTimeout = request.stallTimeout = std::chrono::milliseconds(500) * patienceFactor;
    const auto outcome = fetching.outcome(request);
    QVERIFY(outcome);
    const auto *fetched = std::get_if<Fetched>(&*outcome);
    const bool agrees = one.isValid && one.status == 200
        ? fetched && fetching.sink->body == one.body
        : one.isValid ? true
                      : !fetched || !fetched->verified;
    const auto *known = std::ranges::find_if(
        differences, [&](const Difference &difference) { return one.name == difference.name; });
    // A difference that is gone has no place in the list.
    const bool isKnown = known != differences.end();
    QVERIFY2(agrees != isKnown,
        isKnown ? known->reason : (described(outcome) + ": " + fetching.sink->body).constData());
}

QTEST_GUILESS_MAIN(TestLlhttp)
#include "tst_llhttp.moc"
