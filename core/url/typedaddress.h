// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QString>
#include <QStringView>

#include <optional>
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

/// An address with the user name that stood before its host, and the password if there was one.
struct TypedStart {
    Address address;
    QString user; ///< empty: there was none
    std::optional<QString> password;
};
using TypedStartAddress = std::variant<TypedStart, TypedAddressError>;

/// Reads what a person typed into a dialog or a command line: an address, or why it is none.
///
/// The address is always http or https. Where no scheme is written, http is meant, but only if
/// the host has a dot within, a port is written, or the host is `localhost` or an IP address.
/// A pure function, any thread.
TypedAddress readTypedAddress(QStringView typed);

/// The address alone, for whom it does not matter why it is none.
std::optional<Address> typedAddress(QStringView typed);

/// The same where a user name and a password are welcome, as on a command line.
TypedStartAddress readTypedStart(QStringView typed);

/// What was typed, address or not, with stars for what could be a user name and a password: to
/// show it.
QString withoutCredentials(QStringView typed);

} // namespace gleaner
