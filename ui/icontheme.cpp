// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icontheme.h"

#include "ui/rowlook.h"

#include <QIcon>

namespace gleaner
{

void useIconFallback(const QPalette &palette)
{
    const QString name = isDark(palette) ? QStringLiteral("breeze-dark") : QStringLiteral("breeze");
    if (QIcon::fallbackThemeName() != name)
        QIcon::setFallbackThemeName(name);
}

} // namespace gleaner
