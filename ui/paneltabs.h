// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QTabBar;

namespace gleaner
{

/// Names the tabs of a window's panels, and keeps the keyboard and screen readers from what of them
/// cannot be seen.
///
/// QMainWindow makes a bar when panels come to lie upon each other, now or when a layout is
/// restored. What it does not need at the moment, such a bar or a panel behind another one, it puts
/// beside the window, where Tab would stop. Owned by the window.
class PanelTabs : public QObject
{
    Q_OBJECT

public:
    PanelTabs(const QList<QDockWidget *> &panels, QMainWindow *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QTabBar *bar);
};

} // namespace gleaner
