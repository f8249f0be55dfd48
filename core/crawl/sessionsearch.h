// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

#include <QByteArrayList>

#include <optional>

// Which session belongs to a folder. Reads files; in the disk thread, or before there is one.

namespace gleaner
{

/// The ids in that folder's marker file; none if it cannot be read.
QByteArrayList marksOf(const QString &directory);

/// The session that a job goes on with, among those that its folder names or, where its mark was
/// removed, among all: the one that began there where the job begins. Else one that is so damaged
/// that nobody knows where it began.
std::optional<QByteArray> findSession(const QByteArrayList &marks, const CrawlJob &job);

} // namespace gleaner
