// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventloops.h"

#include <QByteArray>

namespace gleaner
{

void useOwnEventLoops(MainLoop mainLoop)
{
    qputenv(mainLoop == MainLoop::Window ? "QT_NO_THREADED_GLIB" : "QT_NO_GLIB",
        QByteArrayLiteral("1"));
}

} // namespace gleaner
