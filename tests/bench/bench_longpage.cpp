// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured.h"
#include "tests/bench/report.h"
#include "tests/support/testserver.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace gleaner::test;

namespace
{

QByteArray pageOf(int links)
{
    QByteArray page = "<!doctype html><title>Links</title>\n";
    for (int i = 0; i < links; ++i) {
        const QByteArray number = QByteArray::number(i);
        page += "<li><a href=\"folder" + QByteArray::number(i % 300) + "/page" + number + ".html\">"
            + number + "</a>\n";
    }
    return page;
}

} // namespace

/// The whole program on one page of many links: at depth 0 they are all judged and told, none is
/// asked for.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    TestServer server;
    Comparison comparison(QStringLiteral("A page of so many links"), QStringLiteral("s"));
    std::vector<double> peaks;
    std::vector<double> processor;
    for (const int links : {0, 100'000}) {
        const QByteArray path = '/' + QByteArray::number(links) + ".html";
        server.serve(path, "text/html", pageOf(links));
        comparison.add(QString::number(links), [&server, &peaks, &processor, path] {
            const QTemporaryDir folder;
            const Measured measured = measure(QStringLiteral(GLEANER_PROGRAM),
                {QStringLiteral("--headless"), QStringLiteral("--json"),
                    QStringLiteral("--no-robots"), QStringLiteral("-d"), QStringLiteral("0"),
                    QStringLiteral("-P"), folder.filePath(QStringLiteral("out")),
                    server.url(path).toString()},
                60);
            if (!measured.ended || measured.status != 0) {
                std::fprintf(stderr, "bench_longpage: exit status %d\n", measured.status);
                std::exit(1);
            }
            peaks.push_back(measured.peakMebibytes);
            processor.push_back(measured.processorSeconds);
            return measured.seconds;
        });
    }
    comparison.run(options.quick ? 3 : 9);
    comparison.note(QStringLiteral("100000"), QStringLiteral("peak MiB"),
        *std::max_element(peaks.begin(), peaks.end()));
    comparison.note(QStringLiteral("100000"), QStringLiteral("processor s"),
        *std::max_element(processor.begin(), processor.end()));
    comparison.print(options);
    return 0;
}
