// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gleaner::test
{

/// How often this program has asked for memory so far, from any thread. A program that links this
/// has its malloc() replaced by one that counts.
qint64 allocations();

} // namespace gleaner::test
