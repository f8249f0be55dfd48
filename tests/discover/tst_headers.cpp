// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/headers.h"
#include "tests/discover/foundlinks.h"

#include <QTest>

using namespace gleaner;

using Lines = QList<QByteArray>;

namespace
{

Lines linesOf(const std::vector<Link> &links)
{
    Discovery discovery;
    discovery.links = links;
    return linesOf(discovery);
}

const Address kPage = *Address::parse("http://h.example/dir/page");

} // namespace

class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLinkHeaders_data();
    void readsLinkHeaders();
    void readsTheOtherHeaders();
};

void TestHeaders::readsLinkHeaders_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Lines>("links");
    const auto row = [](const char *name, const char *value, const Lines &links) {
        QTest::newRow(name) << QByteArray(value) << links;
    };
    row("one", "<a>; rel=next", {"navigation /dir/a (Link: header)"});
    row("several", "<a,b>; rel=\"preload\"; as=style , </c>;rel='x',<d>; rel=canonical",
        {"requisite /dir/a,b (Link: header)", "navigation /c (Link: header)",
            "alternate /dir/d (Link: header)"});
    row("quoted commas", "<a>; title=\"x, <y>; rel=no\"; rel=prev",
        {"navigation /dir/a (Link: header)"});
    row("a link from elsewhere", "<a>; rel=next; anchor=\"/x\"", {});
    row("no relation", "<a>", {});
    row("a picture in several sizes",
        "<a>; rel=preload; as=image; imagesrcset=\"b 1x, c 2x\"; imagesizes=\"50vw\"",
        {"requisite /dir/a (Link: header)", "requisite /dir/b (Link: header)",
            "requisite /dir/c (Link: header)"});
    row("nothing to fetch", "<mailto:a@b>; rel=author, <data:,x>; rel=icon, < javascript:x>; rel=x",
        {});
    row("only a hint", "<//a>; rel=preconnect", {});
    row("rubbish", ",,;<", {});
}

void TestHeaders::readsLinkHeaders()
{
    QFETCH(QByteArray, value);
    QFETCH(Lines, links);
    QCOMPARE(linesOf(linkHeaderLinks(value, kPage)), links);
}

void TestHeaders::readsTheOtherHeaders()
{
    QCOMPARE(
        linesOf(refreshHeaderLinks("5; url=/a", kPage)), Lines{"navigation /a (Refresh: header)"});
    QCOMPARE(linesOf(refreshHeaderLinks("5", kPage)), Lines{});
    QCOMPARE(linesOf(refreshHeaderLinks("5; url=javascript:x", kPage)), Lines{});
    QCOMPARE(linesOf(contentLocationLinks("data:,x", kPage)), Lines{});
    QCOMPARE(refreshTarget("0;url = 'a;b' c"), QByteArrayView("a;b"));
    QCOMPARE(refreshTarget("0 unless"), QByteArrayView("unless"));
    QCOMPARE(refreshTarget("x;url=a"), QByteArrayView());
    QCOMPARE(linesOf(contentLocationLinks("page.de", kPage)),
        Lines{"alternate /dir/page.de (Content-Location: header)"});
    QCOMPARE(linesOf(contentLocationLinks("/dir/page", kPage)), Lines{});
}

QTEST_APPLESS_MAIN(TestHeaders)
#include "tst_headers.moc"
