// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// Does the whole text match the pattern? `*` is any run of bytes, `?` any one byte; everything
/// else is itself. Time is bounded by the product of the lengths, whatever the pattern.
bool globMatches(QByteArrayView pattern, QByteArrayView text);

} // namespace gleaner
