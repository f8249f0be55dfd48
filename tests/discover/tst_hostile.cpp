// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discover/foundlinks.h"
#include "tests/discover/hostile.h"
#include "tests/support/await.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

/// The processor's time, so that what else runs here does not count; the least of some runs, so
/// that a cold cache does not.
double secondsToRead(const HostileInput &input, const QByteArray &body, int runs)
{
    double least = 1e9;
    for (int i = 0; i < runs; ++i) {
        const std::clock_t begin = std::clock();
        (void)readHostile(input, body);
        least = std::min(least, double(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return least;
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysLinear_data();
    void staysLinear();
    void findsTheLinkBehindTheMess_data();
    void findsTheLinkBehindTheMess();
    void unpacksNoFileThatUnpacksToItself();
};

void TestHostile::staysLinear_data()
{
    QTest::addColumn<const HostileInput *>("input");
    for (const auto inputs : {hostilePages(), hostileFiles()}) {
        for (const HostileInput &input : inputs)
            QTest::addRow("%s: %s", input.type, input.name) << &input;
    }
}

void TestHostile::staysLinear()
{
    QFETCH(const HostileInput *, input);
    // Linear is as often as it is larger, quadratic the square of that; between them lie caches and
    // growing tables. How fast it is in itself, bench_hostile says.
    constexpr int times = patienceFactor > 1 ? 4 : 8;
    constexpr double mostGrowth = patienceFactor > 1 ? 11 : 28;
    const QByteArray small = input->make(1);
    const QByteArray large = input->make(times);
    QVERIFY(large.size() > 3 * small.size());
    const double seconds = secondsToRead(*input, large, 1);
    constexpr double tooQuickToCompare = 0.05;
    if (seconds < tooQuickToCompare)
        return;
    const double growth = seconds / secondsToRead(*input, small, 3);
    QVERIFY2(growth < mostGrowth, qPrintable(QString::number(growth)));
}

void TestHostile::findsTheLinkBehindTheMess_data()
{
    QTest::addColumn<QByteArray>("mess");
    QTest::newRow("nested tags") << QByteArray("<div>").repeated(100'000);
    QTest::newRow("attributes") << "<b" + numbered(" a", 200'000, "=c") + ">";
    QTest::newRow("a long attribute") << "<b c='" + QByteArray(MiB, 'x') + "'>";
    QTest::newRow("lesser-than signs") << QByteArray(100'000, '<') + ' ';
    QTest::newRow("foreign content") << QByteArray("<svg><desc><math><mi>").repeated(10'000);
    QTest::newRow("NUL bytes") << QByteArray(1000, '\0');
    QTest::newRow("bytes that are no UTF-8") << QByteArray(1000, '\xFF');
}

void TestHostile::findsTheLinkBehindTheMess()
{
    QFETCH(QByteArray, mess);
    QCOMPARE(linksIn(mess + "<a href=x>", "text/html; charset=utf-8"),
        QList<QByteArray>{"navigation /dir/x (a href)"});
}

void TestHostile::unpacksNoFileThatUnpacksToItself()
{
    // A gzip file of a gzip file: followed, such a chain need not end.
    const QByteArray nested = QByteArray::fromHex(
        "1f8b080000000000020393efe660000126e6cd9abaa734fd74376e66bc546666f9f36499a4aa2a6b"
        "d8af5f92552b453b77b25aaefc156af64ba150ba768350ed0a3686ea5dbaeb2d811a01faeb30e141"
        "000000");
    QVERIFY(linksIn(nested, "application/gzip", "http://h.example/sitemap.xml.gz").isEmpty());
}

QTEST_APPLESS_MAIN(TestHostile)
#include "tst_hostile.moc"
