// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/exportfile.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace gleaner
{

/// What a WACZ file says of itself beside its archive.
struct WaczLabel {
    QByteArray session; ///< whose WARC files go in
    QString title;
    QByteArray software;
    QByteArray mainPage; ///< an address; empty for none
    qint64 modified = 0; ///< of what is made for it, s since 1970
};

/// Writes the WARC files of a download's folder with their index, the list of pages and the sums of
/// all that (WACZ 1.1.1). The WARC files lie in it as they are, so that a player finds a capture
/// without unpacking. What is not a whole record is left out. Waits for the disk; any thread.
std::optional<ExportFailure> writeWacz(
    const QString &directory, const WaczLabel &label, ExportFile &file);

} // namespace gleaner
