// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporttexts.h"

#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace gleaner
{

namespace
{
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Exports)
};
} // namespace

QString exportFailureText(const ExportFailure &failure)
{
    const QString path = visibleText(failure.path);
    const QString detail = visibleText(failure.detail);
    switch (failure.kind) {
    case ExportFailure::Kind::NameTaken:
        return Texts::tr("\"%1\" is there already and was left as it is.").arg(path);
    case ExportFailure::Kind::NotWritten:
        return Texts::tr("\"%1\" could not be written: %2.").arg(path, detail);
    case ExportFailure::Kind::NotRead:
        return detail.isEmpty() ? Texts::tr("\"%1\" could not be read.").arg(path)
                                : Texts::tr("\"%1\" could not be read: %2.").arg(path, detail);
    case ExportFailure::Kind::FolderMissing:
        return Texts::tr("The folder \"%1\" of this download is not there.").arg(path);
    case ExportFailure::Kind::SessionInUse:
        return Texts::tr("A program is at the download in \"%1\"; stop it first.").arg(path);
    case ExportFailure::Kind::NoArchive:
        return Texts::tr(
            "The download in \"%1\" has no WARC file to make this of; download it once "
            "more and keep one (--warc).")
            .arg(path);
    }
    return {};
}

QString exportMissingText(qint64 missing, const QString &path)
{
    return Texts::tr("Files of this download that are no longer there, and not in \"%1\": %2.")
        .arg(visibleText(path), QLocale().toString(missing));
}

} // namespace gleaner
