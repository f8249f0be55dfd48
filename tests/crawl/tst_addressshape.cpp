// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addressshape.h"

#include <QDate>
#include <QTest>

using namespace gleaner;

class TestAddressShape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatAddressesHaveInCommon_data();
    void namesWhatAddressesHaveInCommon();
    void knowsTwoThatDifferInOneNumber_data();
    void knowsTwoThatDifferInOneNumber();
    void readsDates_data();
    void readsDates();
    void readsSessions_data();
    void readsSessions();
    void knowsWhatLiesDeeper_data();
    void knowsWhatLiesDeeper();
};

static Address addressOf(const QByteArray &text)
{
    return Address::parse(text).value_or(Address());
}

void TestAddressShape::namesWhatAddressesHaveInCommon_data()
{
    QTest::addColumn<QByteArray>("shape");
    const auto row = [](const char *address, const char *shape) {
        QTest::newRow(address) << QByteArray(shape);
    };
    row("http://h/a/b.html", "http://h/a/b.html");
    row("http://h:81/a/12.html", "http://h:81/a/*.html");
    row("http://10.0.0.1/x", "http://10.0.0.1/x");
    row("http://h/cal?year=2031&month=5", "http://h/cal?year=*&month=*");
    row("http://h/2031/05/14/", "http://h/*/*/*/");
    row("http://h/page12", "http://h/page*");
    row("http://h/v2/api", "http://h/v*/api");
    row("http://h/My%20File", "http://h/My%20File");
    row("http://h/?s=3fa9b2c01e7d", "http://h/?s=*");
    row("http://h/x?", "http://h/x?");
    row("http://h/x?%", "http://h/x?%");
}

void TestAddressShape::namesWhatAddressesHaveInCommon()
{
    QTEST(shapeOf(addressOf(QTest::currentDataTag())), "shape");
}

void TestAddressShape::knowsTwoThatDifferInOneNumber_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QByteArray>("counted"); // the shape of both; empty if they differ in more
    const auto row = [](const char *one, const char *other, const char *counted) {
        QTest::newRow(one) << QByteArray(other) << QByteArray(counted);
    };
    row("http://h/x?d=1", "http://h/x?d=2", "http://h/x?d=*");
    row("http://h/x?d=9", "http://h/x?d=10", "http://h/x?d=*");
    row("http://h/t/17?page=3", "http://h/t/17?page=4", "http://h/t/17?page=*");
    row("http://h/t/17?page=1", "http://h/t/18?page=1", "http://h/t/*?page=1");
    row("http://h/t/17?page=2", "http://h/t/18?page=3", "");
    row("http://h/x?d=5", "http://h/x?d=5", "");
    row("http://h/x?d=6", "http://h/y?d=7", "");
    row("http://h/x?d=7", "http://h/x?d=8&a", "");
    row("http://h/x?d=a", "http://h/x?d=1", "");
    row("http://h/a%20b1", "http://h/a%20b2", "http://h/a%20b*");
    row("http://h/a%201", "http://h/a%211", "");
    row("http://h1/x?d=8", "http://h2/x?d=8", "");
    row("http://h/x?d=1234567890123456789", "http://h/x?d=1234567890123456788", "");
}

void TestAddressShape::knowsTwoThatDifferInOneNumber()
{
    QFETCH(const QByteArray, other);
    QFETCH(const QByteArray, counted);
    const Address one = addressOf(QTest::currentDataTag());
    const auto difference = onlyDifference(one, addressOf(other));
    QCOMPARE(difference.has_value(), !counted.isEmpty());
    if (difference) {
        QCOMPARE(shapeWithout(one, difference->index), counted);
        QCOMPARE(shapeWithout(addressOf(other), difference->index), counted);
    }
}

void TestAddressShape::readsDates_data()
{
    QTest::addColumn<QDate>("date");
    const auto row = [](const char *address, QDate date) { QTest::newRow(address) << date; };
    row("http://h/2031/05/14/", QDate(2031, 5, 14));
    row("http://h/2031/5/", QDate(2031, 5, 1));
    row("http://h/2019/05/14/a-post", QDate(2019, 5, 14));
    row("http://h/cal?date=2031-05-14", QDate(2031, 5, 14));
    row("http://h/cal?month=2031-05", QDate(2031, 5, 1));
    row("http://h/cal?d=20310514", QDate(2031, 5, 14));
    row("http://h/cal?d=14.05.2031", QDate(2031, 5, 14));
    row("http://h/cal?d=05/14/2031", QDate(2031, 5, 14));
    row("http://h/cal?year=2031&month=5&day=14", QDate(2031, 5, 14));
    row("http://h/cal?m=5&y=2031", QDate(2031, 5, 1));
    row("http://h/cal/year/2031/month/12", QDate(2031, 12, 1));
    row("http://h/cal?year=2031", QDate(2031, 1, 1));
    row("http://h/2031/may", QDate(2031, 5, 1));
    row("http://h/2031-W02", QDate(2031, 1, 8));
    row("http://h/2031/02/31", QDate(2031, 3, 3)); // it exists on such sites
    row("http://h/", {});
    row("http://h/2031", {}); // a number like any other
    row("http://h/article/2031", {});
    row("http://h/page/12/12345.html", {});
    row("http://h/v6.4/x", {});
    row("http://h/?page=12", {});
    row("http://h/?m=5&d=3", {});
    row("http://h/2031/13", {});
    row("http://h/20311399", {});
    row("http://h/x20310514", {});
    row("http://10.0.0.1/a", {});
    row("http://h/1/2/3/4/5/6/7/8/9/1/2/3/4/5/6/7/8/9/1/2/3/4/5/6/7/8/9/1/2/3/4/5/6/7/8/9", {});
}

