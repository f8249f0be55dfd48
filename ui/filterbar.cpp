// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filterbar.h"

#include "ui/rowlook.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>
#include <QTransform>

namespace gleaner
{

FilterBar::FilterBar(TreeView *view, ViewActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_actions(actions)
    , m_pattern(new QLineEdit)
    , m_regex(new QToolButton)
    , m_problem(new QLabel)
{
    m_pattern->setPlaceholderText(tr("Filter"));
    m_pattern->setAccessibleName(tr("Filter"));
    m_pattern->setToolTip(tr("Show only rows with this in their address, type or status (Ctrl+F)"));
    m_pattern->setClearButtonEnabled(true);
    m_pattern->addAction(actions->find->icon(), QLineEdit::LeadingPosition);
    m_pattern->setMinimumWidth(16 * fontMetrics().averageCharWidth());
    m_pattern->installEventFilter(this);
    m_regex->setText(QStringLiteral(".*"));
    m_regex->setCheckable(true);
    m_regex->setAutoRaise(true);
    m_regex->setFocusPolicy(Qt::StrongFocus);
    m_regex->setAccessibleName(tr("Regular expression"));
    m_regex->setToolTip(tr("The filter is a regular expression"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *line = new QHBoxLayout;
    line->addWidget(makeChips(), 1);
    line->addWidget(makeViews());
    line->addWidget(m_pattern);
    line->addWidget(m_regex);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(line);
    column->addWidget(m_problem);

    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::take);
    connect(m_pattern, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    // Clearing is no typing, and is seen at once.
    connect(m_pattern, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            take();
    });
    connect(m_regex, &QToolButton::toggled, this, &FilterBar::take);
    connect(actions->find, &QAction::triggered, this, &FilterBar::focusFilter);
    connect(actions, &ViewActions::filterChanged, this, &FilterBar::follow);
    paintMore();
}

QWidget *FilterBar::makeChips() const
{
    // A tool bar puts what it has no room for into a menu of its own.
    auto *chips = new QToolBar;
    chips->setAccessibleName(tr("Show"));
    chips->setToolButtonStyle(Qt::ToolButtonTextOnly);
    QList<QAction *> actions = m_actions->groups()->actions();
    // What has failed is to be seen even where there is little room.
    actions.move(int(RowGroup::Failed), int(RowGroup::Saved) + 1);
    for (QAction *action : actions) {
        chips->addAction(action);
        chips->widgetForAction(action)->setFocusPolicy(Qt::StrongFocus);
    }
    return chips;
}

QWidget *FilterBar::makeViews() const
{
    auto *views = new QComboBox;
    views->setAccessibleName(tr("Arrange"));
    views->setToolTip(tr("How the addresses are arranged"));
    const QList<QAction *> actions = m_actions->views()->actions();
    // In few words, because the chips need the room.
    views->addItems({tr("By site"), tr("By page"), tr("List")});
    connect(
        views, &QComboBox::activated, this, [actions](int view) { actions.at(view)->trigger(); });
    connect(m_actions->views(), &QActionGroup::triggered, views, [views, actions](QAction *action) {
        views->setCurrentIndex(int(actions.indexOf(action)));
    });
    return views;
}

void FilterBar::paintMore()
{
    // Qt's own arrows are black on whatever ground.
    auto *more = findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"));
    if (!more)
        return;
    const QColor colour = palette().color(QPalette::ButtonText);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    QPixmap arrows = tintedIcon(QStringLiteral(":/icons/more.svg"), colour, colour)
                         .pixmap(QSize(side, side), devicePixelRatio());
    if (isRightToLeft())
        arrows = arrows.transformed(QTransform::fromScale(-1, 1));
    more->setIcon(arrows);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::StyleChange
        || type == QEvent::LayoutDirectionChange)
        // The button itself hears of it after this.
        QMetaObject::invokeMethod(this, &FilterBar::paintMore, Qt::QueuedConnection);
}

void FilterBar::focusFilter()
{
    m_pattern->setFocus(Qt::ShortcutFocusReason);
    m_pattern->selectAll();
}

void FilterBar::take()
{
    m_typing.stop();
    const PatternKind kind = m_regex->isChecked() ? PatternKind::Regex : PatternKind::Text;
    const QString problem =
        kind == PatternKind::Regex ? regexProblem(m_pattern->text()) : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_pattern->setAccessibleDescription(problem);
    // Until it is one, what was shown before stays.
    if (problem.isEmpty())
        m_actions->setPattern(m_pattern->text(), kind);
}

void FilterBar::follow()
{
    if (m_actions->filter().pattern.isEmpty() && !m_pattern->text().isEmpty()
        && !m_typing.isActive() && m_problem->isHidden())
        m_pattern->clear();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<const QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        if (m_pattern->text().isEmpty())
            m_view->setFocus(Qt::OtherFocusReason);
        else
            m_pattern->clear();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Down:
        take();
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace gleaner
