// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// The schemes that the URL Standard calls special, and all the others as one.
enum class Scheme { Other, File, Ftp, Http, Https, Ws, Wss };

/// The name in lower case, without the colon.
Scheme schemeNamed(QByteArrayView name);

/// 0 for a scheme without one.
quint16 defaultPort(Scheme scheme);

} // namespace gleaner
