// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/events.h"
#include "tests/app/program.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace gleaner::test;

namespace
{

/// A site with something for every option to take or leave.
void serveSite(TestServer &server)
{
    server.serve("/docs/", "text/html",
        "<img src=/logo.png> <a href=a.html>a</a> <a href=../up.html>up</a> "
        "<a href=manual.pdf>pdf</a>");
    server.serve("/docs/a.html", "text/html", "<a href=b.html>b</a>");
    server.serve("/docs/b.html", "text/html", "<a href=c.html>c</a>");
    server.serve("/docs/c.html", "text/html", "<p>c");
    server.serve("/docs/manual.pdf", "application/pdf", QByteArray(3000, 'p'));
    server.serve("/up.html", "text/html", "<p>up");
    server.serve("/logo.png", "image/png", "PNG");
}

} // namespace

/// No option is accepted and ignored. These decide what is saved, and where.
class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decideWhatIsSaved_data();
    void decideWhatIsSaved();
    void scopeReachesOtherHosts_data();
    void scopeReachesOtherHosts();
    void directoryIsByDefaultInDownloads();
};

void TestOptions::decideWhatIsSaved_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QString>("skipped"); // with the reason
    const auto row = [](const char *options, const char *saved, const char *skipped) {
        QTest::newRow(*options ? options : "nothing")
            << QString::fromUtf8(options) << QString::fromUtf8(saved) << QString::fromUtf8(skipped);
    };
    const char *everything = "/docs/ /docs/a.html /docs/b.html /docs/c.html /docs/manual.pdf "
                             "/logo.png /up.html";
    row("", everything, "");
    row("-d inf", everything, "");
    row("-d 0", "/docs/ /logo.png", "/docs/a.html=depth /docs/manual.pdf=depth /up.html=depth");
    row("-d 2", "/docs/ /docs/a.html /docs/b.html /docs/manual.pdf /logo.png /up.html",
        "/docs/c.html=depth");
    row("--scope folder",
        "/docs/ /docs/a.html /docs/b.html /docs/c.html /docs/manual.pdf /logo.png",
        "/up.html=scope");
    // What a page needs to be shown comes with it, unless it is excluded by name.
    row("--include */a.html", "/docs/ /docs/a.html /logo.png",
        "/docs/b.html=filter /docs/manual.pdf=filter /up.html=filter");
    row("--exclude */a.html --exclude *.png", "/docs/ /docs/manual.pdf /up.html",
        "/docs/a.html=filter /logo.png=filter");
    row("--types pdf", "/docs/manual.pdf",
        "/docs/=type /docs/a.html=type /docs/b.html=type /docs/c.html=type /logo.png=type "
        "/up.html=type");
    row("--types images,documents", "/docs/manual.pdf /logo.png",
        "/docs/=type /docs/a.html=type /docs/b.html=type /docs/c.html=type /up.html=type");
    row("--max-size 2K", "/docs/ /docs/a.html /docs/b.html /docs/c.html /logo.png /up.html",
        "/docs/manual.pdf=size");
}

void TestOptions::decideWhatIsSaved()
{
    QFETCH(const QString, options);
    QFETCH(const QString, saved);
    QFETCH(const QString, skipped);
    TestServer server;
    serveSite(server);
    Program program;
    QVERIFY(program.runJson(
        words(options.toUtf8().constData()) + QStringList{text(server.url("/docs/"))}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    const QString origin = text(server.url()).chopped(1);
    QCOMPARE(events.urls("saved").join(u' ').remove(origin), saved);
    QStringList found;
    for (const QJsonObject &event : events.of("skipped"))
        found.append(event[QLatin1String("url")].toString() + u'='
            + event[QLatin1String("reason")].toString());
    found.sort();
    QCOMPARE(found.join(u' ').remove(origin), skipped);
}

void TestOptions::scopeReachesOtherHosts_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QStringList>("saved");
    const QStringList here{QStringLiteral("index.html")};
    const QStringList both{QStringLiteral("+"), QStringLiteral("index.html")};
    QTest::newRow("host") << QStringLiteral("host") << here;
    QTest::newRow("domain") << QStringLiteral("domain") << here;
    QTest::newRow("any") << QStringLiteral("any") << both;
}

void TestOptions::scopeReachesOtherHosts()
{
    QFETCH(const QString, scope);
    QFETCH(QStringList, saved);
    TestServer other;
    other.serve("/", "text/html", "<p>other");
    TestServer server;
    server.serve("/", "text/html", "<a href=" + other.url("/", "localhost").toEncoded() + ">x</a>");
    saved.replaceInStrings(
        QStringLiteral("+"), QStringLiteral("+localhost_%1/index.html").arg(other.port()));
    Program program;
    QVERIFY(program.runJson({QStringLiteral("--scope"), scope, text(server.url())}));
    QCOMPARE(program.status(), 0);
    const Events events(program.output());
    QCOMPARE(events.whatIsWrong(0), QString());
    QStringList paths;
    for (const QJsonObject &event : events.of("saved"))
        paths.append(event[QLatin1String("path")].toString());
    paths.sort();
    QCOMPARE(paths, saved);
}

void TestOptions::directoryIsByDefaultInDownloads()
{
    TestServer server;
    server.serve("/", "text/html", "<p>a");
    Program program;
    QVERIFY(program.run({QStringLiteral("--headless"), text(server.url())}));
    QCOMPARE(program.status(), 0);
    QVERIFY2(program.everythingMade().contains(QStringLiteral("Downloads/127.0.0.1/index.html")),
        qPrintable(program.everythingMade().join(u' ')));
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
