// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace gleaner
{

/// Memory for a million small things that stay, and now and then change their size.
///
/// They lie one behind the other in large pieces, apart from what is allocated for each request;
/// for the reason see Pieces. What is given back is used again for the same size. Everything goes
/// with it. One thread.
class SmallBlocks
{
public:
    /// Aligned to eight bytes; never null, not even for nothing.
    char *take(size_t size);
    void giveBack(char *block, size_t size);

private:
    static constexpr size_t pieceSize = 256 * 1024;
    static constexpr size_t step = 8; ///< sizes are rounded up to it
    static constexpr size_t reusedSizes = 129; ///< larger ones than 1 KiB are not used again

    static size_t stepsOf(size_t size) { return size == 0 ? 1 : (size + step - 1) / step; }

    std::vector<std::unique_ptr<char[]>> m_pieces;
    char *m_free = nullptr;
    size_t m_room = 0;
    std::array<char *, reusedSizes> m_givenBack{}; ///< by steps: each begins with its next one
};

} // namespace gleaner
