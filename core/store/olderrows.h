// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gleaner
{

class Sqlite;

/// Sessions of before schema version 4 have a column for everything that is known of an address:
/// moves what is there to where it is now, all or nothing. False if it cannot be read or written.
[[nodiscard]] bool takeOlderRowsAlong(Sqlite &database);

} // namespace gleaner
