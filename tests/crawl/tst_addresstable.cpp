// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addresstable.h"

#include <QTest>

using namespace gleaner;

namespace
{

Address numbered(quint32 number)
{
    return Address::parse("http://h/" + QByteArray::number(number)).value();
}

} // namespace

class TestAddressTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyOneFindsNothing();
    void givesNumbersInOrder();
    void findsWhatItHasAndNothingElse();
    void keepsAddressesOfAnySize();
    void placesDoNotMove();
    void appendsWhatItKnowsOnceMore();
};

void TestAddressTable::anEmptyOneFindsNothing()
{
    const AddressTable table;
    QCOMPARE(table.size(), size_t(0));
    QVERIFY(!table.find(numbered(0)));
    QVERIFY(!table.find(Address()));
}

void TestAddressTable::givesNumbersInOrder()
{
    AddressTable table;
    for (quint32 i = 0; i < 100'000; ++i) {
        const auto added = table.add(numbered(i));
        QVERIFY(added.isNew);
        QCOMPARE(added.number, i);
    }
    QCOMPARE(table.size(), size_t(100'000));
    for (quint32 i = 0; i < 100'000; ++i) {
        const auto added = table.add(numbered(i));
        QVERIFY(!added.isNew);
        QCOMPARE(added.number, i);
        QCOMPARE(table.at(i), numbered(i));
    }
    QCOMPARE(table.size(), size_t(100'000));
}

void TestAddressTable::findsWhatItHasAndNothingElse()
{
    AddressTable table;
    for (quint32 i = 0; i < 1000; i += 2)
        table.add(numbered(i));
    for (quint32 i = 0; i < 1000; ++i) {
        const auto found = table.find(numbered(i));
        QCOMPARE(found.has_value(), i % 2 == 0);
        QCOMPARE(found.value_or(i / 2), i / 2);
    }
    QCOMPARE(table.size(), size_t(500));
    // Half of another's bytes, and more than them.
    QVERIFY(!table.find(Address::parse("http://h/").value()));
    QVERIFY(!table.find(Address::parse("http://h/8?").value()));
    QVERIFY(!table.find(Address()));
}

void TestAddressTable::keepsAddressesOfAnySize()
{
    AddressTable table;
    std::vector<Address> all;
    for (const qsizetype size : {1, 100'000, 10, 65'536 - 9, 1'000'000, 2, 65'536, 3})
        all.push_back(Address::parse("http://h/" + QByteArray(size, 'x')).value());
    for (const Address &address : all)
        table.add(address);
    for (quint32 i = 0; i < all.size(); ++i) {
        QCOMPARE(table.at(i), all[i]);
        QCOMPARE(table.at(i).path(), all[i].path());
        QCOMPARE(table.find(all[i]), std::optional(i));
    }
}

void TestAddressTable::placesDoNotMove()
{
    AddressTable table;
    table.add(numbered(0));
    const QByteArrayView first = table.bytesAt(0);
    for (quint32 i = 1; i < 10'000; ++i)
        table.add(numbered(i));
    QCOMPARE(table.bytesAt(0).data(), first.data());
    QCOMPARE(first, QByteArrayView("http://h/0"));
}

void TestAddressTable::appendsWhatItKnowsOnceMore()
{
    AddressTable table;
    for (quint32 i = 0; i < 1000; ++i)
        QCOMPARE(table.append(numbered(i % 10)), i);
    QCOMPARE(table.size(), size_t(1000));
    for (quint32 i = 0; i < 1000; ++i) {
        QCOMPARE(table.at(i), numbered(i % 10));
        QCOMPARE(table.find(numbered(i % 10)), std::optional(i % 10));
    }
    QCOMPARE(table.add(numbered(3)).number, 3u);
}

QTEST_GUILESS_MAIN(TestAddressTable)
#include "tst_addresstable.moc"
