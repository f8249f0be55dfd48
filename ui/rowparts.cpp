// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowparts.h"

#include "ui/actions.h"
#include "ui/remedyaction.h"
#include "ui/removalactions.h"
#include "ui/rowactions.h"
#include "ui/treeview.h"
#include "ui/undoing.h"
#include "ui/wishactions.h"

#include <QMenu>
#include <QShortcut>

namespace gleaner
{

RowParts::RowParts(TreeView *view, Actions *actions, MessageBar *messages, Opener::OpenUrl openUrl,
    QWidget *window)
    : QObject(window)
    , m_view(view)
    , m_actions(actions)
    , m_undoing(new Undoing(this))
    , m_rows(new RowActions(view, actions, messages, std::move(openUrl), this))
    , m_wishes(new WishActions(view, actions, messages, m_undoing, window))
    , m_removal(new RemovalActions(view, messages, m_undoing, window))
    , m_remedy(new RemedyAction(view, actions, m_rows, this))
{
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, &RowParts::openMenu);
    // Qt knows the Menu key only, which many keyboards do not have.
    auto *key = new QShortcut(Qt::SHIFT | Qt::Key_F10, view);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        m_view->scrollTo(m_view->currentIndex());
        openMenu(m_view->visualRect(m_view->currentIndex()).center());
    });
}

void RowParts::openFile(const QString &file)
{
    m_rows->openFile(file);
}

QList<QAction *> RowParts::history() const
{
    return {m_undoing->undo(), m_undoing->redo()};
}

QList<QAction *> RowParts::removal() const
{
    return {m_removal->removeRows(), m_removal->deleteFiles()};
}

QAction *RowParts::openInBrowser() const
{
    return m_rows->openInBrowser();
}

QAction *RowParts::copyPath() const
{
    return m_rows->copyPath();
}

QAction *RowParts::downloadFirst() const
{
    return m_wishes->downloadFirst();
}

QList<QAction *> RowParts::rowActions() const
{
    const Actions &all = *m_actions;
    return {all.open, openInBrowser(), all.showInFolder, nullptr, all.copyAddress, copyPath(),
        nullptr, m_remedy->isElsewhere() ? nullptr : m_remedy->action(), nullptr, all.retry,
        all.skip, all.skipBranch, downloadFirst(), nullptr, m_removal->removeRows(),
        m_removal->deleteFiles()};
}

void RowParts::openMenu(const QPoint &at)
{
    if (!m_view->currentIndex().isValid())
        return;
    // The window's and not the view's: assistive technology knows rows only below a tree.
    QMenu menu(m_view->window());
    fillRowMenu(&menu, rowActions());
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void RowParts::setSession(Session *session)
{
    for (SessionPart *part :
        std::initializer_list<SessionPart *>{m_undoing, m_rows, m_wishes, m_removal, m_remedy})
        part->setSession(session);
}

void RowParts::refresh()
{
    for (SessionPart *part :
        std::initializer_list<SessionPart *>{m_rows, m_wishes, m_removal, m_remedy})
        part->refresh();
}

void fillRowMenu(QMenu *menu, const QList<QAction *> &actions)
{
    menu->setToolTipsVisible(true);
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
}

} // namespace gleaner
