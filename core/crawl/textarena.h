// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <memory>
#include <vector>

namespace gleaner
{

/// Texts that stay as long as it does, one behind the other in large pieces of memory: a million
/// of them cost their bytes and nothing more. A value that can be moved, not copied.
class TextArena
{
public:
    /// A copy of it, at a place that never changes.
    const char *add(QByteArrayView text)
    {
        if (m_room < text.size()) {
            m_room = std::max(pieceSize, text.size());
            m_pieces.push_back(std::make_unique_for_overwrite<char[]>(size_t(m_room)));
            m_free = m_pieces.back().get();
        }
        char *place = m_free;
        std::copy(text.begin(), text.end(), place);
        m_free += text.size();
        m_room -= text.size();
        return place;
    }

private:
    static constexpr qsizetype pieceSize = 256 * 1024;

    std::vector<std::unique_ptr<char[]>> m_pieces;
    char *m_free = nullptr;
    qsizetype m_room = 0;
};

} // namespace gleaner
