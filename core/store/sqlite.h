// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlQuery>
#include <QString>

#include <map>
#include <memory>
#include <vector>

class QSqlError;

namespace gleaner
{

/// A prepared statement of a database; its values are bound in the order of its question marks.
///
/// They are bound by name, because QSqlResult::bindValue(int) of Qt 6.4 makes a name of each number
/// and looks it up: two fifths of what the disk thread did while small files were saved.
class Statement : public QSqlQuery
{
public:
    /// No statement has more.
    static constexpr int mostValues = 80;

    Statement(const QSqlDatabase &database, const char *literal);

    void bind(const QVariant &value);

private:
    friend class Sqlite;
    int m_bound = 0; ///< since it was run
};

/// One open SQLite database with a schema of ours, through Qt SQL. Belongs to the thread that made
/// it and is closed there.
class Sqlite
{
public:
    enum class State : quint8 {
        Open,
        Newer, ///< of a later version of this program: left alone
        Damaged, ///< no database, a broken one, or one that is not ours
        OutOfReach, ///< a full disk, another program: nothing that is wrong with the file
    };

    /// The statements that lead from one version of a schema to the next.
    using SchemaStep = std::vector<const char *>;
    /// All of them: the first makes version 1 of an empty file.
    using Schema = std::vector<SchemaStep>;

    /// Opens the file, in WAL mode, and brings it to the schema's last version.
    Sqlite(const QString &file, const Schema &schema);
    ~Sqlite();
    Q_DISABLE_COPY_MOVE(Sqlite)

    State state() const { return m_state; }
    /// The system's own words for what went wrong last (untranslated).
    const QString &problem() const { return m_problem; }
    /// Was that a disk without space?
    bool wasFull() const { return m_wasFull; }

    /// Prepared at the first call for that literal. Whoever runs it calls finish() on it.
    Statement &statement(const char *literal);
    /// Runs it; false notes the problem.
    bool execute(Statement &statement);
    bool execute(const char *literal);
    /// What fails in this says nothing: after some errors, a full disk's among them, SQLite has
    /// rolled back by itself (lang_transaction.html, section 3.2).
    void rollBack();
    /// After the last row: was it the last, or could the next one not be read?
    bool wasRead(const QSqlQuery &query);
    /// What the last failure says about the database.
    State stateOfFailure() const { return m_failure; }

private:
    void fail(const QSqlError &error);
    State open(const QString &file, const Schema &schema);

    const QString m_name;
    std::map<const char *, std::unique_ptr<Statement>> m_statements;
    QString m_problem;
    bool m_wasFull = false;
    State m_failure = State::Open;
    State m_state = State::Damaged;
};

} // namespace gleaner
