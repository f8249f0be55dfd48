// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gleaner
{

/// Of two names, or paths, that some file system takes for one, both have the same key: it folds
/// case (all of Unicode, so "ß" is "ss"), takes composed and decomposed letters for the same, and
/// does not see characters that Unicode says may be ignored. For UTF-8; pure, any thread.
QByteArray nameKey(const QByteArray &name);

} // namespace gleaner
