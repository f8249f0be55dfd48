// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problemsdock.h"

#include "core/crawl/report.h"
#include "ui/actions.h"
#include "ui/columnwidths.h"
#include "ui/fewlines.h"
#include "ui/figures.h"
#include "ui/filewriter.h"
#include "ui/messagebar.h"
#include "ui/session.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTreeView>

namespace gleaner
{

namespace
{
/// More than these would be no list for a person, and take the window's time.
constexpr size_t mostCopied = 20'000;
constexpr size_t rowsPerPiece = 2000;
} // namespace

ProblemsDock::ProblemsDock(MessageBar *messages, QWidget *window)
    : QDockWidget(tr("Problems"), window)
    , m_messages(messages)
    , m_writer(new FileWriter(messages, window, this))
    , m_view(new QTreeView)
    , m_retry(new QPushButton(tr("Retry These")))
    , m_copy(new QPushButton(tr("Copy List")))
    , m_export(new QPushButton(tr("Export…")))
{
    // The name by which a saved window layout finds it.
    setObjectName(QStringLiteral("problems"));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setFrameShape(QFrame::NoFrame);
    useFewLines(m_view);
    new ColumnWidths(m_view, {40, 12, 80, 24}, ProblemsModel::StatusColumn);
    m_copy->setToolTip(tr("Copy the addresses of the chosen rows, or of all, one per line"));
    m_export->setToolTip(tr("Write the chosen rows, or all, to a table"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout;
    const int gap = fontMetrics().height() / 3;
    row->setContentsMargins(gap, 0, gap, gap);
    for (QPushButton *button : {m_retry, m_copy, m_export}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    setWidget(body);
    connect(m_retry, &QPushButton::clicked, this, &ProblemsDock::retry);
    connect(m_copy, &QPushButton::clicked, this, &ProblemsDock::copy);
    connect(m_export, &QPushButton::clicked, this, &ProblemsDock::save);
    connect(m_view, &QTreeView::activated, this, &ProblemsDock::activate);
    auto *copyRows = new QAction(tr("Copy Addresses"), m_view);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this, &ProblemsDock::copy);
    m_view->addAction(copyRows);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    showCount();
}

void ProblemsDock::setSession(Session *session)
{
    if (m_session)
        disconnect(m_session->problems(), nullptr, this, nullptr);
    m_session = session;
    m_view->setModel(session ? session->problems() : nullptr);
    showCount();
    if (!session)
        return;
    session->problems()->setLook(RowLook(palette()));
    session->problems()->sortGroups();
    connect(session->problems(), &ProblemsModel::countChanged, this, &ProblemsDock::showCount);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ProblemsDock::showButtons);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            const RecordId id = m_session ? m_session->problems()->recordAt(current) : noRecord;
            if (id != noRecord)
                Q_EMIT recordPointedAt(id);
        });
}

void ProblemsDock::refresh(const QString &whyNotRetry)
{
    sortGroups();
    if (whyNotRetry == m_whyNot)
        return;
    m_whyNot = whyNotRetry;
    showButtons();
}

/// Under the pointer, below a menu, or where the keyboard is, nothing moves.
void ProblemsDock::sortGroups()
{
    constexpr qint64 milliseconds = 1000;
    if (!m_session || m_view->underMouse() || m_view->hasFocus()
        || QApplication::activePopupWidget())
        return;
    // What comes last is not followed by anything that would put it in order.
    const bool isLast = hasEnded(m_session->state()) || m_session->state() == SessionState::Paused;
    if (!isLast && m_sinceSorted.isValid() && !m_sinceSorted.hasExpired(milliseconds))
        return;
    m_session->problems()->sortGroups();
    m_sinceSorted.start();
}

void ProblemsDock::showCount()
{
    const qint64 count = m_session ? m_session->problems()->count() : 0;
    setWindowTitle(count > 0 ? tr("Problems %1").arg(countText(count)) : tr("Problems"));
    showButtons();
}

void ProblemsDock::showButtons()
{
    const bool isEmpty = !m_session || m_session->problems()->count() == 0;
    m_copy->setEnabled(!isEmpty);
    m_export->setEnabled(!isEmpty);
    QString whyNot = m_whyNot;
    const auto *chosen = m_view->selectionModel();
    if (isEmpty)
        whyNot = tr("Nothing has failed.");
    else if (whyNot.isEmpty() && (!chosen || !chosen->hasSelection()))
        whyNot = tr("Choose a row, or a whole group.");
    allow(m_retry, tr("Ask again for what has failed in the chosen rows"), whyNot);
}

std::vector<RecordId> ProblemsDock::meant() const
{
    if (!m_session || !m_view->selectionModel())
        return {};
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? m_session->problems()->all() : m_session->problems()->recordsAt(rows);
}

/// What is tried again by itself needs no wish.
std::vector<RecordId> ProblemsDock::retriable() const
{
    std::vector<RecordId> failed = meant();
    std::erase_if(failed, [this](RecordId id) {
        return m_session->tree()->tree().record(id).state != RecordState::Failed;
    });
    return failed;
}

void ProblemsDock::retry()
{
    const auto those = retriable();
    if (!those.empty())
        Q_EMIT retryWanted(those);
    else
        m_messages->show(MessageBar::Kind::Plain, tr("These are tried again by themselves."));
}

void ProblemsDock::copy()
{
    std::vector<RecordId> records = meant();
    if (records.empty())
        return;
    const bool isCut = records.size() > mostCopied;
    records.resize(std::min(records.size(), mostCopied));
    QByteArray list;
    for (const RecordId id : records)
        list += m_session->tree()->tree().record(id).address.bytes() + '\n';
    list.chop(1);
    QGuiApplication::clipboard()->setText(QString::fromLatin1(list));
    if (isCut)
        m_messages->show(MessageBar::Kind::Warning,
            tr("Only the first %1 addresses were copied. Export writes all of them.")
                .arg(countText(qint64(mostCopied))));
}

void ProblemsDock::save()
{
    if (!m_session)
        return;
    const auto content = [this]() -> FileWriter::NextPiece {
        // Another download may be shown before all is written, or this one begun again.
        return [session = m_session, records = meant(),
                   done = size_t(0)]() mutable -> std::optional<QByteArray> {
            if (!session)
                return {};
            QByteArray piece = done == 0 ? reportTitles() : QByteArray();
            const size_t end = std::min(done + rowsPerPiece, records.size());
            for (; done < end; ++done) {
                const RecordTree &tree = session->tree()->tree();
                const Record &record = tree.record(records[done]);
                piece += reportRow(record,
                    record.referrer < tree.size() ? tree.record(record.referrer).address
                                                  : Address());
            }
            return piece;
        };
    };
    m_writer->ask(
        tr("Export Problems"), tr("Table (*.csv)"), QStringLiteral("problems.csv"), content);
}

void ProblemsDock::activate(const QModelIndex &index)
{
    if (!m_session)
        return;
    const QModelIndex row = index.siblingAtColumn(0);
    const RecordId id = m_session->problems()->recordAt(row);
    if (id == noRecord)
        m_view->setExpanded(row, !m_view->isExpanded(row));
    else
        Q_EMIT recordChosen(id);
}

void ProblemsDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_session)
        m_session->problems()->setLook(RowLook(palette()));
}

} // namespace gleaner
