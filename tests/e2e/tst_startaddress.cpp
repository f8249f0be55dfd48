// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/certificates.h"
#include "tests/support/nginx.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace gleaner::test;

namespace
{

void write(const QString &name, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(name).path()));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

/// What becomes of a start address that is not where it seems to be.
class TestStartAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesScopeWithItWhenItRedirects_data();
    void takesScopeWithItWhenItRedirects();
    void isNotTrustedWithAnUnknownAuthority();
};

void TestStartAddress::takesScopeWithItWhenItRedirects_data()
{
    QTest::addColumn<QString>("directive");
    QTest::addColumn<bool>("temporary");
    QTest::newRow("moved for good")
        << QStringLiteral("return 301 http://localhost:%1$request_uri;") << false;
    QTest::newRow("found elsewhere")
        << QStringLiteral("return 302 http://localhost:%1$request_uri;") << true;
}

void TestStartAddress::takesScopeWithItWhenItRedirects()
{
    QFETCH(const QString, directive);
    QFETCH(const bool, temporary);
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("docs/index.html")),
        "<a href=a.html>a</a> <a href=/gone>gone</a> <a href=http://127.0.0.1:1/>elsewhere</a>");
    write(folder.filePath(QStringLiteral("docs/a.html")), "<a href=deep/b.html>b</a>");
    write(folder.filePath(QStringLiteral("docs/deep/b.html")), "<p>b");
    Nginx site({folder.path(), 0, {}, {}});
    QVERIFY2(site.start(), qPrintable(site.errorString()));
    Nginx gate({folder.path(), 0, {}, directive.arg(site.port())});
    QVERIFY2(gate.start(), qPrintable(gate.errorString()));

    Program program;
    QVERIFY(program.runJson({QStringLiteral("--no-robots"), QStringLiteral("-d"),
        QStringLiteral("2"), gate.url(QStringLiteral("/docs/")).toString()}));
    QCOMPARE(program.status(), 1);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(1), QString());
    const QString origin = QStringLiteral("http://localhost:%1").arg(site.port());
    const QJsonObject start = events.of("redirected").first();
    QCOMPARE(events.of("redirected").size(), 1);
    QCOMPARE(start[QLatin1String("to")].toString(), origin + QStringLiteral("/docs/"));
    QCOMPARE(start[QLatin1String("status")].toInt(), temporary ? 302 : 301);
    // Below the folder itself, as a start origin's files are, and within two clicks of the target.
    for (const char *name : {"docs/index.html", "docs/a.html", "docs/deep/b.html"})
        QVERIFY2(QFile::exists(program.directory() + QLatin1Char('/') + QLatin1String(name)), name);
    QCOMPARE(events.of("saved").size(), 3);
    QCOMPARE(events.urls("failed"), QStringList{origin + QStringLiteral("/gone")});
    QCOMPARE(events.urls("skipped"), QStringList{QStringLiteral("http://127.0.0.1:1/")});
    QCOMPARE(gate.accessLog().size(), 1);
}

void TestStartAddress::isNotTrustedWithAnUnknownAuthority()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("index.html")), "<p>secret");
    CertificateAuthority authority;
    const Certificate certificate = authority.issue();
    QVERIFY2(authority.isValid(), qPrintable(authority.errorString()));
    Nginx nginx({folder.path(), 0, certificate, {}});
    QVERIFY2(nginx.start(), qPrintable(nginx.errorString()));

    Program program;
    QVERIFY(program.runJson({nginx.url().toString()}));
    QCOMPARE(program.status(), 3);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(3), QString());
    const QJsonObject failed = events.about(nginx.url().toString());
    QCOMPARE(failed[QLatin1String("reason")].toString(), QStringLiteral("tls"));
    QVERIFY2(!failed[QLatin1String("detail")].toString().isEmpty(), "says what is wrong with it");
    QCOMPARE(nginx.accessLog(), QList<QByteArray>());
}

QTEST_GUILESS_MAIN(TestStartAddress)
#include "tst_startaddress.moc"
