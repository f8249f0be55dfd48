// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/storedrows.h"

#include <QSqlQuery>

#include <span>

namespace gleaner
{

class Sqlite;

// The rows of the tables `known` (id, address, state, reason, body) and `kept` (id, path, saved,
// body), each of which has all but what is asked for by its name in one packed value.

/// Addresses, in place of what was said of them before.
[[nodiscard]] bool putKnown(Sqlite &database, std::span<const StoredAddress> rows);
/// What is saved of some.
[[nodiscard]] bool putKept(Sqlite &database, std::span<const StoredFile> rows);

/// From columns in the order above. Where the body makes no sense the address is empty, or there is
/// no file.
StoredAddress knownFrom(const QSqlQuery &row, int column);
std::optional<StoredFile> keptFrom(const QSqlQuery &row, int column);

} // namespace gleaner
