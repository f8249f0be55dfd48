// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/removalactions.h"

#include "core/crawl/sessions.h"
#include "ui/actions.h"
#include "ui/exporttexts.h"
#include "ui/figures.h"
#include "ui/messagebar.h"
#include "ui/removedrows.h"
#include "ui/treeview.h"
#include "ui/undoing.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace gleaner
{

namespace
{

bool isSaved(const Record &record)
{
    return !record.path.isEmpty();
}

/// In a thread that may wait.
std::variant<Disposal, ExportFailure> disposeNow(const QString &stateDirectory,
    const QByteArray &id, const std::vector<RecordId> &those, const std::stop_token &stop)
{
    const auto known = findKnownSession(stateDirectory, QString::fromLatin1(id));
    if (!known)
        return ExportFailure{ExportFailure::Kind::NotRead, QString::fromLatin1(id), {}};
    return disposeOf(*known, those, stop);
}

} // namespace

RemovalActions::RemovalActions(
    TreeView *view, MessageBar *messages, Undoing *undoing, QWidget *window)
    : QObject(window)
    , m_view(view)
    , m_messages(messages)
    , m_undoing(undoing)
    , m_window(window)
    , m_remove(new QAction(
          QIcon::fromTheme(QStringLiteral("list-remove")), tr("Re&move from View"), this))
    , m_delete(new QAction(
          QIcon::fromTheme(QStringLiteral("edit-delete")), tr("Delete &Saved Files…"), this))
{
    // The key that skips what waits: Shortcuts gives it to the one that can be used.
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setShortcut(Qt::Key_Delete);
    m_remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_delete->setShortcut(Qt::SHIFT | Qt::Key_Delete);
    m_delete->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    view->addActions({m_remove, m_delete});
    connect(view, &TreeView::rowsChosen, this, &RemovalActions::refresh);
    connect(m_remove, &QAction::triggered, this, &RemovalActions::remove);
    connect(m_delete, &QAction::triggered, this, &RemovalActions::askToDelete);
    refresh();
}

RemovalActions::~RemovalActions()
{
    m_going.request_stop();
}

void RemovalActions::setSession(Session *session)
{
    disconnect(m_hides);
    disconnect(m_shows);
    m_session = session;
    if (session)
        hideRows();
    refresh();
}

void RemovalActions::hideRows()
{
    const auto hide = [this](bool isHidden) {
        return [this, isHidden](const QModelIndex &row) {
            m_view->setRowHidden(row.row(), row.parent(), isHidden);
        };
    };
    RemovedRows *rows = RemovedRows::of(m_session);
    m_hides = connect(rows, &RemovedRows::removed, m_view, hide(true));
    m_shows = connect(rows, &RemovedRows::restored, m_view, hide(false));
    const QModelIndexList removed = rows->all();
    for (const QModelIndex &row : removed)
        hide(true)(row);
}

QModelIndexList RemovalActions::chosen() const
{
    return m_session && m_view->selectionModel() ? m_view->selectionModel()->selectedRows()
                                                 : QModelIndexList();
}

QString RemovalActions::whyNotRemoved(const QModelIndexList &rows) const
{
    if (rows.isEmpty())
        return tr("No row is chosen.");
    const TreeModel *tree = m_session->tree();
    const auto hasEnded = [tree](const QModelIndex &row) {
        const Record *record = tree->recordAt(row);
        return record ? isFinal(record->state) : tree->sumsAt(row).ended == tree->sumsAt(row).known;
    };
    return rows.size() > TreeView::fewRows || std::ranges::all_of(rows, hasEnded)
        ? QString()
        : tr("Something is still waiting here; skip it first.");
}

QString RemovalActions::whyNotDeleted(const QModelIndexList &rows) const
{
    if (rows.isEmpty())
        return tr("No row is chosen.");
    if (m_isBusy)
        return tr("Files are being moved to the trash.");
    if (!hasEnded(m_session->state()))
        return tr("Stop the download first; it works with its files.");
    if (m_session->id().isEmpty())
        return tr("Nothing of this download was kept by which its files could be known.");
    const auto hasFile = [this](
                             const QModelIndex &row) { return m_session->tree()->hasSaved(row); };
    return rows.size() > TreeView::fewRows || std::ranges::any_of(rows, hasFile)
        ? QString()
        : tr("Nothing is saved here.");
}

void RemovalActions::refresh()
{
    const QModelIndexList rows = m_session ? m_view->fewChosen() : QModelIndexList();
    allow(
        m_remove, tr("Take the chosen rows out of sight; no file is touched"), whyNotRemoved(rows));
    allow(
        m_delete, tr("Move the saved files of the chosen rows to the trash"), whyNotDeleted(rows));
}

void RemovalActions::remove()
{
    QModelIndexList rows = chosen();
    if (!whyNotRemoved(rows).isEmpty())
        return;
    const bool hasFile = std::ranges::any_of(
        rows, [this](const QModelIndex &row) { return m_session->tree()->hasSaved(row); });
    // A filter may take the rows away before it is undone.
    QList<NodeId> nodes;
    for (const QModelIndex &row : rows)
        nodes.append(m_session->tree()->nodeOf(row));
    // The keyboard stays near: at the next row that is seen.
    QModelIndex next = m_view->indexBelow(rows.back());
    const QPointer<RemovedRows> removed = RemovedRows::of(m_session);
    m_undoing->act(
        tr("Remove %Ln row(s) from View", nullptr, int(rows.size())),
        [removed, nodes] { removed->remove(nodes); },
        [this, removed, nodes] {
            removed->restore(nodes);
            // What it says is no longer so.
            if (m_messages->text() == m_told)
                m_messages->withdraw();
        });
    while (
        next.isValid() && (rows.contains(next) || m_view->isRowHidden(next.row(), next.parent())))
        next = m_view->indexBelow(next);
    m_view->clearSelection();
    if (next.isValid())
        m_view->setCurrentIndex(next);
    m_told = hasFile
        ? tr("%Ln row(s) are out of sight until you undo it or begin the download again. The "
             "counts still include them, and their files stay.",
            nullptr, int(rows.size()))
        : tr("%Ln row(s) are out of sight until you undo it or begin the download again. The "
             "counts still include them.",
            nullptr, int(rows.size()));
    m_messages->show(MessageBar::Kind::Plain, m_told, {m_undoing->undo()});
}

void RemovalActions::askToDelete()
{
    const QModelIndexList rows = chosen();
    if (!whyNotDeleted(rows).isEmpty()
        || m_window->findChild<QMessageBox *>(QStringLiteral("delete")))
        return;
    std::vector<RecordId> those = m_session->tree()->recordsAt(rows, isSaved);
    // Nobody thinks of files that cannot be seen.
    const RemovedRows *outOfSight = RemovedRows::of(m_session);
    std::erase_if(those, [&](RecordId id) { return outOfSight->hides(id); });
    if (those.empty())
        return;
    qint64 bytes = 0;
    for (const RecordId id : those)
        bytes += std::max<qint64>(m_session->tree()->tree().record(id).bytes, 0);
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete Saved Files"),
        tr("Move %Ln saved file(s) to the trash?", nullptr, int(those.size())), QMessageBox::Cancel,
        m_window);
    question->setObjectName(QStringLiteral("delete"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(
        tr("Size: %1. Only files that Gleaner has written, and that nobody has changed since, are "
           "moved. They are not downloaded again unless you retry them.")
            .arg(sizeText(bytes)));
    QPushButton *move = question->addButton(tr("&Move to Trash"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    // Another download may be shown by then.
    connect(move, &QAbstractButton::clicked, m_session, [this, those, session = m_session] {
        if (session == m_session && whyNotDeleted(chosen()).isEmpty())
            deleteFilesOf(those);
    });
    question->open();
}

void RemovalActions::deleteFilesOf(const std::vector<RecordId> &those)
{
    m_isBusy = true;
    m_session->noteDisposing();
    refresh();
    m_messages->show(MessageBar::Kind::Plain,
        tr("Moving %Ln file(s) to the trash…", nullptr, int(those.size())));
    if (!m_thread)
        m_thread = std::make_unique<SerialThread>(QStringLiteral("trash"));
    m_thread->door().post(
        [this, those, state = m_session->job().stateDirectory, id = m_session->id(),
            session = m_session, stop = m_going.get_token(), door = m_inbox.door()] {
            const auto result = disposeNow(state, id, those, stop);
            door.post([this, session, result] { tell(session, result); });
        });
}

void RemovalActions::tell(Session *session, const std::variant<Disposal, ExportFailure> &result)
{
    m_isBusy = false;
    const auto *failure = std::get_if<ExportFailure>(&result);
    if (session)
        session->noteDisposed(failure ? std::vector<RecordId>() : std::get<Disposal>(result).gone);
    if (failure) {
        m_messages->show(MessageBar::Kind::Error, exportFailureText(*failure));
    } else {
        const auto &disposal = std::get<Disposal>(result);
        const bool isAll = disposal.notOurs + disposal.refused == 0;
        m_messages->show(
            isAll ? MessageBar::Kind::Good : MessageBar::Kind::Warning, disposalText(disposal));
    }
    refresh();
}

QString disposalText(const Disposal &disposal)
{
    QStringList sentences;
    if (disposal.moved > 0)
        sentences << RemovalActions::tr(
            "%Ln file(s) are in the trash now.", nullptr, int(disposal.moved));
    if (disposal.missing > 0)
        sentences << RemovalActions::tr(
            "%Ln file(s) were no longer there.", nullptr, int(disposal.missing));
    if (disposal.notOurs > 0)
        sentences << RemovalActions::tr(
            "%Ln file(s) stay, because somebody has changed or replaced them since.", nullptr,
            int(disposal.notOurs));
    if (disposal.refused > 0)
        sentences << RemovalActions::tr(
            "%Ln file(s) stay, because your desktop's trash did not take them.", nullptr,
            int(disposal.refused));
    return sentences.isEmpty() ? RemovalActions::tr("Nothing was saved there.")
                               : sentences.join(u' ');
}

} // namespace gleaner
