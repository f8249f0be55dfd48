// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiondatabase.h"
#include "tests/app/program.h"
#include "tests/support/filesbelow.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QMap>

namespace gleaner::test
{

/// A number from the environment: how long a test is to be.
inline int wanted(const char *variable, int usual)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? value : usual;
}

/// What a program has left in its folder and its session: what must not depend on how often it was
/// killed.
struct Outcome {
    QMap<QByteArray, QByteArray> files; ///< hash by name
    QMap<QByteArray, QByteArray> rows; ///< of the session, by address

    static Outcome of(const Program &program)
    {
        Outcome outcome;
        for (const QByteArray &name : filesBelow(program.directory())) {
            QFile file(program.directory() + u'/' + QFile::decodeName(name));
            if (file.open(QIODevice::ReadOnly))
                outcome.files.insert(name,
                    QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex());
        }
        outcome.readSession(program.path(QStringLiteral("home")));
        return outcome;
    }

    QByteArray difference(const Outcome &other) const
    {
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            if (other.files.value(file.key()) != file.value())
                return "another file: " + file.key();
        }
        for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
            if (other.rows.value(row.key()) != row.value())
                return "another row: " + row.key() + ": " + row.value() + " and "
                    + other.rows.value(row.key());
        }
        for (auto file = other.files.cbegin(); file != other.files.cend(); ++file) {
            if (!files.contains(file.key()))
                return "one file more: " + file.key();
        }
        for (auto row = other.rows.cbegin(); row != other.rows.cend(); ++row) {
            if (!rows.contains(row.key()))
                return "one row more: " + row.key() + ": " + row.value();
        }
        return {};
    }

private:
    void readSession(const QString &home)
    {
        for (const QByteArray &name : filesBelow(home)) {
            if (!name.endsWith(".sqlite"))
                continue;
            const SessionDatabase database(home + u'/' + QFile::decodeName(name));
            const bool isWhole =
                database.visitAddresses([this](const StoredAddress &row, const StoredFile *file) {
                    QByteArray text =
                        QByteArray::number(row.state) + ' ' + QByteArray::number(row.depth);
                    if (file)
                        text += ' ' + file->path + ' ' + QByteArray::number(file->size);
                    rows.insert(row.address, text);
                    return true;
                });
            const auto session = database.load();
            if (!isWhole || !session)
                rows.insert("unreadable", "rows");
            else if (!session->landings.empty())
                rows.insert("left over", "landing of " + session->landings.front().address);
            else if (!session->parts.empty())
                rows.insert("left over", "part of " + session->parts.front().address);
        }
    }
};

} // namespace gleaner::test
