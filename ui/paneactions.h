// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QDockWidget;
class QMenu;
class QWidget;

namespace gleaner
{

/// The keys that lead from one part of the window to the next: F6 and Shift+F6 round about, Alt and
/// a digit to a panel, F9 for all panels at the lower edge. Owned by who makes it.
class PaneActions : public QObject
{
    Q_OBJECT

public:
    /// `main` are the parts above the panels, `lower` the panels in the order of their tabs,
    /// `side` the one beside them. Alt+Enter leads to `properties`, one of them, as well.
    PaneActions(const QList<QWidget *> &main, const QList<QDockWidget *> &lower,
        const QDockWidget *properties, QDockWidget *side, QWidget *window);

    /// For the menu: leads to each of them.
    QMenu *menu() { return m_menu; }
    QAction *lowerPanel() { return m_lowerPanel; }
    /// There is something in the panels at the lower edge.
    void setHasPanels(bool has);
    void goTo(QDockWidget *panel);

Q_SIGNALS:
    void lowerPanelToggled();

private:
    QList<QWidget *> panes() const;
    void step(int by);

    QList<QWidget *> m_main;
    QList<QDockWidget *> m_lower;
    QDockWidget *m_side;
    QWidget *m_window;
    QMenu *m_menu;
    QAction *m_lowerPanel;
    QList<QAction *> m_toPanels;
};

} // namespace gleaner
