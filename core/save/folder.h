// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/diskfault.h"
#include "core/save/pathmapper.h"
#include "core/save/runninghash.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <list>
#include <optional>
#include <variant>

namespace gleaner
{

/// An open file descriptor, closed with it.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Descriptor();
    bool isOpen() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }
    /// Closes and tells whether the system accepted it: a late write error shows here.
    bool close();

private:
    int m_descriptor = -1;
};

/// Why a file could not be written: the machine's fault, or this one name's.
struct SaveError {
    std::optional<DiskFault> fault; ///< nothing: only this name is the matter
    QString detail;
};

/// A part file that outlives its writer: where it is, and its beginning, by which it is known
/// again.
struct PartRecord {
    QByteArrayList folders; ///< the names on the way there
    QByteArray name; ///< of the part itself
    RelativePath path; ///< the final one, as it was asked for
    qint64 size = 0; ///< of the beginning that is certain; there may be more
    QByteArray hash; ///< SHA-256 of that beginning
};

/// The download's folder, written to through directory handles, one name at a time, never through
/// a link. The disk thread's alone. Linux only (openat, renameat2).
class Folder
{
public:
    explicit Folder(QString directory);

    /// Makes the folder where it is missing and checks that files can be made in it.
    std::optional<SaveError> open();
    /// Looks for it again, without making it.
    std::optional<SaveError> reopen();

    /// A part file that was made here and is being written.
    struct Part {
        RelativePath path; ///< the final one, as it was asked for
        QByteArray name;
        Descriptor file;
        Descriptor folder; ///< where it was made: its path may lead elsewhere by now
        QByteArrayList folders; ///< the names on the way there
        qint64 size = 0;
        std::optional<RunningHash> hash; ///< of a part that may be continued
    };
    using PartResult = std::variant<Part, SaveError>;
    PartResult createPart(const RelativePath &path);
    /// From now on what is appended can be known again. Before the first byte, or after reopening.
    void makeContinuable(Part &part);
    /// Is it still open, as long as what was written, and where it was made?
    bool isIntact(const Part &part) const;
    PartRecord recordOf(const Part &part) const;
    /// An earlier part, cut to the beginning that is certain. Nothing if nothing is certain, or it
    /// is not there, is being written by someone else or begins with other bytes; it is then left
    /// as it is.
    std::optional<Part> reopenPart(const PartRecord &record);
    std::optional<SaveError> append(Part &part, QByteArrayView bytes);

    /// Gives the part its final name. If the name is taken by a file with equal bytes they share
    /// it; if by anything else the name with the hash mark of the address is used. The result is
    /// the name it got.
    using PathResult = std::variant<RelativePath, SaveError>;
    PathResult commit(Part &part, const RelativePath &markedPath);
    void drop(Part &part);

private:
    enum class Placed : quint8 { Yes, Shared, Taken };
    std::variant<Placed, SaveError> place(const Part &part, const QByteArray &name);
    struct OpenFolder {
        QByteArray wanted; ///< the names asked for, joined
        QByteArrayList names; ///< the ones it got: a file in the way makes the name a marked one
        Descriptor handle;
    };
    /// A folder below the root, made where it is missing; null with errno set.
    const OpenFolder *openFolder(const QByteArrayList &folders);
    SaveError folderError(int error, DiskFaultKind missing) const;
    std::optional<SaveError> openRoot(DiskFaultKind missing);
    SaveError errorFor(int error, const RelativePath &path) const;

    QString m_directory;
    Descriptor m_root;
    std::list<OpenFolder> m_recent; ///< the most recently used first
};

} // namespace gleaner
