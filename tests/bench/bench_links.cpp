// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlrun.h"
#include "core/crawl/heldsession.h"
#include "tests/bench/report.h"
#include "tests/e2e/sites.h"
#include "tests/support/nginx.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

[[noreturn]] void fail(const char *why)
{
    fprintf(stderr, "bench_links: %s\n", why);
    std::exit(1);
}

void put(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        fail("cannot write");
}

/// Copies of a manual beside each other, about so many bytes; the addresses of their pages are
/// links from the root if that is wanted, so that every one has to be changed.
void makeSite(const QString &root, const QString &manual, qint64 bytes, bool fromTheRoot)
{
    const QStringList names = filesBelow(manual);
    QByteArray start;
    for (int copy = 0; bytes > 0; ++copy) {
        const QByteArray folder = "/copy" + QByteArray::number(copy) + '/';
        start += "<a href='" + folder + "index.html'>x</a>";
        for (const QString &name : names) {
            QFile file(manual + u'/' + name);
            QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            if (fromTheRoot && name.endsWith(u".html"))
                content.replace("href=\"", "href=\"" + folder)
                    .replace(folder + "http", "http")
                    .replace(folder + '#', "#");
            put(root + QString::fromLatin1(folder) + name, content);
            bytes -= content.size();
        }
    }
    put(root + QStringLiteral("/index.html"), start);
}

/// Its session's id; ends this program where it does not end well.
QByteArray run(const CrawlJob &job)
{
    CrawlRun *running = nullptr;
    Batch last;
    // No waitFor(): it sleeps between two looks, and the crawl is in this thread.
    QEventLoop loop;
    CrawlRun crawl(job, [&](const Batch &batch) {
        last = batch;
        if (batch.phase != CrawlPhase::Finished && batch.phase != CrawlPhase::Stopped)
            running->crawler().acknowledge();
        else
            loop.quit();
    });
    running = &crawl;
    QTimer::singleShot(std::chrono::minutes(10), &loop, &QEventLoop::quit);
    crawl.crawler().start();
    loop.exec();
    if (last.phase != CrawlPhase::Finished)
        fail("no good end");
    return last.session;
}

/// What all threads of this program have had of the processor.
double processorMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void measure(
    const char *name, const QString &package, bool fromTheRoot, const BenchOptions &options)
{
    QString error;
    const QString manual = documentation(package, error);
    if (manual.isEmpty())
        fail(qPrintable(error));
    const QTemporaryDir folder;
    const QString site = folder.filePath(QStringLiteral("site"));
    makeSite(site, manual, qint64(options.quick ? 10 : 50) * 1024 * 1024, fromTheRoot);
    Nginx nginx({site, 2, {}, {}});
    if (!nginx.start())
        fail("no nginx");
    CrawlJob job;
    job.starts = {*Address::parse(nginx.url(QStringLiteral("/index.html")).toEncoded())};
    job.directory = folder.filePath(QStringLiteral("copy"));
    job.stateDirectory = folder.filePath(QStringLiteral("state"));
    job.depth.reset();
    const QString file = sessionFile(job.stateDirectory, run(job));
    {
        // As if it had been killed at the end: nothing is asked for, and only links are left to do.
        SessionDatabase database(file);
        SessionChanges changes;
        changes.values.insert(sessionvalue::rewriting, "yes");
        if (!database.write(changes))
            fail("no session");
    }
    job.links = LinkPolicy::Relative;
    QElapsedTimer clock;
    const double processorBefore = processorMilliseconds();
    clock.start();
    run(job);
    const double milliseconds = double(clock.nsecsElapsed()) / 1e6;
    const double processor = processorMilliseconds() - processorBefore;
    const QStringList files = filesBelow(job.directory);
    qint64 bytes = 0;
    for (const QString &each : files)
        bytes += QFileInfo(job.directory + u'/' + each).size();
    const auto changed = qlonglong(SessionDatabase(file).rewrites().size());
    printf(options.json ? "{\"name\":\"%s\",\"megabytes\":%.1f,\"files\":%lld,\"changed\":%lld,"
                          "\"processor_ms\":%.0f,\"ms\":%.0f}\n"
                        : "%-32s %8.1f %8lld %8lld %12.0f %8.0f\n",
        name, double(bytes) / 1e6, qlonglong(files.size()), changed, processor, milliseconds);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const BenchOptions options = benchOptions(argc, argv);
    if (!options.json)
        printf("Links of a whole download, its session opened and closed\n"
               "%-32s %8s %8s %8s %12s %8s\n",
            "", "MB", "files", "changed", "processor ms", "ms");
    const QString postgresql = QStringLiteral("postgresql-doc-15");
    measure("PostgreSQL's manual, as it is", postgresql, false, options);
    measure("the same, linked from the root", postgresql, true, options);
    // Fewer and longer pages.
    measure("Python's, linked from the root", QStringLiteral("python3.11-doc"), true, options);
    return 0;
}
