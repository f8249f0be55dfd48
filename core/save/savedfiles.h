// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"

#include <QByteArrayList>
#include <QString>

#include <functional>
#include <optional>

namespace gleaner
{

/// The files of a download's folder as they lie there, for whoever hands them on. Reads only, name
/// by name and through no link. A value of one thread, any thread; waits for the disk.
class SavedFiles
{
public:
    explicit SavedFiles(const QString &directory);
    explicit SavedFiles(Descriptor root)
        : m_root(std::move(root))
    {
    }

    /// Is there such a folder?
    bool isOpen() const { return m_root.isOpen(); }

    struct Opened {
        Descriptor file;
        qint64 size = 0;
        qint64 modified = 0; ///< s since 1970
    };
    /// A regular file; nothing if there is none, or a link is on the way to it.
    std::optional<Opened> open(const RelativePath &path) const;
    bool hasFolder(const QByteArrayList &folders) const;
    /// The names of the regular files in one folder, sorted by their bytes.
    QByteArrayList names(const QByteArrayList &folders) const;
    /// The paths of all regular files below one folder, from the download's, sorted by their bytes.
    QByteArrayList below(const QByteArrayList &folders) const;

private:
    struct Entries {
        QByteArrayList files; ///< regular ones
        QByteArrayList folders;
    };
    Entries entries(const QByteArrayList &folders) const;

    Descriptor m_root;
};

/// Reads the file from its beginning to its end, in pieces. False if it cannot be read, is no
/// longer as long as it was, or `take` says false.
bool readThrough(const SavedFiles::Opened &opened, const std::function<bool(QByteArrayView)> &take);

} // namespace gleaner
