// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/discover.h"
#include "tests/bench/report.h"
#include "tests/e2e/sites.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
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
        site.pages.push_back({file.readAll(), "text/html", *address});
        site.bytes += site.pages.back().bytes.size();
        if (quick && site.bytes > 4'000'000)
            break;
    }
    return site;
}

} // namespace

/// How fast links are found, in real pages that are in memory already, on one core.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    Comparison comparison(QStringLiteral("Finding links"), QStringLiteral("MB/s"));
    std::vector<std::pair<QString, size_t>> links;
    std::vector<Site> sites;
    sites.reserve(2);
    for (const QString &package :
        {QStringLiteral("postgresql-doc-15"), QStringLiteral("git-doc")}) {
        QString error;
        const QString folder = documentation(package, error);
        if (folder.isEmpty()) {
            comparison.missing(package, error);
            continue;
        }
        const Site &site = sites.emplace_back(pagesOf(folder, options.quick));
        size_t &found = links.emplace_back(package, 0).second;
        for (const Document &page : site.pages)
            found += discover(page).links.size();
        comparison.add(package, [&site] {
            QElapsedTimer clock;
            clock.start();
            for (const Document &page : site.pages)
                (void)discover(page);
            return double(site.bytes) * 1000 / double(clock.nsecsElapsed());
        });
    }
    comparison.run(options.quick ? 3 : 9);
    for (size_t i = 0; i < links.size(); ++i) {
        comparison.note(links[i].first, QStringLiteral("pages"), double(sites[i].pages.size()));
        comparison.note(links[i].first, QStringLiteral("megabytes"), double(sites[i].bytes) / 1e6);
        comparison.note(links[i].first, QStringLiteral("links"), double(links[i].second));
    }
    comparison.print(options);
    return 0;
}
