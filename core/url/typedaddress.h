// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QStringView>

#include <variant>

namespace gleaner
{

enum class TypedAddressError {
    Empty,
    TooLong, ///< over 8 KiB in UTF-8
    UnknownScheme, ///< something before the colon that is neither http nor https
    MissingScheme, ///< no scheme, and neither a dot, a port nor `localhost` to tell a host by
    NoHost, ///< "http://" and nothing that could be a host behind it
    HasCredentials, ///< a user name or a password, which an address does not keep
    NotAnAddress, ///< what browsers refuse as well: a forbidden character, a port above 65535 …
};

using TypedAddress = std::variant<Address, TypedAddressError>;

/// Reads what a person typed into a dialog or a command line: an address, or why it is none.
///
/// The address is always http or https. Where no scheme is written, http is meant, but only if
/// the host has a dot within, a port is written, or the host is `localhost` or an IP address.
/// A pure function, any thread.
TypedAddress readTypedAddress(QStringView typed);

} // namespace gleaner
