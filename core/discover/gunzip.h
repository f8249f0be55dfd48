// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace gleaner
{

/// What a gzip file holds, at most `limit` bytes of it. A damaged file gives what stands before
/// the damage. Any thread. For `sitemap.xml.gz`, which servers send as a file, not as an encoding.
QByteArray gunzipped(QByteArrayView bytes, qsizetype limit);

/// Do the bytes begin as a gzip file does?
bool isGzip(QByteArrayView bytes);

} // namespace gleaner
