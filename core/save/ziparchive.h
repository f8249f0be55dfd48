// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/exportfile.h"
#include "core/save/runninghash.h"
#include "core/save/savedfiles.h"

#include <functional>
#include <memory>
#include <optional>

struct archive;

namespace gleaner
{

/// A ZIP file that is written entry by entry, through libarchive: ZIP64 where it is needed, names
/// in UTF-8, nothing of this machine's users in it.
///
/// Of one thread, any thread; waits for the disk. Order and times are the caller's: the same
/// entries give the same bytes.
class ZipArchive
{
public:
    enum class Packing : quint8 {
        Deflated,
        Stored, ///< so that a reader finds a place in it without unpacking
    };

    /// The file is open, and outlives this.
    explicit ZipArchive(ExportFile &file);
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    struct Entry {
        QByteArray path; ///< UTF-8, '/' between its names
        qint64 size = 0;
        qint64 modified = 0; ///< s since 1970
        Packing packing = Packing::Deflated;
    };
    /// Hands out the whole content of an entry, piece by piece, until it is told false.
    using Take = std::function<bool(QByteArrayView)>;
    using Content = std::function<bool(const Take &)>;
    /// Its SHA-256; nothing if it could not be read or written. Then the archive is of no use.
    std::optional<QByteArray> add(const Entry &entry, const Content &content);
    std::optional<QByteArray> add(const Entry &entry, const SavedFiles::Opened &file);
    std::optional<QByteArray> add(const QByteArray &path, const QByteArray &bytes, qint64 modified);

    /// Its directory; false if it could not be written.
    bool finish();

private:
    struct Closer {
        void operator()(archive *writer) const;
    };
    ExportFile &m_file;
    std::unique_ptr<archive, Closer> m_archive;
};

} // namespace gleaner
