// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// The text with each maximal run of bytes that begins no UTF-8 character replaced by U+FFFD, as
/// the Encoding Standard's UTF-8 decoder does (section 8.1.1). Qt replaces byte by byte instead.
QByteArray repairedUtf8(QByteArrayView text);

} // namespace gleaner
