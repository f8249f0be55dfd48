// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformancedata.h"
#include "core/url/address.h"
#include "core/url/registrabledomain.h"

#include <QTest>

using namespace gleaner;

namespace
{

struct SuffixCase {
    QByteArray domain;
    QByteArray registrable; ///< empty for none
};

/// Reads `checkPublicSuffix('a', 'b');`, where null stands for nothing.
std::optional<SuffixCase> suffixCase(QByteArrayView line)
{
    constexpr QByteArrayView call = "checkPublicSuffix(";
    if (!line.startsWith(call)) {
        return std::nullopt;
    }
    const QList<QByteArray> quoted = line.sliced(call.size()).toByteArray().split('\'');
    if (quoted.size() < 3) {
        return std::nullopt;
    }
    return SuffixCase{quoted[1], quoted.size() > 3 ? quoted[3] : QByteArray()};
}

QByteArray canonical(const QByteArray &host)
{
    const auto address = Address::parse("http://" + host);
    return address ? address->host().toByteArray() : QByteArray();
}

} // namespace

class TestRegistrableDomain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatSomeoneRegistered_data();
    void findsWhatSomeoneRegistered();
    void agreesWithThePublicSuffixList();
    void tellsSitesApart_data();
    void tellsSitesApart();
};

void TestRegistrableDomain::findsWhatSomeoneRegistered_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("domain");
    const auto row = [](const char *host, const char *domain) {
        QTest::newRow(host) << QByteArray(host) << QByteArray(domain);
    };
    row("example.org", "example.org");
    row("a.b.example.org", "example.org");
    row("www.example.co.uk", "example.co.uk");
    row("me.github.io", "me.github.io");
    row("deep.me.github.io", "me.github.io");
    row("www.example.unlisted", "example.unlisted");
    row("www.xn--85x722f.com.cn", "xn--85x722f.com.cn");
    row("www.example.org.", "example.org.");
    // None of these has a registrable domain; each is a site of its own.
    row("co.uk", "co.uk");
    row("github.io", "github.io");
    row("localhost", "localhost");
    row("127.0.0.1", "127.0.0.1");
    row("[::1]", "[::1]");
    row(".", ".");
    row("", "");
}

void TestRegistrableDomain::findsWhatSomeoneRegistered()
{
    QFETCH(const QByteArray, host);
    QTEST(registrableDomain(host), "domain");
}

void TestRegistrableDomain::agreesWithThePublicSuffixList()
{
    const auto data = conformanceData(QStringLiteral("public-suffix-list/test_psl.txt"));
    if (!data) {
        QSKIP("no conformance data");
    }
    int comparisons = 0;
    for (const QByteArray &line : data->split('\n')) {
        const auto expected = suffixCase(line);
        if (expected) {
            const QByteArray host = canonical(expected->domain);
            const QByteArray domain = canonical(expected->registrable);
            QVERIFY2(!host.isEmpty(), line.constData());
            QCOMPARE(registrableDomain(host), domain.isEmpty() ? host : domain);
            ++comparisons;
        }
    }
    qInfo("%d comparisons", comparisons);
    QVERIFY2(comparisons > 0, "the file is missing or empty");
}

void TestRegistrableDomain::tellsSitesApart_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *a, const char *b, bool same) {
        QTest::addRow("%s and %s", a, b) << QByteArray(a) << QByteArray(b) << same;
    };
    row("www.example.org", "cdn.example.org", true);
    row("example.org", "cdn.example.org", true);
    row("example.org", "example.com", false);
    row("a.co.uk", "b.co.uk", false);
    row("me.github.io", "you.github.io", false);
    row("github.io", "me.github.io", false);
    row("co.uk", "co.uk", true);
    row("10.0.0.1", "20.0.0.1", false);
    row("localhost", "localhost", true);
    row("a.localhost", "localhost", false);
}

void TestRegistrableDomain::tellsSitesApart()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    QTEST(sameRegistrableDomain(a, b), "same");
    QTEST(sameRegistrableDomain(b, a), "same");
}

QTEST_APPLESS_MAIN(TestRegistrableDomain)
#include "tst_registrabledomain.moc"
