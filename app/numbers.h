// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace gleaner
{

/// A whole number of digits alone, between the two bounds.
std::optional<int> readNumber(QStringView text, int least, int most);

/// A size in bytes: digits, and K, M, G or T for powers of 1,024. At least 1.
std::optional<qint64> readSize(QStringView text);

} // namespace gleaner
