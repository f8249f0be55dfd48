// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

namespace gleaner
{

/// Buttons for actions, beside each other in one line. Where there is no room for all, the last
/// ones are in the menu of one more button: the actions come in the order of their rank. Buttons
/// come and go with their actions. Owned by a form.
class ActionRow : public QWidget
{
    Q_OBJECT

public:
    explicit ActionRow(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// In the order in which Tab should come to them; the one with the menu is the last.
    QList<QWidget *> buttons() const;

    /// Room for all.
    QSize sizeHint() const override;
    /// Room for the first, and for the one with the menu.
    QSize minimumSizeHint() const override;

    /// A button as the window's forms have them.
    static QToolButton *makeButton(QAction *action);

protected:
    bool event(QEvent *event) override;

private:
    QList<QToolButton *> wanted() const;
    int widthOf(const QList<QToolButton *> &buttons) const;
    int gap() const;
    void fit();

    QList<QToolButton *> m_buttons;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace gleaner
