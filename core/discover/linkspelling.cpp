// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/linkspelling.h"

#include "core/discover/ascii.h"

#include <algorithm>

namespace gleaner
{

namespace
{

void appendEscaped(QByteArray &out, char c)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = quint8(c);
    out.append('%').append(digits[byte >> 4]).append(digits[byte & 15]);
}

bool isHarmless(char c)
{
    return ascii::isAlphanumeric(c) || QByteArrayView("-._~/+@").contains(c);
}

/// Browsers write these as escapes in addresses, or read them as the same.
bool isAlwaysEscaped(char c)
{
    return quint8(c) <= 0x20 || quint8(c) >= 0x7f || QByteArrayView("\"<>`\\").contains(c);
}

} // namespace

QByteArray escapedPath(QByteArrayView path)
{
    QByteArray out;
    out.reserve(path.size() + path.size() / 4);
    for (const char c : path) {
        if (isHarmless(c))
            out.append(c);
        else
            appendEscaped(out, c);
    }
    return out;
}

QByteArray relativeReference(QByteArrayView from, QByteArrayView to)
{
    const auto [ownEnd, otherEnd] = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
    const qsizetype same = ownEnd - from.begin();
    const qsizetype folder = same == 0 ? 0 : from.first(same).lastIndexOf('/') + 1;
    const auto up = std::count(from.begin() + folder, from.end(), '/');
    return QByteArray("../").repeated(up) + to.sliced(folder).toByteArray();
}

QByteArray spelled(QByteArrayView address, const Spelling &spelling)
{
    QByteArray out;
    out.reserve(address.size() + 16);
    // In style sheets these would end an address, and references do not exist there.
    const bool hasReferences = spelling.ampersandLevels > 0 && !spelling.inCss;
    const QByteArray ampersand =
        '&' + QByteArray("amp;").repeated(std::max(spelling.ampersandLevels, 0));
    for (const char c : address) {
        const bool isQuote = c == '\'';
        if (c == '&')
            out.append(ampersand);
        else if (isQuote && hasReferences && !spelling.inRefresh)
            out.append(ampersand.chopped(4)).append("#39;");
        else if (isQuote || isAlwaysEscaped(c) || (spelling.inCss && (c == '(' || c == ')')))
            appendEscaped(out, c);
        else
            out.append(c);
    }
    // In srcset it would be taken for the end of the candidate.
    if (out.endsWith(',')) {
        out.chop(1);
        appendEscaped(out, ',');
    }
    return out;
}

} // namespace gleaner
