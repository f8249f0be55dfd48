// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/contentdisposition.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gleaner;

class TestContentDisposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheName_data();
    void readsTheName();
    void agreesWithTheConformanceData();
    void anythingIsReadInNoTime();
};

void TestContentDisposition::readsTheName_data()
{
    QTest::addColumn<QString>("name"); // null: none
    const auto row = [](const char *field, const char *name) {
        QTest::newRow(field) << (name ? QString::fromUtf8(name) : QString());
    };
    row("attachment", nullptr);
    row("attachment; filename=a.pdf", "a.pdf");
    row("inline; filename=\"a b.pdf\"", "a b.pdf");
    row("attachment; filename=\"\xC3\xA4.pdf\"", "\xC3\xA4.pdf");
    row("attachment; filename=\"\xE4.pdf\"", "\xC3\xA4.pdf");
    row("attachment; filename*=UTF-8''%c3%a4; filename=ae", "\xC3\xA4");
    row("attachment; filename*=UTF-8''%c3; filename=ae", "ae");
    row("attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "../../etc/passwd");
    row("attachment; filename=\"..\\\\x\"", "..\\x");
    row("attachment; filename=\"no end", nullptr);
    row("", nullptr);
    row(";", nullptr);
    row("=", nullptr);
    row(";=;=", nullptr);
    row("filename=a", nullptr);
}

void TestContentDisposition::readsTheName()
{
    QFETCH(const QString, name);
    const auto read = dispositionFileName(QTest::currentDataTag());
    QCOMPARE(read.has_value(), !name.isNull());
    QCOMPARE(read.value_or(QString()), name);
}

/// The file name of each case. Left out are the cases that are about options of the library they
/// come from: form data with percent-escapes in quoted strings, and extended parameters turned off.
void TestContentDisposition::agreesWithTheConformanceData()
{
    const QString folder = qEnvironmentVariable("GLEANER_CONFORMANCE");
    if (folder.isEmpty())
        QSKIP("no conformance data");
    QFile file(folder + QStringLiteral("/content-disposition/cases.json"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    int compared = 0;
    for (const auto &value : cases) {
        const QJsonObject record = value.toObject();
        const QString group = record.value(QLatin1String("group")).toString();
        if (group.contains(QLatin1String("option")))
            continue;
        const QString field = record.value(QLatin1String("input")).toString();
        const QJsonValue expected = record.value(QLatin1String("expected"))
                                        .toObject()
                                        .value(QLatin1String("parameters"))
                                        .toObject()
                                        .value(QLatin1String("filename"));
        const auto read = dispositionFileName(field.toUtf8());
        QVERIFY2(read.has_value() == expected.isString(), qPrintable(field));
        QVERIFY2(read.value_or(QString()) == expected.toString(), qPrintable(field));
        ++compared;
    }
    QVERIFY(compared > 120);
}

void TestContentDisposition::anythingIsReadInNoTime()
{
    for (const QByteArray &piece :
        {QByteArray(";"), QByteArray("="), QByteArray("\""), QByteArray("\\"), QByteArray(";a=\""),
            QByteArray("filename*=x'"), QByteArray("%"), QByteArray(";filename=")}) {
        const QByteArray field = "attachment;filename*=UTF-8''" + piece.repeated(200'000);
        (void)dispositionFileName(field);
        (void)dispositionFileName(piece.repeated(200'000));
    }
}

QTEST_GUILESS_MAIN(TestContentDisposition)
#include "tst_contentdisposition.moc"
