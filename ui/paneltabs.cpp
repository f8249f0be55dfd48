// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paneltabs.h"

#include <QChildEvent>
#include <QDockWidget>
#include <QMainWindow>
#include <QTabBar>

namespace gleaner
{

static void look(QTabBar *bar)
{
    // It is shown without a tab, too, while all panels are hidden.
    const bool isSeen = bar->count() > 0 && bar->parentWidget()->rect().intersects(bar->geometry());
    bar->setFocusPolicy(isSeen ? Qt::TabFocus : Qt::NoFocus);
}

PanelTabs::PanelTabs(const QList<QDockWidget *> &panels, QMainWindow *window)
    : QObject(window)
{
    for (QDockWidget *panel : panels) {
        // Else the panels together could be no higher than one without content.
        QSizePolicy policy = panel->widget()->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        panel->widget()->setSizePolicy(policy);
        connect(panel, &QDockWidget::visibilityChanged, panel->widget(), &QWidget::setVisible);
    }
    const auto bars = window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly);
    for (QTabBar *bar : bars)
        take(bar);
    window->installEventFilter(this);
}

bool PanelTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildPolished) {
        if (auto *bar = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child()))
            take(bar);
    } else if (event->type() == QEvent::Move || event->type() == QEvent::Resize
        || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        if (auto *bar = qobject_cast<QTabBar *>(watched))
            look(bar);
    }
    return false;
}

void PanelTabs::take(QTabBar *bar)
{
    bar->setAccessibleName(tr("Panels"));
    bar->installEventFilter(this);
    look(bar);
}

} // namespace gleaner
