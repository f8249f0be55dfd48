// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;

namespace gleaner
{

class TreeModel;
class TreeView;
class ViewActions;

/// Stands in the tree's place while the filter leaves nothing of it: says so, and clears it. Lies
/// over the view and beside it among the widgets: of a view's own children only the cells are read
/// to a person who does not see them. Owned by the page.
class NoMatch : public QWidget
{
    Q_OBJECT

public:
    NoMatch(TreeView *view, ViewActions *actions, QWidget *page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void refresh();
    void lieOverView();

    TreeView *m_view;
    ViewActions *m_actions;
    QLabel *m_text;
    QPointer<TreeModel> m_model;
};

} // namespace gleaner
