// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/referer.h"

#include <QTest>

using namespace gleaner;

class TestReferer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNoMoreThanItMay_data();
    void saysNoMoreThanItMay();
};

void TestReferer::saysNoMoreThanItMay_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QByteArray &page, const char *target,
                         const char *said) {
        QTest::newRow(name) << page << QByteArray(target) << QByteArray(said);
    };
    row("the same origin", "http://h/a/b.html", "http://h/c", "http://h/a/b.html");
    row("with a port", "http://h:81/a", "http://h:81/c", "http://h:81/a");
    row("user and password", "http://me:secret@h/a", "http://h/c", "http://h/a");
    row("query and fragment", "http://h/a?key=secret#part", "http://h/c", "http://h/a");
    row("another host", "http://h/secret/a", "http://other/c", "http://h/");
    row("a host below", "http://h/secret/a", "http://sub.h/c", "http://h/");
    row("another port", "http://h/secret/a", "http://h:81/c", "http://h/");
    row("https on http's page", "http://h/secret/a", "https://h/c", "http://h/");
    row("https to http", "https://h/a", "http://h/c", "");
    row("https to itself", "https://h/a", "https://h/c", "https://h/a");
    row("https to another", "https://h/a", "https://other/c", "https://h/");
    row("what is no page of the web", "ftp://h/a", "http://h/c", "");
    row("escaped line breaks", "http://h/a%0D%0Ab", "http://h/c", "http://h/a%0D%0Ab");
    row("as long as servers take", "http://h/" + QByteArray(4087, 'x'), "http://h/c",
        ("http://h/" + QByteArray(4087, 'x')).constData());
    row("longer", "http://h/" + QByteArray(4088, 'x'), "http://h/c", "http://h/");
}

void TestReferer::saysNoMoreThanItMay()
{
    QFETCH(const QByteArray, page);
    QFETCH(const QByteArray, target);
    QTEST(refererFor(Address::parse(page).value(), Address::parse(target).value()), "said");
}

QTEST_APPLESS_MAIN(TestReferer)
#include "tst_referer.moc"
