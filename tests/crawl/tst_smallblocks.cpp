// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/smallblocks.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <random>
#include <vector>

using namespace gleaner;

class TestSmallBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesAgainWhatWasGivenBack();
    void blocksDoNotOverlap();
};

void TestSmallBlocks::usesAgainWhatWasGivenBack()
{
    SmallBlocks blocks;
    char *first = blocks.take(20);
    char *second = blocks.take(20);
    QVERIFY(first != second);
    blocks.giveBack(first, 20);
    blocks.giveBack(second, 20);
    QVERIFY(blocks.take(40) != second);
    // The same once rounded up; the last that came back goes first.
    QCOMPARE(static_cast<void *>(blocks.take(17)), static_cast<void *>(second));
    QCOMPARE(static_cast<void *>(blocks.take(24)), static_cast<void *>(first));
    blocks.giveBack(blocks.take(0), 0);
    blocks.giveBack(blocks.take(1'000'000), 1'000'000);
}

/// Each is filled, and has to be as it was left when it is given back.
void TestSmallBlocks::blocksDoNotOverlap()
{
    struct Block {
        char *place;
        size_t size;
        char filling;
    };
    std::mt19937 random(5); // NOLINT: the same history every time
    SmallBlocks blocks;
    std::vector<Block> held;
    const auto isWhole = [](const Block &block) {
        return std::all_of(block.place, block.place + block.size,
            [&](char byte) { return byte == block.filling; });
    };
    for (int step = 0; step < 50'000; ++step) {
        if (held.empty() || random() % 5 < 3) {
            const size_t size = random() % 100 == 0 ? random() % 400'000 : random() % 200;
            Block block{blocks.take(size), size, char(random())};
            QCOMPARE(quintptr(block.place) % 8, quintptr(0));
            std::memset(block.place, block.filling, size);
            held.push_back(block);
        } else {
            std::swap(held[random() % held.size()], held.back());
            QVERIFY(isWhole(held.back()));
            blocks.giveBack(held.back().place, held.back().size);
            held.pop_back();
        }
    }
    QVERIFY(std::all_of(held.begin(), held.end(), isWhole));
}

QTEST_GUILESS_MAIN(TestSmallBlocks)
#include "tst_smallblocks.moc"
