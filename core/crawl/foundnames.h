// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// A name that stays where it is as long as the program runs, as FoundIn wants them: records cross
/// threads and outlive the run they were read in. Any thread. There are a few hundred such names;
/// what comes after far too many (from a database that was tampered with) is "".
const char *lastingName(QByteArrayView name);

} // namespace gleaner
