// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/documenttype.h"
#include "core/discover/sniff.h"
#include "tests/discover/foundlinks.h"

#include <QTest>

using namespace gleaner;

Q_DECLARE_METATYPE(gleaner::DocumentType)

namespace
{

Address at(const QByteArray &path)
{
    return *Address::parse("http://h.example" + path);
}

QByteArray png()
{
    return QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + "<a href=/inside.html>";
}

} // namespace

/// Content-Type and bytes decide together what a body is read as.
class TestDocumentType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhichTypesMayHoldLinks_data();
    void knowsWhichTypesMayHoldLinks();
    void longTextIsDataUnlessItsNameSaysOtherwise();
    void typeAndBytesMustAgree_data();
    void typeAndBytesMustAgree();
    void knowsBinaryFilesByTheirSignature_data();
    void knowsBinaryFilesByTheirSignature();
    void findsNothingInAPictureThatIsCalledAPage();
};

void TestDocumentType::knowsWhichTypesMayHoldLinks_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *type, const char *path, bool holds) {
        QTest::addRow("%s %s", type, path) << QByteArray(type) << QByteArray(path) << holds;
    };
    row("text/html; charset=x", "/a", true);
    row("TEXT/CSS", "/a", true);
    row("application/x+xml", "/a", true);
    row("image/png", "/a.html", false);
    row("image/svg+xml", "/a", true);
    row("", "/a.html", true);
    row("", "/a.aspx", true);
    row("", "/a", true);
    row("", "/", true);
    row("", "/a.iso", false);
    row("application/octet-stream", "/a.css", true);
    row("application/octet-stream", "/a", false);
    row("application/octet-stream", "/sitemap.xml.gz", true);
    row("application/octet-stream", "/sitemap-1.gz", true);
    row("application/gzip", "/a.tar.gz", false);
    row("application/json", "/a.json", true);
    row("application/json", "/manifest.json", true);
    row("text/plain", "/a.txt", true);
    row("text/plain", "/sitemap.txt", true);
    row("text/plain", "/a.c", false);
    row("text/plain", "/a.html", false);
    row("text/plain", "/a.m3u8", true);
    row("text/javascript", "/a.js", false);
    row("", "/a.js", false);
    row("not a type", "/a.htm", true);
}

void TestDocumentType::knowsWhichTypesMayHoldLinks()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, path);
    QFETCH(bool, holds);
    QCOMPARE(holdsLinks(type, at(path)), holds);
}

void TestDocumentType::longTextIsDataUnlessItsNameSaysOtherwise()
{
    QVERIFY(holdsLinks("text/plain", at("/a.txt"), MaxUnnamedList));
    QVERIFY(!holdsLinks("text/plain", at("/a.txt"), MaxUnnamedList + 1));
    QVERIFY(!holdsLinks("application/json", at("/a.json"), MaxUnnamedList + 1));
    QVERIFY(holdsLinks("text/plain", at("/sitemap1.txt"), MaxUnnamedList + 1));
    QVERIFY(holdsLinks("text/uri-list", at("/a"), MaxUnnamedList + 1));
    QVERIFY(holdsLinks("text/html", at("/a"), MaxUnnamedList + 1));
}

