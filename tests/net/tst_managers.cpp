// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/managers.h"

#include "tests/net/fetching.h"

#include <QMap>
#include <QNetworkAccessManager>

using namespace gleaner;
using namespace gleaner::test;

class TestManagers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesNoManagerBeforeItIsNeeded();
    void neverGivesASeventhPlaceToOneOrigin();
    void hostsShareAManager();
    void placesAreGivenBack();
    void aMovedPlaceIsGivenBackOnce();
    void managersFollowNothingAndRememberNothing();
    void moreThanSixRequestsRunAtOnce();
    void aRetiredManagerIsGivenToNobodyElse();
};

void TestManagers::makesNoManagerBeforeItIsNeeded()
{
    const Managers managers;
    QCOMPARE(managers.count(), size_t(0));
}

void TestManagers::neverGivesASeventhPlaceToOneOrigin()
{
    Managers managers;
    std::vector<Managers::Slot> places;
    for (int i = 0; i < 20; ++i)
        places.push_back(managers.take("http://a"));
    QCOMPARE(managers.count(), size_t(4));
    QMap<const QNetworkAccessManager *, int> given;
    for (const Managers::Slot &place : places)
        ++given[&place.manager()];
    QCOMPARE(given.size(), 4);
    QCOMPARE(std::ranges::max(given.values()), 6);
}

void TestManagers::hostsShareAManager()
{
    Managers managers;
    std::vector<Managers::Slot> places;
    for (int i = 0; i < 100; ++i)
        places.push_back(managers.take("http://host" + QByteArray::number(i)));
    QCOMPARE(managers.count(), size_t(1));
}

void TestManagers::placesAreGivenBack()
{
    Managers managers;
    for (int round = 0; round < 50; ++round) {
        std::vector<Managers::Slot> places;
        for (int i = 0; i < 6; ++i)
            places.push_back(managers.take("http://a"));
    }
    QCOMPARE(managers.count(), size_t(1));
    std::vector<Managers::Slot> seven;
    for (int i = 0; i < 7; ++i)
        seven.push_back(managers.take("http://a"));
    QCOMPARE(managers.count(), size_t(2));
    const QNetworkAccessManager *first = &seven.front().manager();
    seven.clear();
    // The lowest manager with room comes first, so that connections are used again.
    QCOMPARE(&managers.take("http://a").manager(), first);
}

void TestManagers::aMovedPlaceIsGivenBackOnce()
{
    Managers managers;
    {
        Managers::Slot place = managers.take("http://a");
        const Managers::Slot moved = std::move(place);
        QVERIFY(&moved.manager());
    }
    std::vector<Managers::Slot> places;
    for (int i = 0; i < 6; ++i)
        places.push_back(managers.take("http://a"));
    QCOMPARE(managers.count(), size_t(1));
    places.push_back(managers.take("http://a"));
    QCOMPARE(managers.count(), size_t(2));
}

void TestManagers::managersFollowNothingAndRememberNothing()
{
    const auto manager = makeManager();
    QCOMPARE(manager->redirectPolicy(), QNetworkRequest::ManualRedirectPolicy);
    QVERIFY(!manager->autoDeleteReplies());
    QVERIFY(!manager->cache());
}

void TestManagers::moreThanSixRequestsRunAtOnce()
{
    TestServer server;
    Fetching fetching;
    std::vector<QFuture<FetchOutcome>> futures;
    for (int i = 0; i < 15; ++i) {
        const auto url = server.url("/fault/hold/gate/" + QByteArray::number(i));
        futures.push_back(fetching.start(Fetching::requestFor(url)));
    }
    QVERIFY(waitFor([&] { return server.openNow() == 15; }));
    server.release("gate");
    for (const auto &future : futures)
        QVERIFY(waitFor(future));
    QCOMPARE(server.connections(), 15);
}

void TestManagers::aRetiredManagerIsGivenToNobodyElse()
{
    Managers managers;
    Managers::Slot first = managers.take("http://a");
    Managers::Slot second = managers.take("http://a");
    QCOMPARE(&first.manager(), &second.manager());
    first.retireManager();
    second.retireManager();
    const Managers::Slot third = managers.take("http://a");
    QVERIFY(&third.manager() != &first.manager());
    QCOMPARE(managers.count(), size_t(1));
    // Who has the old one may finish with it.
    QVERIFY(second.manager().thread());
}

QTEST_GUILESS_MAIN(TestManagers)
#include "tst_managers.moc"
