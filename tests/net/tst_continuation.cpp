// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/continuation.h"

#include <QTest>

using namespace gleaner;

namespace
{

/// "ETag: x|Date: y" as the head of an answer.
ResponseHead head(int status, const QByteArray &fields)
{
    ResponseHead head;
    head.status = status;
    for (const QByteArray &field : fields.split('|')) {
        const qsizetype colon = field.indexOf(':');
        if (colon > 0)
            head.headers.emplace_back(field.first(colon), field.sliced(colon + 1).trimmed());
    }
    return head;
}

const Continuation byTag{100, {"\"v1\"", {}}, 1000};

} // namespace

/// When may bytes be joined?
class TestContinuation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyStrongValidatorsCount_data();
    void onlyStrongValidatorsCount();
    void onlyExactlyTheRestFits_data();
    void onlyExactlyTheRestFits();
    void aTotalThatWasUnknownIsLearnt();
    void aDateHasToStayTheSame();
    void knowsWhenNothingIsMissing_data();
    void knowsWhenNothingIsMissing();
};

void TestContinuation::onlyStrongValidatorsCount_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("validator");
    const auto row = [](const char *fields, const char *validator) {
        QTest::newRow(fields) << QByteArray(fields) << QByteArray(validator);
    };
    const char *date = "Wed, 01 Jan 2020 00:00:00 GMT";
    row("ETag: \"a\"", "\"a\"");
    row("ETag: \"\"", "\"\"");
    row("ETag: W/\"a\"", "");
    row("ETag: a", "");
    row("ETag: \"", "");
    row("Server: x", "");
    row("Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT|Date: Thu, 02 Jan 2020 00:00:00 GMT", date);
    row("Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT|Date: Wed, 01 Jan 2020 00:00:00 GMT", "");
    row("Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT", "");
    row("ETag: \"a\"|Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT|Date: x", "\"a\"");
}

void TestContinuation::onlyStrongValidatorsCount()
{
    QFETCH(const QByteArray, fields);
    const Validator validator = validatorOf(head(200, fields));
    QTEST(validator.forIfRange(), "validator");
    QCOMPARE(validator.isNull(), validator.forIfRange().isEmpty());
}

void TestContinuation::onlyExactlyTheRestFits_data()
{
    QTest::addColumn<qint64>("total");
    const auto fits = [](const char *fields) { QTest::newRow(fields) << qint64(1000); };
    const auto differs = [](const char *fields) { QTest::newRow(fields) << qint64(-1); };
    fits("Content-Range: bytes 100-999/1000");
    fits("Content-Range: bytes 100-999/1000|Content-Length: 900|ETag: \"v1\"");
    fits("Content-Range: Bytes 100-999/1000|Transfer-Encoding: chunked");
    differs("");
    differs("Content-Range: bytes 99-999/1000");
    differs("Content-Range: bytes 101-999/1000");
    differs("Content-Range: bytes 100-998/1000");
    differs("Content-Range: bytes 100-1000/1000");
    differs("Content-Range: bytes 100-999/1001");
    differs("Content-Range: bytes 100-1000/1001");
    differs("Content-Range: bytes 100-999/*");
    differs("Content-Range: lines 100-999/1000");
    differs("Content-Range: bytes=100-999/1000");
    differs("Content-Range: bytes */1000");
    differs("Content-Range: bytes -100-999/1000");
    differs("Content-Range: bytes 100-999/18446744073709551616");
    differs("Content-Range: bytes 100-999/1000, bytes 100-999/1000");
    differs("Content-Range: bytes 100-999/1000|Content-Length: 910");
    differs("Content-Range: bytes 100-999/1000|Content-Length: 900, 901");
    differs("Content-Range: bytes 100-999/1000|ETag: \"v2\"");
    differs("Content-Range: bytes 100-999/1000|ETag: W/\"v1\"");
    differs("Content-Type: multipart/byteranges; boundary=x");
}

void TestContinuation::onlyExactlyTheRestFits()
{
    QTEST(totalOfRest(head(206, QTest::currentDataTag()), byTag).value_or(-1), "total");
}

void TestContinuation::aTotalThatWasUnknownIsLearnt()
{
    const Continuation unknown{100, byTag.validator, {}};
    QCOMPARE(totalOfRest(head(206, "Content-Range: bytes 100-999/1000"), unknown), 1000);
}

void TestContinuation::aDateHasToStayTheSame()
{
    const Continuation byDate{100, {{}, "Wed, 01 Jan 2020 00:00:00 GMT"}, 1000};
    const QByteArray range = "Content-Range: bytes 100-999/1000";
    QCOMPARE(totalOfRest(head(206, range), byDate), 1000);
    QCOMPARE(
        totalOfRest(head(206, range + "|Last-Modified: Wed, 01 Jan 2020 00:00:00 GMT"), byDate),
        1000);
    QVERIFY(
        !totalOfRest(head(206, range + "|Last-Modified: Wed, 01 Jan 2020 00:00:01 GMT"), byDate));
}

void TestContinuation::knowsWhenNothingIsMissing_data()
{
    QTest::addColumn<bool>("nothingIsMissing");
    QTest::newRow("Content-Range: bytes */100|ETag: \"v1\"") << true;
    QTest::newRow("Content-Range: bytes */100") << false;
    QTest::newRow("Content-Range: bytes */100|ETag: \"v2\"") << false;
    QTest::newRow("Content-Range: bytes */99|ETag: \"v1\"") << false;
    QTest::newRow("Content-Range: bytes 100-100/100|ETag: \"v1\"") << false;
    QTest::newRow("ETag: \"v1\"") << false;
}

void TestContinuation::knowsWhenNothingIsMissing()
{
    QTEST(saysNothingIsMissing(head(416, QTest::currentDataTag()), byTag), "nothingIsMissing");
}

QTEST_GUILESS_MAIN(TestContinuation)
#include "tst_continuation.moc"
