// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/credentials.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>

#include <optional>

namespace gleaner
{

/// How this download uses the network, whatever it asks for. A value.
struct NetworkSettings {
    /// Certificates trusted beside the system's.
    QList<QSslCertificate> authorities;
    CredentialsByOrigin credentials; ///< for servers that ask
    /// For every request, with the proxy's own name and password. Nothing: the system's settings.
    std::optional<QNetworkProxy> proxy;
};

} // namespace gleaner
