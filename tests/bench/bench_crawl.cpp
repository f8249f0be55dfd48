// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured.h"
#include "tests/bench/report.h"
#include "tests/e2e/sites.h"
#include "tests/support/nginx.h"

#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace gleaner::test;

namespace
{

[[noreturn]] void fail(const QString &what)
{
    fprintf(stderr, "bench_crawl: %s\n", qPrintable(what));
    std::exit(1);
}

/// A program that follows links, with the arguments that make it do the same job as ours.
struct Crawler {
    QString name;
    QString program;
    QStringList arguments; ///< %1 is the folder, %2 the start address
    std::vector<double> peaks{};
    std::vector<double> processor{};
    qsizetype files = 0;
};

std::vector<Crawler> crawlers()
{
    const auto words = [](const char *line) { return QString::fromLatin1(line).split(u' '); };
    return {{QStringLiteral("gleaner -w 8"), QStringLiteral(GLEANER_PROGRAM),
                words("--headless --json --links keep -w 8 -d inf -P %1 %2")},
        {QStringLiteral("wget2, 5 threads"), QStringLiteral("wget2"),
            words("-q -r -l inf -np -nH --no-robots --max-threads=5 -P %1 %2")},
        {QStringLiteral("wget"), QStringLiteral("wget"),
            words("-q -r -l inf -np -nH -e robots=off -P %1 %2")}};
}

double crawl(Crawler &crawler, const QString &start)
{
    const QTemporaryDir folder;
    QStringList arguments = crawler.arguments;
    arguments.replaceInStrings(QStringLiteral("%1"), folder.filePath(QStringLiteral("out")));
    arguments.replaceInStrings(QStringLiteral("%2"), start);
    const Measured measured = measure(crawler.program, arguments, 300);
    // Dead links make each of them end with a status of its own.
    if (!measured.ended)
        fail(crawler.name + QStringLiteral(" did not end"));
    crawler.peaks.push_back(measured.peakMebibytes);
    crawler.processor.push_back(measured.processorSeconds);
    crawler.files = filesBelow(folder.path()).size();
    return measured.seconds;
}

} // namespace

/// The whole program on a real site on loopback, beside its peers; those that are not installed
/// are named.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    const QString package = QStringLiteral("postgresql-doc-15");
    QString error;
    const QString site = documentation(package, error);
    if (site.isEmpty())
        fail(error);
    Nginx nginx({site, 0, {}, {}});
    if (!nginx.start())
        fail(nginx.errorString());
    const QString start = nginx.url(QStringLiteral("/index.html")).toString();

    std::vector<Crawler> all = crawlers();
    Comparison comparison(package + QStringLiteral(" over http on loopback"), QStringLiteral("s"));
    for (Crawler &crawler : all) {
        if (QStandardPaths::findExecutable(crawler.program).isEmpty())
            comparison.missing(crawler.name, QStringLiteral("is not installed"));
        else
            comparison.add(crawler.name, [&crawler, start] { return crawl(crawler, start); });
    }
    comparison.run(options.quick ? 3 : 9);
    for (const Crawler &crawler : all) {
        if (crawler.files == 0)
            continue;
        comparison.note(crawler.name, QStringLiteral("files"), double(crawler.files));
        comparison.note(crawler.name, QStringLiteral("peak MiB"), median(crawler.peaks));
        comparison.note(crawler.name, QStringLiteral("processor s"), median(crawler.processor));
    }
    comparison.print(options);
    return 0;
}
