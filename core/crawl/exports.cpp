// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/exports.h"

#include "core/crawl/report.h"
#include "core/save/savedfiles.h"
#include "core/save/sheets.h"
#include "core/save/versions.h"
#include "core/save/wacz.h"
#include "core/save/warcfile.h"
#include "core/save/ziparchive.h"

#include <QFileInfo>

namespace gleaner
{

namespace
{

using Failure = std::optional<ExportFailure>;

void writeReport(const StoredDownload &download, ExportFile &file,
    QByteArray (*line)(const Record &, const Address &))
{
    for (RecordId id = 0; id < download.log.size(); ++id) {
        const Record record = download.log.at(id);
        if (!file.write(line(record, download.referrerOf(record))))
            return;
    }
}

Failure unreadable(const QByteArray &path)
{
    return ExportFailure{ExportFailure::Kind::NotRead, QString::fromUtf8(path), {}};
}

/// Hands every file that is there to `take`, until that has a failure.
Failure eachFile(const StoredDownload &download, qint64 &missing,
    const std::function<Failure(const QByteArray &, const SavedFiles::Opened &)> &take)
{
    const SavedFiles files(download.session.job.directory);
    for (const QByteArray &path : download.paths()) {
        const auto opened = files.open(pathFromText(path));
        if (!opened) {
            ++missing;
            continue;
        }
        if (Failure failure = take(path, *opened))
            return failure;
    }
    return std::nullopt;
}

/// What the session has in its folder beside the files of its addresses.
QByteArrayList pathsBeside(const StoredDownload &download, const SavedFiles &files)
{
    QByteArrayList paths;
    for (const QByteArray &name : download.versions)
        paths += versionsIn(files, name);
    for (const QByteArray &name : files.names({warcFolder})) {
        if (isWarcOf(name, download.session.id))
            paths.append(RelativePath{{warcFolder}, name}.joined());
    }
    return paths;
}

/// A hash of what lies there: a rewritten page is not what was served.
Failure writeChecksums(const StoredDownload &download, ExportFile &file, qint64 &missing)
{
    const auto write = [&](const QByteArray &path, const SavedFiles::Opened &opened) -> Failure {
        RunningHash hash;
        const auto add = [&](QByteArrayView piece) {
            hash.add(piece);
            return !file.hasFailed();
        };
        if (!readThrough(opened, add))
            return unreadable(path);
        file.write(checksumLine(hash.value(), path));
        return std::nullopt;
    };
    Failure failure = eachFile(download, missing, write);
    const SavedFiles files(download.session.job.directory);
    for (const QByteArray &path : pathsBeside(download, files)) {
        const auto opened = files.open(pathFromText(path));
        if (!failure && opened)
            failure = write(path, *opened);
    }
    return failure;
}

/// The folder's own name, so that what is unpacked does not spill.
QByteArray topFolder(const QString &directory)
{
    const QByteArray name = QFileInfo(directory).fileName().toUtf8();
    return name.isEmpty() ? QByteArray() : name + '/';
}

Failure writeZip(const StoredDownload &download, ExportFile &file, qint64 &missing)
{
    ZipArchive zip(file);
    const QByteArray top = topFolder(download.session.job.directory);
    Failure failure = eachFile(download, missing,
        [&](const QByteArray &path, const SavedFiles::Opened &opened) -> Failure {
            const auto hash = zip.add({top + path, opened.size, opened.modified}, opened);
            return hash ? std::nullopt : unreadable(path);
        });
    zip.finish();
    return failure;
}

WaczLabel labelOf(const StoredDownload &download)
{
    const KnownSession &session = download.session;
    WaczLabel label;
    label.session = session.id;
    label.title = QFileInfo(session.job.directory).fileName();
    label.software = "Gleaner/" GLEANER_VERSION;
    if (!session.job.starts.empty())
        label.mainPage = session.job.starts.front().bytes();
    label.modified = session.changedAt / 1000;
    return label;
}

Failure writeContent(const StoredDownload &download, ExportKind kind, ExportFile &file,
    qint64 &missing, const PageWriter &page)
{
    switch (kind) {
    case ExportKind::Table:
        file.write(reportTitles());
        writeReport(download, file, reportRow);
        return std::nullopt;
    case ExportKind::Lines:
        writeReport(download, file, reportLine);
        return std::nullopt;
    case ExportKind::Page:
        page(download, [&](QByteArrayView bytes) { file.write(bytes); });
        return std::nullopt;
    case ExportKind::Checksums:
        return writeChecksums(download, file, missing);
    case ExportKind::Zip:
        return writeZip(download, file, missing);
    case ExportKind::Wacz:
        return writeWacz(download.session.job.directory, labelOf(download), file);
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<ExportKind> exportKindOf(const QString &path)
{
    static const QList<std::pair<QString, ExportKind>> endings{
        {QStringLiteral(".csv"), ExportKind::Table},
        {QStringLiteral(".jsonl"), ExportKind::Lines},
        {QStringLiteral(".html"), ExportKind::Page},
        {QStringLiteral(".txt"), ExportKind::Checksums},
        {QStringLiteral(".sha256"), ExportKind::Checksums},
        {QStringLiteral(".zip"), ExportKind::Zip},
        {QStringLiteral(".wacz"), ExportKind::Wacz},
    };
    for (const auto &[ending, kind] : endings) {
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return kind;
    }
    return std::nullopt;
}

Exported exportDownload(
    const StoredDownload &download, const ExportTarget &target, const PageWriter &page)
{
    Exported exported;
    ExportFile file(target.path, target.existing);
    file.setStop(target.isStopped);
    exported.failure = file.open();
    if (exported.failure)
        return exported;
    Failure failure = writeContent(download, target.kind, file, exported.missing, page);
    // What could not be written is the likelier reason of an archive that could not be made.
    if (!file.hasFailed() && failure)
        exported.failure = failure;
    else
        exported.failure = file.commit();
    return exported;
}

} // namespace gleaner
