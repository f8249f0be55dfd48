// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace gleaner
{

/// Text of the network is hostile: it may hold markup, line breaks and marks that turn the
/// direction of what follows. These make it harmless to show. Pure functions, any thread.

/// Set apart as a run from left to right, whatever is around it. Text that is set apart already
/// stays as it is.
QString isolated(const QString &text);

/// The text with every control, format and bidi character written as `[U+202E]`, and no longer
/// than `limit` characters: what is too long loses its middle. In a window from right to
/// left it is isolated().
QString visibleText(QStringView text, qsizetype limit = 400);

/// The same for bytes; what is not UTF-8 becomes replacement characters.
QString visibleText(QByteArrayView text, qsizetype limit = 400);

/// A part of an address as a person reads it: escapes like `%C3%A9` decoded where they are UTF-8,
/// then made visible.
QString readableText(QByteArrayView escaped, qsizetype limit = 400);

/// Lines for a tool tip, which shows them as they are: never as markup.
QString plainToolTip(const QStringList &lines);

} // namespace gleaner
