// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QStringView>

#include <vector>

class QMimeData;

namespace gleaner
{

/// Addresses that stood in a text, each once, in its order; without user names and passwords.
struct AddressesInText {
    std::vector<Address> addresses;
    bool isCut = false; ///< there are more than are taken at once, or the text is too long
};

/// What somebody pasted or dropped may be anything, of any length: so much of it is looked at.
constexpr qsizetype longestAddressText = qsizetype(1024) * 1024;
/// Each line of a list is a download of its own.
constexpr size_t mostAddresses = 100;

/// http and https addresses wherever they stand in a text. Where each line is an address and
/// nothing else, they may also be as people type them, without a scheme. A pure function, any
/// thread.
AddressesInText addressesIn(QStringView text);

/// The same for a list: one address a line, as people type them; lines that begin with `#` say
/// nothing.
AddressesInText addressesInList(QStringView text);

/// The one address that the text is, and nothing else: http or https, written out.
std::optional<Address> onlyAddress(QStringView text);

/// What was pasted or dropped: its URIs, or else its plain text. Browsers drop links as either.
AddressesInText addressesIn(const QMimeData &data);

} // namespace gleaner
