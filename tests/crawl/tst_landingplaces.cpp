// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/namekey.h"
#include "tests/crawl/crawling.h"
#include "tests/save/harmless.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace gleaner;
using namespace gleaner::test;

/// Where bytes land, whatever a site calls them: what has gone wrong in other programs, case by
/// case.
class TestLandingPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRedirectToAHiddenNameMakesNone();
    void aRedirectToAnotherSchemeIsNotFollowed();
    void aLinkPlacedBeforehandIsNotWrittenThrough();
    void aFolderSwappedForALinkIsNotWrittenThrough();
    void namesStayInsideAndApart_data();
    void namesStayInsideAndApart();
    void naughtyNamesStayInsideAndApart();
    void noAddressMeetsOurOwnFiles();
    void aRedirectToTheSameNameLeavesTheContent();
    void whatIsNotWantedHasNoName();

private:
    /// Follows these links of a start page, to files with contents of their own; where they lie.
    static void follow(Crawling &crawling, const QByteArrayList &links);
    /// Every saved file lies below the folder, has the bytes of its address and a name of its own.
    static void check(const Crawling &crawling);
};

void TestLandingPlaces::follow(Crawling &crawling, const QByteArrayList &links)
{
    const Address start = Address::parse("http://h/").value();
    QByteArrayList written;
    for (const QByteArray &link : links) {
        const auto address = start.resolve(link);
        QVERIFY2(address, link.constData());
        crawling.web.serve(
            address->bytes(), "application/octet-stream", "content of " + address->bytes());
        written.append(QString::fromUtf8(link).toHtmlEscaped().toUtf8());
    }
    crawling.web.page("http://h/", written);
    crawling.job.maxTotalSize.reset();
    RAN(crawling);
}

void TestLandingPlaces::check(const Crawling &crawling)
{
    const QString root = QFileInfo(crawling.job.directory).canonicalFilePath();
    QSet<QByteArray> keys;
    int saved = 0;
    for (const Record &record : crawling.follower.records) {
        if (record.state != RecordState::Saved)
            continue;
        ++saved;
        const QByteArray path = record.path.toUtf8();
        for (const QByteArray &name : path.split('/')) {
            const QByteArray harm = harmOf(name);
            QVERIFY2(harm.isEmpty(), (path + ": " + harm).constData());
        }
        const QString real =
            QFileInfo(crawling.job.directory + u'/' + record.path).canonicalFilePath();
        QCOMPARE(real, root + u'/' + record.path);
        QVERIFY2(!keys.contains(nameKey(path)), path.constData());
        keys.insert(nameKey(path));
        if (record.address.path() != QByteArrayView("/"))
            QCOMPARE(crawling.read(path), "content of " + record.address.bytes());
    }
    QCOMPARE(crawling.files().size(), saved);
    QCOMPARE(crawling.follower.totals.failed, 0);
}

/// wget CVE-2010-2252, lftp CVE-2010-2251
void TestLandingPlaces::aRedirectToAHiddenNameMakesNone()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"a"});
    crawling.web.redirect("http://h/a", "/.bashrc");
    crawling.web.serve("http://h/.bashrc", "application/octet-stream", "evil");
    RAN(crawling);
    QCOMPARE(crawling.files(), (QByteArrayList{"%2Ebashrc", "index.html"}));
}

/// wget CVE-2016-4971
void TestLandingPlaces::aRedirectToAnotherSchemeIsNotFollowed()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"a"});
    crawling.web.redirect("http://h/a", "ftp://h/.bash_profile");
    RAN(crawling);
    QCOMPARE(crawling.of("ftp://h/.bash_profile"), QByteArray("skipped scheme"));
    QCOMPARE(crawling.files(), QByteArrayList{"index.html"});
}

