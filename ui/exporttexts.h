// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/exports.h"

#include <QString>

namespace gleaner
{

/// One sentence for people: what is wrong, and what to do. Plain text. Any thread.
QString exportFailureText(const ExportFailure &failure);

/// "3 files of this download are no longer there and are not in …".
QString exportMissingText(qint64 missing, const QString &path);

} // namespace gleaner
