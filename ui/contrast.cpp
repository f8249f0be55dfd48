// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contrast.h"

#include <algorithm>
#include <cmath>

namespace gleaner
{

static double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor distinctFrom(const QColor &colour, std::initializer_list<QColor> others)
{
    const auto least = [&others](const QColor &candidate) {
        double least = 21;
        for (const QColor &other : others)
            least = std::min(least, contrastOf(candidate, other));
        return least;
    };
    const bool isLighter = luminance(colour) > luminance(*others.begin());
    QColor end = isLighter ? Qt::white : Qt::black;
    // Away from the others, unless there is not enough on that side.
    if (const QColor opposite = isLighter ? Qt::black : Qt::white;
        least(end) < enoughContrast && least(opposite) > least(end))
        end = opposite;
    QColor mixed = colour;
    for (int percent = 2; least(mixed) < enoughContrast && percent <= 100; percent += 2) {
        const auto part = [percent](int of, int with) {
            return (of * (100 - percent) + with * percent) / 100;
        };
        mixed = QColor(part(colour.red(), end.red()), part(colour.green(), end.green()),
            part(colour.blue(), end.blue()));
    }
    return mixed;
}

} // namespace gleaner
