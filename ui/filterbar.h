// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace gleaner
{

class TreeView;
class ViewActions;

/// The line above the tree: a chip for each state, how rows are arranged, the filter box. Esc in
/// the box clears it, and the next one goes back to the tree. Owned by its MainPage.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(TreeView *view, ViewActions *actions, QWidget *parent = nullptr);

    void focusFilter();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeChips() const;
    /// The button of what has no room among the chips.
    void paintMore();
    QWidget *makeViews() const;
    /// What is typed becomes the filter.
    void take();
    /// The filter was changed elsewhere.
    void follow();

    TreeView *m_view;
    ViewActions *m_actions;
    QLineEdit *m_pattern;
    QToolButton *m_regex;
    QLabel *m_problem;
    QTimer m_typing; ///< what is half typed need not be looked for
};

} // namespace gleaner
