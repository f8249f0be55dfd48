// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewactions.h"

#include "ui/actions.h"
#include "ui/figures.h"
#include "ui/headercolumns.h"
#include "ui/rowwalk.h"
#include "ui/session.h"
#include "ui/treeview.h"

#include <QAction>
#include <QMenu>

namespace gleaner
{

QString groupText(RowGroup group)
{
    switch (group) {
    case RowGroup::All:
        return ViewActions::tr("All");
    case RowGroup::Active:
        return ViewActions::tr("Active");
    case RowGroup::Waiting:
        return ViewActions::tr("Waiting");
    case RowGroup::Saved:
        return ViewActions::tr("Saved");
    case RowGroup::Unchanged:
        return ViewActions::tr("Unchanged");
    case RowGroup::Redirected:
        return ViewActions::tr("Redirected");
    case RowGroup::Skipped:
        return ViewActions::tr("Skipped");
    case RowGroup::Failed:
        return ViewActions::tr("Failed");
    }
    return {};
}

qint64 countOf(const RecordTree &tree, RowGroup group)
{
    if (group == RowGroup::All)
        return qint64(tree.size());
    qint64 count = 0;
    for (int state = 0; state <= int(RecordState::Failed); ++state) {
        if (groupOf(RecordState(state)) == group)
            count += tree.count(RecordState(state));
    }
    return count;
}

ViewActions::ViewActions(TreeView *view, QObject *parent)
    : QObject(parent)
    , find(makeAction(this, tr("&Find"), "edit-find", Qt::CTRL | Qt::Key_F))
    , clearFilter(makeAction(this, tr("Clear &Filter"), "edit-clear", {}))
    , selectAll(makeAction(this, tr("Select A&ll"), "edit-select-all", Qt::CTRL | Qt::Key_A))
    , selectNone(makeAction(
          this, tr("Select &None"), "edit-select-none", Qt::CTRL | Qt::SHIFT | Qt::Key_A))
    , invert(makeAction(this, tr("&Invert Selection"), "edit-select-invert", {}))
    , nextFailure(makeAction(this, tr("Ne&xt Failure"), "go-down", Qt::Key_F8))
    , previousFailure(makeAction(this, tr("Pre&vious Failure"), "go-up", Qt::SHIFT | Qt::Key_F8))
    , m_view(view)
    , m_groups(new QActionGroup(this))
    , m_views(new QActionGroup(this))
{
    makeGroups();
    makeViews();
    clearFilter->setToolTip(tr("Show all addresses again"));
    // The key is an address field's as well.
    for (QAction *action : {selectAll, selectNone, invert}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        view->addAction(action);
    }
    connect(clearFilter, &QAction::triggered, this, [this] {
        setPattern({}, m_arrangement.filter.kind);
        showGroup(RowGroup::All);
    });
    connect(selectAll, &QAction::triggered, view, &QAbstractItemView::selectAll);
    connect(selectNone, &QAction::triggered, view, &QAbstractItemView::clearSelection);
    connect(invert, &QAction::triggered, view, &TreeView::invertSelection);
    connect(nextFailure, &QAction::triggered, this, [this] { goToFailure(true); });
    connect(previousFailure, &QAction::triggered, this, [this] { goToFailure(false); });
    connect(view->columns(), &HeaderColumns::sortChosen, this, &ViewActions::arrange);
    m_counting.setSingleShot(true);
    m_counting.setInterval(200);
    connect(&m_counting, &QTimer::timeout, this, &ViewActions::countGroups);
    countGroups();
}

void ViewActions::makeGroups()
{
    for (int group = 0; group < rowGroups; ++group) {
        QAction *action = m_groups->addAction(groupText(RowGroup(group)));
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + group)));
        connect(action, &QAction::triggered, this, [this, group] { showGroup(RowGroup(group)); });
    }
    m_groups->actions().constFirst()->setChecked(true);
}

void ViewActions::makeViews()
{
    const std::array<QString, rowViews> texts{
        tr("By &Site and Folder"), tr("By &Page It Was Found On"), tr("One &List")};
    for (int view = 0; view < rowViews; ++view) {
        QAction *action = m_views->addAction(texts[size_t(view)]);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, view] {
            m_arrangement.view = RowView(view);
            arrange();
        });
    }
    m_views->actions().constFirst()->setChecked(true);
}

QList<QMenu *> ViewActions::menus(QWidget *parent) const
{
    auto *show = new QMenu(tr("Sho&w"), parent);
    show->addActions(m_groups->actions());
    show->addSeparator();
    show->addAction(clearFilter);
    auto *arrangement = new QMenu(tr("Arran&ge"), parent);
    arrangement->addActions(m_views->actions());
    return {show, arrangement, m_view->columns()->sortMenu(), m_view->columns()->menu()};
}

void ViewActions::setPattern(const QString &pattern, PatternKind kind)
{
    m_arrangement.filter.pattern = pattern;
    m_arrangement.filter.kind = kind;
    arrange();
    Q_EMIT filterChanged();
}

void ViewActions::showGroup(RowGroup group)
{
    m_arrangement.filter.group = group;
    m_groups->actions().at(int(group))->setChecked(true);
    arrange();
    Q_EMIT filterChanged();
}

void ViewActions::setSession(Session *session)
{
    m_session = session;
    arrange();
    countGroups();
}

void ViewActions::setPicked(const Session *session)
{
    m_picked = session;
    arrange();
    // What would not be seen to do anything.
    for (QAction *action : {find, clearFilter, selectAll, selectNone, invert})
        action->setEnabled(!session);
    for (QActionGroup *group : {m_groups, m_views})
        group->setEnabled(!session);
}

void ViewActions::refresh()
{
    if (!m_counting.isActive())
        m_counting.start();
}

void ViewActions::arrange()
{
    m_arrangement.sort = m_view->columns()->layout().sort;
    if (m_session)
        m_session->tree()->setArrangement(m_session == m_picked ? Arrangement() : m_arrangement);
}

void ViewActions::countGroups()
{
    const RecordTree *tree = m_session ? &m_session->tree()->tree() : nullptr;
    for (int group = 0; group < rowGroups; ++group) {
        const qint64 count = tree ? countOf(*tree, RowGroup(group)) : 0;
        QAction *action = m_groups->actions().at(group);
        const QString text = tr("%1 %2", "a state and how many have it")
                                 .arg(groupText(RowGroup(group)), countText(count));
        if (action->text() != text)
            action->setText(text);
        // There is room for them when there is something to show.
        const bool isRare = RowGroup(group) == RowGroup::Unchanged
            || RowGroup(group) == RowGroup::Redirected || RowGroup(group) == RowGroup::Skipped;
        action->setVisible(!isRare || count > 0 || action->isChecked());
    }
    const bool hasFailures = tree && tree->count(RecordState::Failed) > 0;
    for (QAction *action : {nextFailure, previousFailure})
        action->setEnabled(hasFailures);
}

void ViewActions::goToFailure(bool forwards)
{
    if (!m_session)
        return;
    const TreeModel *tree = m_session->tree();
    const NodeId current = tree->nodeOf(m_view->currentIndex());
    const RecordId failed = forwards ? nextFailed(tree->tree(), tree->rows(), current)
                                     : previousFailed(tree->tree(), tree->rows(), current);
    if (failed != noRecord)
        m_view->goTo(failed);
}

} // namespace gleaner
