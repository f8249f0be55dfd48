// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobform.h"

class QBoxLayout;

namespace gleaner
{

class FilterBar;
class MessageBar;
class TreeView;
class ViewActions;

/// What fills the window: the form, messages, the tree with its filter. It has two faces: while
/// there is nothing to show, the form stands in the middle under a headline; afterwards it is a bar
/// on top of the tree. Owned by the window.
class MainPage : public QWidget
{
    Q_OBJECT

public:
    MainPage(DefaultDirectory directoryFor, const QList<QAction *> &formActions, QAction *options,
        QWidget *parent = nullptr);

    JobForm *form() { return m_form; }
    MessageBar *messages() { return m_messages; }
    TreeView *tree() { return m_tree; }
    ViewActions *views() { return m_views; }

    /// Nothing to show, or nothing came of it: the form stands in the middle.
    void showForm();
    void showTree();
    /// Stands in the place of the tree while it is shown. Once; the page owns it.
    void setPicker(QWidget *picker);
    void showPicker(bool on);
    bool showsTree() const { return m_showsTree; }

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeHeadline();
    void setFace(bool tree);
    void placeLists();

    QWidget *m_headline;
    QWidget *m_hint;
    JobForm *m_form;
    MessageBar *m_messages;
    TreeView *m_tree;
    ViewActions *m_views;
    FilterBar *m_filter;
    QWidget *m_picker = nullptr;
    bool m_showsPicker = false;
    bool m_showsTree = true;
};

} // namespace gleaner
