// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlite.h"

namespace gleaner
{

/// How a session's database is made, and brought from what earlier versions of this program have
/// left to SessionDatabase::schemaVersion. A step that was ever released is not changed any more.
const Sqlite::Schema &sessionSchema();

} // namespace gleaner
