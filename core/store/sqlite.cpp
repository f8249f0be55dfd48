// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QVariant>

namespace gleaner
{

namespace
{

/// By SQLite's primary result codes: SQLITE_ERROR (a schema that is not ours), SQLITE_CORRUPT and
/// SQLITE_NOTADB are the file's fault.
bool isDamage(int code)
{
    const int primary = code & 0xff;
    return primary == 1 || primary == 11 || primary == 26;
}

} // namespace

Sqlite::Sqlite(const QString &file, int version, std::initializer_list<const char *> schema)
    : m_name(QStringLiteral("gleaner-%1").arg(quintptr(this)))
{
    m_state = open(file, version, schema);
}

Sqlite::~Sqlite()
{
    m_statements.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Sqlite::State Sqlite::open(
    const QString &file, int version, std::initializer_list<const char *> schema)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(file);
    if (!database.open()) {
        fail(database.lastError());
        return m_failure;
    }
    if (!execute("PRAGMA journal_mode=WAL") || !execute("PRAGMA synchronous=NORMAL"))
        return m_failure;
    QSqlQuery asked(database);
    asked.prepare(QStringLiteral("PRAGMA user_version"));
    if (!execute(asked))
        return m_failure;
    if (!asked.next())
        return State::Damaged;
    const int found = asked.value(0).toInt();
    asked.finish();
    if (found > version)
        return State::Newer;
    if (found == version)
        return State::Open;
    // All or nothing: a kill in between must not leave half a schema.
    database.transaction();
    for (const char *statement : schema) {
        if (!execute(statement)) {
            database.rollback();
            return m_failure;
        }
    }
    const QString mark = QStringLiteral("PRAGMA user_version=%1").arg(version);
    QSqlQuery marking(database);
    if (!marking.exec(mark) || !database.commit()) {
        fail(database.lastError());
        return m_failure;
    }
    return State::Open;
}

QSqlQuery &Sqlite::statement(const char *literal)
{
    std::unique_ptr<QSqlQuery> &query = m_statements[literal];
    if (!query) {
        query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
        query->setForwardOnly(true);
        query->prepare(QLatin1String(literal));
    }
    return *query;
}

bool Sqlite::execute(QSqlQuery &query)
{
    if (query.exec())
        return true;
    fail(query.lastError());
    return false;
}

bool Sqlite::execute(const char *literal)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (query.exec(QLatin1String(literal)))
        return true;
    fail(query.lastError());
    return false;
}

bool Sqlite::wasRead(const QSqlQuery &query)
{
    if (!query.lastError().isValid())
        return true;
    fail(query.lastError());
    return false;
}

void Sqlite::fail(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    m_problem = error.text();
    m_wasFull = (code & 0xff) == 13; // SQLITE_FULL
    m_failure = isDamage(code) ? State::Damaged : State::OutOfReach;
}

} // namespace gleaner
