// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace gleaner
{

/// The file name that a Content-Disposition field gives (RFC 6266): `filename*` where it can be
/// decoded (RFC 8187, UTF-8 or ISO-8859-1), else `filename`. Read as leniently as browsers do;
/// the first of two counts. Bytes outside of ASCII are UTF-8, or else ISO-8859-1. Nothing where
/// none is given. Text of the network: may hold slashes, dots and controls. Pure, linear.
std::optional<QString> dispositionFileName(QByteArrayView field);

} // namespace gleaner
