// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/traps.h"

#include "core/crawl/addressshape.h"
#include "core/discover/discover.h"
#include "tests/support/siteshapes.h"

#include <QTest>

#include <deque>

using namespace gleaner;
using namespace gleaner::test;

/// Whole sites, without network and disk: what is set aside, and that nothing is lost.
class TestTraps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endlessSitesEnd_data();
    void endlessSitesEnd();
    void finiteSitesAreWhole_data();
    void finiteSitesAreWhole();
    void whatIsNotReadChangesNothing_data();
    void whatIsNotReadChangesNothing();
    void readsOnlyWhatMatters();
    void whoeverFollowsTrapsIsNotHeld();
    void knowsAPathThatRepeatsItself();
    void whatIsReleasedIsNotSetAsideAgain_data();
    void whatIsReleasedIsNotSetAsideAgain();
    void aLaterRunKnowsWhatWasSetAside_data();
    void aLaterRunKnowsWhatWasSetAside();
    void isBoundedWhateverAServerMakesUp();
};

enum class Prints { Needed, All };

/// A crawl of a site, one page after the other, the nearest first.
class Walk
{
public:
    explicit Walk(const NamedSite &site, TrapPolicy policy = TrapPolicy::SetAside,
        Prints prints = Prints::Needed)
        : traps(policy)
        , m_site(site.site)
        , m_prints(prints)
    {
        admit(site.start, noRecord, LinkKind::Navigation);
    }

    /// False if it has not ended after so many pages.
    bool run(size_t mostPages)
    {
        for (; !m_waiting.empty(); m_waiting.pop_front()) {
            if (size_t(pages.size()) >= mostPages)
                return false;
            visit(m_waiting.front());
        }
        return true;
    }

    TrapNumber largest() const
    {
        TrapNumber largest = 0;
        for (const TrapGroup &group : traps.groups().all())
            largest = group.count > traps.groups().at(largest).count ? group.number : largest;
        return largest;
    }
    qint64 setAside() const
    {
        qint64 count = 0;
        for (const TrapGroup &group : traps.groups().all())
            count += group.count;
        return count;
    }

    Traps traps;
    CrawlLog log;
    QSet<QByteArray> pages; ///< that were asked for
    QSet<QByteArray> skipped;
    int prints = 0; ///< that were read

private:
    static QByteArray targetOf(const Address &address)
    {
        return address.bytes().mid(qsizetype(qstrlen("http://h")));
    }

    void admit(const QByteArray &target, RecordId referrer, LinkKind kind)
    {
        admit(Address::parse("http://h" + target).value(), referrer, kind);
    }
    void admit(const Address &address, RecordId referrer, LinkKind kind)
    {
        const auto added = log.add(address, kind, {}, referrer, 0);
        if (!added.isNew)
            return;
        traps.noteAddress(log, added.id);
        if (isHeld(added.id))
            return;
        if (referrer != noRecord)
            traps.noteFound(log, referrer, address);
        m_waiting.push_back(added.id);
    }
    bool isHeld(RecordId id)
    {
        if (!traps.holds(log, log.address(id), id, log.referrer(id)))
            return false;
        log.update(id, [](Record &record) {
            record.state = RecordState::Skipped;
            record.skip = SkipReason::Trap;
        });
        traps.park(log, id);
        skipped.insert(targetOf(log.address(id)));
        return true;
    }

    void visit(RecordId id)
    {
        // It may have become one while it waited.
        if (isHeld(id))
            return;
        const Address address = log.address(id);
        const QByteArray body = m_site(targetOf(address));
        if (body.isEmpty())
            return;
        pages.insert(targetOf(address));
        const RecordId above = log.referrer(id);
        const Address referrer = above == noRecord ? Address() : log.address(above);
        log.update(id, [](Record &record) { record.state = RecordState::Saved; });
        if (body.startsWith("PNG")) {
            traps.noteFile(log, id, body);
            return;
        }
        const Discovery discovery = discover({body, "text/html", address});
        const bool isNeeded =
            m_prints == Prints::All || isPrintNeeded(traps.printNeed(log, id), discovery, address);
        prints += isNeeded ? 1 : 0;
        traps.beginPage(log, id, isNeeded ? pagePrint(body, address, referrer) : 0);
        for (const Link &link : discovery.links)
            admit(link.address, id, link.kind);
        traps.endPage(log, id);
    }

    SiteShape m_site;
    Prints m_prints;
    std::deque<RecordId> m_waiting;
};

static const NamedSite &siteNamed(const QList<NamedSite> &sites)
{
    const QByteArray name = QTest::currentDataTag();
    return *std::ranges::find_if(sites, [&](const NamedSite &site) { return site.name == name; });
}

