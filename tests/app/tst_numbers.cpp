// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/numbers.h"

#include <QTest>

#include <limits>

using namespace gleaner;

class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsANumberBetweenItsBounds_data();
    void readsANumberBetweenItsBounds();
    void readsASize_data();
    void readsASize();
};

void TestNumbers::readsANumberBetweenItsBounds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<int>>("number");
    const auto row = [](const char *text, std::optional<int> number) {
        QTest::addRow("'%s'", text) << QString::fromUtf8(text) << number;
    };
    row("1", 1);
    row("64", 64);
    row("007", 7);
    row("0", {});
    row("65", {});
    row("-1", {});
    row("+1", {});
    row("", {});
    row(" 8", {});
    row("8 ", {});
    row("8.0", {});
    row("1e1", {});
    row("0x8", {});
    row("many", {});
    row("1,0", {});
    row("\u0661", {}); // a digit, but not one of ours
    row("4294967297", {});
    row("99999999999999999999", {});
}

void TestNumbers::readsANumberBetweenItsBounds()
{
    QFETCH(const QString, text);
    QTEST(readNumber(text, 1, 64), "number");
}

void TestNumbers::readsASize_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<qint64>>("bytes");
    const auto row = [](const char *text, std::optional<qint64> bytes) {
        QTest::addRow("'%s'", text) << QString::fromUtf8(text) << bytes;
    };
    row("1", 1);
    row("4096", 4096);
    row("500K", 500 * 1024);
    row("10M", 10 * 1024 * 1024);
    row("10m", 10 * 1024 * 1024);
    row("2G", 2LL << 30);
    row("3T", 3LL << 40);
    row("9223372036854775807", std::numeric_limits<qint64>::max());
    row("9223372036854775808", {});
    row("8388607T", 8388607LL << 40);
    row("8388608T", {});
    row("0", {});
    row("0M", {});
    row("", {});
    row("M", {});
    row("-1", {});
    row("1.5G", {});
    row("10 M", {});
    row("10MB", {});
    row("10MM", {});
    row("1P", {});
    row("big", {});
}

void TestNumbers::readsASize()
{
    QFETCH(const QString, text);
    QTEST(readSize(text), "bytes");
}

QTEST_APPLESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
