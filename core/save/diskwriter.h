// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"
#include "core/task/crossing.h"
#include "core/task/task.h"

#include <QByteArray>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

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
    /// After a fault: looks for the folder again. It is not made again: where a drive is missing,
    /// that would be somewhere else.
    Task<std::optional<SaveError>> reopen();

    /// Writes a whole body under its final name, or nothing.
    Task<FileResult> save(Filing filing, QByteArray bytes);
    /// Bodies that wait for the disk together are noted together: `begin` and `commit` enclose
    /// their notes, and none of them is written if `commit` has an error. Called in the disk
    /// thread; from now on.
    void setNoting(std::function<void()> begin, std::function<std::optional<SaveError>()> commit);
    /// Whatever was to be saved by now is, before what is posted to the disk thread next. Without
    /// this it waits some milliseconds for others that can be noted with it.
    void settle();
    /// It is to end soon: Folder::hurry().
    void hurry() { m_folder->hurry(); }
    /// Everything that has its name by now is safe from a power cut when this has ended. It waits
    /// in the pool, so that the writer need not.
    Task<std::optional<SaveError>> sync(QThreadPool *pool);

    /// Hears what becomes of a part. Called in the disk thread.
    enum class PartEvent : quint8 {
        Made, ///< or about to be: only its names are known
        Kept, ///< this much of it may be continued
        Gone, ///< it has its final name, or was removed; only its name is told
    };
    using Note = std::function<void(PartEvent, const PartRecord &)>;

    /// A body that is too large to be kept in memory, piece by piece. Unless it is committed, its
    /// part is removed, or stays if it was made to.
    class Stream
    {
    public:
        explicit Stream(DiskWriter &writer);
        ~Stream();
        Q_DISABLE_COPY_MOVE(Stream)

        /// `note` hears of the part from before it is made until it is gone.
        Task<std::optional<SaveError>> open(RelativePath path, Note note = {});
        /// As open(), with a part that an earlier stream has left. False if there is no such part
        /// any more, or it is not what the record says.
        Task<bool> reopen(PartRecord record);
        /// How much is in the part, as far as it can be written on; after an error more than what
        /// was awaited may be. Nothing if it cannot.
        Task<std::optional<qint64>> writtenSize();
        /// The part once more, to be read from any thread; closed if it cannot be.
        Task<std::shared_ptr<Descriptor>> openToRead();
        /// The part is to stay on disk when this ends. From now on `note` hears of it: now and
        /// then, when this ends, and when it is committed or discarded.
        void keepAs(Note note);
        /// The part is removed, whatever was said before.
        void discard();

        Task<std::optional<SaveError>> append(QByteArray bytes);
        Task<FileResult> commit(Filing filing);

    private:
        struct Written; ///< the disk thread's alone
        void post(std::function<void(Folder &, Written &)> work);

        DiskWriter &m_writer;
        std::shared_ptr<Written> m_written;
    };

    /// For what has to happen in the disk thread, in order with what is written.
    const Door &door() const { return m_thread.door(); }
    /// The folder itself, for calls in the disk thread only.
    const std::shared_ptr<Folder> &folder() const { return m_folder; }

private:
    struct Saving;
    void gather(std::shared_ptr<Saving> saving);

    struct Notes; ///< the disk thread's alone
    std::shared_ptr<Notes> m_notes;
    std::shared_ptr<Folder>
        m_folder; ///< the disk thread's alone, but for folderError() and hurry()
    SerialThread m_thread;
    std::vector<std::shared_ptr<Saving>> m_gathered;
    qint64 m_gatheredBytes = 0;
    QTimer m_gathering;
};

} // namespace gleaner
