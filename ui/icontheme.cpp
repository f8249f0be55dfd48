// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icontheme.h"

#include "ui/rowlook.h"

#include <QIcon>

namespace gleaner
{

void useIconFallback(const QPalette &palette)
{
    const QString name = isDark(palette) ? QStringLiteral("breeze-dark") : QStringLiteral("breeze");
    if (QIcon::fallbackThemeName() == name)
        return;
    QIcon::setFallbackThemeName(name);
    // Only with this Qt 6.4 forgets where it has found icons.
    QIcon::setThemeSearchPaths(QIcon::themeSearchPaths());
}

} // namespace gleaner
