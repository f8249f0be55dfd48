// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/linkmemory.h"

#include <QTest>

#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace gleaner;

namespace
{

using Shown = std::multiset<std::tuple<RecordId, LinkKind, bool>>;

Shown shown(const std::vector<Onward> &links)
{
    Shown all;
    for (const Onward &link : links)
        all.emplace(link.target, link.kind, link.isRedirect);
    return all;
}

} // namespace

class TestLinkMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingOfWhatLinksNothing();
    void keepsWhatALinkIs();
    void keepsApartWhatComesInTurns();
    void forgetsWhatIsReadAgain();
};

void TestLinkMemory::knowsNothingOfWhatLinksNothing()
{
    LinkMemory memory;
    QVERIFY(memory.from(0).empty());
    memory.add(7, {1});
    QVERIFY(memory.from(0).empty());
    QVERIFY(memory.from(6).empty());
    QVERIFY(memory.from(8).empty());
    QVERIFY(memory.from(noRecord).empty());
}

void TestLinkMemory::keepsWhatALinkIs()
{
    LinkMemory memory;
    Shown expected;
    for (quint8 kind = 0; kind < LinkKinds; ++kind) {
        for (const bool isRedirect : {false, true}) {
            memory.add(3, {RecordId(kind), LinkKind(kind), isRedirect});
            expected.emplace(RecordId(kind), LinkKind(kind), isRedirect);
        }
    }
    QVERIFY(shown(memory.from(3)) == expected);
}

/// Pages are read in slices, one between the other's.
void TestLinkMemory::keepsApartWhatComesInTurns()
{
    std::mt19937 random(3); // NOLINT: the same links every time
    LinkMemory memory;
    std::map<RecordId, Shown> expected;
    for (int turn = 0; turn < 2000; ++turn) {
        const RecordId source = random() % 50;
        for (quint32 links = random() % 20; links > 0; --links) {
            const RecordId target = random() % 1000;
            memory.add(source, {target, LinkKind::Requisite});
            expected[source].emplace(target, LinkKind::Requisite, false);
        }
    }
    for (RecordId source = 0; source < 50; ++source)
        QVERIFY(shown(memory.from(source)) == expected[source]);
}

void TestLinkMemory::forgetsWhatIsReadAgain()
{
    LinkMemory memory;
    memory.forget(3);
    memory.add(3, {1});
    memory.forget(3);
    QVERIFY(memory.from(3).empty());
    memory.add(3, {2});
    QVERIFY(shown(memory.from(3)) == (Shown{{2, LinkKind::Navigation, false}}));
}

QTEST_GUILESS_MAIN(TestLinkMemory)
#include "tst_linkmemory.moc"
