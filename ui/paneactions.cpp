// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paneactions.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>

namespace gleaner
{

namespace
{

/// The keyboard goes to it, or to the first in it that takes it.
bool focusInto(QWidget *pane)
{
    if (pane->focusPolicy() != Qt::NoFocus) {
        pane->setFocus(Qt::OtherFocusReason);
        return true;
    }
    const auto children = pane->findChildren<QWidget *>();
    for (QWidget *child : children) {
        const bool takes =
            (child->focusPolicy() & Qt::TabFocus) && child->isEnabled() && child->isVisibleTo(pane);
        if (!takes)
            continue;
        child->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace

PaneActions::PaneActions(const QList<QWidget *> &main, const QList<QDockWidget *> &lower,
    const QDockWidget *properties, QDockWidget *side, QWidget *window)
    : QObject(window)
    , m_main(main)
    , m_lower(lower)
    , m_side(side)
    , m_window(window)
    , m_menu(new QMenu(tr("Go &To"), window))
    , m_lowerPanel(new QAction(tr("&Lower Panel"), this))
{
    for (int i = 0; i < int(lower.size()); ++i) {
        QDockWidget *panel = lower[i];
        auto *action = new QAction(panel->toggleViewAction()->text(), this);
        QList<QKeySequence> keys{QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i))};
        if (panel == properties)
            keys.append(
                {QKeySequence(Qt::ALT | Qt::Key_Return), QKeySequence(Qt::ALT | Qt::Key_Enter)});
        action->setShortcuts(keys);
        // Its title may hold a number that changes.
        connect(panel, &QDockWidget::windowTitleChanged, action, &QAction::setText);
        connect(action, &QAction::triggered, this, [this, panel] { goTo(panel); });
        m_toPanels.append(action);
    }
    m_menu->addActions(m_toPanels);
    m_menu->addSeparator();
    QAction *next = m_menu->addAction(tr("Next Part of the &Window"));
    next->setShortcut(Qt::Key_F6);
    connect(next, &QAction::triggered, this, [this] { step(1); });
    QAction *previous = m_menu->addAction(tr("&Previous Part of the Window"));
    previous->setShortcut(Qt::SHIFT | Qt::Key_F6);
    connect(previous, &QAction::triggered, this, [this] { step(-1); });
    m_lowerPanel->setShortcut(Qt::Key_F9);
    connect(m_lowerPanel, &QAction::triggered, this, &PaneActions::lowerPanelToggled);
    setHasPanels(false);
}

void PaneActions::setHasPanels(bool has)
{
    for (QAction *action : std::as_const(m_toPanels))
        action->setEnabled(has);
    m_lowerPanel->setEnabled(has);
}

void PaneActions::goTo(QDockWidget *panel)
{
    panel->show();
    panel->raise();
    // It is hidden while the panel is behind another one.
    panel->widget()->show();
    focusInto(panel->widget());
}

QList<QWidget *> PaneActions::panes() const
{
    QList<QWidget *> panes;
    for (QWidget *pane : m_main) {
        if (pane->isVisibleTo(m_window))
            panes.append(pane);
    }
    QList<QDockWidget *> docks = m_lower;
    docks.append(m_side);
    for (QDockWidget *dock : std::as_const(docks)) {
        // Not those behind another tab.
        if (dock->isVisibleTo(m_window) && !dock->visibleRegion().isEmpty())
            panes.append(dock->widget());
    }
    return panes;
}

void PaneActions::step(int by)
{
    const QList<QWidget *> all = panes();
    if (all.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    int at = by > 0 ? -1 : 0;
    for (int i = 0; i < int(all.size()); ++i) {
        if (focus && (all[i] == focus || all[i]->isAncestorOf(focus)))
            at = i;
    }
    const int count = int(all.size());
    for (int tried = 1; tried <= count; ++tried) {
        if (focusInto(all[((at + by * tried) % count + count) % count]))
            return;
    }
}

} // namespace gleaner
