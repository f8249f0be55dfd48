// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/ziparchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <clocale>

namespace gleaner
{

namespace
{

struct EntryCloser {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

/// libarchive takes names for text in the locale's charset, which need not be UTF-8: here, and for
/// this thread alone, it is.
class Utf8Locale
{
public:
    Utf8Locale()
        : m_locale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
        , m_before(m_locale ? uselocale(m_locale) : nullptr)
    {
    }
    ~Utf8Locale()
    {
        if (!m_locale)
            return;
        uselocale(m_before);
        freelocale(m_locale);
    }
    Q_DISABLE_COPY_MOVE(Utf8Locale)

private:
    const locale_t m_locale;
    const locale_t m_before;
};

la_ssize_t writeTo(archive *, void *file, const void *bytes, size_t size)
{
    const bool isWritten = static_cast<ExportFile *>(file)->write(
        QByteArrayView(static_cast<const char *>(bytes), qsizetype(size)));
    return isWritten ? la_ssize_t(size) : -1;
}

} // namespace

void ZipArchive::Closer::operator()(archive *writer) const
{
    archive_write_free(writer);
}

ZipArchive::ZipArchive(ExportFile &file)
    : m_file(file)
    , m_archive(archive_write_new())
{
    const Utf8Locale locale;
    archive_write_set_format_zip(m_archive.get());
    archive_write_set_format_option(m_archive.get(), "zip", "hdrcharset", "UTF-8");
    // The last block is as long as it is: no zeros behind the archive's end.
    archive_write_set_bytes_in_last_block(m_archive.get(), 1);
    archive_write_open(m_archive.get(), &m_file, nullptr, writeTo, nullptr);
}

ZipArchive::~ZipArchive() = default;

std::optional<QByteArray> ZipArchive::add(const Entry &entry, const Content &content)
{
    const Utf8Locale locale;
    const std::unique_ptr<archive_entry, EntryCloser> header(archive_entry_new());
    archive_entry_set_pathname(header.get(), entry.path.constData());
    archive_entry_set_filetype(header.get(), AE_IFREG);
    archive_entry_set_perm(header.get(), 0644);
    archive_entry_set_uid(header.get(), 0);
    archive_entry_set_gid(header.get(), 0);
    archive_entry_set_size(header.get(), entry.size);
    archive_entry_set_mtime(header.get(), time_t(entry.modified), 0);
    if (entry.packing == Packing::Stored)
        archive_write_zip_set_compression_store(m_archive.get());
    else
        archive_write_zip_set_compression_deflate(m_archive.get());
    if (archive_write_header(m_archive.get(), header.get()) < ARCHIVE_WARN)
        return std::nullopt;
    RunningHash hash;
    const bool isWhole = content([&](QByteArrayView piece) {
        hash.add(piece);
        const la_ssize_t written =
            archive_write_data(m_archive.get(), piece.data(), size_t(piece.size()));
        return written == la_ssize_t(piece.size());
    });
    if (!isWhole || archive_write_finish_entry(m_archive.get()) < ARCHIVE_WARN)
        return std::nullopt;
    return hash.value();
}

std::optional<QByteArray> ZipArchive::add(const Entry &entry, const SavedFiles::Opened &file)
{
    return add(entry, [&](const Take &take) { return readThrough(file, take); });
}

std::optional<QByteArray> ZipArchive::add(
    const QByteArray &path, const QByteArray &bytes, qint64 modified)
{
    return add({path, bytes.size(), modified, Packing::Deflated},
        [&](const Take &take) { return take(bytes); });
}

bool ZipArchive::finish()
{
    const Utf8Locale locale;
    return archive_write_close(m_archive.get()) == ARCHIVE_OK;
}

} // namespace gleaner
