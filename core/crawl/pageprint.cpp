// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/pageprint.h"

#include "core/crawl/addressshape.h"
#include "core/crawl/words.h"

#include <QByteArrayMatcher>
#include <QDate>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <utility>

namespace gleaner
{

namespace
{

constexpr quint64 prime = 0x100000001B3u;
constexpr quint64 seed = 0xCBF29CE484222325u;
constexpr qsizetype shortestToken = 16;
constexpr qsizetype longestNumber = 18;
/// Seconds since 1970 are numbers of this kind; steps of up to four months are steps.
constexpr quint64 leastTime = 100'000'000;
constexpr quint64 nearTime = 10'000'000;
/// A page that is one of many names some of them on either side.
constexpr quint64 mostSteps = 10;

enum class Kind : quint8 { Between, Digit, Letter };

constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    for (int c = 0; c < 256; ++c) {
        const bool isDigit = c >= '0' && c <= '9';
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
        table[size_t(c)] = isDigit ? Kind::Digit : isLetter ? Kind::Letter : Kind::Between;
    }
    return table;
}();

struct Word {
    QByteArrayView text;
    quint64 hash = seed; ///< of the lower case
    bool isNumber = true;
};

bool isEscape(const char *at, const char *end)
{
    return end - at > 2 && *at == '%' && isHexDigit(at[1]) && isHexDigit(at[2]);
}

/// The first word of the text, which is taken from it; empty at its end. `isTag` follows the text
/// into tags and out of them.
Word takeWord(QByteArrayView &text, bool &isTag)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end && kinds[quint8(*at)] == Kind::Between) {
        isTag = *at == '<' || (isTag && *at != '>');
        // What is escaped stands between words, or is a letter that is left out wherever it is.
        at += isEscape(at, end) ? 3 : 1;
    }
    const char *const begin = at;
    Word word;
    for (; at != end; ++at) {
        const Kind kind = kinds[quint8(*at)];
        if (kind == Kind::Between)
            break;
        word.isNumber = word.isNumber && kind == Kind::Digit;
        word.hash = (word.hash ^ quint8(lowered(*at))) * prime;
    }
    word.text = {begin, at};
    text = {at, end};
    return word;
}

/// What is left out because the address says it already.
class Own
{
public:
    Own(const Address &address, const Address &referrer)
        : m_path(address.isNull() ? QByteArrayView() : address.path())
    {
        if (address.isNull())
            return;
        const QByteArrayView bytes = address.bytes();
        addNumbers(bytes.sliced(m_path.data() - bytes.data()));
        if (const auto day = dayOf(address))
            addDays(*day);
        if (const auto difference = onlyDifference(address, referrer))
            m_step = difference->one > difference->other ? difference->one - difference->other
                                                         : difference->other - difference->one;
        const QByteArrayView last = m_path.chopped(m_path.endsWith('/') ? 1 : 0);
        const QByteArray name = last.sliced(last.lastIndexOf('/') + 1).toByteArray();
        addWords(name.contains('%') ? QByteArray::fromPercentEncoding(name) : name);
        std::ranges::sort(m_words);
        std::ranges::sort(m_numbers);
    }

    /// "/" would be everywhere.
    QByteArrayView path() const { return m_path.size() < 3 ? QByteArrayView() : m_path; }

    bool has(const Word &word, bool isTag) const
    {
        const bool mayBeOne = (m_filter >> (word.hash % 64) & 1) != 0;
        if (mayBeOne && !isTag && std::ranges::binary_search(m_words, word.hash))
            return true;
        return word.isNumber && word.text.size() <= longestNumber && !m_numbers.isEmpty()
            && isNear(numberOf(word.text));
    }

private:
    void addNumbers(QByteArrayView text)
    {
        while (!text.isEmpty()) {
            const QByteArrayView digits = digitsAt(text);
            if (!digits.isEmpty() && digits.size() <= longestNumber)
                m_numbers.append(numberOf(digits));
            text = text.sliced(std::max<qsizetype>(1, digits.size()));
        }
    }
    /// A page of a calendar names the days and months beside its own.
    void addDays(qint64 day)
    {
        const QDate date = QDate(1970, 1, 1).addDays(day);
        for (const QDate &near : {date.addDays(-1), date.addDays(1), date.addMonths(-1),
                 date.addMonths(1), date.addDays(-7), date.addDays(7)}) {
            for (const int part : {near.year(), near.month(), near.day()})
                m_numbers.append(quint64(part));
        }
    }
    void addWords(QByteArrayView text)
    {
        bool isTag = false;
        for (Word word = takeWord(text, isTag); !word.text.isEmpty();
             word = takeWord(text, isTag)) {
            m_words.append(word.hash);
            m_filter |= quint64(1) << (word.hash % 64);
        }
    }

