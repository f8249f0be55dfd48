// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/htmlrules.h"

#include <array>

namespace gleaner
{

namespace
{

struct Row {
    Element element;
    Attribute attribute;
    HtmlRule rule;
};

// Any element. Never here: ping.
constexpr Row kEverywhere[] = {
    {Element::Other, Attribute::Action, HtmlRule::Elsewhere},
    {Element::Other, Attribute::Background, HtmlRule::Requisite},
    {Element::Other, Attribute::Cite, HtmlRule::Elsewhere},
    {Element::Other, Attribute::ClipPath, HtmlRule::SvgCss},
    {Element::Other, Attribute::Cursor, HtmlRule::SvgCss},
    {Element::Other, Attribute::DataBackground, HtmlRule::Background},
    {Element::Other, Attribute::DataBackgroundImage, HtmlRule::Background},
    {Element::Other, Attribute::DataBg, HtmlRule::Background},
    {Element::Other, Attribute::DataBgSrc, HtmlRule::Hint},
    {Element::Other, Attribute::DataBgset, HtmlRule::GuessSrcset},
    {Element::Other, Attribute::DataCfsrc, HtmlRule::Hint},
    {Element::Other, Attribute::DataEcho, HtmlRule::Hint},
    {Element::Other, Attribute::DataFlickityLazyload, HtmlRule::Hint},
    {Element::Other, Attribute::DataFlickityLazyloadSrcset, HtmlRule::GuessSrcset},
    {Element::Other, Attribute::DataFullSrc, HtmlRule::Hint},
    {Element::Other, Attribute::DataHighResSrc, HtmlRule::Guess},
    {Element::Other, Attribute::DataImage, HtmlRule::Hint},
    {Element::Other, Attribute::DataImageSrc, HtmlRule::Hint},
    {Element::Other, Attribute::DataImgSrc, HtmlRule::Hint},
    {Element::Other, Attribute::DataLargeFile, HtmlRule::Hint},
    {Element::Other, Attribute::DataLargeImage, HtmlRule::Hint},
    {Element::Other, Attribute::DataLazy, HtmlRule::Hint},
    {Element::Other, Attribute::DataLazySrc, HtmlRule::Guess},
    {Element::Other, Attribute::DataLazySrcset, HtmlRule::GuessSrcset},
    {Element::Other, Attribute::DataLazyload, HtmlRule::Hint},
    {Element::Other, Attribute::DataMediumFile, HtmlRule::Hint},
    {Element::Other, Attribute::DataOrigFile, HtmlRule::Hint},
    {Element::Other, Attribute::DataOriginal, HtmlRule::Guess},
    {Element::Other, Attribute::DataOriginalSet, HtmlRule::GuessSrcset},
    {Element::Other, Attribute::DataPagespeedLazySrc, HtmlRule::Hint},
    {Element::Other, Attribute::DataPoster, HtmlRule::Guess},
    {Element::Other, Attribute::DataRetina, HtmlRule::Hint},
    {Element::Other, Attribute::DataSrc, HtmlRule::Guess},
    {Element::Other, Attribute::DataSrcRetina, HtmlRule::Hint},
    {Element::Other, Attribute::DataSrcset, HtmlRule::GuessSrcset},
    {Element::Other, Attribute::DataThumb, HtmlRule::Guess},
    {Element::Other, Attribute::DataZoomImage, HtmlRule::Hint},
    {Element::Other, Attribute::Fill, HtmlRule::SvgCss},
    {Element::Other, Attribute::Filter, HtmlRule::SvgCss},
    {Element::Other, Attribute::Formaction, HtmlRule::Elsewhere},
    {Element::Other, Attribute::Href, HtmlRule::ForeignHref},
    {Element::Other, Attribute::Longdesc, HtmlRule::Navigation},
    {Element::Other, Attribute::Marker, HtmlRule::SvgCss},
    {Element::Other, Attribute::MarkerEnd, HtmlRule::SvgCss},
    {Element::Other, Attribute::MarkerMid, HtmlRule::SvgCss},
    {Element::Other, Attribute::MarkerStart, HtmlRule::SvgCss},
    {Element::Other, Attribute::Mask, HtmlRule::SvgCss},
    {Element::Other, Attribute::Poster, HtmlRule::Guess},
    {Element::Other, Attribute::Src, HtmlRule::Guess},
    {Element::Other, Attribute::Srcset, HtmlRule::GuessSrcset},
    {Element::Other, Attribute::Stroke, HtmlRule::SvgCss},
    {Element::Other, Attribute::Style, HtmlRule::Css},
    {Element::Other, Attribute::XlinkHref, HtmlRule::Requisite},
};

constexpr Row kRows[] = {
    {Element::A, Attribute::Href, HtmlRule::Navigation},
    {Element::A, Attribute::XlinkHref, HtmlRule::Navigation},
    {Element::Applet, Attribute::Archive, HtmlRule::RequisiteList},
    {Element::Area, Attribute::Href, HtmlRule::Navigation},
    {Element::Audio, Attribute::Src, HtmlRule::Requisite},
    {Element::Base, Attribute::Href, HtmlRule::Base},
    {Element::Bgsound, Attribute::Src, HtmlRule::Requisite},
    {Element::Embed, Attribute::Src, HtmlRule::Requisite},
    {Element::Feimage, Attribute::Href, HtmlRule::Requisite},
    {Element::Frame, Attribute::Src, HtmlRule::Navigation},
    {Element::Head, Attribute::Profile, HtmlRule::NavigationList},
    {Element::Html, Attribute::Manifest, HtmlRule::Requisite},
    {Element::Iframe, Attribute::DataLazySrc, HtmlRule::Navigation},
    {Element::Iframe, Attribute::DataSrc, HtmlRule::Navigation},
    {Element::Iframe, Attribute::Src, HtmlRule::Navigation},
    {Element::Iframe, Attribute::Srcdoc, HtmlRule::Srcdoc},
    {Element::Image, Attribute::Dynsrc, HtmlRule::Requisite},
    {Element::Image, Attribute::Href, HtmlRule::Requisite},
    {Element::Image, Attribute::Lowsrc, HtmlRule::Requisite},
    {Element::Image, Attribute::Src, HtmlRule::Requisite},
    {Element::Image, Attribute::Srcset, HtmlRule::Srcset},
    {Element::Img, Attribute::Dynsrc, HtmlRule::Requisite},
    {Element::Img, Attribute::Lowsrc, HtmlRule::Requisite},
    {Element::Img, Attribute::Src, HtmlRule::Requisite},
    {Element::Img, Attribute::Srcset, HtmlRule::Srcset},
    {Element::Input, Attribute::Dynsrc, HtmlRule::Requisite},
    {Element::Input, Attribute::Lowsrc, HtmlRule::Requisite},
    {Element::Input, Attribute::Src, HtmlRule::Requisite},
    {Element::Link, Attribute::Href, HtmlRule::LinkHref},
    {Element::Link, Attribute::Imagesrcset, HtmlRule::Srcset},
    {Element::Meta, Attribute::Content, HtmlRule::Meta},
    {Element::Math, Attribute::Altimg, HtmlRule::Requisite},
    {Element::Object, Attribute::Archive, HtmlRule::RequisiteList},
    {Element::Object, Attribute::Data, HtmlRule::Requisite},
    {Element::Param, Attribute::Value, HtmlRule::Param},
    {Element::Script, Attribute::Href, HtmlRule::SvgRequisite},
    {Element::Script, Attribute::Src, HtmlRule::Requisite},
    {Element::Source, Attribute::Src, HtmlRule::Requisite},
    {Element::Source, Attribute::Srcset, HtmlRule::Srcset},
    {Element::Track, Attribute::Src, HtmlRule::Requisite},
    {Element::Use, Attribute::Href, HtmlRule::Requisite},
    {Element::Video, Attribute::Poster, HtmlRule::Requisite},
    {Element::Video, Attribute::Src, HtmlRule::Requisite},
};

using RulesOfElement = std::array<HtmlRule, size_t(Attribute::Count)>;

constexpr auto kRules = [] {
    std::array<RulesOfElement, size_t(Element::Count)> rules{};
    for (RulesOfElement &element : rules) {
        for (const Row &row : kEverywhere) {
            element[size_t(row.attribute)] = row.rule;
        }
    }
    for (const Row &row : kRows) {
        rules[size_t(row.element)][size_t(row.attribute)] = row.rule;
    }
    return rules;
}();

} // namespace

HtmlRule ruleFor(Element element, Attribute attribute)
{
    return kRules[size_t(element)][size_t(attribute)];
}

} // namespace gleaner
