// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiedate.h"

#include <algorithm>
#include <array>

namespace gleaner
{

namespace
{

struct TimeOfDay {
    int hour;
    int minute;
    int second;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// All printable characters but letters, digits and the colon; and the TAB.
bool isDelimiter(char c)
{
    const auto byte = uchar(c);
    return byte == 0x09 || (byte >= 0x20 && byte <= 0x2f) || (byte >= 0x3b && byte <= 0x40)
        || (byte >= 0x5b && byte <= 0x60) || (byte >= 0x7b && byte <= 0x7e);
}

/// Takes a number of that many digits off the front; nothing if there are fewer, or more.
std::optional<int> takeNumber(QByteArrayView &text, qsizetype least, qsizetype most)
{
    const qsizetype digits = std::ranges::find_if_not(text, isDigit) - text.begin();
    if (digits < least || digits > most)
        return std::nullopt;
    const int value = text.first(digits).toInt();
    text = text.sliced(digits);
    return value;
}

/// The number at the front of a token; what follows its digits does not count.
std::optional<int> leadingNumber(QByteArrayView token, qsizetype least, qsizetype most)
{
    return takeNumber(token, least, most);
}

bool takeColon(QByteArrayView &text)
{
    const bool there = text.startsWith(':');
    if (there)
        text = text.sliced(1);
    return there;
}

std::optional<TimeOfDay> timeOfDay(QByteArrayView token)
{
    const auto hour = takeNumber(token, 1, 2);
    if (!hour || !takeColon(token))
        return std::nullopt;
    const auto minute = takeNumber(token, 1, 2);
    if (!minute || !takeColon(token))
        return std::nullopt;
    const auto second = takeNumber(token, 1, 2);
    if (!second)
        return std::nullopt;
    return TimeOfDay{*hour, *minute, *second};
}

std::optional<unsigned> monthOf(QByteArrayView token)
{
    constexpr std::array<QByteArrayView, 12> names{
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (size_t month = 0; month < names.size(); ++month) {
        if (token.size() >= 3 && token.first(3).compare(names[month], Qt::CaseInsensitive) == 0)
            return unsigned(month + 1);
    }
    return std::nullopt;
}

int fullYear(int year)
{
    if (year >= 70 && year <= 99)
        return year + 1900;
    return year >= 0 && year <= 69 ? year + 2000 : year;
}

/// What the tokens say, each part from the first that looks like it.
struct Parts {
    std::optional<TimeOfDay> time;
    std::optional<int> day;
    std::optional<unsigned> month;
    std::optional<int> year;

    void take(QByteArrayView token)
    {
        if (!time && (time = timeOfDay(token)))
            return;
        if (!day && (day = leadingNumber(token, 1, 2)))
            return;
        if (!month && (month = monthOf(token)))
            return;
        if (!year)
            year = leadingNumber(token, 2, 4);
    }

    bool areAllThere() const { return time && day && month && year; }
};

} // namespace

std::optional<CookieTime> parseCookieDate(QByteArrayView text)
{
    Parts parts;
    for (auto at = text.begin(); at != text.end();) {
        at = std::find_if_not(at, text.end(), isDelimiter);
        const auto end = std::find_if(at, text.end(), isDelimiter);
        if (at != end)
            parts.take(QByteArrayView(at, end));
        at = end;
    }
    if (!parts.areAllThere())
        return std::nullopt;
    const int year = fullYear(*parts.year);
    const std::chrono::year_month_day date{std::chrono::year(year),
        std::chrono::month(*parts.month), std::chrono::day(unsigned(*parts.day))};
    const TimeOfDay time = *parts.time;
    if (!date.ok() || year < 1601 || time.hour > 23 || time.minute > 59 || time.second > 59)
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(time.hour)
        + std::chrono::minutes(time.minute) + std::chrono::seconds(time.second);
}

} // namespace gleaner
