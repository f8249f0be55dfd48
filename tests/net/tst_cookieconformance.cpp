// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiedate.h"
#include "core/net/cookiejar.h"
#include "core/url/registrabledomain.h"
#include "tests/discover/conformance.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace gleaner;
using namespace std::chrono_literals;

namespace
{

/// When the cases were written: some of their dates have passed by now.
constexpr CookieTime then = std::chrono::sys_days(std::chrono::year(2011) / 4 / 1);

const QByteArray server = "http://home.example.org:8888";

QJsonArray jsonCases(const QString &name)
{
    // One file begins with a licence in comments.
    const QByteArray data =
        conformanceFile(QStringLiteral("http-state-cookies/tests/data/") + name);
    return QJsonDocument::fromJson(data.sliced(std::max<qsizetype>(data.indexOf("\n["), 0)))
        .array();
}

QByteArray bytes(const QJsonValue &value)
{
    return value.toString().toUtf8();
}

/// What the jar says after the answer of a case, as the case writes it.
QByteArray sent(const QJsonObject &one)
{
    const QByteArray query = '?' + bytes(one[QLatin1String("test")]).toLower();
    QByteArrayList lines;
    for (const QJsonValue line : one[QLatin1String("received")].toArray())
        lines.append(bytes(line));
    const Address from = Address::parse(server + "/cookie-parser" + query).value();
    CookieJar jar;
    jar.receive(from, {200, {{"Set-Cookie", lines.join('\n')}}}, then);
    const QJsonValue to = one[QLatin1String("sent-to")];
    const QByteArray target = to.isUndefined() ? "/cookie-parser-result" + query : bytes(to);
    return jar.fieldFor(from.resolve(target).value(), then);
}

QByteArray expected(const QJsonObject &one)
{
    QByteArrayList pairs;
    for (const QJsonValue value : one[QLatin1String("sent")].toArray()) {
        const QJsonObject pair = value.toObject();
        pairs.append(
            bytes(pair[QLatin1String("name")]) + '=' + bytes(pair[QLatin1String("value")]));
    }
    return pairs.join("; ");
}

/// Cases that we decide otherwise, and what we say.
const QHash<QByteArray, QByteArray> &differences()
{
    static const QHash<QByteArray, QByteArray> known{
        // A control character in it, and the whole line is dropped (RFC 6265bis, section 5.6):
        // servers that refuse to hear it back would refuse every later request.
        {"DISABLED_CHROMIUM0022", ""},
        {"DISABLED_CHROMIUM0023", ""},
        // The paths are compared as they are written (RFC 6265, section 5.1.4).
        {"DISABLED_PATH0029", ""},
    };
    return known;
}

} // namespace

/// The jar against what others have written down.
class TestCookieConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatHttpStateExpects();
    void readsDatesAsHttpStateDoes();
    void keepsToThePublicSuffixList();
};

void TestCookieConformance::sendsWhatHttpStateExpects()
{
    REQUIRE_CONFORMANCE();
    const QJsonArray cases = jsonCases(QStringLiteral("parser.json"));
    QVERIFY2(!cases.isEmpty(), "the file is missing or empty");
    QByteArrayList wrong;
    QByteArrayList stale = differences().keys();
    for (const QJsonValue value : cases) {
        const QJsonObject one = value.toObject();
        const QByteArray name = bytes(one[QLatin1String("test")]);
        const QByteArray said = sent(one);
        const QByteArray want = differences().value(name, expected(one));
        if (said != want)
            wrong.append(name + ": \"" + said + "\" instead of \"" + want + '"');
        if (said != expected(one))
            stale.removeOne(name);
    }
    qInfo("%d cases", int(cases.size()));
    QCOMPARE(wrong.join('\n'), QByteArray());
    QCOMPARE(stale.join(' '), QByteArray()); // no differences any more
}

void TestCookieConformance::readsDatesAsHttpStateDoes()
{
    REQUIRE_CONFORMANCE();
    int compared = 0;
    QByteArrayList wrong;
    for (const char *name : {"dates/examples.json", "dates/bsd-examples.json"}) {
        for (const QJsonValue value : jsonCases(QLatin1String(name))) {
            const QJsonObject one = value.toObject();
            const auto read = parseCookieDate(bytes(one[QLatin1String("test")]));
            const QJsonValue want = one[QLatin1String("expected")];
            QByteArray said = "none";
            if (read)
                said = QDateTime::fromSecsSinceEpoch(read->time_since_epoch().count(), Qt::UTC)
                           .toString(Qt::ISODate)
                           .toLatin1();
            const QDateTime date = QLocale::c().toDateTime(
                want.toString(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
            const QByteArray wanted = want.isNull()
                ? QByteArray("none")
                : QDateTime(date.date(), date.time(), Qt::UTC).toString(Qt::ISODate).toLatin1();
            QVERIFY(want.isNull() || date.isValid());
            if (said != wanted)
                wrong.append(bytes(one[QLatin1String("test")]) + ": " + said + ", not " + wanted);
            ++compared;
        }
    }
    qInfo("%d dates", compared);
    QVERIFY2(compared > 0, "the files are missing or empty");
    QCOMPARE(wrong.join('\n'), QByteArray());
}

void TestCookieConformance::keepsToThePublicSuffixList()
{
    REQUIRE_CONFORMANCE();
    const QByteArray data = conformanceFile(QStringLiteral("public-suffix-list/tests.txt"));
    int compared = 0;
    for (const QByteArray &line : data.split('\n')) {
        // "a.b.example.com example.com", or "com null" where nobody may have registered
        const QByteArrayList words = line.simplified().split(' ');
        const auto address = Address::parse("http://" + words[0]);
        // No host begins with a dot.
        if (line.startsWith("//") || line.startsWith('.') || words.size() != 2
            || words[0] == "null")
            continue;
        QVERIFY2(address, line.constData());
        const QByteArray host = address->host().toByteArray();
        const auto registered = Address::parse("http://" + words[1]);
        const QByteArray domain =
            words[1] == "null" ? host : registered.value().host().toByteArray();
        CookieJar jar;
        const ResponseHead own{200, {{"Set-Cookie", "own=1; Path=/; Domain=" + domain}}};
        QCOMPARE(jar.receive(*address, own, then), 1);
        const Address below = Address::parse("http://other." + domain).value();
        QVERIFY2(jar.fieldFor(below, then).isEmpty() == (words[1] == "null"), line.constData());
        const QByteArray above = domain.sliced(domain.indexOf('.') + 1);
        if (above != domain) {
            const ResponseHead all{200, {{"Set-Cookie", "all=1; Path=/; Domain=" + above}}};
            QVERIFY2(jar.receive(*address, all, then) == (isPublicSuffix(above) ? 0 : 1),
                line.constData());
            QVERIFY2(words[1] == "null" || isPublicSuffix(above), line.constData());
        }
        ++compared;
    }
    qInfo("%d names", compared);
    QVERIFY2(compared > 0, "the file is missing or empty");
}

QTEST_APPLESS_MAIN(TestCookieConformance)
#include "tst_cookieconformance.moc"
