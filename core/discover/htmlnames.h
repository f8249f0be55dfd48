// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// The elements that matter to link finding, or to where text begins and ends.
enum class Element : quint8 {
    Other,
    A,
    AnnotationXml,
    Applet,
    Area,
    Audio,
    Base,
    Bgsound,
    Body,
    Desc,
    Embed,
    Feimage,
    Font,
    Foreignobject,
    Frame,
    Head,
    Html,
    Iframe,
    Image,
    Img,
    Input,
    Link,
    Math,
    Meta,
    Mi,
    Mn,
    Mo,
    Ms,
    Mtext,
    Noembed,
    Noframes,
    Object,
    Param,
    Plaintext,
    Script,
    Source,
    Style,
    Svg,
    Textarea,
    Title,
    Track,
    Use,
    Video,
    Xmp,
    Breakout, ///< one of those that end SVG and MathML (section 13.2.6.5) and matter no further
    Count
};

/// The attributes that may hold an address, or say what one is.
enum class Attribute : quint8 {
    Other,
    Archive,
    As,
    Background,
    Codebase,
    Color,
    Content,
    Data,
    DataBackground,
    DataBg,
    DataBgset,
    DataHighResSrc,
    DataLazy,
    DataLazySrc,
    DataLazySrcset,
    DataOriginal,
    DataOriginalSet,
    DataPoster,
    DataSrc,
    DataSrcset,
    DataThumb,
    Dynsrc,
    Encoding,
    Face,
    Href,
    HttpEquiv,
    Imagesrcset,
    Itemprop,
    Longdesc,
    Lowsrc,
    Manifest,
    Name,
    Poster,
    Profile,
    Property,
    Rel,
    Size,
    Src,
    Srcdoc,
    Srcset,
    Style,
    Type,
    Value,
    Valuetype,
    XlinkHref,
    Count
};

/// In any case, from raw bytes. One look into a table. Any thread.
Element elementNamed(QByteArrayView name);
Attribute attributeNamed(QByteArrayView name);

/// The lower case literal, for FoundIn. "*" for Other.
const char *nameOf(Element element);
const char *nameOf(Attribute attribute);

} // namespace gleaner
