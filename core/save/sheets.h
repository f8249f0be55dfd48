// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace gleaner
{

// Lines of text files that other programs read. Pure functions, any thread.

/// A line of CSV (RFC 4180), its end too. A spreadsheet takes what begins with `=`, `+`, `-`, `@`
/// for a formula and runs it: such a field gets an apostrophe in front, and so does one that begins
/// with an apostrophe, so that it can be taken off again.
QByteArray csvLine(const QByteArrayList &fields);

/// A line as `sha256sum -c` reads it, its end too: backslashes and line ends in a name are escaped
/// and the line begins with a backslash, as GNU coreutils does.
QByteArray checksumLine(const QByteArray &sha256, const QByteArray &path);

/// For text in a page and in its attributes' values; controls that HTML forbids are replaced.
QByteArray htmlText(const QString &text);

} // namespace gleaner
