// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actionrow.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace gleaner
{

QToolButton *ActionRow::makeButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

ActionRow::ActionRow(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    for (QAction *action : actions) {
        QToolButton *button = makeButton(action);
        button->setParent(this);
        m_buttons.append(button);
        // Its words may have become longer, too.
        connect(action, &QAction::changed, this, [this] {
            updateGeometry();
            fit();
        });
    }
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("What else can be done; there is no room for it here"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_menu->setToolTipsVisible(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    fit();
}

QList<QWidget *> ActionRow::buttons() const
{
    QList<QWidget *> all(m_buttons.begin(), m_buttons.end());
    return all << m_more;
}

QList<QToolButton *> ActionRow::wanted() const
{
    QList<QToolButton *> wanted;
    for (QToolButton *button : m_buttons) {
        if (button->defaultAction()->isVisible())
            wanted.append(button);
    }
    return wanted;
}

int ActionRow::gap() const
{
    return fontMetrics().height() / 3;
}

int ActionRow::widthOf(const QList<QToolButton *> &buttons) const
{
    int width = 0;
    for (const QToolButton *button : buttons)
        width += button->sizeHint().width() + (width > 0 ? gap() : 0);
    return width;
}

QSize ActionRow::sizeHint() const
{
    return {widthOf(wanted()), m_more->sizeHint().height()};
}

QSize ActionRow::minimumSizeHint() const
{
    const QList<QToolButton *> all = wanted();
    const QList<QToolButton *> least = all.size() > 1 ? all.first(1) << m_more : all;
    return {widthOf(least), m_more->sizeHint().height()};
}

void ActionRow::fit()
{
    const QList<QToolButton *> all = wanted();
    QList<QToolButton *> shown = all;
    if (widthOf(all) > width()) {
        shown << m_more;
        while (shown.size() > 2 && widthOf(shown) > width())
            shown.removeAt(shown.size() - 2);
    }
    QList<QAction *> inMenu;
    for (QToolButton *button : all) {
        if (!shown.contains(button))
            inMenu.append(button->defaultAction());
    }
    // QList of Qt 6.4 compares two empty ones with memcmp() and null pointers.
    if (!std::ranges::equal(m_menu->actions(), inMenu)) {
        m_menu->clear();
        m_menu->addActions(inMenu);
    }
    int x = 0;
    for (QToolButton *button : shown) {
        const QRect place(QPoint(x, 0), QSize(button->sizeHint().width(), height()));
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += place.width() + gap();
    }
    for (QToolButton *button : m_buttons)
        button->setVisible(shown.contains(button));
    m_more->setVisible(shown.contains(m_more));
}

bool ActionRow::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LayoutRequest:
        updateGeometry();
        fit();
        break;
    case QEvent::LayoutDirectionChange:
    case QEvent::Resize:
        fit();
        break;
    default:
        break;
    }
    return isDone;
}

} // namespace gleaner
