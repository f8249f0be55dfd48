// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// Appends the text, with every byte of the set (bits of CharacterClass) written as %XX.
void appendPercentEncoded(QByteArray &out, QByteArrayView text, quint8 set);

/// The bytes that the text stands for. A '%' without two hex digits stands for itself.
QByteArray percentDecoded(QByteArrayView text);

} // namespace gleaner
