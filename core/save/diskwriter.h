// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"
#include "core/task/crossing.h"
#include "core/task/task.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace gleaner
{

/// The one writer of a download's folder: a thread that does what it is told in order.
///
/// Used from the crawl thread and owned there; outlives every task that awaits it. What is
/// awaited has been done, and its errors are in the result: nothing is buffered here.
class DiskWriter
{
public:
    explicit DiskWriter(const QString &directory);
    ~DiskWriter();

    /// First of all: makes the folder and checks it.
    Task<std::optional<SaveError>> open();

    /// Writes a whole body under its final name, or nothing. The result is the name it got.
    Task<Folder::PathResult> save(RelativePath path, RelativePath marked, QByteArray bytes);

    /// A body that is too large to be kept in memory, piece by piece. Dropped unless committed.
    class Stream
    {
    public:
        explicit Stream(DiskWriter &writer)
            : m_writer(writer)
        {
        }
        ~Stream();
        Q_DISABLE_COPY_MOVE(Stream)

        Task<std::optional<SaveError>> open(RelativePath path);
        Task<std::optional<SaveError>> append(QByteArray bytes);
        Task<Folder::PathResult> commit(RelativePath marked);

    private:
        DiskWriter &m_writer;
        std::shared_ptr<Folder::Part> m_part; ///< the disk thread's alone once it is open
    };

private:
    std::shared_ptr<Folder> m_folder; ///< the disk thread's alone
    SerialThread m_thread;
};

} // namespace gleaner
