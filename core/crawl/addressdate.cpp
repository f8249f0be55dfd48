// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addressshape.h"
#include "core/crawl/words.h"

#include <QDate>

#include <array>

namespace gleaner
{

namespace
{

constexpr int firstYear = 1000;
constexpr int lastYear = 9999;

std::optional<qint64> dayAt(quint64 year, quint64 month, quint64 day)
{
    if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    // The 31st of a month of 30 days is the first of the next one: calendars count like that too.
    static const qint64 epoch = QDate(1970, 1, 1).toJulianDay();
    return QDate(int(year), int(month), 1).toJulianDay() - epoch + qint64(day) - 1;
}

/// A word or what stands between two.
struct Piece {
    enum class Kind : quint8 { Number, Letters, Between } kind;
    QByteArrayView text;
    quint64 number() const { return numberOf(text); }
    bool isNumber(qsizetype digits) const { return kind == Kind::Number && text.size() == digits; }
    bool isShortNumber() const
    {
        return kind == Kind::Number && !text.isEmpty() && text.size() <= 2;
    }
    bool isSeparator() const
    {
        return kind == Kind::Between && text.size() == 1
            && QByteArrayView("/-._").contains(text.front());
    }
};

Piece::Kind kindOf(char c)
{
    if (isDigit(c))
        return Piece::Kind::Number;
    return isLetter(c) ? Piece::Kind::Letters : Piece::Kind::Between;
}

/// The pieces of path and query, and an empty one at the end of them; no more than this many.
constexpr size_t mostPieces = 64;
using Pieces64 = std::array<Piece, mostPieces + 6>;

size_t piecesOf(QByteArrayView text, Pieces64 &pieces)
{
    size_t count = 0;
    while (!text.isEmpty() && count < mostPieces) {
        const Piece::Kind kind = kindOf(text.front());
        qsizetype size = 1;
        while (size < text.size() && kindOf(text[size]) == kind)
            ++size;
        pieces[count++] = {kind, text.first(size)};
        text = text.sliced(size);
    }
    return count;
}

bool equals(QByteArrayView word, const char *other)
{
    return word.compare(QByteArrayView(other), Qt::CaseInsensitive) == 0;
}

/// 1 to 12 for "may", "September"; else 0.
quint64 monthNamed(QByteArrayView word)
{
    static constexpr std::array<const char *, 12> names{"january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december"};
    for (size_t i = 0; i < names.size(); ++i) {
        if (equals(word, names[i]) || equals(word, QByteArray(names[i], 3).constData()))
            return i + 1;
    }
    return 0;
}

/// A date that begins with this piece.
std::optional<qint64> dateAt(const Piece *piece)
{
    using Kind = Piece::Kind;
    if (piece[0].isNumber(8)) {
        const quint64 number = piece[0].number();
        return dayAt(number / 10'000, number / 100 % 100, number % 100);
    }
    if (piece[0].isNumber(4) && piece[1].isSeparator()) {
        if (piece[2].isShortNumber()) {
            const bool hasDay = piece[3].isSeparator() && piece[4].isShortNumber();
            return dayAt(piece[0].number(), piece[2].number(), hasDay ? piece[4].number() : 1);
        }
        if (piece[2].kind == Kind::Letters && equals(piece[2].text, "w")
            && piece[3].isShortNumber()) {
            const auto year = dayAt(piece[0].number(), 1, 1);
            return year ? std::optional(*year + 7 * (qint64(piece[3].number()) - 1)) : year;
        }
        if (const quint64 month = piece[2].kind == Kind::Letters ? monthNamed(piece[2].text) : 0) {
            const bool hasDay = piece[3].isSeparator() && piece[4].isShortNumber();
            return dayAt(piece[0].number(), month, hasDay ? piece[4].number() : 1);
        }
    }
    if (piece[0].isShortNumber() && piece[1].isSeparator() && piece[2].isShortNumber()
        && piece[3].isSeparator() && piece[4].isNumber(4)) {
        const quint64 one = piece[0].number();
        const quint64 other = piece[2].number();
        return other > 12 ? dayAt(piece[4].number(), one, other)
                          : dayAt(piece[4].number(), other, one);
    }
    return std::nullopt;
}

/// "year=2031", "/month/5": the number behind a word for it.
struct Named {
    std::optional<quint64> year, month, day;

    void take(QByteArrayView word, const Piece &number)
    {
        const auto isWord = [&](std::initializer_list<const char *> words) {
            return std::any_of(
                words.begin(), words.end(), [&](const char *each) { return equals(word, each); });
        };
        if (number.isNumber(4) && isWord({"year", "yr", "y", "jahr", "annee", "ano"}))
            year = year.value_or(number.number());
        else if (number.isShortNumber() && isWord({"month", "mon", "mo", "m", "monat", "mois"}))
            month = month.value_or(number.number());
        else if (number.isShortNumber() && isWord({"day", "d", "tag", "jour"}))
            day = day.value_or(number.number());
    }
};

} // namespace

std::optional<qint64> dayOf(const Address &address)
{
    const QByteArrayView bytes = address.bytes();
    const qsizetype begin = address.path().data() - bytes.data();
    Pieces64 pieces{};
    const size_t count = piecesOf(bytes.sliced(begin), pieces);
    Named named;
    for (size_t i = 0; i < count; ++i) {
        const bool isApart = i == 0 || pieces[i - 1].kind == Piece::Kind::Between;
        if (pieces[i].kind == Piece::Kind::Number && isApart) {
            if (const auto day = dateAt(&pieces[i]))
                return day;
        }
        const bool isNamed = pieces[i].kind == Piece::Kind::Letters
            && pieces[i + 1].kind == Piece::Kind::Between && pieces[i + 1].text.size() == 1
            && QByteArrayView("=/").contains(pieces[i + 1].text.front());
        if (isNamed)
            named.take(pieces[i].text, pieces[i + 2]);
    }
    if (!named.year)
        return std::nullopt;
    return dayAt(*named.year, named.month.value_or(1), named.day.value_or(1));
}

} // namespace gleaner
