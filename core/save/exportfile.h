// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>

namespace gleaner
{

/// What is to happen where the name of an export is taken.
enum class Existing : quint8 { Keep, Replace };

/// Why there is no export. `path` is what it is about, `detail` the system's own words.
struct ExportFailure {
    enum class Kind : quint8 {
        NameTaken, ///< something has its name, and is not to be replaced
        NotWritten, ///< this machine's fault: no such folder, no permission, a full disk
        NotRead, ///< what is known of the download, or one of its files, cannot be read
        FolderMissing, ///< the download's folder is not there
        SessionInUse, ///< a program is at this download
        NoArchive, ///< the download has no WARC file, which this export is made of
    };
    Kind kind = Kind::NotWritten;
    QString path;
    QString detail;
};

/// A file that a person asks for, anywhere: it has its name only once it is whole, and nobody
/// else's file is written over unless that was asked for. A link of its name is not followed.
///
/// Of one thread, any thread; waits for the disk. Destroyed before it is committed it leaves
/// nothing.
class ExportFile
{
public:
    ExportFile(const QString &path, Existing existing);
    ~ExportFile();
    Q_DISABLE_COPY_MOVE(ExportFile)

    std::optional<ExportFailure> open();
    /// False once anything went wrong; commit() tells what.
    bool write(QByteArrayView bytes);
    /// Asked before each write; true ends it as a failure does.
    void setStop(std::function<bool()> isStopped) { m_isStopped = std::move(isStopped); }
    bool hasFailed();
    /// Makes it safe from a power cut and gives it its name.
    std::optional<ExportFailure> commit();

private:
    bool openNamed();
    bool giveName();
    ExportFailure failure(int error) const;

    const QString m_path;
    const Existing m_existing;
    QByteArray m_name;
    QByteArray m_temporary; ///< its name meanwhile; empty where it has none
    Descriptor m_folder;
    Descriptor m_file;
    QByteArray m_waiting; ///< small pieces go to the disk together
    std::function<bool()> m_isStopped;
    int m_error = 0;
};

} // namespace gleaner
