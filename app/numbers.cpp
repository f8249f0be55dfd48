// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/numbers.h"

#include <QString>

#include <algorithm>
#include <limits>

namespace gleaner
{

namespace
{

std::optional<qint64> readDigits(QStringView text)
{
    const bool digits = !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = digits ? text.toLongLong(&fits) : 0;
    if (!fits)
        return std::nullopt;
    return number;
}

} // namespace

std::optional<int> readNumber(QStringView text, int least, int most)
{
    const auto number = readDigits(text);
    if (!number || *number < least || *number > most)
        return std::nullopt;
    return int(*number);
}

std::optional<qint64> readSize(QStringView text)
{
    static const QString units = QStringLiteral("KMGT");
    int shift = 0;
    if (!text.isEmpty()) {
        const qsizetype unit = units.indexOf(text.back().toUpper());
        if (unit >= 0) {
            shift = 10 * int(unit + 1);
            text.chop(1);
        }
    }
    const auto number = readDigits(text);
    if (!number || *number < 1 || *number > (std::numeric_limits<qint64>::max() >> shift))
        return std::nullopt;
    return *number << shift;
}

} // namespace gleaner
