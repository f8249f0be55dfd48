// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QStringView>

#include <optional>

namespace gleaner
{

/// What somebody most likely meant by a text that is no address; nothing where that would be a
/// guess without grounds. Pure functions, any thread.

/// "htp:/x", "https//example.org": http or https with a slip of the pen, and what can be a host
/// behind it.
std::optional<Address> withMendedScheme(QStringView typed);

/// "wikipedia": a name alone, which may be one of .org.
std::optional<Address> withCommonEnding(QStringView typed);

} // namespace gleaner
