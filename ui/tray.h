// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferenceskeeper.h"

class QAction;
class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace gleaner
{

/// An icon in the desktop's tray, if it is asked for and there is a tray: shows and hides the
/// window. Owned by the window.
class Tray : public QObject
{
    Q_OBJECT

public:
    /// The actions stand in its menu as well.
    Tray(const PreferencesKeeper *preferences, const QList<QAction *> &actions, QWidget *window);

    /// Closing the window hides it: that is wanted, and the icon is there to bring it back.
    bool hidesInsteadOfClosing() const;
    void setText(const QString &text);

private:
    void look();
    void make();
    void toggle();

    const PreferencesKeeper *m_preferences;
    QWidget *m_window;
    QMenu *m_menu; ///< the window owns it
    QAction *m_show;
    QSystemTrayIcon *m_icon = nullptr;
};

} // namespace gleaner
