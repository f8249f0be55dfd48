// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QString>

#include <optional>

namespace gleaner
{

/// Reads a proxy as people write it: `http://[name:password@]host:port` or `socks5://…`, and
/// nothing behind the port. A pure function, any thread.
std::optional<QNetworkProxy> readProxyAddress(const QString &typed);

} // namespace gleaner
