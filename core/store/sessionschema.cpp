// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionschema.h"

namespace gleaner
{

const Sqlite::Schema &sessionSchema()
{
    static const Sqlite::Schema schema{
        {
            "CREATE TABLE session (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",
            "CREATE TABLE addresses (id INTEGER PRIMARY KEY, address BLOB, referrer INTEGER, "
            "element BLOB, attribute BLOB, kind INTEGER, depth INTEGER, state INTEGER, "
            "reason INTEGER, tls INTEGER, status INTEGER, tries INTEGER, change INTEGER, "
            "kept INTEGER, target BLOB, detail TEXT, seconds REAL)",
            "CREATE TABLE files (id INTEGER PRIMARY KEY, path BLOB, size INTEGER, hash BLOB, "
            "etag BLOB, modified BLOB, type BLOB, verified INTEGER, saved INTEGER)",
            "CREATE TABLE links (source INTEGER PRIMARY KEY, targets BLOB)",
            "CREATE TABLE landings (address BLOB PRIMARY KEY, folders BLOB, part BLOB, file BLOB, "
            "marked BLOB, headers BLOB, status INTEGER, size INTEGER, hash BLOB, etag BLOB, "
            "modified BLOB, type BLOB, verified INTEGER, saved INTEGER) WITHOUT ROWID",
            "CREATE TABLE parts (address BLOB, name BLOB, folders BLOB, file BLOB, size INTEGER, "
            "hash BLOB, etag BLOB, modified BLOB, total INTEGER, type BLOB, "
            "PRIMARY KEY (address, name)) WITHOUT ROWID",
        },
        {
            // What lies at a path with rewritten links: its hash and size, the hash and size of the
            // bytes that were served, how to have them back, and the name under which it is
            // written. What is to lie there and what lies there still are both rows for a while.
            "CREATE TABLE rewritten (path BLOB, hash BLOB, size INTEGER, served BLOB, "
            "served_size INTEGER, patch BLOB, part BLOB, PRIMARY KEY (path, hash))",
            // Files that are about to get another name.
            "CREATE TABLE moved (id INTEGER PRIMARY KEY, old BLOB, new BLOB)",
            // The name that the server gives a file.
            "ALTER TABLE files ADD COLUMN offered BLOB",
        },
        {
            // Landings that were committed together, packed: they come and go together, and nobody
            // asks for one of them. The table of before is only read.
            "CREATE TABLE landed (batch INTEGER PRIMARY KEY, bodies BLOB)",
        },
        {
            // In place of `addresses` and `files`, which have a column for everything: what nobody
            // asks for by its name is packed.
            "CREATE TABLE known (id INTEGER PRIMARY KEY, address BLOB, state INTEGER, "
            "reason INTEGER, body BLOB)",
            "CREATE TABLE kept (id INTEGER PRIMARY KEY, path BLOB, saved INTEGER, body BLOB)",
        },
    };
    return schema;
}

} // namespace gleaner
