// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/ipv6.h"

#include "core/url/characterclass.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>

namespace gleaner
{

namespace
{

using CharacterClass::hexValue;
using CharacterClass::isDigit;

/// Reads an IPv6 address from left to right; a class only so that its steps share the position.
class Ipv6Reader
{
public:
    explicit Ipv6Reader(QByteArrayView text)
        : m_rest(text)
    {
    }

    std::optional<Ipv6Pieces> read()
    {
        if (m_rest.startsWith(':') && !readCompression()) {
            return std::nullopt;
        }
        while (!m_rest.isEmpty()) {
            if (m_count == 8) {
                return std::nullopt;
            }
            if (m_rest[0] == ':') {
                if (!readColon()) {
                    return std::nullopt;
                }
            } else if (!readPiece()) {
                return std::nullopt;
            }
        }
        return expanded();
    }

private:
    bool readCompression()
    {
        if (!m_rest.startsWith("::") || m_compression >= 0) {
            return false;
        }
        m_rest = m_rest.sliced(2);
        ++m_count;
        m_compression = m_count;
        return true;
    }

    /// The second colon of a "::" in the middle; the first one was taken with its piece.
    bool readColon()
    {
        if (m_compression >= 0) {
            return false;
        }
        m_rest = m_rest.sliced(1);
        ++m_count;
        m_compression = m_count;
        return true;
    }

    bool readPiece()
    {
        int value = 0;
        qsizetype length = 0;
        while (length < 4 && length < m_rest.size() && hexValue(m_rest[length]) >= 0) {
            value = value * 16 + hexValue(m_rest[length]);
            ++length;
        }
        if (length < m_rest.size() && m_rest[length] == '.') {
            return length > 0 && readIpv4();
        }
        m_rest = m_rest.sliced(length);
        if (!m_rest.isEmpty()) {
            if (m_rest[0] != ':' || m_rest.size() == 1) {
                return false;
            }
            m_rest = m_rest.sliced(1);
        }
        m_pieces[size_t(m_count)] = quint16(value);
        ++m_count;
        return true;
    }

    bool readIpv4()
    {
        if (m_count > 6) {
            return false;
        }
        for (int i = 0; i < 4; ++i) {
            const qsizetype length = i < 3 ? m_rest.indexOf('.') : m_rest.size();
            if (length < 1 || length > 3) {
                return false;
            }
            const QByteArrayView digits = m_rest.first(length);
            int value = 0;
            const auto [end, error] = std::from_chars(digits.begin(), digits.end(), value);
            const bool leadingZero = length > 1 && digits[0] == '0';
            if (error != std::errc() || end != digits.end() || value > 255 || leadingZero
                || !isDigit(digits[0])) {
                return false;
            }
            auto &piece = m_pieces[size_t(m_count) + size_t(i / 2)];
            piece = quint16(piece * 256 + value);
            m_rest = m_rest.sliced(i < 3 ? length + 1 : length);
        }
        m_count += 2;
        return true;
    }

    std::optional<Ipv6Pieces> expanded() const
    {
        if (m_compression < 0) {
            return m_count == 8 ? std::optional(m_pieces) : std::nullopt;
        }
        Ipv6Pieces pieces = m_pieces;
        std::rotate(pieces.begin() + m_compression, pieces.begin() + m_count, pieces.end());
        return pieces;
    }

    QByteArrayView m_rest;
    Ipv6Pieces m_pieces{};
    int m_count = 0;
    int m_compression = -1;
};

struct Run {
    int begin = -1;
    int length = 1; ///< a lone zero is not compressed
};

Run longestZeroRun(const Ipv6Pieces &pieces)
{
    Run longest;
    for (int begin = 0; begin < 8; ++begin) {
        int end = begin;
        while (end < 8 && pieces[size_t(end)] == 0) {
            ++end;
        }
        if (end - begin > longest.length) {
            longest = {begin, end - begin};
        }
    }
    return longest;
}

} // namespace

std::optional<Ipv6Pieces> parseIpv6(QByteArrayView text)
{
    return Ipv6Reader(text).read();
}

void appendIpv6(QByteArray &out, const Ipv6Pieces &pieces)
{
    const Run zeros = longestZeroRun(pieces);
    out.append('[');
    for (int i = 0; i < 8;) {
        if (i == zeros.begin) {
            out.append(i == 0 ? "::" : ":");
            i += zeros.length;
            continue;
        }
        out.append(QByteArray::number(pieces[size_t(i)], 16));
        if (i < 7) {
            out.append(':');
        }
        ++i;
    }
    out.append(']');
}

} // namespace gleaner
