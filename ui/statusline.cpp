// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "ui/figures.h"
#include "ui/fittingfields.h"
#include "ui/rowlook.h"
#include "ui/session.h"
#include "ui/spacewatch.h"
#include "ui/speedgraph.h"
#include "ui/statistics.h"
#include "ui/statisticsdialog.h"
#include "ui/treeview.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

namespace gleaner
{

namespace
{
constexpr int graphSeconds = 60;
} // namespace

StatusLine::StatusLine(QAction *retryFailed, TreeView *view, QWidget *parent)
    : QStatusBar(parent)
    , m_view(view)
    , m_statistics(new QAction(tr("Stat&istics"), this))
    , m_space(new SpaceWatch(this))
    , m_fields(new FittingFields(this))
    , m_found(new QLabel)
    , m_unchanged(addField(tr("Unchanged since an earlier run")))
    , m_failed(addField(tr("Failed")))
    , m_bytes(addField(tr("Downloaded")))
    , m_speed(addField(tr("Speed")))
    , m_graph(new SpeedGraph(SpeedGraph::Kind::Small))
    , m_workers(nullptr)
    , m_time(nullptr)
    , m_free(nullptr)
{
    addPermanentWidget(m_graph);
    m_workers = addField(tr("Workers"));
    m_time = addField(tr("Time"));
    m_free = addField(tr("Free space where the files are saved"));
    m_found->setTextFormat(Qt::PlainText);
    // It gives way, so that the window can be narrow.
    m_found->setMinimumWidth(1);
    addWidget(m_found, 1);
    // Where there is little room, the first of these stay.
    m_fields->add(m_found);
    QWidget *retry = addButton(retryFailed);
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_failed, m_speed, m_free, m_bytes, m_time, m_graph, m_workers, m_unchanged})
        m_fields->add(field);
    const auto follow = [this, retryFailed, retry] {
        m_fields->setWanted(retry, retryFailed->isVisible());
    };
    connect(retryFailed, &QAction::visibleChanged, retry, follow);
    follow();
    m_statistics->setShortcut(Qt::CTRL | Qt::Key_I);
    m_statistics->setEnabled(false);
    m_statistics->setToolTip(tr("There is no download yet."));
    connect(m_statistics, &QAction::triggered, this, &StatusLine::showStatistics);
    connect(m_space, &SpaceWatch::changed, this, &StatusLine::showSpace);
    connect(view, &TreeView::rowsChosen, this, &StatusLine::showDone);
}

QWidget *StatusLine::addButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    addPermanentWidget(button);
    // A default action hides its button in menus and tool bars only.
    m_fields->add(button);
    return button;
}

QLabel *StatusLine::addField(const QString &name)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setToolTip(name);
    label->hide();
    addPermanentWidget(label);
    return label;
}

/// Set only if it differs: each change costs a layout of the bar.
void StatusLine::setText(QLabel *label, const QString &text)
{
    if (label->text() == text)
        return;
    label->setText(text);
    m_fields->setWanted(label, !text.isEmpty());
}

void StatusLine::setSession(Session *session)
{
    m_session = session;
    setVisible(session != nullptr);
    m_statistics->setEnabled(session != nullptr);
    m_statistics->setToolTip(
        session ? tr("All sums of the download") : tr("There is no download yet."));
    m_space->setDirectory(session ? session->job().directory : QString());
    if (!session)
        m_space->setWatching(false);
}

void StatusLine::refresh()
{
    if (!m_session)
        return;
    const Session &session = *m_session;
    const Totals &totals = session.totals();
    const bool runs = session.state() == SessionState::Running;
    m_space->setWatching(runs || session.state() == SessionState::Pausing);
    showDone();
    setText(m_unchanged,
        totals.unchanged > 0 ? tr("%1 unchanged").arg(countText(totals.unchanged)) : QString());
    setText(m_failed, tr("%1 failed").arg(countText(totals.failed)));
    setText(m_bytes, sizeText(totals.bytes));
    setText(m_speed, runs ? tr("%1/s").arg(sizeText(totals.bytesPerSecond)) : QString());
    m_fields->setWanted(m_graph, session.speeds().count() > 1);
    m_graph->show(session.speeds().last(graphSeconds), graphSeconds);
    m_graph->setAccessibleDescription(m_speed->text());
    setText(m_workers, runs ? tr("%Ln worker(s)", nullptr, session.job().workers) : QString());
    const QString elapsed = durationText(session.elapsedMilliseconds());
    const qint64 left = remainingTime(session);
    setText(m_time, left < 0 ? elapsed : tr("%1, about %2 left").arg(elapsed, durationText(left)));
}

void StatusLine::showDone()
{
    if (!m_session)
        return;
    const Totals &totals = m_session->totals();
    const SelectionTotals chosen = m_view->selectionTotals();
    const QString ended = countText(totals.known - totals.waiting);
    const QString known = countText(totals.known);
    if (chosen.rows > 1 && chosen.bytes)
        setText(
            m_found, tr("%1 selected, %2").arg(countText(chosen.rows), sizeText(*chosen.bytes)));
    else if (chosen.rows > 1)
        setText(m_found, tr("%1 selected").arg(countText(chosen.rows)));
    else if (hasEnded(m_session->state()))
        setText(m_found, tr("%1 of %2").arg(ended, known));
    else
        setText(m_found, tr("%1 of %2 found so far").arg(ended, known));
    m_found->setToolTip(chosen.rows > 1 ? tr("The chosen rows, and what is saved of them")
                                        : tr("Done, of all addresses found so far"));
}

void StatusLine::showSpace()
{
    const qint64 bytes = m_space->bytes();
    const bool isLittle = bytes >= 0 && bytes < SpaceWatch::little;
    // Colour is not all that says so.
    setText(m_free,
        bytes < 0      ? QString()
            : isLittle ? tr("Only %1 free").arg(sizeText(bytes))
                       : tr("%1 free").arg(sizeText(bytes)));
    QPalette colours = palette();
    if (isLittle)
        colours.setColor(QPalette::WindowText, RowLook(colours).colour(RecordState::Failed));
    m_free->setPalette(colours);
}

void StatusLine::showStatistics()
{
    if (!m_session || window()->findChild<StatisticsDialog *>())
        return;
    auto *dialog = new StatisticsDialog(m_session, m_space, window());
    dialog->show();
}

} // namespace gleaner
