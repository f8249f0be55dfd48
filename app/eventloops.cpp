// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventloops.h"

#include <QtGlobal>

namespace gleaner
{

void useOwnEventLoops(MainLoop mainLoop)
{
    qputenv(mainLoop == MainLoop::Window ? "QT_NO_THREADED_GLIB" : "QT_NO_GLIB", "1");
}

} // namespace gleaner
