// SPDX-License-Identifier: GPL-3.0-or-later
// The program of 2008 that Gleaner grew from, written with core/task: fetch a page, with never
// more than two requests at once, and then everything that it links to, all at the same time.
#include "core/task/parallel.h"
#include "core/task/pipeliner.h"
#include "core/task/taskgroup.h"
#include "core/task/wakeup.h"
#include "tests/support/await.h"
#include "tests/support/testserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

std::vector<QUrl> linksIn(const QByteArray &page, const QUrl &base)
{
    std::vector<QUrl> links;
    QByteArrayList parts = page.split('"');
    for (qsizetype i = 1; i < parts.size(); i += 2)
        links.push_back(base.resolved(QUrl(QString::fromUtf8(parts[i]))));
    return links;
}

class Program
{
public:
    Program() { m_pipeliner.start(); }

    QFuture<void> run(const QUrl &url) { return m_tasks.start(doLotsOfStuff(url)); }
    const std::vector<QByteArray> &pages() const { return m_pages; }

private:
    Task<> doLotsOfStuff(QUrl url)
    {
        const QByteArray page = co_await m_pipeliner.schedule(get(url));
        m_pages.push_back(page);

        std::vector<Task<>> children;
        for (const QUrl &link : linksIn(page, url))
            children.push_back(doLotsOfStuff(link));
        co_await runInParallel(std::move(children));
    }

    Task<QByteArray> get(QUrl url)
    {
        Wakeup finished;
        const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
        QObject::connect(
            reply.get(), &QNetworkReply::finished, reply.get(), [&] { finished.ring(); });
        co_await finished;
        co_return reply->readAll();
    }

    std::vector<QByteArray> m_pages;
    QNetworkAccessManager m_network;
    Pipeliner m_pipeliner{2};
    TaskGroup m_tasks;
};

/// A tree of pages, three links each, the last level without; how many pages that makes. All but
/// the first one wait at a gate.
int serveTree(TestServer &server, const QByteArray &path, int depth)
{
    QByteArray page = "<title>" + path + "</title>";
    int pages = 1;
    for (const char *child : {"a", "b", "c"}) {
        if (depth == 0)
            break;
        page += "<a href=\"" + path + child + "/\">";
        pages += serveTree(server, path + child + '/', depth - 1);
    }
    server.route(path, [page, isFirst = path == "/site/"](const Request &, Reply &reply) {
        if (!isFirst)
            reply.hold("gate");
        reply.answer(200, "text/html", page);
    });
    return pages;
}

} // namespace

class TestDoLotsOfStuff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesEveryPageOnceAndNeverMoreThanTwoAtATime()
    {
        TestServer server;
        const int pages = serveTree(server, "/site/", 4);
        QCOMPARE(pages, 121);
        Program program;
        const QFuture<void> end = program.run(server.url("/site/"));
        QVERIFY(waitFor([&] { return server.openNow() == 2; }));
        server.release("gate");
        QVERIFY(waitFor(end));
        QVERIFY(!end.isCanceled());

        std::vector<QByteArray> fetched = program.pages();
        std::ranges::sort(fetched);
        QVERIFY(std::ranges::adjacent_find(fetched) == fetched.end());
        QCOMPARE(fetched.size(), size_t(pages));
        QCOMPARE(server.total(), qint64(pages));
        QCOMPARE(server.mostOpen(), 2);
    }

    void stopsWithRequestsInFlight()
    {
        TestServer server;
        serveTree(server, "/site/", 4);
        auto program = std::make_unique<Program>();
        const QFuture<void> end = program->run(server.url("/site/"));
        QVERIFY(waitFor([&] { return server.openNow() == 2; }));
        program.reset();
        QVERIFY(end.isFinished() && end.isCanceled());
        QVERIFY(waitFor([&] { return server.openNow() == 0; }));
        QCOMPARE(server.total(), qint64(3));
    }
};

QTEST_GUILESS_MAIN(TestDoLotsOfStuff)
#include "tst_dolotsofstuff.moc"
