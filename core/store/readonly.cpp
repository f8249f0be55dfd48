// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/readonly.h"

namespace gleaner
{

void readOnly(const QString &file, const std::function<void(const QSqlDatabase &)> &read)
{
    const QString name = QStringLiteral("gleaner-read-%1").arg(quintptr(&read));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        if (database.open())
            read(database);
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace gleaner
