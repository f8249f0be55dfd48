// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/discover/hostile.h"

#include "core/discover/discover.h"
#include "core/discover/headers.h"
#include "core/discover/robots.h"

namespace gleaner::test
{

namespace
{

constexpr const char *kCss = "text/css";
constexpr const char *kXml = "application/xml";
constexpr const char *kManifest = "application/manifest+json";
constexpr const char *kRobots = "robots";

const HostileInput kFiles[] = {
    {"unclosed addresses", kCss,
        [](int n) -> QByteArray { return QByteArray("url(").repeated(n * 312'500); }},
    {"parentheses", kCss, [](int n) -> QByteArray { return QByteArray(n * 5 * MiB / 4, '('); }},
    {"unclosed comments", kCss,
        [](int n) -> QByteArray { return QByteArray("/*").repeated(n * 625'000); }},
    {"small comments", kCss,
        [](int n) -> QByteArray { return QByteArray("/**/").repeated(n * 312'500); }},
    {"backslashes", kCss, [](int n) -> QByteArray { return QByteArray(n * 5 * MiB / 4, '\\'); }},
    {"escapes", kCss,
        [](int n) -> QByteArray { return "url(" + QByteArray("\\66 ").repeated(n * 312'500); }},
    {"a name of escapes", kCss,
        [](int n) -> QByteArray { return QByteArray("\\66 ").repeated(n * 312'500) + "("; }},
    {"at signs", kCss,
        [](int n) -> QByteArray { return QByteArray("@import ").repeated(n * 156'250); }},
    {"broken strings", kCss,
        [](int n) -> QByteArray { return QByteArray("'\n").repeated(n * 625'000); }},
    {"a million addresses", kCss,
        [](int n) -> QByteArray { return numbered("url(x", n * 125'000, ")"); }},
    {"nested elements", kXml,
        [](int n) -> QByteArray { return "<urlset>" + QByteArray("<url>").repeated(n * 250'000); }},
    {"texts in nested elements", kXml,
        [](int n) -> QByteArray {
            return "<urlset>" + QByteArray("<url>text").repeated(n * 125'000);
        }},
    {"end tags of nothing", kXml,
        [](int n) -> QByteArray { return "<urlset>" + QByteArray("</x>").repeated(n * 312'500); }},
    {"a million entries", kXml,
        [](int n) -> QByteArray {
            return "<urlset>" + numbered("<url><loc>/", n * 62'500, "</loc></url>");
        }},
    {"feed of bases", kXml,
        [](int n) -> QByteArray {
            return "<rss>" + QByteArray("<a xml:base='x'>").repeated(n * 75'000);
        }},
    {"feed in feed", kXml,
        [](int n) -> QByteArray {
            return "<rss>" + QByteArray("<description>&lt;a href=x&gt;").repeated(n * 37'500);
        }},
    {"image sets", kCss,
        [](int n) -> QByteArray { return QByteArray("image-set(").repeated(n * 125'000); }},
    {"a sitemap of comments", kXml,
        [](int n) -> QByteArray { return "<urlset>" + QByteArray("<!--").repeated(n * 312'500); }},
    {"a sitemap of one long address", kXml,
        [](int n) -> QByteArray {
            return "<urlset><url><loc>http://h.example/" + QByteArray(n * 5 * MiB / 4, 'x')
                + "</loc></url>";
        }},
    {"a video manifest of bases", "application/dash+xml",
        [](int n) -> QByteArray {
            return "<MPD>" + QByteArray("<BaseURL>a/</BaseURL>").repeated(n * 50'000);
        }},
    {"JSON of brackets", kManifest,
        [](int n) -> QByteArray { return QByteArray(n * 5 * MiB / 4, '['); }},
    {"JSON of quotes", kManifest,
        [](int n) -> QByteArray { return '[' + QByteArray(n * 5 * MiB / 4, '"'); }},
    {"JSON of backslashes", kManifest,
        [](int n) -> QByteArray {
            return "{\"start_url\":\"" + QByteArray(n * 5 * MiB / 4, '\\');
        }},
    {"JSON of icons", kManifest,
        [](int n) -> QByteArray {
            return "{\"icons\":[" + numbered("{\"src\":\"", n * 50'000, "\"},");
        }},
    {"JSON of nobody's", "application/json",
        [](int n) -> QByteArray { return QByteArray("{\"icons\":").repeated(n * 125'000); }},
    {"playlist", "audio/mpegurl",
        [](int n) -> QByteArray { return QByteArray("#EXT URI=\"").repeated(n * 125'000); }},
    {"list", "text/uri-list",
        [](int n) -> QByteArray { return numbered("http://a/", n * 62'500, "\n"); }},
    {"no list but for its last line", "text/plain",
        [](int n) -> QByteArray { return numbered("http://a/", n * 62'500, "\n") + "a b"; }},
    {"scripts of slashes", "text/javascript",
        [](int n) -> QByteArray { return QByteArray("=/").repeated(n * 625'000); }},
    {"scripts of quotes", "text/javascript",
        [](int n) -> QByteArray { return QByteArray("'\n`").repeated(n * 416'667); }},
    {"scripts of files", "text/javascript",
        [](int n) -> QByteArray { return numbered("'a", n * 62'500, ".png'"); }},
    // Only its first 500 KiB are read.
    {"robots of rules", kRobots,
        [](int n) -> QByteArray {
            return "User-agent: *\n" + numbered("Disallow: /", n * 3'000, "*\n");
        }},
    {"robots of stars", kRobots,
        [](int n) -> QByteArray {
            return "User-agent: *\nDisallow: /" + QByteArray("*x").repeated(n * 25'000);
        }},
    {"robots of nearly matching parts", kRobots,
        [](int n) -> QByteArray {
            return "User-agent: *\n"
                + ("Disallow: /*" + QByteArray(4000, 'x') + "y\n").repeated(n * 12);
        }},
    {"robots of names", kRobots,
        [](int n) -> QByteArray { return numbered("User-agent: a", n * 3'000, "\n"); }},
    {"robots of sitemaps", kRobots,
        [](int n) -> QByteArray { return numbered("Sitemap: /", n * 3'000, "\n"); }},
    {"a header of links", "header",
        [](int n) -> QByteArray { return numbered("<", n * 25'000, ">;rel=next,"); }},
    {"a header of quotes", "header",
        [](int n) -> QByteArray { return QByteArray("<a>;x=\"\\").repeated(n * 125'000); }},
};

} // namespace

std::span<const HostileInput> hostileFiles()
{
    return kFiles;
}

size_t readHostile(const HostileInput &input, const QByteArray &body)
{
    const Address address = *Address::parse("http://h.example/dir/page");
    if (input.type == QByteArrayView("robots")) {
        const RobotsRules rules = RobotsRules::parse(body, "gleaner");
        return rules.sitemaps().size() + size_t(rules.allows('/' + QByteArray(8000, 'x')));
    }
    if (input.type == QByteArrayView("header"))
        return linkHeaderLinks(body, address).size();
    return discover({body, input.type, address, ScriptStrings::Guess}).links.size();
}

QByteArray numbered(const char *before, int count, const char *behind)
{
    QByteArray out;
    for (int i = 0; i < count; ++i) {
        out += before;
        out += QByteArray::number(i);
        out += behind;
    }
    return out;
}

} // namespace gleaner::test