void TestDocumentType::typeAndBytesMustAgree_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<DocumentType>("is");
    const auto row = [](const char *name, const char *type, const char *path,
                         const QByteArray &bytes, DocumentType is) {
        QTest::newRow(name) << QByteArray(type) << QByteArray(path) << bytes << is;
    };
    using Type = DocumentType;
    const QByteArray page = "<!doctype html><a href=x>";
    const QByteArray sitemap = "<?xml version='1.0'?><urlset/>";
    const QByteArray gzip("\x1F\x8B\x08\0\0", 5);

    row("a page", "text/html", "/a", page, Type::Html);
    row("a picture that is called a page", "text/html", "/a.html", png(), Type::None);
    row("a page that is called a picture", "image/png", "/a.html", page, Type::None);
    row("a page that is called text", "text/plain", "/a.html", page, Type::None);
    row("a page that is called nothing", "", "/a", " \n" + page, Type::Html);
    row("a tag that is called nothing", "", "/a", "<BODY >", Type::Html);
    row("a picture that is called nothing", "", "/a", png(), Type::None);
    row("a PDF file that is called a page", "text/html", "/a", "%PDF-1.4 <a href=x>", Type::None);
    row("a style sheet that is called nothing", "", "/a.css", "a{}", Type::Css);
    row("a font that is called a style sheet", "text/css", "/a.css", QByteArray("wOF2\0\1", 6),
        Type::None);
    row("a page with a stray control byte", "text/html", "/a", "B\x01<a href=x>", Type::Html);
    row("a page that begins like a bitmap", "text/html", "/a", "BMX bikes <a href=x>", Type::Html);
    row("a page with NUL bytes", "text/html", "/a", QByteArray("\0<a href=x>", 11), Type::Html);

    row("a sitemap", "application/xml", "/a", sitemap, Type::Sitemap);
    row("a sitemap that is called nothing", "", "/a.xml", sitemap, Type::Sitemap);
    row("a sitemap that is called a page", "text/html", "/a", "\xEF\xBB\xBF" + sitemap,
        Type::Sitemap);
    row("a sitemap that is called text", "text/plain", "/a.xml", sitemap, Type::Sitemap);
    row("other XML that is called text", "text/plain", "/a.xml", "<x/>", Type::None);
    row("a packed sitemap that is called XML", "text/xml", "/sitemap.xml", gzip, Type::Gzip);
    row("a packed page", "text/html", "/a", gzip, Type::None);
    row("a feed", "application/rss+xml", "/a", "<rss/>", Type::Feed);
    row("a feed that is called a page", "text/html", "/a", "<rss version='2.0'>", Type::Feed);
    row("a feed of another kind", "", "/a", "<?xml version='1.0'?><rdf:RDF/>", Type::Feed);
    row("a page that is called a feed", "application/rss+xml", "/a", page, Type::Xhtml);
    row("XHTML that is called a page", "text/html", "/a", "<?xml version='1.0'?><html/>",
        Type::Html);
    row("a video manifest", "application/dash+xml", "/a", "<MPD/>", Type::Dash);

    row("JSON of any kind", "application/json", "/a", "{\"url\":\"/x\"}", Type::None);
    row("JSON that is a manifest by name", "application/json", "/manifest.json", "{}",
        Type::Manifest);
    row("JSON that is a manifest by content", "application/json", "/site",
        "{\"short_name\":\"x\",\"icons\":[]}", Type::Manifest);
    row("JSON that is a feed", "application/json", "/feed.json",
        "{\"version\":\"https://jsonfeed.org/version/1.1\"}", Type::JsonFeed);
    row("a playlist that is called text", "text/plain", "/a.m3u8", "#EXTM3U", Type::Playlist);
    row("a script", "text/javascript", "/a", "'a.png'", Type::Script);
}

void TestDocumentType::typeAndBytesMustAgree()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, bytes);
    QFETCH(DocumentType, is);
    QCOMPARE(int(documentType(type, at(path), bytes)), int(is));
}

void TestDocumentType::knowsBinaryFilesByTheirSignature_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("binary");
    const auto row = [](const char *name, const QByteArray &bytes, bool binary) {
        QTest::newRow(name) << bytes << binary;
    };
    row("PNG", png(), true);
    row("JPEG", QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF", 10), true);
    row("GIF", QByteArray("GIF89a\1\0\1\0", 10), true);
    row("WebP", QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), true);
    row("MP4",
        QByteArray("\0\0\0\x18"
                   "ftypmp42",
            12),
        true);
    row("WebM", QByteArray("\x1A\x45\xDF\xA3\x01", 5), true);
    row("MP3", QByteArray("ID3\4\0\0", 6), true);
    row("WOFF", QByteArray("wOFF\0\1\0\0", 8), true);
    row("ZIP", QByteArray("PK\3\4\x14\0", 6), true);
    row("PDF", "%PDF-1.7", true);
    row("a text that begins with ID3", "ID3 tags explained", false);
    row("a text with a signature further on", QByteArray("see GIF89a\0", 11), false);
    row("nothing", "", false);
    row("UTF-16", QByteArray("\xFF\xFE<\0a\0", 6), false);
}

void TestDocumentType::knowsBinaryFilesByTheirSignature()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, binary);
    QCOMPARE(looksBinary(bytes), binary);
}

void TestDocumentType::findsNothingInAPictureThatIsCalledAPage()
{
    QCOMPARE(linksIn(png(), "text/html"), QList<QByteArray>());
    QCOMPARE(linksIn(png().mid(16), "text/html").size(), 1);
}

QTEST_APPLESS_MAIN(TestDocumentType)
#include "tst_documenttype.moc"
