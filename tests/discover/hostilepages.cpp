// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discover/hostile.h"

namespace gleaner::test
{

namespace
{

constexpr const char *kHtml = "text/html";

QByteArray srcdocs(int n)
{
    QByteArray inner = "<a href=x>";
    for (int i = 0; i < 10; ++i)
        inner = "<iframe srcdoc=\"" + inner.replace("&", "&amp;").replace("\"", "&quot;") + "\">";
    return inner.repeated(n * 125);
}

const HostileInput kPages[] = {
    {"a million nested tags", kHtml,
        [](int n) -> QByteArray { return QByteArray("<div>").repeated(n * 125'000); }},
    {"a million nested SVGs", kHtml,
        [](int n) -> QByteArray { return QByteArray("<svg>").repeated(n * 125'000); }},
    {"SVG and back, a million times", kHtml,
        [](int n) -> QByteArray { return QByteArray("<svg><desc>").repeated(n * 125'000); }},
    {"breaking out a million times", kHtml,
        [](int n) -> QByteArray { return QByteArray("<svg><p>").repeated(n * 125'000); }},
    {"200,000 attributes", kHtml,
        [](int n) -> QByteArray { return "<a" + numbered(" b", n * 25'000, "=c") + ">"; }},
    {"200,000 times the same attribute", kHtml,
        [](int n) -> QByteArray {
            return "<a" + QByteArray(" href=x").repeated(n * 25'000) + ">";
        }},
    {"five million attributes", kHtml,
        [](int n) -> QByteArray { return "<a" + QByteArray(" b").repeated(n * 625'000) + ">"; }},
    {"an attribute of 50 MiB", kHtml,
        [](int n) -> QByteArray {
            return "<a href=\"" + QByteArray(n * 25 * MiB / 4, 'x') + "\">";
        }},
    {"an attribute of 50 MiB without an end", kHtml,
        [](int n) -> QByteArray { return "<a href=\"" + QByteArray(n * 25 * MiB / 4, 'x'); }},
    {"a million lesser-than signs", kHtml,
        [](int n) -> QByteArray { return QByteArray(n * 125'000, '<'); }},
    {"ten million lesser-than signs", kHtml,
        [](int n) -> QByteArray { return QByteArray(n * 1'250'000, '<'); }},
    {"unclosed comments", kHtml,
        [](int n) -> QByteArray { return QByteArray("<!--").repeated(n * 125'000); }},
    {"dashes", kHtml,
        [](int n) -> QByteArray { return "<!--" + QByteArray(n * 5 * MiB / 4, '-'); }},
    {"unclosed scripts", kHtml,
        [](int n) -> QByteArray { return QByteArray("<script>").repeated(n * 125'000); }},
    {"scripts and comments", kHtml,
        [](int n) -> QByteArray {
            return "<script>" + QByteArray("<!--<script>").repeated(n * 62'500);
        }},
    {"nearly ended scripts", kHtml,
        [](int n) -> QByteArray {
            return "<script>" + QByteArray("</scrip").repeated(n * 125'000);
        }},
    {"unclosed titles", kHtml,
        [](int n) -> QByteArray { return QByteArray("<title>").repeated(n * 125'000); }},
    {"nearly ended titles", kHtml,
        [](int n) -> QByteArray { return "<title>" + QByteArray("</titl").repeated(n * 125'000); }},
    {"unclosed CDATA", kHtml,
        [](int n) -> QByteArray {
            return "<svg>" + QByteArray("<![CDATA[").repeated(n * 125'000);
        }},
    {"empty CDATA", kHtml,
        [](int n) -> QByteArray {
            return "<svg>" + QByteArray("<![CDATA[]]>").repeated(n * 125'000);
        }},
    {"brackets in CDATA", kHtml,
        [](int n) -> QByteArray { return "<svg><![CDATA[" + QByteArray(n * 5 * MiB / 4, ']'); }},
    {"unclosed tags", kHtml,
        [](int n) -> QByteArray { return QByteArray("<a href=x ").repeated(n * 125'000); }},
    {"unclosed quotes", kHtml,
        [](int n) -> QByteArray { return QByteArray("<a href=\"x>").repeated(n * 125'000); }},
    {"doctypes", kHtml,
        [](int n) -> QByteArray { return QByteArray("<!doctype ").repeated(n * 125'000); }},
    {"ampersands", kHtml,
        [](int n) -> QByteArray { return "<a href='" + QByteArray(n * 5 * MiB / 4, '&') + "'>"; }},
    {"references", kHtml,
        [](int n) -> QByteArray {
            return "<a href='" + QByteArray("&CounterClockwiseContourIntegra").repeated(n * 37'500)
                + "'>";
        }},
    {"a long number", kHtml,
        [](int n) -> QByteArray {
            return "<a href='&#" + QByteArray(n * 5 * MiB / 4, '9') + "'>";
        }},
    {"100,000 srcset candidates", kHtml,
        [](int n) -> QByteArray {
            return "<img srcset='" + numbered("a", n * 12'500, " 1x,") + "'>";
        }},
    {"srcset of commas", kHtml,
        [](int n) -> QByteArray {
            return "<img srcset='" + QByteArray(n * 5 * MiB / 4, ',') + "'>";
        }},
    {"srcset of parentheses", kHtml,
        [](int n) -> QByteArray {
            return "<img srcset='a " + QByteArray(n * 5 * MiB / 4, '(') + "'>";
        }},
    {"srcset candidates that are all faulty", kHtml,
        [](int n) -> QByteArray {
            return "<img srcset='" + QByteArray("a 0w,").repeated(n * 125'000) + "'>";
        }},
    {"a million links", kHtml,
        [](int n) -> QByteArray { return numbered("<a href=x", n * 125'000, ">"); }},
    {"a million times the same link", kHtml,
        [](int n) -> QByteArray { return QByteArray("<a href='x'>").repeated(n * 125'000); }},
    {"a million links with references", kHtml,
        [](int n) -> QByteArray { return numbered("<a href='?a&amp;", n * 62'500, "'>"); }},
    {"a million bases", kHtml,
        [](int n) -> QByteArray { return QByteArray("<base href=x>").repeated(n * 125'000); }},
    {"a million codebases", kHtml,
        [](int n) -> QByteArray {
            return numbered("<object codebase=x", n * 37'500, "/ data=y>");
        }},
    {"linked data of brackets", kHtml,
        [](int n) -> QByteArray {
            return "<script type=application/ld+json>" + QByteArray(n * 5 * MiB / 4, '[');
        }},
    {"linked data of quotes", kHtml,
        [](int n) -> QByteArray {
            return "<script type=application/ld+json>[" + QByteArray(n * 5 * MiB / 4, '"');
        }},
    {"meta by meta", kHtml,
        [](int n) -> QByteArray { return QByteArray("<meta \xE9>").repeated(n * 125'000); }},
    {"srcdoc in srcdoc in srcdoc", kHtml, srcdocs},
    {"a million meta refreshes", kHtml,
        [](int n) -> QByteArray {
            return numbered("<meta http-equiv=refresh content='0;url=a", n * 25'000, "'>");
        }},
    {"a million templates", kHtml,
        [](int n) -> QByteArray { return QByteArray("<template>").repeated(n * 125'000); }},
    {"style attributes", kHtml,
        [](int n) -> QByteArray { return QByteArray("<p style='a:url('>").repeated(n * 62'500); }},
    {"legacy charset", "text/html; charset=gb18030",
        [](int n) -> QByteArray { return QByteArray(n * 5 * MiB / 4, char(0x81)); }},
    {"legacy queries", "text/html; charset=windows-1252",
        [](int n) -> QByteArray {
            return "<a href='?" + QByteArray(n * 5 * MiB / 4, char(0xE9)) + "'>";
        }},
};

} // namespace

std::span<const HostileInput> hostilePages()
{
    return kPages;
}

} // namespace gleaner::test
