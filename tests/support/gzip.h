// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gleaner::test
{

QByteArray gzip(const QByteArray &bytes);
QByteArray zlibStream(const QByteArray &bytes);
QByteArray rawDeflate(const QByteArray &bytes);
/// A valid gzip file of that many zeros (whole MiB), made without packing each of them.
QByteArray gzipZeros(qint64 bytes);

} // namespace gleaner::test
