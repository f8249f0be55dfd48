// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/smallblocks.h"

#include <algorithm>
#include <cstring>

namespace gleaner
{

char *SmallBlocks::take(size_t size)
{
    const size_t steps = stepsOf(size);
    if (steps < reusedSizes && m_givenBack[steps]) {
        char *block = m_givenBack[steps];
        std::memcpy(&m_givenBack[steps], block, sizeof block);
        return block;
    }
    const size_t rounded = steps * step;
    if (m_room < rounded) {
        m_room = std::max(pieceSize, rounded);
        m_pieces.push_back(std::make_unique_for_overwrite<char[]>(m_room));
        m_free = m_pieces.back().get();
    }
    char *block = m_free;
    m_free += rounded;
    m_room -= rounded;
    return block;
}

void SmallBlocks::giveBack(char *block, size_t size)
{
    const size_t steps = stepsOf(size);
    if (steps >= reusedSizes)
        return;
    std::memcpy(block, &m_givenBack[steps], sizeof block);
    m_givenBack[steps] = block;
}

} // namespace gleaner