/// wget CVE-2014-4877
void TestLandingPlaces::aLinkPlacedBeforehandIsNotWrittenThrough()
{
    Crawling crawling;
    const QString outside = crawling.job.directory + QStringLiteral("-outside");
    QVERIFY(QDir().mkpath(outside) && QDir().mkpath(crawling.job.directory));
    QVERIFY(QFile::link(outside, crawling.job.directory + QStringLiteral("/x")));
    QVERIFY(QFile::link(
        outside + QStringLiteral("/new"), crawling.job.directory + QStringLiteral("/z")));
    crawling.web.page("http://h/", {"x/y", "z", "w"});
    for (const char *address : {"http://h/x/y", "http://h/z", "http://h/w"})
        crawling.web.serve(address, "application/octet-stream", "theirs");
    RAN(crawling);
    QCOMPARE(crawling.of("http://h/x/y"), QByteArray("failed name"));
    QCOMPARE(crawling.of("http://h/z"), QByteArray("saved"));
    QCOMPARE(crawling.of("http://h/w"), QByteArray("saved"));
    QCOMPARE(filesBelow(outside), QByteArrayList());
}

/// The same while it runs: whatever the folder is swapped for, nothing lands behind it.
void TestLandingPlaces::aFolderSwappedForALinkIsNotWrittenThrough()
{
    Crawling crawling;
    const QString outside = crawling.job.directory + QStringLiteral("-outside");
    const QString folder = crawling.job.directory + QStringLiteral("/x");
    QVERIFY(QDir().mkpath(outside));
    crawling.web.page("http://h/", {"x/1", "x/2", "x/deep/3"});
    for (const char *address : {"http://h/x/1", "http://h/x/2", "http://h/x/deep/3"})
        crawling.web.serve(address, "application/octet-stream", address);
    crawling.web.hold("http://h/x/2");
    crawling.web.hold("http://h/x/deep/3");
    crawling.start();
    QVERIFY(waitFor([&] { return crawling.of("http://h/x/1") == "saved"; }));
    QVERIFY(QFile::rename(folder, crawling.job.directory + QStringLiteral("/away")));
    QVERIFY(QFile::link(outside, folder));
    crawling.web.releaseAll();
    FINISHED(crawling);
    QCOMPARE(filesBelow(outside), QByteArrayList());
    QVERIFY(QFileInfo(folder).isSymLink());
}

void TestLandingPlaces::namesStayInsideAndApart_data()
{
    QTest::addColumn<QByteArrayList>("links");
    const auto row = [](const char *name, const QByteArrayList &links) {
        QTest::newRow(name) << links;
    };
    row("backslash and colon (curl CVE-2010-3842, 2016-0754)",
        {"..\\..\\x", "/C:x", "/x:stream", "/x%5Cstream", "/a%3Ab", "/a:b?c:d"});
    row("decoded after the split (wcurl CVE-2025-11563)",
        {"/a/..%2f..%2fx", "/%2e%2e/%2e%2e/y", "/..%5cx", "/%252e%252e/", "/..%2f..%2fx",
            "/%2e%2e%2fx", "/....//x", "/..;/x", "/%c0%ae%c0%ae/x"});
    row("names of a listing (lftp CVE-2018-10916)",
        {"/d/..", "/d/-rf", "/d//abs", "/d/~", "/d/*", "/d/%20", "/d/.", "/d/%2e%2e%2e"});
    row("case", {"/A", "/a", "/README", "/readme", "/Docs/x", "/docs/x", "/docs/X"});
    row("composed and decomposed", {"/%C3%A9", "/e%CC%81", "/E%CC%81", "/%E9"});
    row("reserved",
        {"/CON", "/con", "/nul.txt", "/aux.", "/COM%C2%B9", "/com1", "/lpt9.tar.gz", "/con%20.txt",
            "/conin$", "/a/prn/b"});
    row("ends", {"/a.", "/a%20", "/a", "/a..", "/a.%20", "/%20a", "/%2ea", "/.a"});
    row("overlong",
        {"/" + QByteArray(300, 'a'), "/" + QByteArray(300, 'a') + "b",
            "/" + QByteArray("%E4%BD%A0").repeated(100), "/" + QByteArray("/a").repeated(2048),
            "/" + QByteArray("/b").repeated(2048) + "/c", "/?" + QByteArray(300, 'q')});
    row("queries", {"/p?a=1", "/p?a=2", "/p?a=/../x", "/p?", "/p", "/p%3Fa=1", "/p?a%3D1"});
    row("file and folder (wget mkalldirs)", {"/a", "/a/", "/a/b", "/a/b/c", "/a/b/c/", "/a//b"});
    row("not UTF-8", {"/%FF", "/%ff", "/%25FF", "/%C3", "/%C3%28", "/%00", "/%2500", "/a%00b"});
    row("marks of ours", {"/a~1a2b3c4d", "/a%7E1a2b3c4d", "/a~1a2b3c4d.txt"});
}

