// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/converter.h"
#include "tests/discover/rewriting.h"

#include <QString>
#include <QTest>

using namespace gleaner;

namespace
{

QByteArray inCharset(const QString &text, const char *charset)
{
    QByteArray bytes(8 * text.size() + 16, '\0');
    UErrorCode error = U_ZERO_ERROR;
    const Converter converter = openConverter(charset);
    const int size = ucnv_fromUChars(converter.get(), bytes.data(), int(bytes.size()),
        reinterpret_cast<const UChar *>(text.utf16()), int(text.size()), &error);
    if (U_FAILURE(error))
        qFatal("cannot write %s", charset);
    bytes.truncate(size);
    return bytes;
}

} // namespace

/// Whatever the page's charset, nothing but addresses changes.
class TestLinkCharsets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesNothingButAddresses_data();
    void changesNothingButAddresses();
    void linksOfTheCharsetLeadToTheirFiles();
    void whatCannotBeToldIsLeftAlone();

private:
    const CopiedSite m_site;
};

void TestLinkCharsets::changesNothingButAddresses_data()
{
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QByteArray>("mark");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *charset, const QString &text, const QByteArray &mark = {}) {
        QTest::addRow("%s%s", charset, mark.isEmpty() ? "" : ", marked")
            << QByteArray(charset) << mark << text;
    };
    row("UTF-8", QStringLiteral("größe ☃ 𝄞"));
    row("UTF-8", QStringLiteral("größe ☃ 𝄞"), "\xEF\xBB\xBF");
    row("UTF-16LE", QStringLiteral("größe ☃ 𝄞"));
    row("UTF-16LE", QStringLiteral("größe ☃ 𝄞"), "\xFF\xFE");
    row("UTF-16BE", QStringLiteral("größe ☃ 𝄞"), "\xFE\xFF");
    row("windows-1252", QStringLiteral("größe € ’"));
    row("ISO-8859-2", QStringLiteral("žluťoučký"));
    row("KOI8-R", QStringLiteral("привет"));
    row("Shift_JIS", QStringLiteral("表示ソ能ﾃｽﾄ"));
    row("EUC-JP", QStringLiteral("日本語"));
    row("ISO-2022-JP", QStringLiteral("日本語と"));
    row("GBK", QStringLiteral("中文"));
    row("gb18030", QStringLiteral("中文 ǹ ☃ 𝄞"));
    row("Big5", QStringLiteral("許功蓋"));
    row("EUC-KR", QStringLiteral("한국어"));
}

void TestLinkCharsets::changesNothingButAddresses()
{
    QFETCH(const QByteArray, charset);
    QFETCH(const QByteArray, mark);
    QFETCH(const QString, text);
    const QString page = text
        + QStringLiteral("<a title='%1' href='/top.html#%1'>%1<img src=\"/z\">%1"
                         "<p style='a:url(/dir/b.png)' title='%1'>%1")
              .arg(text);
    QString wanted = page;
    wanted.replace(QStringLiteral("/top.html"), QStringLiteral("../top.html"))
        .replace(QStringLiteral("/z"), QStringLiteral("http://h.example/z"))
        .replace(QStringLiteral("/dir/b.png"), QStringLiteral("b.png"));
    const QByteArray bytes = mark + inCharset(page, charset.constData());
    const auto edits =
        rewriteLinks(m_site.page(bytes, "text/html; charset=" + charset), m_site.lookUp());
    QVERIFY(edits);
    const QByteArray result = edited(bytes, *edits);
    QCOMPARE(result.toHex(' '), (mark + inCharset(wanted, charset.constData())).toHex(' '));
    QCOMPARE(restored(result, reversePatch(bytes, *edits), bytes.size()), bytes);
}

void TestLinkCharsets::linksOfTheCharsetLeadToTheirFiles()
{
    for (const char *charset : {"UTF-8", "windows-1252", "UTF-16LE"}) {
        const QByteArray bytes = inCharset(QStringLiteral("<a href='/dir/pö.html'>é"), charset);
        const QByteArray type = QByteArray("text/html; charset=") + charset;
        const auto edits = rewriteLinks(m_site.page(bytes, type), m_site.lookUp());
        QVERIFY(edits);
        QCOMPARE(
            edited(bytes, *edits), inCharset(QStringLiteral("<a href='p%C3%B6.html'>é"), charset));
    }
    // A query is written in the page's charset.
    const QByteArray bytes = inCharset(QStringLiteral("<a href='/z?ö'>"), "windows-1252");
    const auto edits =
        rewriteLinks(m_site.page(bytes, "text/html; charset=windows-1252"), m_site.lookUp());
    QCOMPARE(edited(bytes, *edits), QByteArray("<a href='http://h.example/z?%F6'>"));
}

void TestLinkCharsets::whatCannotBeToldIsLeftAlone()
{
    // The address begins inside of a sequence of its charset that means nothing: what stands before
    // it would swallow what is written there.
    const QByteArray bytes = "\x1b$B<a href=/top.html>\x1b(B<a href=/top.html>";
    const auto edits =
        rewriteLinks(m_site.page(bytes, "text/html; charset=iso-2022-jp"), m_site.lookUp());
    if (edits) {
        const QByteArray result = edited(bytes, *edits);
        QVERIFY(result.startsWith("\x1b$B<a href=/top.html>\x1b(B<a href="));
    }
    // UTF-7 and its like are not read at all.
    const QByteArray refused = "<a href=/top.html>";
    const auto none =
        rewriteLinks(m_site.page(refused, "text/html; charset=iso-2022-kr"), m_site.lookUp());
    QVERIFY(!none || none->empty());
}

QTEST_APPLESS_MAIN(TestLinkCharsets)
#include "tst_linkcharsets.moc"