    bool isNear(quint64 number) const
    {
        // Sorted: the nearest are those around it.
        const auto above = std::ranges::lower_bound(m_numbers, number);
        return (above != m_numbers.end() && isStep(*above, *above - number))
            || (above != m_numbers.begin() && isStep(*(above - 1), number - *(above - 1)));
    }
    bool isStep(quint64 own, quint64 distance) const
    {
        if (distance <= 1 || (own >= leastTime && distance < nearTime))
            return true;
        return m_step > 1 && distance % m_step == 0 && distance / m_step <= mostSteps;
    }

    QByteArrayView m_path; ///< the address outlives this
    QVarLengthArray<quint64, 32> m_words; ///< of the last segment
    QVarLengthArray<quint64, 32> m_numbers;
    quint64 m_filter = 0; ///< most words are not among them, and need not be looked for
    quint64 m_step = 1;
};

/// The sum over words and numbers, without numbers that are counted up and words that have just
/// been there: cells and rows of a table, be it longer or shorter.
class Sum
{
public:
    void addWord(quint64 hash)
    {
        quint64 &place = m_recent[hash % m_recent.size()];
        if (std::exchange(place, hash) != hash)
            add(hash);
    }
    void addNumber(quint64 number, quint64 hash)
    {
        if (m_hasPending && (number == m_pending || number == m_pending + 1)) {
            m_isCounting = m_isCounting || number != m_pending;
            m_pending = number;
            return;
        }
        flush();
        m_hasPending = true;
        m_isCounting = false;
        m_pending = number;
        m_pendingHash = hash;
    }
    PagePrint print()
    {
        flush();
        const auto folded = PagePrint(m_sum ^ (m_sum >> 32));
        return folded == 0 ? 1 : folded;
    }

private:
    void add(quint64 hash)
    {
        m_sum = (m_sum ^ hash) * prime;
        m_sum ^= m_sum >> 32;
    }
    void flush()
    {
        if (m_hasPending && !m_isCounting)
            add(m_pendingHash);
        m_hasPending = false;
    }

    std::array<quint64, 256> m_recent{}; ///< each in the place that its hash gives it
    quint64 m_sum = seed;
    quint64 m_pending = 0; ///< the number before, whose neighbour decides about it
    quint64 m_pendingHash = 0;
    bool m_hasPending = false;
    bool m_isCounting = false;
};

bool readsLikeAToken(const Word &word)
{
    return word.text.size() >= shortestToken && changesOfKind(word.text) >= 2;
}

} // namespace

PagePrint pagePrint(QByteArrayView body, const Address &address, const Address &referrer)
{
    const Own own(address, referrer);
    Sum sum;
    bool isTag = false;
    const auto read = [&](QByteArrayView text) {
        for (Word word = takeWord(text, isTag); !word.text.isEmpty();
             word = takeWord(text, isTag)) {
            if (own.has(word, isTag) || readsLikeAToken(word))
                continue;
            if (word.isNumber && word.text.size() <= longestNumber)
                sum.addNumber(numberOf(word.text), word.hash);
            else
                sum.addWord(word.hash);
        }
    };
    const QByteArrayView path = own.path();
    if (path.isEmpty()) {
        read(body);
        return sum.print();
    }
    const QByteArrayMatcher matcher(path.data(), path.size());
    while (!body.isEmpty()) {
        const qsizetype at = matcher.indexIn(body.data(), body.size());
        read(at < 0 ? body : body.first(at));
        body = at < 0 ? QByteArrayView() : body.sliced(at + path.size());
    }
    return sum.print();
}

PagePrint filePrint(QByteArrayView sha256)
{
    const quint64 hash = stableHash(sha256);
    const auto folded = PagePrint(hash ^ (hash >> 32));
    return folded == 0 ? 1 : folded;
}

} // namespace gleaner
