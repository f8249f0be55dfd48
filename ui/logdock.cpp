// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logdock.h"

#include "ui/columnwidths.h"
#include "ui/fewlines.h"
#include "ui/filewriter.h"
#include "ui/logmodel.h"
#include "ui/session.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace gleaner
{

namespace
{
/// Each time the view walks over all its rows.
constexpr qint64 milliseconds = 250;
constexpr int linesPerPiece = 1000;
} // namespace

LogDock::LogDock(MessageBar *messages, QWidget *window)
    : QDockWidget(tr("Log"), window)
    , m_model(new LogModel(this))
    , m_writer(new FileWriter(messages, window, this))
    , m_view(new QTreeView)
    , m_level(new QComboBox)
    , m_find(new QLineEdit)
{
    // The name by which a saved window layout finds it.
    setObjectName(QStringLiteral("log"));
    m_view->setAccessibleName(tr("Log"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setFrameShape(QFrame::NoFrame);
    useFewLines(m_view);
    new ColumnWidths(m_view, {12, 14, 60}, LogModel::TextColumn);
    m_level->setAccessibleName(tr("What is shown"));
    m_level->addItem(tr("Everything"));
    m_level->addItem(tr("Warnings and errors"));
    m_level->addItem(tr("Errors only"));
    m_find->setAccessibleName(tr("Find in the log"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setClearButtonEnabled(true);
    auto *next = new QPushButton(tr("Find Next"));
    auto *saveAs = new QPushButton(tr("Save As…"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_level);
    row->addWidget(m_find, 1);
    row->addWidget(next);
    row->addWidget(saveAs);
    const int gap = fontMetrics().height() / 3;
    row->setContentsMargins(gap, gap, gap, 0);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins({});
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setWidget(body);

    auto *copyLines = new QAction(tr("Copy Lines"), m_view);
    copyLines->setShortcut(QKeySequence::Copy);
    copyLines->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(copyLines);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copyLines, &QAction::triggered, this, &LogDock::copy);
    connect(m_level, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setLevel(LogLevel(index));
        m_view->scrollToBottom();
    });
    connect(m_find, &QLineEdit::returnPressed, this,
        [this] { find(QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)); });
    connect(next, &QPushButton::clicked, this, [this] { find(false); });
    connect(saveAs, &QPushButton::clicked, this, &LogDock::save);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const RecordId id = m_model->recordAt(index.row()); id != noRecord)
            Q_EMIT recordChosen(id);
    });
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
        m_isSeen = isVisible;
        if (isVisible)
            follow();
    });
}

LogDock::~LogDock() = default;

void LogDock::setSession(Session *session)
{
    m_session = session;
    m_model->setSession(session);
    if (m_isSeen)
        follow();
}

void LogDock::refresh()
{
    if (!m_isSeen || !m_session)
        return;
    // What comes last is not followed by anything that would show it.
    const bool isLast = hasEnded(m_session->state()) || m_session->state() == SessionState::Paused;
    if (isLast || !m_sinceFollowed.isValid() || m_sinceFollowed.hasExpired(milliseconds))
        follow();
}

void LogDock::follow()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    const bool wasAtEnd = bar->value() >= bar->maximum() - 1;
    if (m_model->follow() && wasAtEnd)
        m_view->scrollToBottom();
    m_sinceFollowed.start();
}

void LogDock::find(bool backwards)
{
    const QString text = m_find->text();
    if (text.isEmpty())
        return;
    const int from = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1;
    const int found = m_model->find(text, from, backwards);
    if (found < 0)
        return;
    m_view->setCurrentIndex(m_model->index(found, 0));
}

void LogDock::copy()
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : rows)
        lines << m_model->line(row);
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void LogDock::save()
{
    if (!m_session)
        return;
    const auto content = [this]() -> FileWriter::NextPiece {
        // As it is now: a model of its own goes on with nothing, whatever is shown meanwhile.
        auto lines = std::make_shared<LogModel>();
        lines->setSession(m_session);
        lines->setLevel(LogLevel(m_level->currentIndex()));
        lines->follow();
        return [lines, row = 0]() mutable {
            QByteArray piece;
            const int end = std::min(row + linesPerPiece, lines->rowCount());
            for (; row < end; ++row)
                piece += lines->line(row).toUtf8() + '\n';
            return piece;
        };
    };
    m_writer->ask(tr("Save Log"), tr("Text (*.txt)"), QStringLiteral("log.txt"), content);
}

} // namespace gleaner
