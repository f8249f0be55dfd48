// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowactions.h"

#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/treeview.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>

namespace gleaner
{

namespace
{

/// From the outermost folder to the row.
QList<int> placeOf(QModelIndex row)
{
    QList<int> place;
    for (; row.isValid(); row = row.parent())
        place.prepend(row.row());
    return place;
}

bool isAbove(const QModelIndex &a, const QModelIndex &b)
{
    return placeOf(a) < placeOf(b);
}

} // namespace

RowActions::RowActions(TreeView *view, Actions *actions, MessageBar *messages,
    Opener::OpenUrl openUrl, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_actions(actions)
    , m_messages(messages)
    , m_openInBrowser(new QAction(
          QIcon::fromTheme(QStringLiteral("internet-web-browser")), tr("Open in Bro&wser"), this))
    , m_copyPath(
          new QAction(QIcon::fromTheme(QStringLiteral("edit-copy-path")), tr("Copy &Path"), this))
    , m_opener(std::move(openUrl))
{
    m_copyPath->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    view->addActions(
        {actions->open, m_openInBrowser, actions->showInFolder, actions->copyAddress, m_copyPath});
    connect(m_openInBrowser, &QAction::triggered, this, &RowActions::openAddress);
    connect(m_copyPath, &QAction::triggered, this, &RowActions::copyPaths);
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
    const bool exists = m_session && current.isValid();
    const TreeModel *tree = m_session ? m_session->tree() : nullptr;
    const bool isFolder = exists && tree->isFolder(current);
    const bool isSaved = exists && tree->hasSaved(current);
    m_actions->setRow(exists, isFolder, isSaved);
    const QString noRow = exists ? QString() : tr("No row is chosen.");
    allow(m_openInBrowser, tr("Open the address itself, from the network"),
        !exists || tree->isWebAt(current) ? noRow : tr("This is not a web address."));
    allow(m_copyPath, tr("Copy where the chosen rows are saved"),
        !exists || isSaved ? noRow : tr("Nothing is saved here."));
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

void RowActions::openAddress()
{
    const QModelIndex current = m_view->currentIndex();
    if (m_session && current.isValid() && m_session->tree()->isWebAt(current))
        m_opener.openAddress(m_session->tree()->addressAt(current));
}

void RowActions::copyAddresses()
{
    copy(&TreeModel::addressAt);
}

void RowActions::copyPaths()
{
    copy(&TreeModel::placeAt);
}

void RowActions::copy(QString (TreeModel::*text)(const QModelIndex &) const)
{
    if (!m_session || !m_view->selectionModel())
        return;
    const bool isPath = text == &TreeModel::placeAt;
    const QDir folder(m_session->job().directory);
    QStringList lines;
    // As a person sees them, from top to bottom.
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::ranges::sort(rows, isAbove);
    for (const QModelIndex &row : std::as_const(rows)) {
        if (const QString line = (m_session->tree()->*text)(row); !line.isEmpty())
            lines << (isPath ? folder.filePath(line) : line);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
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