void TestAddressShape::readsDates()
{
    QFETCH(const QDate, date);
    const auto day = dayOf(addressOf(QTest::currentDataTag()));
    QCOMPARE(day.has_value(), date.isValid());
    if (day)
        QCOMPARE(QDate(1970, 1, 1).addDays(*day), date);
}

void TestAddressShape::readsSessions_data()
{
    QTest::addColumn<QByteArray>("rest"); // without it; empty if there is none
    QTest::addColumn<QByteArray>("shape");
    const auto row = [](const char *address, const char *rest, const char *shape) {
        QTest::newRow(address) << QByteArray(rest) << QByteArray(shape);
    };
    const auto none = [&](const char *address) { row(address, "", ""); };
    row("http://h/a?PHPSESSID=q3rb7h4ksn0gqmd9t5e8v2c1u6", "http://h/a?", "http://h/*?phpsessid=*");
    row("http://h/a?x=1&sid=0123456789abcdef0123456789abcdef&y=2", "http://h/a?x=1&&y=2",
        "http://h/*?sid=*");
    row("http://h/a;jsessionid=1A530637289A03B07199A44E8D531427?x", "http://h/a;?x",
        "http://h/*;jsessionid=*");
    row("http://h/a;jsessionid=1A530637289A03B07199A44E8D531427.node1/b", "http://h/a;/b",
        "http://h/*;jsessionid=*");
    row("http://h/?s=9f86d081884c7d65", "http://h/?", "http://h/*?s=*");
    row("http://h/(S(4hqa0555fwsecu455xqckv45))/p.aspx", "http://h//p.aspx", "http://h/(*)/*");
    row("http://h/(4hqa0555fwsecu455xqckv45)/p.aspx", "http://h//p.aspx", "http://h/(*)/*");
    row("http://h/?ASPSESSIONIDABCDEFGH=ABCDEFGHIJKLMNOPQRSTUVWX", "http://h/?",
        "http://h/*?aspsessionidabcdefgh=*");
    none("http://h/?sid=17");
    none("http://h/?sid=12345678901234567890"); // a number of something
    none("http://h/?s=internationalization"); // somebody looks for that
    none("http://h/?s=how+to+write+a+page+for+2031");
    none("http://h/?id=0123456789abcdef0123456789abcdef");
    none("http://h/commit/0123456789abcdef0123456789abcdef01234567");
    none("http://h/?session=2031-spring");
    none("http://h/wiki/A_(band)");
    none("http://h/a;b=c?sid=");
    none("http://h/?PHPSESSID=");
    none("http://h/;");
    none("http://h/()");
    none("http://h/(");
    none("http://h/?");
}

void TestAddressShape::readsSessions()
{
    QFETCH(const QByteArray, rest);
    const Address address = addressOf(QTest::currentDataTag());
    const auto token = sessionTokenOf(address);
    QCOMPARE(token.has_value(), !rest.isEmpty());
    if (token) {
        QCOMPARE(withoutToken(address, *token), rest);
        QTEST(sessionShape(address, *token), "shape");
    }
}

void TestAddressShape::knowsWhatLiesDeeper_data()
{
    QTest::addColumn<QByteArray>("above");
    QTest::addColumn<bool>("isDeeper");
    const auto row = [](const char *address, const char *above, bool isDeeper) {
        QTest::newRow(address) << QByteArray(above) << isDeeper;
    };
    row("http://h/a/b/", "http://h/a/", true);
    row("http://h/a/b/c", "http://h/a/x", true);
    row("http://h/a/b", "http://h/a/", false);
    row("http://h/a/x/b/", "http://h/a/b/", false);
    row("http://g/a/b/", "http://h/a/", false);
    row("http://h/a/b/?x=/y/z", "http://h/a/b/c/", false);
    row("http://h/a/?b/c", "http://h/a/", false);
}

void TestAddressShape::knowsWhatLiesDeeper()
{
    QFETCH(const QByteArray, above);
    QTEST(liesDeeper(addressOf(QTest::currentDataTag()), addressOf(above)), "isDeeper");
}

QTEST_GUILESS_MAIN(TestAddressShape)
#include "tst_addressshape.moc"
