// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/partstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace gleaner
{

namespace
{

constexpr int schemaVersion = 1;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Beside the file, under a name that is free.
void setAside(const QString &file)
{
    for (int number = 1; number < 100; ++number) {
        const QString aside = file + QStringLiteral(".damaged-%1").arg(number);
        if (!QFile::exists(aside)) {
            QFile::rename(file, aside);
            break;
        }
    }
    // They belong to the file that has gone.
    QFile::remove(file + QStringLiteral("-wal"));
    QFile::remove(file + QStringLiteral("-shm"));
}

/// Made by us, so that it is never readable by others, not even for a moment.
bool makeFile(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    if (!QFile::exists(folder)
        && !(QDir().mkpath(folder) && QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner)))
        return false;
    QFile made(file);
    return made.open(QIODevice::WriteOnly | QIODevice::NewOnly) && made.setPermissions(ownerOnly);
}

} // namespace

class PartStore::Database
{
public:
    explicit Database(const QString &file)
        : m_name(QStringLiteral("parts-%1").arg(quintptr(this)))
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(file);
        if (!database.open()) {
            m_state = stateFor(database.lastError());
            return;
        }
        m_state = run("PRAGMA journal_mode=WAL");
        if (m_state == State::Open)
            m_state = run("PRAGMA synchronous=NORMAL");
        if (m_state == State::Open)
            m_state = readSchema();
    }
    ~Database()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Database)

    enum class State : quint8 {
        Open,
        Newer,
        Damaged,
        OutOfReach, ///< a full disk, another program: nothing that is wrong with the file
    };
    State state() const { return m_state; }
    QSqlQuery query(const char *statement) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        query.prepare(QLatin1String(statement));
        return query;
    }

private:
    /// By SQLite's primary result codes: SQLITE_ERROR (a schema that is not ours), SQLITE_CORRUPT
    /// and SQLITE_NOTADB.
    static State stateFor(const QSqlError &error)
    {
        const int code = error.nativeErrorCode().toInt() & 0xff;
        return code == 1 || code == 11 || code == 26 ? State::Damaged : State::OutOfReach;
    }

    State run(const char *statement) const
    {
        QSqlQuery made(QSqlDatabase::database(m_name));
        return made.exec(QLatin1String(statement)) ? State::Open : stateFor(made.lastError());
    }

    State readSchema() const
    {
        QSqlQuery version = query("PRAGMA user_version");
        if (!version.exec() || !version.next())
            return stateFor(version.lastError());
        const int found = version.value(0).toInt();
        version.finish();
        if (found == schemaVersion)
            return State::Open;
        if (found > schemaVersion)
            return State::Newer;
        for (const char *statement :
            {"CREATE TABLE parts (address BLOB PRIMARY KEY, folders BLOB, name BLOB, file BLOB, "
             "size INTEGER, hash BLOB, etag BLOB, modified BLOB, total INTEGER, type BLOB) "
             "WITHOUT ROWID",
                "PRAGMA user_version=1"}) {
            const State state = run(statement);
            if (state != State::Open)
                return state;
        }
        return State::Open;
    }

    const QString m_name;
    State m_state = State::Damaged;
};

PartStore::PartStore(QString databaseFile)
    : m_file(std::move(databaseFile))
{
}

PartStore::~PartStore() = default;

bool PartStore::open()
{
    if (m_database || !m_isUsable)
        return m_isUsable;
    m_database = std::make_unique<Database>(m_file);
    if (m_database->state() == Database::State::Damaged) {
        m_database.reset();
        setAside(m_file);
        if (makeFile(m_file))
            m_database = std::make_unique<Database>(m_file);
    }
    m_isUsable = m_database && m_database->state() == Database::State::Open;
    return m_isUsable;
}

std::vector<StoredPart> PartStore::load()
{
    std::vector<StoredPart> parts;
    if (!QFile::exists(m_file) || !open())
        return parts;
    QSqlQuery rows = m_database->query("SELECT address, folders, name, file, size, hash, etag, "
                                       "modified, total, type FROM parts");
    for (bool more = rows.exec() && rows.next(); more; more = rows.next()) {
        const auto bytes = [&](int column) { return rows.value(column).toByteArray(); };
        parts.push_back({bytes(0), bytes(1), bytes(2), bytes(3), rows.value(4).toLongLong(),
            bytes(5), bytes(6), bytes(7), rows.value(8).toLongLong(), bytes(9)});
    }
    return parts;
}

void PartStore::put(const StoredPart &part)
{
    if (!QFile::exists(m_file))
        m_isUsable = makeFile(m_file);
    if (!open())
        return;
    QSqlQuery put =
        m_database->query("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const QByteArray &bytes : {part.address, part.folders, part.name, part.file})
        put.addBindValue(bytes);
    put.addBindValue(part.size);
    for (const QByteArray &bytes : {part.hash, part.etag, part.lastModified})
        put.addBindValue(bytes);
    put.addBindValue(part.total);
    put.addBindValue(part.contentType);
    put.exec();
}

void PartStore::remove(const QByteArray &address, const QByteArray &name)
{
    if (!QFile::exists(m_file) || !open())
        return;
    QSqlQuery removal = m_database->query("DELETE FROM parts WHERE address = ? AND name = ?");
    removal.addBindValue(address);
    removal.addBindValue(name);
    removal.exec();
}

void PartStore::close()
{
    m_database.reset();
}

} // namespace gleaner
