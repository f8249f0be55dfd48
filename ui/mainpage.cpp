// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainpage.h"

#include "ui/filterbar.h"
#include "ui/messagebar.h"
#include "ui/nomatch.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"

#include <QBoxLayout>
#include <QEvent>
#include <QIcon>
#include <QLabel>

namespace gleaner
{

static QLabel *makeText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

MainPage::MainPage(DefaultDirectory directoryFor, const QList<QAction *> &formActions,
    QAction *options, QWidget *parent)
    : QWidget(parent)
    , m_headline(makeHeadline())
    , m_hint(makeText(tr("Gleaner follows the links of the page you name, saves everything of "
                         "that site that it finds, and shows it here while it grows.")))
    , m_form(new JobForm(std::move(directoryFor), formActions, options))
    , m_messages(new MessageBar)
    , m_tree(new TreeView)
    , m_views(new ViewActions(m_tree, this))
    , m_filter(new FilterBar(m_tree, m_views))
{
    new NoMatch(m_tree, m_views, this);
    // The spaces beside the form yield to it; those above and below keep it in the middle.
    auto *formRow = new QHBoxLayout;
    formRow->addStretch(1);
    formRow->addWidget(m_form, 100);
    formRow->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_headline);
    column->addLayout(formRow);
    column->addWidget(m_hint);
    column->addWidget(m_messages);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    column->addStretch(3);
    showForm();
}

QWidget *MainPage::makeHeadline()
{
    auto *picture = new QLabel;
    const int side = 3 * fontMetrics().height();
    picture->setPixmap(
        QIcon(QStringLiteral(":/icons/gleaner.svg")).pixmap(QSize(side, side), devicePixelRatio()));
    picture->setAlignment(Qt::AlignHCenter);

    QLabel *title = makeText(tr("Download a whole site"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    title->setFont(large);

    auto *headline = new QWidget;
    auto *column = new QVBoxLayout(headline);
    column->addWidget(picture);
    column->addWidget(title);
    return headline;
}

void MainPage::showForm()
{
    setFace(false);
}

void MainPage::showTree()
{
    setFace(true);
}

void MainPage::setPicker(QWidget *picker)
{
    m_picker = picker;
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_tree) + 1, picker, 1);
    placeLists();
}

void MainPage::showPicker(bool on)
{
    m_showsPicker = on;
    placeLists();
}

void MainPage::placeLists()
{
    const bool picks = m_picker && m_showsPicker;
    m_filter->setVisible(m_showsTree && !picks);
    m_tree->setVisible(m_showsTree && !picks);
    if (m_picker)
        m_picker->setVisible(m_showsTree && picks);
}

bool MainPage::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    // Qt knows of a window's least height, but not of how much text and buttons need when it is
    // narrow: the panels below must not take that.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(qMax(0, layout()->minimumHeightForWidth(width())));
    return isDone;
}

void MainPage::setFace(bool tree)
{
    if (tree == m_showsTree)
        return;
    m_showsTree = tree;
    m_headline->setVisible(!tree);
    m_hint->setVisible(!tree);
    placeLists();

    auto *column = static_cast<QVBoxLayout *>(layout());
    column->setStretch(0, tree ? 0 : 2);
    column->setStretch(column->count() - 1, tree ? 0 : 3);
    const int room = fontMetrics().height() / (tree ? 3 : 1);
    column->setSpacing(room);
    m_form->setMaximumWidth(tree ? QWIDGETSIZE_MAX : 100 * fontMetrics().averageCharWidth());
    m_form->setLarge(!tree);
}

} // namespace gleaner
