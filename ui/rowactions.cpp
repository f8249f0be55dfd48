// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowactions.h"

#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/treeview.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

namespace gleaner
{

RowActions::RowActions(TreeView *view, Actions *actions, MessageBar *messages,
    Opener::OpenUrl openUrl, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_actions(actions)
    , m_messages(messages)
    , m_opener(std::move(openUrl))
{
    view->addActions({actions->open, actions->showInFolder, actions->copyAddress});
    connect(view, &TreeView::fileActivated, this, &RowActions::open);
    connect(view, &TreeView::currentRowChanged, this, &RowActions::refresh);
    connect(actions->open, &QAction::triggered, this, &RowActions::open);
    connect(actions->showInFolder, &QAction::triggered, this, &RowActions::showInFolder);
    connect(actions->openFolder, &QAction::triggered, this, &RowActions::showDownloadFolder);
    connect(actions->copyAddress, &QAction::triggered, this, &RowActions::copyAddresses);
    connect(actions->expandAll, &QAction::triggered, view, &TreeView::expandMany);
    connect(actions->collapseAll, &QAction::triggered, view, &QTreeView::collapseAll);
    connect(&m_opener, &Opener::refused, this, &RowActions::explainRefusal);
    connect(&m_opener, &Opener::failed, this, [this](const QString &file) {
        m_messages->show(MessageBar::Kind::Warning,
            tr("No program could be found that opens \"%1\".")
                .arg(visibleText(QFileInfo(file).fileName())));
    });
}

void RowActions::setSession(Session *session)
{
    m_session = session;
    refresh();
}

void RowActions::refresh()
{
    const QModelIndex current = m_view->currentIndex();
    if (!m_session || !current.isValid()) {
        m_actions->setRow(false, false, false);
        return;
    }
    TreeModel *tree = m_session->tree();
    m_actions->setRow(true, tree->isFolder(current), tree->hasSaved(current));
}

QString RowActions::currentFile() const
{
    if (!m_session || !m_view->currentIndex().isValid())
        return {};
    const QString path = m_session->tree()->pathAt(m_view->currentIndex());
    return path.isEmpty() ? path : QDir(m_session->job().directory).filePath(path);
}

void RowActions::open()
{
    const QString file = currentFile();
    if (!file.isEmpty() && !m_session->tree()->isFolder(m_view->currentIndex()))
        m_opener.open(file);
}

void RowActions::showInFolder()
{
    if (const QString file = currentFile(); !file.isEmpty())
        m_opener.showInFolder(file);
}

void RowActions::showDownloadFolder()
{
    if (m_session)
        m_opener.showFolder(m_session->job().directory);
}

void RowActions::copyAddresses()
{
    if (!m_session)
        return;
    QStringList addresses;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        addresses << m_session->tree()->addressAt(row);
    if (!addresses.isEmpty())
        QGuiApplication::clipboard()->setText(addresses.join(QLatin1Char('\n')));
}

void RowActions::explainRefusal(const QString &file, Opening reason)
{
    const QString name = visibleText(QFileInfo(file).fileName());
    if (reason == Opening::Missing)
        m_messages->show(
            MessageBar::Kind::Warning, tr("\"%1\" is no longer where it was saved.").arg(name));
    else
        m_messages->show(MessageBar::Kind::Warning,
            tr("\"%1\" may be a program, so it is not opened from here.").arg(name),
            {m_actions->showInFolder});
}

} // namespace gleaner
