// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/restoredlog.h"
#include "core/store/sessiondatabase.h"
#include "tests/bench/report.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr quint32 rowsAtOnce = 10'000;

StoredAddress addressRow(quint32 id)
{
    StoredAddress row;
    row.id = id;
    row.address = "https://docs.example.org/manual/section-" + QByteArray::number(id / 100)
        + "/page-" + QByteArray::number(id) + ".html";
    row.referrer = id == 0 ? StoredAddress::none : qint64(id / 100);
    row.element = "a";
    row.attribute = "href";
    row.depth = 3;
    row.state = int(RecordState::Saved);
    row.status = 200;
    row.tries = 1;
    row.seconds = 0.01;
    return row;
}

StoredFile fileRow(quint32 id)
{
    const QByteArray number = QByteArray::number(id);
    return {id, "manual/section-" + QByteArray::number(id / 100) + "/page-" + number + ".html",
        4096, QByteArray(32, char(id)), "\"6543a1b2-" + number + "\"", {}, "text/html", true,
        1'700'000'000'000 + id};
}

double millisecondsSince(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

/// A session of so many saved addresses: written, and read back as a start does.
void measure(quint32 addresses, const BenchOptions &options)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("session/x.sqlite"));
    QElapsedTimer clock;
    clock.start();
    {
        SessionDatabase database(file);
        for (quint32 first = 0; first < addresses; first += rowsAtOnce) {
            SessionChanges changes;
            for (quint32 id = first; id < std::min(first + rowsAtOnce, addresses); ++id) {
                changes.addresses.push_back(addressRow(id));
                changes.files.push_back(fileRow(id));
            }
            if (!database.write(changes)) {
                fprintf(stderr, "bench_session: the session cannot be written\n");
                std::exit(1);
            }
        }
    }
    const double written = millisecondsSince(clock);
    const double bytes = double(QFileInfo(file).size()) / addresses;
    clock.restart();
    const SessionDatabase database(file);
    const auto restored = restoreLog(
        database, Restoring::AsItStands, {}, [](const QByteArray &, qint64) { return true; });
    const auto rest = database.load();
    const double read = millisecondsSince(clock);
    printf(options.json ? "{\"addresses\":%u,\"write_ms\":%.0f,\"start_ms\":%.0f,\"bytes\":%.0f}\n"
                        : "%10u %12.0f %12.0f %12.0f\n",
        addresses, written, read, bytes);
    if (!restored || restored->log.size() != addresses || !rest || !rest->landings.empty())
        std::exit(1);
}

} // namespace

int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    if (!options.json)
        printf("A session on disk\n%10s %12s %12s %12s\n", "addresses", "write ms", "start ms",
            "bytes each");
    measure(100'000, options);
    if (!options.quick)
        measure(1'000'000, options);
    return 0;
}
