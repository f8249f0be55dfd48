// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/outcome.h"

#include "core/net/failreason.h"

#include <QSet>
#include <QTest>

using namespace gleaner;
using Kind = BodyLength::Kind;
Q_DECLARE_METATYPE(HeaderList)

class TestOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsHeadersWithoutCase();
    void readsTheLengthOfABody_data();
    void readsTheLengthOfABody();
    void namesEveryReasonDifferently();
};

void TestOutcome::findsHeadersWithoutCase()
{
    ResponseHead head;
    head.headers = {{"Content-Type", "text/html"}, {"X-Empty", ""}, {"content-type", "second"}};
    QCOMPARE(head.header("CONTENT-TYPE"), QByteArray("text/html"));
    QVERIFY(head.hasHeader("x-empty"));
    QCOMPARE(head.header("x-empty"), QByteArray());
    QVERIFY(!head.hasHeader("Content"));
    QCOMPARE(head.header("Content"), QByteArray());
}

void TestOutcome::readsTheLengthOfABody_data()
{
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("bytes");
    const auto row = [](const char *name, const HeaderList &headers, Kind kind, qint64 bytes) {
        QTest::newRow(name) << headers << int(kind) << bytes;
    };
    const auto length = [](const QByteArray &value) {
        return HeaderList{{"Content-Length", value}};
    };
    row("none", {}, Kind::Unknown, -1);
    row("other header", {{"Content-Lengths", "5"}}, Kind::Unknown, -1);
    row("zero", length("0"), Kind::Stated, 0);
    row("valid", length("1234"), Kind::Stated, 1234);
    row("lower case name", {{"content-length", "7"}}, Kind::Stated, 7);
    row("blanks", length("  42\t"), Kind::Stated, 42);
    row("leading zeros", length("007"), Kind::Stated, 7);
    row("2^31", length("2147483648"), Kind::Stated, 2147483648);
    row("2^32", length("4294967296"), Kind::Stated, 4294967296);
    row("2^63 - 1", length("9223372036854775807"), Kind::Stated, 9223372036854775807);
    row("2^63", length("9223372036854775808"), Kind::Invalid, -1);
    row("2^64", length("18446744073709551616"), Kind::Invalid, -1);
    row("a thousand digits", length(QByteArray(1000, '9')), Kind::Invalid, -1);
    row("repeated equal", length("5, 5"), Kind::Stated, 5);
    row("repeated equal, other zeros", length("5,05"), Kind::Stated, 5);
    row("differing", length("5, 6"), Kind::Invalid, -1);
    row("three, the last differs", length("5,5,6"), Kind::Invalid, -1);
    row("negative", length("-5"), Kind::Invalid, -1);
    row("plus", length("+5"), Kind::Invalid, -1);
    row("empty", length(""), Kind::Invalid, -1);
    row("list with a gap", length("5,,5"), Kind::Invalid, -1);
    row("hexadecimal", length("0x10"), Kind::Invalid, -1);
    row("decimal point", length("5.0"), Kind::Invalid, -1);
    row("two numbers", length("5 6"), Kind::Invalid, -1);
    row("word", length("many"), Kind::Invalid, -1);
    row("NUL inside", length(QByteArray("5\0", 2)), Kind::Invalid, -1);
    row("other digits", length("\xD9\xA5"), Kind::Invalid, -1);
    row("chunked beats it", {{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}},
        Kind::Unknown, -1);
    row("chunked beats junk", {{"Content-Length", "-5"}, {"transfer-encoding", "chunked"}},
        Kind::Unknown, -1);
}

void TestOutcome::readsTheLengthOfABody()
{
    QFETCH(const HeaderList, headers);
    const BodyLength length = bodyLength({200, headers});
    QTEST(int(length.kind), "kind");
    QTEST(length.bytes, "bytes");
}

void TestOutcome::namesEveryReasonDifferently()
{
    QSet<QByteArray> words;
    for (int reason = 0; reason <= int(FailReason::Name); ++reason)
        words.insert(keyword(FailReason(reason)));
    QCOMPARE(words.size(), int(FailReason::Name) + 1);
    QCOMPARE(QByteArray(keyword(FailReason::InvalidResponse)), QByteArray("invalid-response"));
    QCOMPARE(QByteArray(keyword(FailReason::RedirectLoop)), QByteArray("redirect-loop"));
    QVERIFY(!words.contains(QByteArray()));
}

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
