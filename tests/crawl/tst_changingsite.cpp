// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crawl/running.h"

#include <QFileInfo>
#include <QSet>

#include <memory>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

constexpr int pageCount = 15;
constexpr int fileSize = 3'000'000;
constexpr int cutAt = 2'000'000;

/// The same name and length in every edition, and no other byte.
QByteArray edition(int number, const QByteArray &name, int size)
{
    const QByteArray line = "<p>edition " + QByteArray::number(number) + " of " + name + "\n";
    return line.repeated(size / int(line.size()) + 1).first(size);
}

QByteArray pageName(int page)
{
    return "p" + QByteArray::number(page) + ".html";
}

QByteArray tagOf(int number)
{
    return "\"v" + QByteArray::number(number) + '"';
}

QByteArray dateOf(int number)
{
    return "Wed, 0" + QByteArray::number(number) + " Jan 2020 00:00:00 GMT";
}

} // namespace

/// A site that is published anew while it is downloaded: row 57 of the fault table.
///
/// Which edition a file is of, is chance; but each file is of one. A server that gives other bytes
/// the same validator and the same length lies, and nobody could tell.
class TestChangingSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachFileIsOfOneEdition();
    void aHalfIsNotJoinedWithAnotherEdition_data();
    void aHalfIsNotJoinedWithAnotherEdition();
    void aLaterRunJoinsNothingEither_data();
    void aLaterRunJoinsNothingEither();

