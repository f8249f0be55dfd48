// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QVariant>

#include <vector>

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

/// Placeholders, by place.
const QString &placeholder(int place)
{
    static const std::vector<QString> names = [] {
        std::vector<QString> made;
        made.reserve(Statement::mostValues);
        for (int number = 0; number < Statement::mostValues; ++number)
            made.push_back(QStringLiteral(":v%1").arg(number));
        return made;
    }();
    return names.at(size_t(place));
}

QString withPlaceholders(const char *literal)
{
    QString named;
    int place = 0;
    for (const char *letter = literal; *letter != '\0'; ++letter) {
        if (*letter == '?')
            named += placeholder(place++);
        else
            named += QLatin1Char(*letter);
    }
    return named;
}

} // namespace

Statement::Statement(const QSqlDatabase &database, const char *literal)
    : QSqlQuery(database)
{
    setForwardOnly(true);
    prepare(withPlaceholders(literal));
}

void Statement::bind(const QVariant &value)
{
    bindValue(placeholder(m_bound++), value);
}

Sqlite::Sqlite(const QString &file, const Schema &schema)
    : m_name(QStringLiteral("gleaner-%1").arg(quintptr(this)))
{
    m_state = open(file, schema);
}

Sqlite::~Sqlite()
{
    m_statements.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Sqlite::State Sqlite::open(const QString &file, const Schema &schema)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(file);
    if (!database.open()) {
        fail(database.lastError());
        return m_failure;
    }
    // The size counts only in an empty file. What is committed together fits into fewer pages then.
    if (!execute("PRAGMA page_size=8192") || !execute("PRAGMA journal_mode=WAL")
        || !execute("PRAGMA synchronous=NORMAL"))
        return m_failure;
    Statement asked(database, "PRAGMA user_version");
    if (!execute(asked))
        return m_failure;
    if (!asked.next())
        return State::Damaged;
    const int found = asked.value(0).toInt();
    asked.finish();
    const auto version = int(schema.size());
    if (found > version)
        return State::Newer;
    if (found == version)
        return State::Open;
    if (found < 0)
        return State::Damaged;
    // All or nothing: a kill in between must not leave half a schema, or half an older one.
    database.transaction();
    for (auto step = schema.begin() + found; step != schema.end(); ++step) {
        for (const char *statement : *step) {
            if (!execute(statement)) {
                rollBack();
                return m_failure;
            }
        }
    }
    const QString mark = QStringLiteral("PRAGMA user_version=%1").arg(version);
    QSqlQuery marking(database);
    if (!marking.exec(mark) || !database.commit()) {
        fail(database.lastError());
        rollBack();
        return m_failure;
    }
    return State::Open;
}

Statement &Sqlite::statement(const char *literal)
{
    std::unique_ptr<Statement> &statement = m_statements[literal];
    if (!statement)
        statement = std::make_unique<Statement>(QSqlDatabase::database(m_name, false), literal);
    return *statement;
}

bool Sqlite::execute(Statement &statement)
{
    statement.m_bound = 0;
    if (statement.exec())
        return true;
    fail(statement.lastError());
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

void Sqlite::rollBack()
{
    QSqlDatabase::database(m_name, false).exec(QStringLiteral("ROLLBACK"));
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
