// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discover/foundlinks.h"

#include <QTest>

using namespace gleaner;

using Lines = QList<QByteArray>;

/// Places that name an address on few pages only; tst_htmllinks has the common ones.
class TestRarePlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThemToo_data();
    void findsThemToo();
    void knowsEveryLazyLoadingAttribute_data();
    void knowsEveryLazyLoadingAttribute();
    void hintsMustLookLikeAnAddress();
};

void TestRarePlaces::findsThemToo_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<Lines>("links");
    const auto row = [](const char *name, const char *page, const Lines &links) {
        QTest::newRow(name) << QByteArray(page) << links;
    };
    row("style properties of SVG",
        "<svg><path fill='url(a.svg#p)' stroke='red' filter='url(&quot;b.svg#f&quot;)'"
        " mask='url(#m)' marker-end='url(c.svg#x)' cursor='url(d.cur), auto'/></svg>",
        {"requisite /dir/a.svg (* url())", "requisite /dir/b.svg (* url())",
            "requisite /dir/c.svg (* url())", "requisite /dir/d.cur (* url())"});
    row("such a name outside of SVG is none", "<p fill='url(a)' filter='url(b)'>", {});
    row("a base does not make a picture of SVG's own parts",
        "<base href=/b/><svg><path fill='url(#p)'/><use href='#i'/></svg>", {});
    row("links of MathML", "<math altimg=a><mi href=b>x</mi><mrow xlink:href=c></mrow></math>",
        {"requisite /dir/a (math altimg)", "navigation /dir/b (mi href)",
            "requisite /dir/c (* xlink:href)"});
    row("a base in a template is none", "<template><base href=/b/></template><a href=a>",
        {"navigation /dir/a (a href)"});
    row("a base behind a template is one",
        "<template><template></template></template><base href=/b/><a href=a>",
        {"navigation /b/a (a href)"});
    row("Windows' live tiles",
        "<meta name=msapplication-notification content='frequency=30;polling-uri=a;polling-uri2=b'>"
        "<meta name=msapplication-badge content='frequency=60; polling-uri=c'>"
        "<meta name=msapplication-square150x150logo content=d>",
        {"requisite /dir/a (meta polling-uri)", "requisite /dir/b (meta polling-uri)",
            "requisite /dir/c (meta polling-uri)",
            "requisite /dir/d (meta msapplication-square150x150logo)"});
    row("no configuration file", "<meta name=msapplication-config content=' none '>", {});
    row("a lazy background", "<div data-background-image=\"url('a.png')\" data-background=b.png>",
        {"requisite /dir/a.png (* url())", "requisite /dir/b.png (* data-background)"});
    row("lazy frames", "<iframe data-src=a data-lazy-src=b></iframe>",
        {"navigation /dir/a (iframe data-src)", "navigation /dir/b (iframe data-lazy-src)"});
    row("conditional comments that others see", "<![if !IE]><img src=a><![endif]>",
        {"requisite /dir/a (img src)"});
    row("old frames' content is text, as in browsers", "<noframes><a href=x></noframes>", {});
}

void TestRarePlaces::findsThemToo()
{
    QFETCH(QByteArray, page);
    QFETCH(Lines, links);
    QCOMPARE(linksIn(page, "text/html; charset=utf-8"), links);
}

void TestRarePlaces::knowsEveryLazyLoadingAttribute_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
        {"data-src", "data-original", "data-lazy", "data-lazy-src", "data-lazyload", "data-bg",
            "data-bg-src", "data-background", "data-background-image", "data-poster", "data-thumb",
            "data-hi-res-src", "data-echo", "data-cfsrc", "data-flickity-lazyload", "data-full-src",
            "data-image", "data-image-src", "data-img-src", "data-large-file", "data-large_image",
            "data-medium-file", "data-orig-file", "data-pagespeed-lazy-src", "data-retina",
            "data-src-retina", "data-zoom-image", "data-srcset", "data-lazy-srcset",
            "data-original-set", "data-bgset", "data-flickity-lazyload-srcset"})
        QTest::newRow(name) << QByteArray(name);
}

void TestRarePlaces::knowsEveryLazyLoadingAttribute()
{
    QFETCH(QByteArray, name);
    QCOMPARE(linksIn("<img alt=x " + name + "='a/b.png'>"),
        Lines{"requisite /dir/a/b.png (img " + name + ')'});
}

void TestRarePlaces::hintsMustLookLikeAnAddress()
{
    QCOMPARE(
        linksIn("<img data-lazy=true data-image=7 data-retina data-zoom-image='{\"a\":\"b.c\"}'>"),
        Lines());
}

QTEST_APPLESS_MAIN(TestRarePlaces)
#include "tst_rareplaces.moc"
