// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/addressdelegate.h"
#include "ui/figures.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QGuiApplication>
#include <QLocale>
#include <QStandardItemModel>
#include <QTest>

using namespace gleaner;

namespace
{

/// Makes public what the view would draw.
class Drawn : public AddressDelegate
{
public:
    QString text(Qt::LayoutDirection direction, const QModelIndex &index) const
    {
        QStyleOptionViewItem option;
        option.direction = direction;
        initStyleOption(&option, index);
        return option.text;
    }
    Qt::TextElideMode shortening(const QModelIndex &index) const
    {
        QStyleOptionViewItem option;
        initStyleOption(&option, index);
        return option.textElideMode;
    }
};

QString between(const QString &text)
{
    return QChar(0x2066) + text + QChar(0x2069);
}

} // namespace

/// What a window from right to left, and other digits, do to addresses and numbers.
class TestDirection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void addressesInSentencesKeepTheirOrder();
    void addressesInRowsKeepTheirOrder();
    void aPortStaysBehindItsHost();
    void whatIsReadTwiceIsIsolatedOnce();
    void numbersAreTheLocales_data();
    void numbersAreTheLocales();
};

void TestDirection::cleanup()
{
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QLocale::setDefault(QLocale::c());
}

void TestDirection::addressesInSentencesKeepTheirOrder()
{
    const QString path = QStringLiteral("guide/");
    QCOMPARE(visibleText(path), path);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(visibleText(path), between(path));
    QCOMPARE(visibleText(QString()), QString());
    // What is hostile is still shown, and not obeyed.
    QCOMPARE(
        visibleText(QStringLiteral("a") + QChar(0x202e)), between(QStringLiteral("a[U+202E]")));
}

void TestDirection::addressesInRowsKeepTheirOrder()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(QStringLiteral("guide/")));
    const Drawn delegate;
    const QModelIndex index = model.index(0, 0);
    QCOMPARE(delegate.text(Qt::LeftToRight, index), QStringLiteral("guide/"));
    QCOMPARE(delegate.text(Qt::RightToLeft, index), between(QStringLiteral("guide/")));
    QCOMPARE(delegate.shortening(index), Qt::ElideMiddle);
}

void TestDirection::aPortStaysBehindItsHost()
{
    const Address address = Address::parse("http://127.0.0.1:8080/a").value();
    QCOMPARE(siteText(address), QStringLiteral("127.0.0.1:8080"));
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(siteText(address), between(QStringLiteral("127.0.0.1:8080")));
}

void TestDirection::whatIsReadTwiceIsIsolatedOnce()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    // A row's name is found by typing its first letters, so it begins with them.
    QCOMPARE(readableText("guide%20one/"), QStringLiteral("guide one/"));
    const QString once = visibleText(QStringLiteral("guide/"));
    QCOMPARE(isolated(once), once);
}

void TestDirection::numbersAreTheLocales_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("count");
    QTest::addColumn<QString>("size");
    QTest::newRow("English") << "en_US"
                             << "1,234"
                             << "1.5 KiB";
    QTest::newRow("German") << "de_DE"
                            << "1.234"
                            << "1,5 KiB";
    QTest::newRow("Arabic digits") << "ar_EG" << QStringLiteral("١٬٢٣٤") << QString();
}

void TestDirection::numbersAreTheLocales()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, count);
    QFETCH(const QString, size);
    QLocale::setDefault(QLocale(locale));
    QCOMPARE(countText(1234), count);
    if (!size.isEmpty())
        QCOMPARE(sizeText(1536), size);
    QVERIFY(sizeText(1536).contains(QLocale().toString(1.5)));
}

QTEST_MAIN(TestDirection)
#include "tst_direction.moc"
