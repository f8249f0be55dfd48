// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferencesdialog.h"

#include "ui/preferencespage.h"
#include "ui/shortcutspage.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>

namespace gleaner
{

PreferencesDialog::PreferencesDialog(
    const Preferences &values, std::vector<Shortcuts::Entry> shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_values(values)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_none(new QLabel(tr("Nothing is called like that.")))
    , m_problem(new QLabel)
    , m_middle(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_pages = makePreferencesPages();
    // Behind what it looks like, before what is private.
    m_pages.insert(m_pages.end() - 1, new ShortcutsPage(std::move(shortcuts)));
    for (PreferencesPage *page : m_pages)
        addPage(page);
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::search);
    m_list->setCurrentRow(0);
    m_list->setFocus();
    check();
}

void PreferencesDialog::addPage(PreferencesPage *page)
{
    page->show(m_values);
    m_list->addItem(page->title());
    auto *area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumWidth(page->minimumSizeHint().width());
    m_stack->addWidget(area);
    connect(page, &PreferencesPage::edited, this, &PreferencesDialog::check);
}

void PreferencesDialog::layOut()
{
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search preferences"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Pages"));
    m_none->setWordWrap(true);
    m_none->hide();
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(
        QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    QPushButton *defaults = buttons->button(QDialogButtonBox::RestoreDefaults);
    defaults->setToolTip(tr("Of this page only; nothing holds before OK"));
    connect(defaults, &QPushButton::clicked, this, &PreferencesDialog::restoreDefaults);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        for (const PreferencesPage *page : m_pages)
            page->read(m_values);
        accept();
        Q_EMIT chosen(m_values);
    });

    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_none);
    left->addWidget(m_list, 1);
    m_middle->addLayout(left);
    m_middle->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_middle, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    // As they stand beside each other: Qt 6.4 leaves out the others behind the one at the edge.
    setTabOrder(defaults, m_ok);
    setTabOrder(m_ok, buttons->button(QDialogButtonBox::Cancel));
    // Which side the list is at is decided by the width, so that does not follow from it.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    const QMargins edges = column->contentsMargins();
    const int wide = listWidth() + m_middle->spacing() + m_stack->minimumSizeHint().width();
    m_wide = wide + edges.left() + edges.right();
    setMinimumSize(qMax(m_stack->minimumSizeHint().width(), buttons->minimumSizeHint().width())
            + edges.left() + edges.right(),
        20 * fontMetrics().height());
    const QSize comfortable(
        qMax(m_wide, 100 * fontMetrics().averageCharWidth()), 32 * fontMetrics().height());
    resize(comfortable.boundedTo(screen()->availableSize() * 0.93));
    placeList();
}

int PreferencesDialog::listWidth() const
{
    return m_list->sizeHintForColumn(0) + 6 * fontMetrics().averageCharWidth();
}

void PreferencesDialog::placeList()
{
    constexpr int fewRows = 4;
    const bool isNarrow = width() < m_wide;
    const int most = isNarrow ? QWIDGETSIZE_MAX : listWidth();
    for (QWidget *widget : QList<QWidget *>{m_search, m_none, m_list})
        widget->setMaximumWidth(most);
    m_list->setMinimumWidth(isNarrow ? 0 : most);
    m_list->setMaximumHeight(isNarrow
            ? fewRows * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth()
            : QWIDGETSIZE_MAX);
    m_middle->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PreferencesDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    placeList();
}

void PreferencesDialog::choosePage(const QString &title)
{
    for (QListWidgetItem *item : m_list->findItems(title, Qt::MatchExactly))
        m_list->setCurrentItem(item);
}

void PreferencesDialog::search(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool has =
            m_pages[size_t(row)]->words().contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!has);
        if (has && first < 0)
            first = row;
    }
    m_none->setVisible(first < 0);
    const QListWidgetItem *current = m_list->currentItem();
    if (first >= 0 && (!current || current->isHidden()))
        m_list->setCurrentRow(first);
}

void PreferencesDialog::restoreDefaults()
{
    if (m_list->currentRow() >= 0)
        m_pages[size_t(m_list->currentRow())]->show({});
    check();
}

void PreferencesDialog::check()
{
    QString problem;
    for (const PreferencesPage *page : m_pages) {
        if (problem.isEmpty() && !page->problem().isEmpty())
            problem = tr("%1: %2").arg(page->title(), page->problem());
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!m_ok)
        return;
    m_ok->setEnabled(problem.isEmpty());
    m_ok->setToolTip(problem);
}

} // namespace gleaner
