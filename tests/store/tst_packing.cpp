// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packing.h"

#include <QTest>

#include <limits>

using namespace gleaner;

class TestPacking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPacked();
    void isNotSoundWhereItWasCut();
    void isNotSoundWhereACountIsTooLarge();
    void takesANumberOfTooManyBytesForNone();
};

void TestPacking::givesBackWhatWasPacked()
{
    const QList<quint64> numbers{
        0, 1, 127, 128, 300, 1ull << 32, 1ull << 63, std::numeric_limits<quint64>::max()};
    const QByteArrayList texts{{}, "a", QByteArray(200, '\0'), "\xff\x80"};
    Packing packing;
    for (const quint64 number : numbers)
        packing.number(number);
    for (const QByteArray &text : texts)
        packing.bytes(text);

    Unpacking unpacking(packing.packed());
    for (const quint64 number : numbers)
        QCOMPARE(unpacking.number(), number);
    for (const QByteArray &text : texts)
        QCOMPARE(unpacking.bytes(), text);
    QVERIFY(unpacking.atEnd());
    QVERIFY(unpacking.isSound());
}

void TestPacking::isNotSoundWhereItWasCut()
{
    Packing packing;
    packing.number(1000);
    packing.bytes("some bytes");
    for (qsizetype length = 0; length < packing.packed().size(); ++length) {
        Unpacking cut(QByteArrayView(packing.packed()).first(length));
        cut.number();
        cut.bytes();
        QVERIFY2(!cut.isSound(), qPrintable(QString::number(length)));
        QVERIFY(cut.atEnd());
    }
}

void TestPacking::isNotSoundWhereACountIsTooLarge()
{
    Packing packing;
    packing.number(std::numeric_limits<quint64>::max());
    Unpacking unpacking(packing.packed());
    QCOMPARE(unpacking.bytes(), QByteArray());
    QVERIFY(!unpacking.isSound());
}

void TestPacking::takesANumberOfTooManyBytesForNone()
{
    const QByteArray endless(11, '\x80');
    Unpacking unpacking(endless);
    QCOMPARE(unpacking.number(), quint64(0));
    QVERIFY(!unpacking.isSound());
}

QTEST_GUILESS_MAIN(TestPacking)
#include "tst_packing.moc"