void TestTraps::endlessSitesEnd_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("pages"); // no more than so many are asked for
    const auto row = [](const char *name, TrapKind kind, int pages) {
        QTest::newRow(name) << int(kind) << pages;
    };
    row("a calendar of months", TrapKind::LaterDates, 300);
    row("a calendar of months and days", TrapKind::EarlierDates, 4000);
    row("a calendar of weeks", TrapKind::EarlierDates, 600);
    row("a calendar beside something else", TrapKind::LaterDates, 300);
    row("a counter", TrapKind::Counter, 300);
    row("a counter in steps", TrapKind::Counter, 300);
    row("a counter with forms of each page", TrapKind::Counter, 1200);
    row("a list that is longer than what it lists", TrapKind::Counter, 400);
    row("a map", TrapKind::Counter, 1500);
    row("sessions in the query", TrapKind::SessionIds, 60);
    row("sessions among others", TrapKind::SessionIds, 60);
    row("sessions in the path", TrapKind::SessionIds, 60);
    row("what is missing links deeper", TrapKind::Copies, 40);
    row("a link to itself, below itself", TrapKind::Repetition, 10);
}

void TestTraps::endlessSitesEnd()
{
    QFETCH(const int, kind);
    QFETCH(const int, pages);
    const QList<NamedSite> sites = endlessSites();
    const NamedSite &site = siteNamed(sites);
    Walk walk(site);
    QVERIFY2(walk.run(size_t(pages)), QByteArray::number(walk.pages.size()).constData());
    const std::vector<TrapGroup> groups = walk.traps.groups().all();
    QVERIFY(std::ranges::any_of(groups,
        [&](const TrapGroup &group) { return int(group.kind) == kind && group.count > 0; }));
    QCOMPARE(walk.setAside(), walk.skipped.size());
    for (const QByteArray &wanted : site.wanted)
        QVERIFY2(walk.pages.contains(wanted), wanted.constData());
    qInfo("%lld pages", qint64(walk.pages.size()));
    for (const TrapGroup &group : groups)
        qInfo("%d %s %lld", int(group.kind), group.shape.constData(), group.count);
}

