// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/discover.h"
#include "core/discover/htmltokenizer.h"
#include "tests/bench/allocations.h"
#include "tests/bench/processortime.h"
#include "tests/bench/report.h"
#include "tests/e2e/sites.h"

#include <QDir>
#include <QFile>

#ifdef GLEANER_HAS_GUMBO
#include <gumbo.h>
#endif

#include <cstdio>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

struct Site {
    std::vector<Document> pages{};
    qint64 bytes = 0;
};

Site pagesOf(const QString &folder, bool quick)
{
    Site site;
    for (const QString &name : filesBelow(folder)) {
        QFile file(QDir(folder).filePath(name));
        if (!name.endsWith(u".html") || !file.open(QIODevice::ReadOnly))
            continue;
        const auto address = Address::parse("http://site.test/" + name.toUtf8());
        site.pages.push_back({file.readAll(), "text/html; charset=utf-8", *address});
        site.bytes += site.pages.back().bytes.size();
        if (quick && site.bytes > 4'000'000)
            break;
    }
    return site;
}

double megabytesPerSecond(const Site &site, size_t (*read)(const Document &))
{
    const double begin = processorSeconds();
    for (const Document &page : site.pages)
        (void)read(page);
    return double(site.bytes) / 1e6 / (processorSeconds() - begin);
}

/// Returns the number of attributes.
size_t tokenize(const Document &page)
{
    using Token = HtmlTokenizer::Token;
    size_t attributes = 0;
    HtmlTokenizer tokens(page.bytes);
    for (Token token = tokens.next(); token != Token::End; token = tokens.next()) {
        if (token != Token::StartTag)
            continue;
        attributes += tokens.attributes().size();
        const auto content = contentOf(elementNamed(tokens.name()));
        if (content != HtmlTokenizer::Content::Data)
            tokens.setContent(content);
    }
    return attributes;
}

size_t findLinks(const Document &page)
{
    return discover(page).links.size();
}

#ifdef GLEANER_HAS_GUMBO
/// Only the tree; whoever wants links has to walk over it, too.
size_t makeTree(const Document &page)
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput *output =
        gumbo_parse_with_options(&options, page.bytes.constData(), size_t(page.bytes.size()));
    gumbo_destroy_output(&options, output);
    return 1;
}
#endif

void compareWithGumbo(const QString &package, const BenchOptions &options)
{
    const QString gumbo = QStringLiteral("gumbo, the tree alone");
    const QString tokens = QStringLiteral("tokenizing");
    const QString links = QStringLiteral("links, resolved, each once");
    Comparison comparison(
        QStringLiteral("Reading the pages of ") + package, QStringLiteral("MB/s"));
    QString error;
    const QString folder = documentation(package, error);
    const Site site = folder.isEmpty() ? Site() : pagesOf(folder, options.quick);
    if (folder.isEmpty()) {
        comparison.missing(links, error);
        comparison.print(options);
        return;
    }
#ifdef GLEANER_HAS_GUMBO
    comparison.add(gumbo, [&site] { return megabytesPerSecond(site, makeTree); });
#else
    comparison.missing(gumbo, QStringLiteral("is not installed"));
#endif
    comparison.add(tokens, [&site] { return megabytesPerSecond(site, tokenize); });
    comparison.add(links, [&site] { return megabytesPerSecond(site, findLinks); });
    comparison.run(options.quick ? 3 : 9);

    size_t attributes = 0;
    const qint64 before = allocations();
    for (const Document &page : site.pages)
        attributes += tokenize(page);
    const qint64 made = allocations() - before;
    size_t found = 0;
    for (const Document &page : site.pages)
        found += findLinks(page);
    comparison.note(tokens, QStringLiteral("attributes"), double(attributes));
    comparison.note(tokens, QStringLiteral("allocations"), double(made));
    comparison.note(links, QStringLiteral("pages"), double(site.pages.size()));
    comparison.note(links, QStringLiteral("megabytes"), double(site.bytes) / 1e6);
    comparison.note(links, QStringLiteral("links"), double(found));
    comparison.print(options);
}

Document pageOfLinks(int links, int different)
{
    Document page{{}, "text/html; charset=utf-8", *Address::parse("http://site.test/folder/page")};
    for (int i = 0; i < links; ++i)
        page.bytes += "<a href=\"../other/page" + QByteArray::number(i % different) + ".html\">";
    return page;
}

double nanosecondsPerLink(const Document &page, int links)
{
    const double begin = processorSeconds();
    (void)discover(page);
    return (processorSeconds() - begin) * 1e9 / links;
}

void compareRepeated(const BenchOptions &options)
{
    constexpr int links = 200'000;
    const Document fresh = pageOfLinks(links, links);
    const Document repeated = pageOfLinks(links, 1000);
    Comparison comparison(QStringLiteral("A link of a long page"), QStringLiteral("ns"));
    comparison.add(
        QStringLiteral("new on its page"), [&] { return nanosecondsPerLink(fresh, links); });
    comparison.add(
        QStringLiteral("seen there before"), [&] { return nanosecondsPerLink(repeated, links); });
    comparison.run(options.quick ? 3 : 9);
    comparison.print(options);
}

} // namespace

/// How fast links are found, in real pages that are in memory already, on one core.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    for (const char *package : {"postgresql-doc-15", "python3.11-doc"})
        compareWithGumbo(QString::fromLatin1(package), options);
    compareRepeated(options);
    return 0;
}
