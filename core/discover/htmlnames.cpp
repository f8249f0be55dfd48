// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmlnames.h"

#include "core/discover/ascii.h"

#include <array>
#include <string_view>

namespace gleaner
{

namespace
{

struct Name {
    std::string_view text;
    quint8 id;
};

constexpr Name row(std::string_view text, Element id)
{
    return {text, quint8(id)};
}

constexpr Name row(std::string_view text, Attribute id)
{
    return {text, quint8(id)};
}

constexpr Name kElements[] = {
    row("a", Element::A),
    row("annotation-xml", Element::AnnotationXml),
    row("applet", Element::Applet),
    row("area", Element::Area),
    row("audio", Element::Audio),
    row("base", Element::Base),
    row("bgsound", Element::Bgsound),
    row("body", Element::Body),
    row("desc", Element::Desc),
    row("embed", Element::Embed),
    row("feimage", Element::Feimage),
    row("font", Element::Font),
    row("foreignobject", Element::Foreignobject),
    row("frame", Element::Frame),
    row("head", Element::Head),
    row("html", Element::Html),
    row("iframe", Element::Iframe),
    row("image", Element::Image),
    row("img", Element::Img),
    row("input", Element::Input),
    row("link", Element::Link),
    row("math", Element::Math),
    row("meta", Element::Meta),
    row("mi", Element::Mi),
    row("mn", Element::Mn),
    row("mo", Element::Mo),
    row("ms", Element::Ms),
    row("mtext", Element::Mtext),
    row("noembed", Element::Noembed),
    row("noframes", Element::Noframes),
    row("object", Element::Object),
    row("param", Element::Param),
    row("plaintext", Element::Plaintext),
    row("script", Element::Script),
    row("source", Element::Source),
    row("style", Element::Style),
    row("svg", Element::Svg),
    row("template", Element::Template),
    row("textarea", Element::Textarea),
    row("title", Element::Title),
    row("track", Element::Track),
    row("use", Element::Use),
    row("video", Element::Video),
    row("xmp", Element::Xmp),
    row("b", Element::Breakout),
    row("big", Element::Breakout),
    row("blockquote", Element::Breakout),
    row("br", Element::Breakout),
    row("center", Element::Breakout),
    row("code", Element::Breakout),
    row("dd", Element::Breakout),
    row("div", Element::Breakout),
    row("dl", Element::Breakout),
    row("dt", Element::Breakout),
    row("em", Element::Breakout),
    row("h1", Element::Breakout),
    row("h2", Element::Breakout),
    row("h3", Element::Breakout),
    row("h4", Element::Breakout),
    row("h5", Element::Breakout),
    row("h6", Element::Breakout),
    row("hr", Element::Breakout),
    row("i", Element::Breakout),
    row("li", Element::Breakout),
    row("listing", Element::Breakout),
    row("menu", Element::Breakout),
    row("nobr", Element::Breakout),
    row("ol", Element::Breakout),
    row("p", Element::Breakout),
    row("pre", Element::Breakout),
    row("ruby", Element::Breakout),
    row("s", Element::Breakout),
    row("small", Element::Breakout),
    row("span", Element::Breakout),
    row("strike", Element::Breakout),
    row("strong", Element::Breakout),
    row("sub", Element::Breakout),
    row("sup", Element::Breakout),
    row("table", Element::Breakout),
    row("tt", Element::Breakout),
    row("u", Element::Breakout),
    row("ul", Element::Breakout),
    row("var", Element::Breakout),
};

constexpr Name kAttributes[] = {
    row("action", Attribute::Action),
    row("altimg", Attribute::Altimg),
    row("archive", Attribute::Archive),
    row("as", Attribute::As),
    row("background", Attribute::Background),
    row("cite", Attribute::Cite),
    row("clip-path", Attribute::ClipPath),
    row("codebase", Attribute::Codebase),
    row("color", Attribute::Color),
    row("content", Attribute::Content),
    row("crossorigin", Attribute::Crossorigin),
    row("cursor", Attribute::Cursor),
    row("data", Attribute::Data),
    row("data-background", Attribute::DataBackground),
    row("data-background-image", Attribute::DataBackgroundImage),
    row("data-bg", Attribute::DataBg),
    row("data-bg-src", Attribute::DataBgSrc),
    row("data-bgset", Attribute::DataBgset),
    row("data-cfsrc", Attribute::DataCfsrc),
    row("data-echo", Attribute::DataEcho),
    row("data-flickity-lazyload", Attribute::DataFlickityLazyload),
    row("data-flickity-lazyload-srcset", Attribute::DataFlickityLazyloadSrcset),
    row("data-full-src", Attribute::DataFullSrc),
    row("data-hi-res-src", Attribute::DataHighResSrc),
    row("data-image", Attribute::DataImage),
    row("data-image-src", Attribute::DataImageSrc),
    row("data-img-src", Attribute::DataImgSrc),
    row("data-large-file", Attribute::DataLargeFile),
    row("data-large_image", Attribute::DataLargeImage),
    row("data-lazy", Attribute::DataLazy),
    row("data-lazy-src", Attribute::DataLazySrc),
    row("data-lazy-srcset", Attribute::DataLazySrcset),
    row("data-lazyload", Attribute::DataLazyload),
    row("data-medium-file", Attribute::DataMediumFile),
    row("data-orig-file", Attribute::DataOrigFile),
    row("data-original", Attribute::DataOriginal),
    row("data-original-set", Attribute::DataOriginalSet),
    row("data-pagespeed-lazy-src", Attribute::DataPagespeedLazySrc),
    row("data-poster", Attribute::DataPoster),
    row("data-retina", Attribute::DataRetina),
    row("data-src", Attribute::DataSrc),
    row("data-src-retina", Attribute::DataSrcRetina),
    row("data-srcset", Attribute::DataSrcset),
    row("data-thumb", Attribute::DataThumb),
    row("data-zoom-image", Attribute::DataZoomImage),
    row("dynsrc", Attribute::Dynsrc),
    row("encoding", Attribute::Encoding),
    row("face", Attribute::Face),
    row("fill", Attribute::Fill),
    row("filter", Attribute::Filter),
    row("formaction", Attribute::Formaction),
    row("href", Attribute::Href),
    row("http-equiv", Attribute::HttpEquiv),
    row("imagesrcset", Attribute::Imagesrcset),
    row("integrity", Attribute::Integrity),
    row("itemprop", Attribute::Itemprop),
    row("longdesc", Attribute::Longdesc),
    row("lowsrc", Attribute::Lowsrc),
    row("manifest", Attribute::Manifest),
    row("marker", Attribute::Marker),
    row("marker-end", Attribute::MarkerEnd),
    row("marker-mid", Attribute::MarkerMid),
    row("marker-start", Attribute::MarkerStart),
    row("mask", Attribute::Mask),
    row("name", Attribute::Name),
    row("poster", Attribute::Poster),
    row("profile", Attribute::Profile),
    row("property", Attribute::Property),
    row("rel", Attribute::Rel),
    row("size", Attribute::Size),
    row("src", Attribute::Src),
    row("srcdoc", Attribute::Srcdoc),
    row("srcset", Attribute::Srcset),
    row("stroke", Attribute::Stroke),
    row("style", Attribute::Style),
    row("type", Attribute::Type),
    row("value", Attribute::Value),
    row("valuetype", Attribute::Valuetype),
    row("xlink:href", Attribute::XlinkHref),
};

constexpr size_t kSlots = 512;

// Four bytes of a name tell nearly all of them apart; the rest stand in the next slots.
constexpr size_t slotOf(const char *text, size_t size)
{
    const auto at = [text](size_t i) { return size_t(quint8(ascii::toLower(text[i]))); };
    return (size * 67 + at(0) * 29 + at(size / 2) * 131 + at(size - 1) * 7 + at(size / 4) * 17)
        % kSlots;
}

// Row number + 1 by slot; 0 is empty. Open addressing.
template <size_t N>
constexpr std::array<quint8, kSlots> indexOf(const Name (&names)[N])
{
    static_assert(N < 255);
    std::array<quint8, kSlots> index{};
    for (size_t i = 0; i < N; ++i) {
        size_t slot = slotOf(names[i].text.data(), names[i].text.size());
        while (index[slot]) {
            slot = (slot + 1) % kSlots;
        }
        index[slot] = quint8(i + 1);
    }
    return index;
}

constexpr auto kElementIndex = indexOf(kElements);
constexpr auto kAttributeIndex = indexOf(kAttributes);

template <size_t N>
quint8 find(QByteArrayView name, const Name (&names)[N], const std::array<quint8, kSlots> &index)
{
    size_t slot = slotOf(name.data(), size_t(name.size()));
    while (index[slot]) {
        const Name &known = names[index[slot] - 1];
        if (ascii::equals(name, QByteArrayView(known.text.data(), qsizetype(known.text.size())))) {
            return known.id;
        }
        slot = (slot + 1) % kSlots;
    }
    return 0;
}

template <size_t Count, size_t N>
constexpr std::array<const char *, Count> literalsOf(const Name (&names)[N])
{
    std::array<const char *, Count> literals{};
    literals.fill("*");
    for (size_t i = N; i > 0; --i) {
        literals[names[i - 1].id] = names[i - 1].text.data();
    }
    return literals;
}

constexpr auto kElementLiterals = literalsOf<size_t(Element::Count)>(kElements);
constexpr auto kAttributeLiterals = literalsOf<size_t(Attribute::Count)>(kAttributes);

} // namespace

Element elementNamed(QByteArrayView name)
{
    return name.isEmpty() ? Element::Other : Element(find(name, kElements, kElementIndex));
}

Attribute attributeNamed(QByteArrayView name)
{
    return name.isEmpty() ? Attribute::Other : Attribute(find(name, kAttributes, kAttributeIndex));
}

const char *nameOf(Element element)
{
    return element == Element::Breakout ? "*" : kElementLiterals[size_t(element)];
}

const char *nameOf(Attribute attribute)
{
    return kAttributeLiterals[size_t(attribute)];
}

} // namespace gleaner
