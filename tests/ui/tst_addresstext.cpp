// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addresshistory.h"
#include "ui/addresstext.h"

#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace gleaner;

static QStringList texts(const AddressesInText &found)
{
    QStringList texts;
    for (const Address &address : found.addresses)
        texts.append(QString::fromLatin1(address.bytes()));
    return texts;
}

/// Addresses in what is pasted, dropped or listed, and those that are remembered.
class TestAddressText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAddressesInAText_data();
    void findsAddressesInAText();
    void readsAList();
    void prefersTheUrisOfADrop();
    void takesNoMoreThanIsGood();
    void aLongTextIsLookedAtOnlyAsFarAsIsGood();
    void onlyAnAddressAloneIsMeant_data();
    void onlyAnAddressAloneIsMeant();
    void historyRemembersTheLatest();
    void historySurvivesAndCanBeCleared();
    void historyBelievesNoFile();
};

void TestAddressText::findsAddressesInAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const QString a = QStringLiteral("https://a.example/");
    const QString b = QStringLiteral("http://b.example/x");
    QTest::newRow("one") << QStringLiteral(" https://a.example/\n") << QStringList{a};
    QTest::newRow("in a sentence")
        << QStringLiteral("See (https://a.example/), or <http://b.example/x>.")
        << QStringList{a, b};
    QTest::newRow("twice") << QStringLiteral("https://a.example https://a.example/")
                           << QStringList{a};
    QTest::newRow("with brackets of its own")
        << QStringLiteral("https://a.example/x_(y)") << QStringList{a + QStringLiteral("x_(y)")};
    QTest::newRow("loud") << QStringLiteral("HTTPS://A.EXAMPLE/") << QStringList{a};
    QTest::newRow("without a scheme, alone") << QStringLiteral("b.example/x") << QStringList{b};
    QTest::newRow("without a scheme, among words")
        << QStringLiteral("go to b.example/x") << QStringList();
    QTest::newRow("names alone, one a line")
        << QStringLiteral("www.example\r\nlocalhost:8706\n\n b.example/x\n")
        << QStringList{
               QStringLiteral("http://www.example/"), QStringLiteral("http://localhost:8706/"), b};
    QTest::newRow("lines with a scheme and without one")
        << QStringLiteral("https://a.example/\n[::1]:8706\n# or\nb.example/x")
        << QStringList{a, QStringLiteral("http://[::1]:8706/"), b};
    QTest::newRow("a line that is none makes it a text")
        << QStringLiteral("b.example/x\nhttps://a.example/\nnothing") << QStringList{a};
    QTest::newRow("mail addresses, one a line")
        << QStringLiteral("anna@a.example\nben@b.example") << QStringList();
    QTest::newRow("lines of a text")
        << QStringLiteral("Dear b.example/x,\nhttps://a.example/.\nYours") << QStringList{a};
    QTest::newRow("a secret does not come along")
        << QStringLiteral("https://anna:secret@a.example/") << QStringList{a};
    QTest::newRow("other schemes")
        << QStringLiteral("javascript:alert(1) ftp://a.example/ file:///etc") << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("words") << QStringLiteral("nothing to see here") << QStringList();
    QTest::newRow("nonsense") << QStringLiteral("http:// https://? http://[::") << QStringList();
}

void TestAddressText::findsAddressesInAText()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QCOMPARE(texts(addressesIn(text)), found);
}

void TestAddressText::readsAList()
{
    const QString list = QStringLiteral("# manuals\r\na.example\r\n\n https://b.example/x \n"
                                        "- https://c.example/, the third\nno address\n");
    QCOMPARE(texts(addressesInList(list)),
        (QStringList{QStringLiteral("http://a.example/"), QStringLiteral("https://b.example/x"),
            QStringLiteral("https://c.example/")}));
}

void TestAddressText::prefersTheUrisOfADrop()
{
    QMimeData data;
    data.setText(QStringLiteral("https://text.example/"));
    QCOMPARE(texts(addressesIn(data)), QStringList{QStringLiteral("https://text.example/")});
    data.setUrls({QUrl(QStringLiteral("https://a.example/ü")),
        QUrl(QStringLiteral("mailto:anna@a.example"))});
    QCOMPARE(texts(addressesIn(data)), QStringList{QStringLiteral("https://a.example/%C3%BC")});
}

void TestAddressText::takesNoMoreThanIsGood()
{
    QString text;
    for (int i = 0; i < 1000; ++i)
        text += QStringLiteral("https://a.example/%1\n").arg(i);
    for (const AddressesInText &found : {addressesIn(text), addressesInList(text)}) {
        QCOMPARE(found.addresses.size(), mostAddresses);
        QVERIFY(found.isCut);
    }
}

void TestAddressText::aLongTextIsLookedAtOnlyAsFarAsIsGood()
{
    const QString noise(longestAddressText, u'x');
    const AddressesInText found = addressesIn(noise + QStringLiteral(" https://a.example/"));
    QVERIFY(found.addresses.empty());
    QVERIFY(found.isCut);
}

void TestAddressText::onlyAnAddressAloneIsMeant_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("http") << QStringLiteral("http://a.example/") << true;
    QTest::newRow("with blanks around") << QStringLiteral(" https://a.example/x\n") << true;
    QTest::newRow("in words") << QStringLiteral("see https://a.example/") << false;
    QTest::newRow("two") << QStringLiteral("https://a.example/ https://b.example/") << false;
    QTest::newRow("no scheme") << QStringLiteral("a.example") << false;
    QTest::newRow("with a password") << QStringLiteral("https://a:b@a.example/") << false;
    QTest::newRow("huge") << QStringLiteral("https://a.example/") + QString(20'000, u'x') << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestAddressText::onlyAnAddressAloneIsMeant()
{
    QFETCH(QString, text);
    QFETCH(bool, isOne);
    QCOMPARE(onlyAddress(text).has_value(), isOne);
}

void TestAddressText::historyRemembersTheLatest()
{
    AddressHistory history({});
    for (int i = 0; i < 30; ++i)
        history.add(*Address::parse("https://a.example/" + QByteArray::number(i)));
    history.add(*Address::parse("https://a.example/15"));
    QCOMPARE(history.addresses().size(), AddressHistory::most);
    QCOMPARE(history.addresses().front(), QStringLiteral("https://a.example/15"));
    QCOMPARE(history.addresses().count(QStringLiteral("https://a.example/15")), 1);
    history.setKept(false);
    history.add(*Address::parse("https://b.example/"));
    QVERIFY(history.addresses().isEmpty());
}

void TestAddressText::historySurvivesAndCanBeCleared()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("history.ini"));
    AddressHistory(file).add(*Address::parse("https://a.example/?a=b,c%20;d"));
    QCOMPARE(AddressHistory(file).addresses(),
        QStringList{QStringLiteral("https://a.example/?a=b,c%20;d")});
    AddressHistory(file).clear();
    QVERIFY(AddressHistory(file).addresses().isEmpty());
    QFile left(file);
    QVERIFY(left.open(QIODevice::ReadOnly));
    QVERIFY(!left.readAll().contains("a.example"));
}

void TestAddressText::historyBelievesNoFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("history.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\naddresses=javascript:x, https://a:b@c.example/, https://d.example/\n");
    file.close();
    QCOMPARE(AddressHistory(file.fileName()).addresses(),
        QStringList{QStringLiteral("https://d.example/")});
}

QTEST_MAIN(TestAddressText)
#include "tst_addresstext.moc"
