// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/storeddownload.h"
#include "core/save/exportfile.h"

#include <functional>
#include <optional>

namespace gleaner
{

/// The forms in which a download can be handed on.
enum class ExportKind : quint8 {
    Table, ///< every address, as CSV
    Lines, ///< every address, as JSON lines
    Page, ///< a page for people
    Checksums, ///< of its files as they lie on the disk, for sha256sum
    Zip, ///< its files
    Wacz, ///< its WARC files, for players of web archives
};

/// By the end of its name: .csv, .jsonl, .html, .txt or .sha256, .zip, .wacz.
std::optional<ExportKind> exportKindOf(const QString &path);

/// Writes the page for people; the core has no words.
using PageWriter =
    std::function<void(const StoredDownload &, const std::function<void(QByteArrayView)> &)>;

struct ExportTarget {
    QString path; ///< absolute
    ExportKind kind = ExportKind::Page;
    Existing existing = Existing::Keep;
    std::function<bool()> isStopped =
        {}; ///< if set: asked now and then, from the thread that writes
};

struct Exported {
    std::optional<ExportFailure> failure; ///< then nothing was written
    qint64 missing = 0; ///< files that were saved and are not there any more
};

/// Makes one export and waits for it: for the command line, or a thread that may wait.
Exported exportDownload(
    const StoredDownload &download, const ExportTarget &target, const PageWriter &page);

} // namespace gleaner
