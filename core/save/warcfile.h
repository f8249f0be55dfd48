// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/save/folder.h"

#include <QByteArrayList>

#include <memory>
#include <variant>

namespace gleaner
{

/// Where a download's WARC files lie in its folder. No address gets such a name: a site's own '+'
/// at the beginning is escaped, a host's folder begins with one, and no host does.
inline const QByteArray warcFolder = "++warc";

/// A WARC file that is being written in a download's folder. It is called .part until it is closed,
/// and what is not a whole member is cut off before anything else is done. The disk thread's alone.
class WarcFile
{
public:
    /// Named after the session and the time.
    static std::variant<std::unique_ptr<WarcFile>, SaveError> create(
        const Folder &folder, qint64 now);
    ~WarcFile();
    Q_DISABLE_COPY_MOVE(WarcFile)

    const QByteArray &name() const { return m_name; }
    /// A piece of a member; after an error, or of another member than the piece before, first
    /// cutBack().
    std::optional<SaveError> write(QByteArrayView bytes);
    /// What was written so far is whole.
    void endMember() { m_whole = m_written; }
    std::optional<SaveError> cutBack();
    /// Of what is whole.
    qint64 size() const { return m_whole; }
    /// Gives it its name.
    void close();

private:
    WarcFile(const Folder &folder, Descriptor directory, QByteArray name, Descriptor file);

    const Folder &m_folder;
    Descriptor m_directory;
    const QByteArray m_name;
    Descriptor m_file;
    qint64 m_written = 0;
    qint64 m_whole = 0;
};

/// The names of the WARC files that runs of this session have left unfinished when they were
/// killed. Disk thread, and only while none is being written.
QByteArrayList unfinishedWarcs(const Folder &folder);
/// Cuts such a file behind its last whole member and gives it its name. Reads all of it: any thread
/// that may wait. `root` is the download's folder.
void finishWarc(const Descriptor &root, const QByteArray &name);

/// Does that file of the folder belong to the session?
bool isWarcOf(const QByteArray &name, const QByteArray &session);

} // namespace gleaner
