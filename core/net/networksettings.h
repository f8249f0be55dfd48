// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/credentials.h"

#include <QList>
#include <QSslCertificate>

namespace gleaner
{

/// How this download uses the network, whatever it asks for. A value.
struct NetworkSettings {
    /// Certificates trusted beside the system's.
    QList<QSslCertificate> authorities;
    CredentialsByOrigin credentials; ///< for servers that ask
};

} // namespace gleaner
