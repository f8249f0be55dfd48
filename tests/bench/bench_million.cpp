// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measured.h"
#include "tests/bench/report.h"
#include "tests/support/madesite.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <optional>
#include <utility>

using namespace gleaner::test;
using namespace std::chrono_literals;

namespace
{

constexpr int timeoutSeconds = 3000;
constexpr qint64 slices = 10;
/// What the program needs before it knows anything worth mentioning.
constexpr qint64 fewAddresses = 1000;

struct Crawl {
    Measured measured;
    std::vector<double> slices; ///< seconds of each tenth of the requests
    std::vector<double> processor; ///< seconds that the program itself was at work in it
};

/// The whole program on a made-up site of so many pages. Every address is asked for and saved.
Crawl crawl(TestServer &server, qint64 addresses)
{
    MadeSite site;
    site.pages = addresses;
    site.links = 100;
    site.bytes = 0;
    site.shape = MadeSite::Shape::Comb;
    const QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("--headless"), QStringLiteral("--no-robots"),
        QStringLiteral("--links"), QStringLiteral("keep"), QStringLiteral("-d"),
        QStringLiteral("inf"), QStringLiteral("-P"), folder.filePath(QStringLiteral("out")),
        server.url(site.target(0)).toString()};
    // The session goes with the files.
    qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toLocal8Bit());
    const qint64 before = server.total();
    QElapsedTimer clock;
    clock.start();
    std::atomic<qint64> process = 0;
    auto running = std::async(std::launch::async, [&] {
        return measure(QStringLiteral(GLEANER_PROGRAM), arguments, timeoutSeconds,
            [&](qint64 number) { process = number; });
    });
    Crawl result;
    double sliceBegan = 0;
    double sliceUsed = 0;
    // The server counts, so the program need not tell, nor anybody read, what it has.
    while (running.wait_for(5ms) != std::future_status::ready) {
        const qint64 reached = qint64(result.slices.size() + 1) * addresses / slices;
        if (server.total() - before < reached)
            continue;
        const double now = double(clock.nsecsElapsed()) / 1e9;
        const double used = processorSeconds(process);
        result.slices.push_back(now - std::exchange(sliceBegan, now));
        result.processor.push_back(used - std::exchange(sliceUsed, used));
    }
    result.measured = running.get();
    if (!result.measured.ended || result.measured.status != 0
        || server.total() - before != addresses) {
        fprintf(stderr, "bench_million: exit status %d after %lld requests for %lld addresses\n",
            result.measured.status, server.total() - before, addresses);
        std::exit(1);
    }
    return result;
}

/// Takes the first argument if it is a number.
std::optional<qint64> takeCount(int &argc, char **argv)
{
    bool isNumber = false;
    const qint64 count = argc > 1 ? QByteArray(argv[1]).toLongLong(&isNumber) : 0;
    if (!isNumber || count < 10 * fewAddresses)
        return std::nullopt;
    std::copy(argv + 2, argv + argc, argv + 1);
    --argc;
    return count;
}

} // namespace

/// How memory and time grow with the number of addresses: bench_million [COUNT]. A million needs
/// 5 GB for the files, which lie where TMPDIR says.
int main(int argc, char **argv)
{
    const auto count = takeCount(argc, argv);
    const BenchOptions options = benchOptions(argc, argv);
    const qint64 addresses = count.value_or(options.quick ? 20'000 : 200'000);
    TestServer server;
    server.setLogging(false);
    const double base = crawl(server, fewAddresses).measured.peakMebibytes;
    const Crawl large = crawl(server, addresses);

    const QString name = QStringLiteral("%1 addresses").arg(addresses);
    Comparison comparison(
        QStringLiteral("Addresses, each asked for and saved"), QStringLiteral("s per 100,000"));
    const double scale = 100'000.0 * slices / double(addresses);
    const auto tell = [&](const QString &row, size_t slice) {
        comparison.add(row, [&large, slice, scale] { return large.slices[slice] * scale; });
        comparison.note(row, QStringLiteral("processor s"), large.processor[slice] * scale);
    };
    tell(QStringLiteral("first tenth"), 0);
    tell(QStringLiteral("last tenth"), large.slices.size() - 1);
    comparison.add(name, [&] { return large.measured.seconds * scale / slices; });
    comparison.run(1);
    const double growth = (large.measured.peakMebibytes - base) * 1024 * 1024;
    comparison.note(
        name, QStringLiteral("processor s"), large.measured.processorSeconds * scale / slices);
    comparison.note(name, QStringLiteral("peak MiB"), large.measured.peakMebibytes);
    comparison.note(name, QStringLiteral("bytes/address"), growth / double(addresses));
    comparison.print(options);
    return 0;
}