void TestTraps::finiteSitesAreWhole_data()
{
    QTest::addColumn<int>("pages"); // so many at least
    const auto row = [](const char *name, int pages) { QTest::newRow(name) << pages; };
    row("a gallery of photographs", 20'000);
    row("an archive by months", 800);
    row("a forum", 3000);
    row("a wiki", 5000);
    row("pages that are still empty", 400);
    row("figures", 1500);
    row("rates by days", 1800);
    row("a school's calendar", 2000);
    row("eclipses to come", 90);
    row("stories", 600);
    row("folders", 8);
}

void TestTraps::finiteSitesAreWhole()
{
    QFETCH(const int, pages);
    const QList<NamedSite> sites = finiteSites();
    Walk walk(siteNamed(sites));
    QVERIFY(walk.run(100'000));
    QCOMPARE(walk.skipped, QSet<QByteArray>());
    QCOMPARE(walk.traps.groups().size(), size_t(0));
    QVERIFY2(walk.pages.size() >= pages, QByteArray::number(walk.pages.size()).constData());
}

void TestTraps::whatIsNotReadChangesNothing_data()
{
    QTest::addColumn<bool>("isEndless");
    for (const NamedSite &site : endlessSites())
        QTest::newRow(site.name) << true;
    for (const NamedSite &site : finiteSites())
        QTest::newRow(site.name) << false;
}

void TestTraps::whatIsNotReadChangesNothing()
{
    QFETCH(const bool, isEndless);
    // Each its own: some remember who has visited them.
    const QList<NamedSite> sites = isEndless ? endlessSites() : finiteSites();
    const QList<NamedSite> likes = isEndless ? endlessSites() : finiteSites();
    Walk walk(siteNamed(sites));
    Walk thorough(siteNamed(likes), TrapPolicy::SetAside, Prints::All);
    QCOMPARE(walk.run(10'000), thorough.run(10'000));
    QCOMPARE(walk.pages, thorough.pages);
    QCOMPARE(walk.skipped, thorough.skipped);
}

void TestTraps::readsOnlyWhatMatters()
{
    const QHash<QByteArray, QByteArray> bodies{
        {"/", "<a href=guide/>"},
        {"/guide/", "<a href=first.html><a href=second.html>"},
        {"/guide/first.html", "<a href=second.html>"},
        {"/guide/second.html", "<a href=page2.html>"},
        {"/guide/page2.html", "The end"},
    };
    const NamedSite site{"a guide", "/", [&](const QByteArray &target) { return bodies[target]; }};
    Walk walk(site);
    QVERIFY(walk.run(10));
    QCOMPARE(walk.pages.size(), 5);
    QCOMPARE(walk.prints, 2); // the start, which leads deeper, and what has a number
}

void TestTraps::whoeverFollowsTrapsIsNotHeld()
{
    for (const NamedSite &site : endlessSites()) {
        Walk walk(site, TrapPolicy::Follow);
        QVERIFY2(!walk.run(1600), site.name);
        QCOMPARE(walk.traps.groups().size(), size_t(0));
    }
}

void TestTraps::knowsAPathThatRepeatsItself()
{
    Traps traps(TrapPolicy::SetAside);
    CrawlLog log;
    const auto holds = [&](const char *address, LinkKind kind = LinkKind::Navigation) {
        const auto parsed = Address::parse(address).value();
        const RecordId id = log.add(parsed, kind, {}, noRecord, 0).id;
        return traps.holds(log, parsed, id, noRecord);
    };
    QVERIFY(holds("https://h/a/a/a/a"));
    QVERIFY(!holds("https://h/a/a/a?a/a/a/a"));
    QVERIFY(holds("https://other/i/i/i/i/x.png", LinkKind::Requisite));
    QVERIFY(!holds("ftp://h/a/a/a/a"));
}

void TestTraps::whatIsReleasedIsNotSetAsideAgain_data()
{
    QTest::addColumn<bool>("unused");
    for (const NamedSite &site : endlessSites())
        QTest::newRow(site.name) << true;
}

void TestTraps::whatIsReleasedIsNotSetAsideAgain()
{
    const QList<NamedSite> sites = endlessSites();
    Walk walk(siteNamed(sites));
    QVERIFY(walk.run(4000));
    const TrapNumber number = walk.largest();
    const TrapKind kind = walk.traps.groups().at(number).kind;
    const auto count = size_t(walk.traps.groups().at(number).count);
    const std::vector<RecordId> released = walk.traps.release(number);
    QCOMPARE(released.size(), count);
    QVERIFY(std::ranges::is_sorted(released));
    for (const RecordId id : released) {
        walk.log.update(id, [](Record &record) { record.state = RecordState::Waiting; });
        const bool isHeld =
            walk.traps.holds(walk.log, walk.log.address(id), id, walk.log.referrer(id));
        walk.traps.park(walk.log, id);
        // By nobody, or by a group of another kind.
        QCOMPARE(walk.traps.groups().isParked(id), isHeld);
        QVERIFY(!isHeld || kind == TrapKind::Repetition || kind == TrapKind::Copies);
    }
    QCOMPARE(walk.traps.groups().at(number).count, 0);
    QVERIFY(walk.traps.release(number).empty());
    QVERIFY(walk.traps.release(99'999).empty());
}

void TestTraps::aLaterRunKnowsWhatWasSetAside_data()
{
    whatIsReleasedIsNotSetAsideAgain_data();
}

void TestTraps::aLaterRunKnowsWhatWasSetAside()
{
    const QList<NamedSite> sites = endlessSites();
    Walk walk(siteNamed(sites));
    QVERIFY(walk.run(4000));
    Traps later(TrapPolicy::SetAside);
    later.unpack(walk.traps.packed());
    for (RecordId id = 0; id < walk.log.size(); ++id) {
        later.noteAddress(walk.log, id);
        if (walk.log.state(id) == RecordState::Skipped)
            later.parkAgain(walk.log, id);
    }
    const std::vector<TrapGroup> before = walk.traps.groups().all();
    const std::vector<TrapGroup> after = later.groups().all();
    QCOMPARE(after.size(), before.size());
    for (size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].shape, before[i].shape);
        QCOMPARE(after[i].count, before[i].count);
    }
    QCOMPARE(later.packed(), walk.traps.packed());
    // And who follows them has them all.
    Traps following(TrapPolicy::Follow);
    following.unpack(walk.traps.packed());
    for (RecordId id = 0; id < walk.log.size(); ++id) {
        if (walk.log.state(id) == RecordState::Skipped)
            following.parkAgain(walk.log, id);
        QVERIFY(!following.groups().isParked(id));
    }
}

void TestTraps::isBoundedWhateverAServerMakesUp()
{
    Traps traps(TrapPolicy::SetAside);
    CrawlLog log;
    // Everything repeats itself, each in its own way.
    for (int i = 0; i < 3000; ++i) {
        const QByteArray unit = "/" + QByteArray(300, 'x') + QByteArray::number(i);
        const auto address = Address::parse("http://h" + unit.repeated(4)).value();
        const RecordId id = log.add(address, LinkKind::Navigation, {}, noRecord, 0).id;
        QVERIFY(traps.holds(log, address, id, noRecord));
        traps.park(log, id);
    }
    QCOMPARE(traps.groups().size(), TrapGroups::mostGroups + 1);
    qint64 count = 0;
    for (const TrapGroup &group : traps.groups().all()) {
        QVERIFY(group.shape.size() <= TrapGroups::longestShape + 3);
        count += group.count;
    }
    QCOMPARE(count, 3000);
    QVERIFY(traps.packed().size() < 400'000);
    // Those without a group of their own are released together.
    QCOMPARE(traps.release(TrapNumber(TrapGroups::mostGroups)).size(), size_t(2000));
    const auto other = Address::parse("http://h/y/y/y/y").value();
    QVERIFY(!traps.holds(
        log, other, log.add(other, LinkKind::Navigation, {}, noRecord, 0).id, noRecord));
}

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_traps.moc"
