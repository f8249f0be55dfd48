// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus.h"

#include "ui/actions.h"
#include "ui/docks.h"
#include "ui/hostactions.h"
#include "ui/intake.h"
#include "ui/paneactions.h"
#include "ui/rowparts.h"
#include "ui/scanactions.h"
#include "ui/viewactions.h"

#include <QCoreApplication>
#include <QMenuBar>

namespace gleaner
{

namespace
{
struct Menus {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Menus)
};
} // namespace

static QMenu *downloadMenu(QMenuBar *bar, const Actions &actions, const MenuParts &parts)
{
    QMenu *menu = bar->addMenu(Menus::tr("&Download"));
    menu->addActions({parts.intake->newDownload(), parts.intake->openList()});
    menu->addSeparator();
    menu->addActions({actions.start, parts.scan->scanFirst(), parts.scan->pick(), actions.pause,
        actions.resume, actions.stop});
    menu->addMenu(parts.earlier);
    menu->addSeparator();
    menu->addActions({actions.retry, actions.retryFailed, actions.skip, actions.skipBranch,
        parts.rows->downloadFirst(), actions.setAside, parts.signIn});
    menu->addSeparator();
    menu->addActions(
        {actions.changeRules, actions.options, actions.moreWorkers, actions.fewerWorkers});
    menu->addSeparator();
    menu->addActions({actions.open, parts.rows->openInBrowser(), actions.showInFolder,
        actions.exportDownload, parts.statistics});
    menu->addSeparator();
    menu->addAction(QIcon::fromTheme(QStringLiteral("window-close")), Menus::tr("Close Window"),
        QKeySequence(Qt::CTRL | Qt::Key_W), bar->window(), &QWidget::close);
    menu->addAction(actions.quit);
    return menu;
}

void fillMenus(QMenuBar *bar, const Actions &actions, const MenuParts &parts)
{
    downloadMenu(bar, actions, parts);

    QMenu *edit = bar->addMenu(Menus::tr("&Edit"));
    edit->addActions(parts.rows->history());
    edit->addSeparator();
    edit->addActions({actions.copyAddress, parts.rows->copyPath(), parts.intake->paste()});
    edit->addSeparator();
    edit->addActions(parts.rows->removal());
    edit->addSeparator();
    edit->addAction(actions.focusAddress);
    edit->addSeparator();
    edit->addActions({parts.views->selectAll, parts.views->selectNone, parts.views->invert});
    edit->addSeparator();
    edit->addActions({parts.views->find, parts.views->nextFailure, parts.views->previousFailure});
    edit->addSeparator();
    edit->addAction(parts.preferences);

    QMenu *view = bar->addMenu(Menus::tr("&View"));
    view->addActions(parts.docks->toggles());
    view->addAction(parts.docks->panes()->lowerPanel());
    view->addMenu(parts.docks->panes()->menu());
    view->addAction(parts.hosts->hosts());
    view->addSeparator();
    for (QMenu *menu : parts.views->menus(view))
        view->addMenu(menu);
    view->addSeparator();
    view->addActions({actions.expandAll, actions.collapseAll});
    view->addSeparator();
    view->addAction(parts.fullScreen);

    bar->addMenu(Menus::tr("&Help"))->addAction(actions.about);

    // What cannot be used says why.
    const auto menus = bar->findChildren<QMenu *>(Qt::FindDirectChildrenOnly);
    for (QMenu *menu : menus)
        menu->setToolTipsVisible(true);
}

} // namespace gleaner