void TestLandingPlaces::namesStayInsideAndApart()
{
    QFETCH(const QByteArrayList, links);
    Crawling crawling;
    follow(crawling, links);
    check(crawling);
    QVERIFY(crawling.follower.totals.saved > 1);
}

void TestLandingPlaces::naughtyNamesStayInsideAndApart()
{
    const QString folder = qEnvironmentVariable("GLEANER_CONFORMANCE");
    if (folder.isEmpty())
        QSKIP("no conformance data");
    QFile file(folder + QStringLiteral("/naughty-strings/blns.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray strings = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(strings.size() > 400);
    QByteArrayList links;
    for (const auto &string : strings) {
        const QByteArray bytes = string.toString().toUtf8();
        links.append("/n/" + bytes.toPercentEncoding());
        links.append("/q?" + bytes.toPercentEncoding());
    }
    Crawling crawling;
    follow(crawling, links);
    check(crawling);
    QVERIFY(crawling.follower.totals.saved > 900);
}

/// HTTrack #842, #774, #859
void TestLandingPlaces::noAddressMeetsOurOwnFiles()
{
    Crawling crawling;
    const QTemporaryDir state;
    crawling.job.stateDirectory = state.path();
    follow(crawling,
        {"/.gleaner", "/.GLEANER", "/%2Egleaner", "/a.part", "/a.part%20", "/a.PART", "/a.2.part",
            "/a", "/.gleaner/x"});
    check(crawling);
    QFile marker(crawling.job.directory + QStringLiteral("/.gleaner"));
    QVERIFY(marker.open(QIODevice::ReadOnly));
    QVERIFY(!marker.readAll().contains("content of"));
}

/// HTTrack #159
void TestLandingPlaces::aRedirectToTheSameNameLeavesTheContent()
{
    Crawling crawling;
    crawling.web.page("http://h/", {"p", "q"});
    crawling.web.redirect("http://h/p", "/p/");
    crawling.web.serve("http://h/p/", "text/html", "<p>of p");
    crawling.web.redirect("http://h/q", "/q?x");
    crawling.web.serve("http://h/q?x", "text/html", "<p>of q");
    RAN(crawling);
    QCOMPARE(crawling.read("p/index.html"), QByteArray("<p>of p"));
    QCOMPARE(crawling.read("q%3Fx.html"), QByteArray("<p>of q"));
    QCOMPARE(crawling.files().size(), 3);
}

/// wget CVE-2016-7098
void TestLandingPlaces::whatIsNotWantedHasNoName()
{
    Crawling crawling;
    crawling.job.types = TypeSelection::fromList("images").value();
    crawling.web.page("http://h/", {"a.pdf", "b.png"});
    crawling.web.serveEndless("http://h/a.pdf", "application/pdf");
    crawling.web.image("http://h/b.png");
    bool wasSeen = false;
    crawling.onBatch = [&] {
        for (const QByteArray &file : crawling.files())
            wasSeen = wasSeen || file.startsWith("a.pdf") || file.startsWith("index");
    };
    RAN(crawling);
    QVERIFY(!wasSeen);
    QCOMPARE(crawling.of("http://h/a.pdf"), QByteArray("skipped type"));
    QCOMPARE(crawling.files(), QByteArrayList{"b.png"});
}

QTEST_GUILESS_MAIN(TestLandingPlaces)
#include "tst_landingplaces.moc"
