// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packedrows.h"
#include "core/store/safely.h"
#include "core/store/sessiondatabase.h"
#include "core/store/sqlite.h"

#include <algorithm>

// Files that a person does not want any more.

namespace gleaner
{

QHash<QByteArray, std::vector<quint32>> SessionDatabase::sharingFiles(
    const std::vector<StoredFile> &files) const
{
    QHash<QByteArray, std::vector<quint32>> sharing;
    for (const StoredFile &file : files)
        sharing[file.path] = {};
    // One walk: there is no index, because nobody else asks for files by their paths.
    Statement &query = m_database->statement("SELECT id, path FROM kept");
    for (bool more = m_database->execute(query) && query.next(); more; more = query.next()) {
        const auto known = sharing.find(query.value(1).toByteArray());
        if (known != sharing.end())
            known->push_back(query.value(0).toUInt());
    }
    query.finish();
    return sharing;
}

bool SessionDatabase::forgetFiles(const std::vector<quint32> &ids, int state, int reason)
{
    return safely(*m_database, [&] {
        Statement &removal = m_database->statement("DELETE FROM kept WHERE id = ?");
        Statement &query = m_database->statement(
            "SELECT id, address, state, reason, body FROM known WHERE id = ?");
        return std::ranges::all_of(ids, [&](quint32 id) {
            removal.bind(id);
            query.bind(id);
            if (!m_database->execute(removal) || !m_database->execute(query))
                return false;
            if (!query.next())
                return m_database->wasRead(query);
            StoredAddress address = knownFrom(query, 0);
            query.finish();
            address.state = state;
            address.reason = reason;
            address.change = 0;
            address.kept = false;
            return putKnown(*m_database, {&address, 1});
        });
    });
}

} // namespace gleaner
