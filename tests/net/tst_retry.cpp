// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retry.h"

#include <QTest>
#include <QTimeZone>

using namespace gleaner;
using namespace std::chrono_literals;

class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsEveryFormOfADate_data();
    void readsEveryFormOfADate();
    void someStatusesHeal();
    void delaysGrowAndDiffer();

private:
    const QDateTime m_now{QDate(2025, 6, 30), QTime(12, 0), QTimeZone::utc()};
};

void TestRetry::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("seconds"); // -1 for nothing
    const auto row = [](const char *field, qint64 seconds, const char *date = "") {
        QTest::addRow("%s %s", field, date) << QByteArray(field) << QByteArray(date) << seconds;
    };
    row("120", 120);
    row("0", 0);
    row(" 7 ", 7);
    row("3601", 3600);
    row("315360000", 3600);
    row("99999999999999999999999", 3600);
    row("", -1);
    row("-5", -1);
    row("+5", -1);
    row("1.5", -1);
    row("soon", -1);
    row("Mon, 30 Jun 2025 12:00:40 GMT", 40);
    row("Mon, 30 Jun 2025 11:00:00 GMT", 0);
    row("Sat, 30 Jun 2035 12:00:00 GMT", 3600);
    row("Mon, 30 Jun 2025 12:00:40", -1);
    // Its clock, not ours: it says ten seconds, whatever year it lives in.
    row("Fri, 30 Jun 2023 00:00:10 GMT", 10, "Fri, 30 Jun 2023 00:00:00 GMT");
    row("Mon, 30 Jun 2025 12:00:40 GMT", 40, "yesterday");
}

void TestRetry::readsRetryAfter()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, date);
    ResponseHead head;
    head.headers = {{"Date", date}};
    if (!field.isEmpty())
        head.headers.emplace_back("Retry-After", field);
    const auto wait = readRetryAfter(head, m_now);
    QTEST(wait ? qint64(wait->count()) : -1, "seconds");
}

void TestRetry::readsEveryFormOfADate_data()
{
    QTest::addColumn<QDateTime>("date");
    const auto row = [](const char *text, const QDate &day, const QTime &time) {
        QTest::newRow(text) << (day.isValid() ? QDateTime(day, time, QTimeZone::utc())
                                              : QDateTime());
    };
    // RFC 9110, section 5.6.7
    row("Sun, 06 Nov 1994 08:49:37 GMT", {1994, 11, 6}, {8, 49, 37});
    row("Sunday, 06-Nov-94 08:49:37 GMT", {1994, 11, 6}, {8, 49, 37});
    row("Sun Nov  6 08:49:37 1994", {1994, 11, 6}, {8, 49, 37});
    row("Wed Nov 16 08:49:37 1994", {1994, 11, 16}, {8, 49, 37});
    row("Monday, 30-Jun-25 12:00:00 GMT", {2025, 6, 30}, {12, 0});
    row("Sunday, 30-Jun-75 12:00:00 GMT", {2075, 6, 30}, {12, 0});
    row("Thursday, 01-Jul-76 12:00:00 GMT", {1976, 7, 1}, {12, 0});
    row("Sun, 06 Nov 1994", {}, {});
    row("Sun, 31 Feb 1994 08:49:37 GMT", {}, {});
    row("06 Nov 1994 08:49:37 GMT", {}, {});
    row("", {}, {});
}

void TestRetry::readsEveryFormOfADate()
{
    QFETCH(const QDateTime, date);
    const QDateTime read = readHttpDate(QTest::currentDataTag(), m_now);
    QCOMPARE(read.isValid(), date.isValid());
    if (date.isValid())
        QCOMPARE(read, date);
}

void TestRetry::someStatusesHeal()
{
    QList<int> healing;
    QList<int> busy;
    for (int status = 0; status < 1000; ++status) {
        if (canHealStatus(status))
            healing.append(status);
        if (isBusyStatus(status))
            busy.append(status);
    }
    QCOMPARE(healing, QList<int>({408, 425, 429, 500, 502, 503, 504}));
    QCOMPARE(busy, QList<int>({429, 503}));
}

void TestRetry::delaysGrowAndDiffer()
{
    const QList<std::chrono::milliseconds> least{1s, 1s, 4s, 16s, 64s, 64s};
    for (int tries = 0; tries < least.size(); ++tries) {
        QSet<qint64> seen;
        for (int i = 0; i < 1000; ++i) {
            const auto delay = retryDelay(tries);
            QVERIFY(delay >= least[tries] && delay < least[tries] * 5 / 4);
            seen.insert(delay.count());
        }
        QVERIFY(seen.size() > 50);
    }
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
