// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testserver.h"

namespace gleaner::test
{

/// Routes that want a name and a password before they answer with `body`.
Handler demandsBasic(const QByteArray &user, const QByteArray &password, const QByteArray &body);
/// MD5 with qop=auth, and a nonce that stays good (RFC 7616, section 3).
Handler demandsDigest(const QByteArray &user, const QByteArray &password, const QByteArray &body);

} // namespace gleaner::test
