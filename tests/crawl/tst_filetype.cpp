// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/filetype.h"

#include "core/url/address.h"

#include <QTest>

using namespace gleaner;

namespace
{

Address at(const QByteArray &path)
{
    return Address::parse("http://h/" + path).value();
}

} // namespace

class TestFileType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheEssence_data();
    void readsTheEssence();
    void judgesAnAnswer_data();
    void judgesAnAnswer();
    void judgesAnAddressAlone_data();
    void judgesAnAddressAlone();
    void readsAList_data();
    void readsAList();
    void keepsWhatWasSelected_data();
    void keepsWhatWasSelected();
};

void TestFileType::readsTheEssence_data()
{
    QTest::addColumn<QByteArray>("essence");
    QTest::newRow("text/html") << QByteArray("text/html");
    QTest::newRow("Text/HTML; charset=x") << QByteArray("text/html");
    QTest::newRow("  text/css ;x") << QByteArray("text/css");
    QTest::newRow(";charset=utf-8") << QByteArray();
    QTest::newRow("") << QByteArray();
}

void TestFileType::readsTheEssence()
{
    QTEST(mimeEssence(QTest::currentDataTag()), "essence");
}

void TestFileType::judgesAnAnswer_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *type, const char *path, FileType expected) {
        QTest::addRow("%s as %s", path, type)
            << QByteArray(type) << QByteArray(path) << int(expected);
    };
    row("text/html", "x", FileType::Pages);
    row("TEXT/HTML;charset=utf-8", "x.png", FileType::Pages);
    row("application/xhtml+xml", "x", FileType::Pages);
    row("image/png", "x.html", FileType::Images);
    row("image/svg+xml", "x", FileType::Images);
    row("text/css", "x", FileType::Styles);
    row("application/javascript", "x", FileType::Scripts);
    row("text/javascript", "x", FileType::Scripts);
    row("application/x-javascript", "x", FileType::Scripts);
    row("application/wasm", "x", FileType::Scripts);
    row("font/woff2", "x", FileType::Fonts);
    row("application/x-font-ttf", "x", FileType::Fonts);
    row("video/mp4", "x", FileType::Media);
    row("audio/ogg", "x", FileType::Media);
    row("application/pdf", "x", FileType::Documents);
    row("text/plain", "x", FileType::Documents);
    row("text/plain", "x.iso", FileType::Archives);
    row("application/octet-stream", "x.zip", FileType::Archives);
    row("application/octet-stream", "x.tar.GZ", FileType::Archives);
    row("application/octet-stream", "x", FileType::Other);
    // A page is what the server calls one.
    row("application/octet-stream", "x.html", FileType::Other);
    row("", "x.html", FileType::Pages);
    row("", "x.jpeg?y", FileType::Images);
    row("", "x", FileType::Other);
    row("", "", FileType::Other);
    row("", "x.", FileType::Other);
    row("", "a.zip/x", FileType::Other);
    row("nonsense", "x.css", FileType::Styles);
}

void TestFileType::judgesAnAnswer()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, path);
    QTEST(int(fileTypeOf(type, at(path))), "expected");
}

void TestFileType::judgesAnAddressAlone_data()
{
    QTest::addColumn<int>("expected");
    QTest::newRow("a.html") << int(FileType::Pages);
    QTest::newRow("a.PHP?x=1") << int(FileType::Pages);
    QTest::newRow("a.iso") << int(FileType::Archives);
    QTest::newRow("a") << -1;
    QTest::newRow("a.unheard-of") << -1;
    QTest::newRow("") << -1;
    QTest::newRow("a.zip/") << -1;
    QTest::newRow("?a.zip") << -1;
}

void TestFileType::judgesAnAddressAlone()
{
    const auto type = fileTypeByExtension(at(QTest::currentDataTag()));
    QTEST(type ? int(*type) : -1, "expected");
}

void TestFileType::readsAList_data()
{
    QTest::addColumn<int>("types");
    QTest::addColumn<int>("extensions");
    QTest::newRow("pages") << 1 << 0;
    QTest::newRow("pages,images,styles,scripts,fonts,media,documents,archives,other") << 9 << 0;
    QTest::newRow("pdf") << 0 << 1;
    QTest::newRow("Pages, .PDF ,iso") << 1 << 2;
    QTest::newRow("pages,pages,pdf,.pdf") << 1 << 1;
    QTest::newRow("") << -1 << -1;
    QTest::newRow(",") << -1 << -1;
    QTest::newRow("pages,") << -1 << -1;
    QTest::newRow("pages,,pdf") << -1 << -1;
    QTest::newRow(".") << -1 << -1;
}

void TestFileType::readsAList()
{
    const auto selection = TypeSelection::fromList(QTest::currentDataTag());
    QTEST(selection ? int(selection->types.size()) : -1, "types");
    QTEST(selection ? int(selection->extensions.size()) : -1, "extensions");
}

void TestFileType::keepsWhatWasSelected_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *list, const char *type, const char *path, bool kept) {
        QTest::addRow("%s: %s as %s", list, path, type)
            << QByteArray(list) << QByteArray(type) << QByteArray(path) << kept;
    };
    row("images", "image/png", "x", true);
    row("images", "text/html", "x.png", false);
    row("images", "", "x.png", true);
    row("pdf", "application/pdf", "x.pdf", true);
    row("pdf", "application/pdf", "x.PDF?a", true);
    row("pdf", "application/pdf", "x", false);
    row("pdf,images", "image/gif", "x", true);
    row("other", "application/octet-stream", "x", true);
    row("other", "text/html", "x", false);
}

void TestFileType::keepsWhatWasSelected()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, path);
    const TypeSelection selection = TypeSelection::fromList(list).value();
    QVERIFY(!selection.isEverything());
    QTEST(selection.keeps(type, at(path)), "kept");
    QVERIFY(TypeSelection().keeps(type, at(path)));
}

QTEST_GUILESS_MAIN(TestFileType)
#include "tst_filetype.moc"