private:
    /// What a server does about If-Range once there is another edition of the file.
    enum class Server { KeepsToTheRules, IgnoresIfRange };
    enum class Says { Tag, Date, Nothing };
    void addRows();
    /// big.iso of edition 1 until it has been broken off once, and of edition 2 from then on.
    void serveCutFile(Server server, Says says) const;
    /// A run whose transfer breaks off once all that was sent is in the part: what Qt has not
    /// handed on when a connection ends is lost.
    [[nodiscard]] bool runWithCut();
    /// The run's end: one whole file of edition 2, after those requests.
    void checkEditionTwo() const;
    QByteArray read(const QByteArray &name) const
    {
        QFile file(m_crawl->pathOf(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Running> m_crawl;
};

void TestChangingSite::init()
{
    m_server = std::make_unique<TestServer>();
    m_crawl = std::make_unique<Running>();
    m_crawl->job.workers = 4;
    m_crawl->job.tries = 3;
    m_crawl->job.depth.reset();
}

void TestChangingSite::eachFileIsOfOneEdition()
{
    // Every fifth request is the first of a new edition; what is under way then comes to its end,
    // or is broken off and asked for again.
    const auto asked = std::make_shared<int>(0);
    m_server->route("/", [asked](const Request &request, Reply &reply) {
        const int number = 1 + (*asked)++ / 5;
        const QByteArray name = request.path().sliced(1);
        const bool isPage = name.endsWith(".html");
        QByteArray body = edition(number, name, isPage ? 60'000 : 900'000);
        for (int page = 0; isPage && page < pageCount; ++page)
            body +=
                "<a href=" + pageName(page) + "><img src=i" + QByteArray::number(page) + ".gif>";
        const QByteArray type = isPage ? "text/html" : "image/gif";
        const Headers tag{{"ETag", tagOf(number)}};
        if (*asked % 5 != 0) {
            reply.answer(200, type, body, tag);
            return;
        }
        const Headers head{
            {"Content-Type", type}, {"Content-Length", QByteArray::number(body.size())}};
        reply.send(responseHead(200, head + tag)).send(body.first(body.size() * 2 / 3)).reset();
    });
    QVERIFY2(
        m_crawl->run({m_server->url("/p0.html")}), m_crawl->follower.problems.value(0).constData());
    QCOMPARE(m_crawl->follower.totals.failed, 0);
    const QByteArrayList files = m_crawl->files();
    QCOMPARE(files.size(), 2 * pageCount);
    QSet<QByteArray> editions;
    for (const QByteArray &file : files) {
        const QByteArray body = read(file);
        const QByteArray first = body.left(body.indexOf('\n') + 1);
        QVERIFY2(first.contains(" of " + file), first.constData());
        editions.insert(first.split(' ').value(1));
        const int size = file.endsWith(".html") ? 60'000 : 900'000;
        QVERIFY2(body.first(size) == first.repeated(size / int(first.size()) + 1).first(size),
            file.constData());
    }
    QVERIFY(editions.size() > 3);
}

void TestChangingSite::addRows()
{
    QTest::addColumn<Server>("server");
    QTest::addColumn<Says>("says");
    QTest::addColumn<QByteArrayList>("ranges"); // of each request; "-" for none
    const QByteArray rest = "bytes=" + QByteArray::number(cutAt) + '-';
    QTest::newRow("by the rules, a tag")
        << Server::KeepsToTheRules << Says::Tag << QByteArrayList{"-", rest};
    QTest::newRow("by the rules, a date")
        << Server::KeepsToTheRules << Says::Date << QByteArrayList{"-", rest};
    QTest::newRow("no condition, a tag")
        << Server::IgnoresIfRange << Says::Tag << QByteArrayList{"-", rest, "-"};
    QTest::newRow("no condition, a date")
        << Server::IgnoresIfRange << Says::Date << QByteArrayList{"-", rest, "-"};
    QTest::newRow("no validator") << Server::IgnoresIfRange << Says::Nothing
                                  << QByteArrayList{"-", "-"};
}

void TestChangingSite::serveCutFile(Server server, Says says) const
{
    const auto wasCut = std::make_shared<bool>(false);
    m_server->route("/big.iso", [=](const Request &request, Reply &reply) {
        const int number = *wasCut ? 2 : 1;
        const QByteArray body = edition(number, "big.iso", fileSize);
        Headers headers{{"Date", dateOf(9)}};
        if (says == Says::Tag)
            headers.emplaceBack("ETag", tagOf(number));
        if (says == Says::Date)
            headers.emplaceBack("Last-Modified", dateOf(number));
        if (!std::exchange(*wasCut, true)) {
            headers.emplaceBack("Content-Length", QByteArray::number(fileSize));
            reply.send(responseHead(200, headers)).send(body.first(cutAt)).hold("cut").reset();
            return;
        }
        const bool isRange = !request.header("Range").isNull();
        if (!isRange || server == Server::KeepsToTheRules) {
            reply.answer(200, "application/octet-stream", body, headers);
            return;
        }
        headers.emplaceBack("Content-Range", "bytes 2000000-2999999/3000000");
        reply.answer(206, "application/octet-stream", body.sliced(cutAt), headers);
    });
}

bool TestChangingSite::runWithCut()
{
    m_crawl->start({m_server->url("/big.iso")});
    const QString part = m_crawl->pathOf("big.iso.part");
    const bool hasCome = waitFor([&] { return QFileInfo(part).size() == cutAt; });
    m_server->release("cut");
    const bool ended = waitFor([&] { return m_crawl->follower.ended(); });
    m_crawl->destroy();
    return hasCome && ended && m_crawl->follower.problems.isEmpty();
}

void TestChangingSite::checkEditionTwo() const
{
    QCOMPARE(m_crawl->of(m_server->url("/big.iso")), QByteArray("saved"));
    QVERIFY(read("big.iso") == edition(2, "big.iso", fileSize));
    QCOMPARE(m_crawl->files(), QByteArrayList{"big.iso"});
    QByteArrayList ranges;
    for (const Request &request : m_server->requests())
        ranges.append(request.header("Range").isNull() ? "-" : request.header("Range"));
    QTEST(ranges, "ranges");
}

void TestChangingSite::aHalfIsNotJoinedWithAnotherEdition_data()
{
    addRows();
}

void TestChangingSite::aHalfIsNotJoinedWithAnotherEdition()
{
    QFETCH(const Server, server);
    QFETCH(const Says, says);
    serveCutFile(server, says);
    QVERIFY2(runWithCut(), m_crawl->follower.problems.value(0).constData());
    checkEditionTwo();
}

void TestChangingSite::aLaterRunJoinsNothingEither_data()
{
    addRows();
}

void TestChangingSite::aLaterRunJoinsNothingEither()
{
    QFETCH(const Server, server);
    QFETCH(const Says, says);
    serveCutFile(server, says);
    m_crawl->job.tries = 1;
    QVERIFY(runWithCut());
    QCOMPARE(m_crawl->of(m_server->url("/big.iso")), QByteArray("failed incomplete"));
    // Only what can be known again is kept.
    QCOMPARE(m_crawl->files(),
        says == Says::Nothing ? QByteArrayList() : QByteArrayList{"big.iso.part"});
    QVERIFY(m_crawl->run({m_server->url("/big.iso")}));
    checkEditionTwo();
}

QTEST_GUILESS_MAIN(TestChangingSite)
#include "tst_changingsite.moc"
