// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/cookie.h"

#include <QByteArrayView>
#include <QString>

#include <variant>
#include <vector>

namespace gleaner
{

/// Where a file stops to be a cookies.txt; 0 if it never began to be one. What the line says is not
/// told: it may be a secret.
struct NoCookiesFile {
    int line = 0;
    QString unread = {}; ///< what the system says where it could not be read at all
};

/// Reads a cookies.txt as browsers' exports, curl and wget write it: seven fields a line between
/// TABs, comments behind '#', `#HttpOnly_` in front of a domain that is meant. At least one cookie
/// or the usual first comment must be there. Left out are cookies that no request could carry:
/// without a name, too large, with control characters. Pure; host names of IDNs come in ASCII.
std::variant<std::vector<Cookie>, NoCookiesFile> parseCookiesFile(QByteArrayView text);

/// The same of a file. Waits for the disk; from any thread.
std::variant<std::vector<Cookie>, NoCookiesFile> readCookiesFile(const QString &fileName);

} // namespace gleaner
