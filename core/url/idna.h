// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// Unicode ToASCII for a domain that is not all ASCII (URL Standard, section 3.3, with beStrict
/// false; UTS #46). Empty for failure. Any thread.
///
/// Two differences from the standard: a domain of more than 4 KiB fails, since normalising is not
/// linear for hostile input; and the Unicode version is that of the ICU we run with.
QByteArray domainToAscii(QByteArrayView domain);

} // namespace gleaner
