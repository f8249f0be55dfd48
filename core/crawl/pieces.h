// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

namespace gleaner
{

/// A vector in large pieces: it grows without being copied, and what is in it stays where it is.
///
/// A std::deque would do, but its nodes of 512 bytes, one for every few of a million addresses, lie
/// among what is allocated for each request and given back. What is free between them fits nothing
/// later, and the allocator spends more and more time looking through it.
template <typename Value>
class Pieces
{
public:
    Value &operator[](size_t i) { return m_pieces[i / perPiece][i % perPiece]; }
    const Value &operator[](size_t i) const { return m_pieces[i / perPiece][i % perPiece]; }
    Value &back() { return m_pieces.back().back(); }
    size_t size() const
    {
        return m_pieces.empty() ? 0 : (m_pieces.size() - 1) * perPiece + m_pieces.back().size();
    }
    bool isEmpty() const { return m_pieces.empty(); }

    void push_back(Value value)
    {
        if (m_pieces.empty() || m_pieces.back().size() == perPiece)
            m_pieces.emplace_back().reserve(perPiece);
        m_pieces.back().push_back(std::move(value));
    }

private:
    static constexpr size_t perPiece = std::bit_floor(size_t(256 * 1024) / sizeof(Value));

    std::vector<std::vector<Value>> m_pieces;
};

} // namespace gleaner
