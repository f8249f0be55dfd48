// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addressshape.h"

#include "core/crawl/words.h"

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr qsizetype shortestToken = 8;
constexpr qsizetype longestNumber = 18; ///< more digits are no number that somebody counts with

qsizetype beginOfPath(const Address &address)
{
    return address.path().data() - address.bytes().constData();
}

/// Copies what is no word, and words through `write(word, out)`.
template <typename Write>
QByteArray rewritten(const Address &address, Write write)
{
    if (address.isNull())
        return {};
    const QByteArray &bytes = address.bytes();
    QByteArray out;
    out.reserve(bytes.size());
    qsizetype at = beginOfPath(address);
    out.append(bytes.constData(), at);
    while (at < bytes.size()) {
        if (bytes.at(at) == '%') {
            // An escape is one character and no number.
            const qsizetype size = std::min<qsizetype>(3, bytes.size() - at);
            out.append(bytes.constData() + at, size);
            at += size;
            continue;
        }
        const QByteArrayView word = wordAt(bytes, at);
        if (word.isEmpty())
            out.append(bytes.at(at++));
        else
            write(word, out);
        at += word.size();
    }
    return out;
}

/// Splits a word at its digits; `number(digits)` says what is written for them.
template <typename Number>
void writeWord(QByteArrayView word, QByteArray &out, Number number)
{
    while (!word.isEmpty()) {
        const auto isSame = [digit = isDigit(word.front())](char c) { return isDigit(c) == digit; };
        const auto end = std::find_if_not(word.begin(), word.end(), isSame);
        const QByteArrayView piece = word.first(end - word.begin());
        if (isDigit(piece.front()))
            number(piece, out);
        else
            out.append(piece.data(), piece.size());
        word = word.sliced(piece.size());
    }
}

} // namespace

QByteArray shapeOf(const Address &address)
{
    return rewritten(address, [](QByteArrayView word, QByteArray &out) {
        if (word.size() >= shortestToken && changesOfKind(word) >= 2) {
            out.append('*');
            return;
        }
        writeWord(word, out, [](QByteArrayView, QByteArray &rest) { rest.append('*'); });
    });
}

QByteArray shapeWithout(const Address &address, qsizetype index)
{
    qsizetype seen = 0;
    return rewritten(address, [&](QByteArrayView word, QByteArray &out) {
        writeWord(word, out, [&](QByteArrayView digits, QByteArray &rest) {
            if (seen++ == index)
                rest.append('*');
            else
                rest.append(digits.data(), digits.size());
        });
    });
}

std::optional<OneNumber> onlyDifference(const Address &one, const Address &other)
{
    QByteArrayView a = one.bytes();
    QByteArrayView b = other.bytes();
    if (one.isNull() || other.isNull())
        return std::nullopt;
    const qsizetype begin = beginOfPath(one);
    if (begin != beginOfPath(other) || a.first(begin) != b.first(begin))
        return std::nullopt;
    a = a.sliced(begin);
    b = b.sliced(begin);
    std::optional<OneNumber> found;
    qsizetype index = 0;
    while (!a.isEmpty() && !b.isEmpty()) {
        if (a.startsWith('%') || !isDigit(a.front())) {
            const qsizetype size =
                a.startsWith('%') ? std::min<qsizetype>({3, a.size(), b.size()}) : 1;
            if (a.first(size) != b.first(size))
                return std::nullopt;
            a = a.sliced(size);
            b = b.sliced(size);
            continue;
        }
        const QByteArrayView digits = digitsAt(a);
        const QByteArrayView others = digitsAt(b);
        if (digits != others) {
            if (found || others.isEmpty() || digits.size() > longestNumber
                || others.size() > longestNumber)
                return std::nullopt;
            found = {index, numberOf(digits), numberOf(others)};
        }
        ++index;
        a = a.sliced(digits.size());
        b = b.sliced(others.size());
    }
    return a.isEmpty() && b.isEmpty() ? found : std::nullopt;
}

QByteArrayView folderOf(const Address &address)
{
    const QByteArrayView path = address.path();
    const qsizetype end = path.data() - address.bytes().constData() + path.lastIndexOf('/') + 1;
    return QByteArrayView(address.bytes()).first(end);
}

bool liesDeeper(const Address &address, const Address &above)
{
    return address.path().count('/') > above.path().count('/')
        && QByteArrayView(address.bytes()).startsWith(folderOf(above));
}

} // namespace gleaner
