// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

// How addresses are written into documents. Pure functions, any thread.

/// A path below a folder, names joined by '/', as a part of an address: every byte is escaped but
/// those that mean nothing anywhere, so that it is also fit for srcset, CSS and unquoted values.
QByteArray escapedPath(QByteArrayView path);

/// From the file at one escaped path to the one at another, below the same folder.
QByteArray relativeReference(QByteArrayView from, QByteArrayView to);

/// What stands around an address.
struct Spelling {
    int ampersandLevels = 0; ///< see Reference
    bool inCss = false;
    bool inRefresh = false; ///< the content of a meta refresh, where quotes have a meaning
};
/// An address, or a part of one, as it has to be written there to be read as what it is. Nothing
/// but ASCII.
QByteArray spelled(QByteArrayView address, const Spelling &spelling);

} // namespace gleaner
