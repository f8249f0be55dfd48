// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformancedata.h"
#include "core/url/address.h"

#include <QJsonObject>
#include <QTest>

using namespace gleaner;

namespace
{

const QString Failure = QStringLiteral("(failure)");

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// As a browser would hand it to the parser: a lone surrogate is U+FFFD.
QByteArray utf8(const QString &text)
{
    return QString::fromStdU32String(text.toStdU32String()).toUtf8();
}

QString shown(const std::optional<Address> &address)
{
    return address ? QString::fromUtf8(address->bytes()) : Failure;
}

class Tally
{
public:
    void compare(const QString &what, const QString &actual, const QString &expected)
    {
        ++m_comparisons;
        if (expected != actual) {
            m_differences.append(what + QStringLiteral("\n    actual:   ") + actual
                + QStringLiteral("\n    expected: ") + expected);
        }
    }

    void report() const
    {
        qInfo("%d comparisons, %d differences", m_comparisons, int(m_differences.size()));
        QVERIFY2(m_comparisons > 0, "the file is missing or empty");
        QVERIFY2(m_differences.isEmpty(), qPrintable(m_differences.join(QLatin1Char('\n'))));
    }

private:
    int m_comparisons = 0;
    QStringList m_differences;
};

/// The expected address in our canonical form: without fragment, user and password.
QString expectedAddress(const QJsonObject &expected)
{
    if (expected.value(QLatin1String("failure")).toBool()) {
        return Failure;
    }
    QString href = text(expected, "href");
    const QString hash = text(expected, "hash");
    href.chop(hash.isEmpty() && href.endsWith(QLatin1Char('#')) ? 1 : hash.size());
    const QString user = text(expected, "username");
    const QString password = text(expected, "password");
    const QString credentials = password.isEmpty() ? user : user + QLatin1Char(':') + password;
    if (!credentials.isEmpty()) {
        href.replace(
            href.indexOf(credentials + QLatin1Char('@')), credentials.size() + 1, QString());
    }
    return href;
}

QString partsOf(const QJsonObject &expected)
{
    const QString port = text(expected, "port");
    return QStringList({text(expected, "protocol"), text(expected, "hostname"), port,
                           text(expected, "pathname"), text(expected, "search")})
        .join(QLatin1Char(' '));
}

QString partsOf(const Address &address)
{
    const QString query = QString::fromUtf8(address.query());
    return QStringList(
        {QString::fromUtf8(address.scheme()) + QLatin1Char(':'), QString::fromUtf8(address.host()),
            address.hasDefaultPort() ? QString() : QString::number(address.port()),
            QString::fromUtf8(address.path()),
            query.isEmpty() ? QString() : QLatin1Char('?') + query})
        .join(QLatin1Char(' '));
}

std::optional<Address> parseWithBase(const QJsonObject &test)
{
    const QByteArray input = utf8(text(test, "input"));
    if (!test.value(QLatin1String("base")).isString()) {
        return Address::parse(input);
    }
    const auto base = Address::parse(utf8(text(test, "base")));
    return base ? base->resolve(input) : std::nullopt;
}

/// Domains in letters that came with Unicode 15.1 and later. The ICU of Debian 12 knows 15.0 and
/// refuses them, so that no request is made; an ICU that knows them has no difference.
bool needsNewerUnicode(const QString &domain)
{
    const auto points = domain.toStdU32String();
    return std::any_of(points.begin(), points.end(), [](char32_t point) {
        return (point >= 0x2EBF0 && point <= 0x2EE5D) || (point >= 0x323B0 && point <= 0x33479);
    });
}

} // namespace

class TestUrlConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesAsBrowsersDo_data();
    void parsesAsBrowsersDo();
    void namesDomainsInAsciiAsBrowsersDo_data();
    void namesDomainsInAsciiAsBrowsersDo();
    void escapesQueriesAsBrowsersDo();
};

void TestUrlConformance::parsesAsBrowsersDo_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("web platform tests") << QStringLiteral("urltestdata.json");
    QTest::newRow("lone surrogates") << QStringLiteral("urltestdata-javascript-only.json");
    QTest::newRow("more") << QStringLiteral("ada_extra_urltestdata.json");
    QTest::newRow("long") << QStringLiteral("ada_long_urltestdata.json");
}

void TestUrlConformance::parsesAsBrowsersDo()
{
    QFETCH(const QString, file);
    const auto cases = conformanceCases(QStringLiteral("wpt-url/") + file);
    if (!cases) {
        QSKIP("no conformance data");
    }
    Tally tally;
    for (const QJsonObject &test : *cases) {
        const QString what = text(test, "input") + QStringLiteral(" at ") + text(test, "base");
        const QString expected = expectedAddress(test);
        const auto actual = parseWithBase(test);
        tally.compare(what, shown(actual), expected);
        if (actual && expected != Failure) {
            tally.compare(what, partsOf(*actual), partsOf(test));
            tally.compare(what, shown(Address::parse(actual->bytes())), expected);
            const Address again = Address::fromCanonical(actual->bytes());
            tally.compare(what, partsOf(again), partsOf(*actual));
            tally.compare(
                what, QString::fromUtf8(again.origin()), QString::fromUtf8(actual->origin()));
        }
    }
    tally.report();
}

void TestUrlConformance::namesDomainsInAsciiAsBrowsersDo_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("web platform tests") << QStringLiteral("toascii.json");
    QTest::newRow("Unicode's tests") << QStringLiteral("IdnaTestV2.json");
}

void TestUrlConformance::namesDomainsInAsciiAsBrowsersDo()
{
    QFETCH(const QString, file);
    const auto cases = conformanceCases(QStringLiteral("wpt-url/") + file);
    if (!cases) {
        QSKIP("no conformance data");
    }
    Tally tally;
    for (const QJsonObject &test : *cases) {
        const QString input = text(test, "input");
        const auto actual = Address::parse("https://" + utf8(input) + "/x");
        const QJsonValue output = test.value(QLatin1String("output"));
        const bool refusedAsUnknown = !actual && !output.isNull() && needsNewerUnicode(input);
        // Unicode allows the empty domain; a URL without a host has no place to hold it.
        if (input.isEmpty() || refusedAsUnknown) {
            continue;
        }
        tally.compare(input, actual ? QString::fromUtf8(actual->host()) : Failure,
            output.isNull() ? Failure : output.toString());
    }
    tally.report();
}

void TestUrlConformance::escapesQueriesAsBrowsersDo()
{
    const auto cases = conformanceCases(QStringLiteral("wpt-url/percent-encoding.json"));
    if (!cases) {
        QSKIP("no conformance data");
    }
    Tally tally;
    for (const QJsonObject &test : *cases) {
        const QString input = text(test, "input");
        const QJsonObject outputs = test.value(QLatin1String("output")).toObject();
        const auto actual = Address::parse("https://a/?" + utf8(input));
        tally.compare(
            input, actual ? QString::fromUtf8(actual->query()) : Failure, text(outputs, "utf-8"));
    }
    tally.report();
}

QTEST_APPLESS_MAIN(TestUrlConformance)
#include "tst_urlconformance.moc"
