// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/pathmapper.h"
#include "tests/crawl/running.h"

#include <QMap>

#include <algorithm>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

const QByteArrayList targets{"/a", "/a/", "/a/b", "/a/b/c", "/a?x", "/A"};

QByteArray contentOf(const QByteArray &target)
{
    return "<p>content of " + target;
}

} // namespace

/// The same files with the same contents, in whatever order they come, stopped in between or not.
class TestNameOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyOrderLeavesTheSame_data();
    void everyOrderLeavesTheSame();

private:
    enum class Between : quint8 { Nothing, Limit, Stop };
    /// Asks for them in this order; in between it is stopped when so many are there.
    void run(const QByteArrayList &order, int before, Between between);
    void serve(const QByteArray &type);
    /// Content by path, and paths by target: what the folder and the window say.
    QMap<QByteArray, QByteArray> files() const;
    QMap<QByteArray, QByteArray> places() const;
    QByteArray plain(const QByteArray &target) const;
    QByteArray marked(const QByteArray &target) const;

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
    bool m_arePages = false;
};

void TestNameOrders::init()
{
    m_server = std::make_unique<TestServer>();
}

void TestNameOrders::serve(const QByteArray &type)
{
    m_arePages = type == "text/html";
    m_server->route("/", [type](const Request &request, Reply &reply) {
        const QByteArray target = request.target;
        // The gates are open unless somebody shuts them.
        reply.hold("the others")
            .hold(target)
            .answer(200, type, contentOf(target), {{"ETag", '"' + target.toHex() + '"'}});
    });
    m_server->release("the others");
    for (const QByteArray &target : targets)
        m_server->release(target);
}

void TestNameOrders::run(const QByteArrayList &order, int before, Between between)
{
    m_crawl = std::make_unique<Running>();
    m_crawl->job.depth = 0;
    QList<QUrl> starts;
    for (const QByteArray &target : order)
        starts.append(m_server->url(target));
    if (between == Between::Limit) {
        m_crawl->job.maxFiles = before;
        QVERIFY(m_crawl->run(starts));
        QCOMPARE(m_crawl->follower.totals.saved, before);
        QVERIFY(m_crawl->follower.limitReached);
        m_crawl->job.maxFiles.reset();
    } else if (between == Between::Stop) {
        m_server->hold(order[before]);
        m_crawl->start(starts);
        QVERIFY(waitFor([&] { return m_crawl->of(starts[before - 1]) == "saved"; }));
        m_crawl->crawler().stop();
        QVERIFY(waitFor([&] { return m_crawl->follower.ended(); }));
        m_crawl->destroy();
        m_server->release(order[before]);
    }
    QVERIFY2(m_crawl->run(starts), m_crawl->follower.problems.value(0).constData());
    QCOMPARE(m_crawl->follower.totals.saved + m_crawl->follower.totals.unchanged, targets.size());
}

QMap<QByteArray, QByteArray> TestNameOrders::files() const
{
    QMap<QByteArray, QByteArray> files;
    for (const QByteArray &name : m_crawl->files()) {
        QFile file(m_crawl->pathOf(name));
        files.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : "unreadable");
    }
    return files;
}

QMap<QByteArray, QByteArray> TestNameOrders::places() const
{
    QMap<QByteArray, QByteArray> places;
    for (const QByteArray &target : targets)
        places.insert(target, m_crawl->record(m_server->url(target)).path.toUtf8());
    return places;
}

QByteArray TestNameOrders::plain(const QByteArray &target) const
{
    const Address address = Address::parse(m_server->url(target).toEncoded()).value();
    return pathFor(address, m_arePages, address.origin()).joined();
}

QByteArray TestNameOrders::marked(const QByteArray &target) const
{
    const Address address = Address::parse(m_server->url(target).toEncoded()).value();
    return markedPath(pathFor(address, m_arePages, address.origin()), address).joined();
}

void TestNameOrders::everyOrderLeavesTheSame_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArrayList>("marks");
    QTest::newRow("pages") << QByteArray("text/html") << QByteArrayList{"/a"};
    // Without ".html" there are folders of these names.
    QTest::newRow("files") << QByteArray("application/octet-stream")
                           << QByteArrayList{"/a", "/A", "/a/b"};
}

/// GLEANER_LONG_TESTS tries all 720 orders.
void TestNameOrders::everyOrderLeavesTheSame()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArrayList, marks);
    serve(type);
    QMap<QByteArray, QByteArray> expectedFiles;
    QMap<QByteArray, QByteArray> expectedPlaces;
    for (const QByteArray &target : targets) {
        const QByteArray place = marks.contains(target) ? marked(target) : plain(target);
        expectedFiles.insert(place, contentOf(target));
        expectedPlaces.insert(target, place);
    }
    const int every = qEnvironmentVariableIsSet("GLEANER_LONG_TESTS") ? 1 : 90;
    QByteArrayList order = targets;
    std::ranges::sort(order);
    int number = 0;
    do {
        if (number++ % every != 0)
            continue;
        const auto between = Between(number / every % 3);
        run(order, 1 + number / every % int(targets.size() - 1), between);
        if (QTest::currentTestFailed())
            QFAIL(order.join(' ').constData());
        QVERIFY2(files() == expectedFiles, order.join(' ').constData());
        QVERIFY2(places() == expectedPlaces, order.join(' ').constData());
    } while (std::ranges::next_permutation(order).found);
    QCOMPARE(number, 720);
}

QTEST_GUILESS_MAIN(TestNameOrders)
#include "tst_nameorders.moc"
