// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkfetcher.h"
#include "core/task/pipeliner.h"
#include "core/task/taskgroup.h"
#include "tests/bench/report.h"
#include "tests/support/nginx.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr int fileBytes = 4096;
constexpr int inFlight = 6;

[[noreturn]] void fail(const QString &what)
{
    fprintf(stderr, "bench_fetch: %s\n", qPrintable(what));
    std::exit(1);
}

class CountingSink : public Sink
{
public:
    bool begin(const ResponseHead &, const BodyLength &) override { return true; }
    Task<bool> write(QByteArray bytes) override
    {
        m_bytes += bytes.size();
        co_return true;
    }
    qint64 bytes() const { return m_bytes; }

private:
    qint64 m_bytes = 0;
};

/// Requests per second over all files, once.
class Round
{
public:
    Round(const QUrl &root, int files)
        : m_root(root)
        , m_files(files)
    {
        m_clock.start();
    }

    bool hasNext() const { return m_next < m_files; }
    QUrl next() { return m_root.resolved(QUrl(QString::number(m_next++))); }
    void took(qint64 bytes)
    {
        if (bytes != fileBytes)
            fail(QStringLiteral("%1 bytes came instead of %2").arg(bytes).arg(fileBytes));
        ++m_done;
    }
    double finish()
    {
        while (m_done < m_files)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return m_files * 1e9 / double(m_clock.nsecsElapsed());
    }

private:
    const QUrl m_root;
    const int m_files;
    int m_next = 0;
    int m_done = 0;
    QElapsedTimer m_clock;
};

void request(QNetworkAccessManager &manager, Round &round)
{
    if (!round.hasNext())
        return;
    QNetworkReply *reply = manager.get(QNetworkRequest(round.next()));
    QObject::connect(reply, &QNetworkReply::finished, &manager, [reply, &manager, &round] {
        round.took(reply->readAll().size());
        reply->deleteLater();
        request(manager, round);
    });
}

double withManager(QNetworkAccessManager &manager, Round round)
{
    for (int i = 0; i < inFlight; ++i)
        request(manager, round);
    return round.finish();
}

Task<void> fetchAll(Fetcher *fetcher, Round *round)
{
    while (round->hasNext()) {
        FetchRequest wanted;
        wanted.address = Address::parse(round->next().toEncoded()).value();
        const auto sink = std::make_shared<CountingSink>();
        TransferProgress progress;
        const FetchOutcome outcome = co_await fetcher->fetch(wanted, sink, &progress);
        round->took(std::holds_alternative<Fetched>(outcome) ? sink->bytes() : -1);
    }
}

double withFetcher(Fetcher &fetcher, Round round)
{
    TaskGroup group;
    for (int i = 0; i < inFlight; ++i)
        group.spawn(fetchAll(&fetcher, &round));
    return round.finish();
}

} // namespace

/// Many small files over plain http: the cure for QNetworkAccessManager's unbuffered socket, and
/// what our fetcher costs on top.
int main(int argc, char **argv)
{
    const BenchOptions options = benchOptions(argc, argv);
    QCoreApplication application(argc, argv);
    const int files = options.quick ? 2'000 : 10'000;
    const QTemporaryDir folder;
    for (int i = 0; i < files; ++i) {
        QFile file(folder.filePath(QString::number(i)));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(fileBytes, 'x')) != fileBytes)
            fail(file.errorString());
    }
    Nginx nginx({folder.path(), 0, {}, {}});
    if (!nginx.start())
        fail(nginx.errorString());

    QNetworkAccessManager plain;
    const auto buffered = makeManager();
    QThreadPool pool;
    RateLimit unlimited;
    NetworkFetcher fetcher(pool, unlimited);
    Comparison comparison(
        QStringLiteral("Files of 4 KiB over http, 6 in flight"), QStringLiteral("requests/s"));
    const auto round = [&] { return Round(nginx.url(), files); };
    comparison.add(QStringLiteral("QNetworkAccessManager as it comes"),
        [&] { return withManager(plain, round()); });
    comparison.add(
        QStringLiteral("with a buffered socket"), [&] { return withManager(*buffered, round()); });
    comparison.add(QStringLiteral("NetworkFetcher"), [&] { return withFetcher(fetcher, round()); });
    comparison.run(options.quick ? 3 : 7);
    comparison.print(options);
    return 0;
}
