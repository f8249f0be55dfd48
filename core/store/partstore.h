// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace gleaner
{

/// The beginning of a body that lies on disk and may be continued: what has to be known for that.
struct StoredPart {
    QByteArray address;
    QByteArray folders; ///< where it lies below the download's folder, names joined by '/'
    QByteArray name; ///< of the part file
    QByteArray file; ///< of the finished file
    qint64 size = 0; ///< of the beginning that `hash` is about
    QByteArray hash; ///< SHA-256
    QByteArray etag; ///< one of these two is the validator
    QByteArray lastModified;
    qint64 total = -1; ///< of the whole body; -1 unknown
    QByteArray contentType;
};

/// The parts of one download's folder, in an SQLite database in the user's data folder.
///
/// Everything in the disk thread, from the constructor's successor load() to close(). The database
/// is made when the first part is put; where that cannot be, parts are simply not remembered. One
/// that is damaged is set aside under another name, never deleted; one of a newer version is left
/// alone.
class PartStore
{
public:
    /// Only remembers the name; mode 0600 in a folder of mode 0700 once it is made.
    explicit PartStore(QString databaseFile);
    ~PartStore();
    Q_DISABLE_COPY_MOVE(PartStore)

    std::vector<StoredPart> load();
    void put(const StoredPart &part);
    /// Forgets the part of that name; another one of the same address stays.
    void remove(const QByteArray &address, const QByteArray &name);
    void close();

private:
    class Database;
    bool open();

    const QString m_file;
    std::unique_ptr<Database> m_database;
    bool m_isUsable = true;
};

} // namespace gleaner
