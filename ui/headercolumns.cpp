// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headercolumns.h"

#include "ui/treemodel.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTreeView>

#include <algorithm>

namespace gleaner
{

HeaderColumns::HeaderColumns(QTreeView *view)
    : QObject(view)
    , m_view(view)
    , m_layout(ColumnLayout::standard(letterWidth()))
    , m_menu(new QMenu(tr("Col&umns"), view))
    , m_sortMenu(new QMenu(tr("S&ort By"), view))
    , m_sorts(new QActionGroup(this))
{
    QHeaderView *header = view->header();
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setSectionsClickable(true);
    // Only what is on the screen is measured.
    header->setResizeContentsPrecision(0);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &point) { m_menu->popup(m_view->header()->mapToGlobal(point)); });
    connect(header, &QHeaderView::sectionClicked, this, &HeaderColumns::sortBy);
    connect(header, &QHeaderView::sectionMoved, this, &HeaderColumns::read);
    connect(header, &QHeaderView::sectionResized, this, &HeaderColumns::read);
    m_writing.setSingleShot(true);
    m_writing.setInterval(std::chrono::seconds(1));
    connect(&m_writing, &QTimer::timeout, this, &HeaderColumns::write);
    makeMenus();
    showSort();
}

void HeaderColumns::makeMenus()
{
    QAction *discovery = m_sortMenu->addAction(tr("Order of &Discovery"));
    m_sorts->addAction(discovery)->setData(RowSort::discovery);
    for (int column = 0; column < TreeModel::columns; ++column) {
        QAction *shown = m_menu->addAction(treeColumnText(column));
        shown->setCheckable(true);
        // A tree without its addresses could not be read.
        shown->setEnabled(column != TreeModel::AddressColumn);
        connect(shown, &QAction::triggered, this,
            [this, column](bool isShown) { show(column, isShown); });
        m_shown.append(shown);
        m_sorts->addAction(m_sortMenu->addAction(treeColumnText(column)))->setData(column);
    }
    for (QAction *sort : m_sorts->actions())
        sort->setCheckable(true);
    connect(m_sorts, &QActionGroup::triggered, this, [this](const QAction *chosen) {
        const int column = chosen->data().toInt();
        if (column == RowSort::discovery)
            setSort({});
        else if (column != m_layout.sort.column)
            setSort({column, treeColumn(column).firstOrder});
    });
    m_sortMenu->addSeparator();
    m_descending = m_sortMenu->addAction(tr("D&escending"));
    m_descending->setCheckable(true);
    connect(m_descending, &QAction::triggered, this, [this](bool descends) {
        setSort({m_layout.sort.column, descends ? Qt::DescendingOrder : Qt::AscendingOrder});
    });
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Resi&ze to Contents")), &QAction::triggered, this,
        &HeaderColumns::resizeToContents);
    connect(
        m_menu->addAction(tr("&Reset Columns")), &QAction::triggered, this, &HeaderColumns::reset);
}

int HeaderColumns::letterWidth() const
{
    return m_view->fontMetrics().averageCharWidth();
}

void HeaderColumns::setModel(TreeModel *model)
{
    m_model = nullptr;
    if (!model)
        return;
    m_model = model;
    apply();
}

static const QString settingsKey = QStringLiteral("tree/columns");

HeaderColumns::~HeaderColumns()
{
    if (m_writing.isActive())
        write();
}

void HeaderColumns::remember(const QString &file)
{
    m_file = file;
    if (file.isEmpty())
        return;
    const QStringList written =
        QSettings(file, QSettings::IniFormat).value(settingsKey).toStringList();
    if (const std::optional<ColumnLayout> layout = readLayout(written, letterWidth()))
        setLayout(*layout);
}

void HeaderColumns::setLayout(const ColumnLayout &layout)
{
    m_layout = layout;
    apply();
    showSort();
    Q_EMIT sortChosen();
}

void HeaderColumns::write()
{
    m_writing.stop();
    if (!m_file.isEmpty())
        QSettings(m_file, QSettings::IniFormat).setValue(settingsKey, writtenLayout(m_layout));
}

void HeaderColumns::apply()
{
    m_isApplying = true;
    QHeaderView *header = m_view->header();
    for (int place = 0; place < m_layout.places.size(); ++place) {
        const auto [column, width, isShown] = m_layout.places[place];
        m_shown[column]->setChecked(isShown);
        if (!m_model)
            continue;
        header->moveSection(header->visualIndex(column), place);
        header->setSectionHidden(column, !isShown);
        if (isShown)
            header->resizeSection(column, width);
    }
    m_isApplying = false;
}

void HeaderColumns::read()
{
    if (m_isApplying || !m_model)
        return;
    const QHeaderView *header = m_view->header();
    QList<ColumnLayout::Place> places = m_layout.places;
    std::ranges::sort(places, {},
        [header](const ColumnLayout::Place &place) { return header->visualIndex(place.column); });
    const auto last = std::find_if(
        places.rbegin(), places.rend(), [](const auto &place) { return place.isShown; });
    for (ColumnLayout::Place &place : places) {
        // The last one is as wide as there is room.
        if (place.isShown && last != places.rend() && &place != &*last)
            place.width = header->sectionSize(place.column);
    }
    m_layout.places = places;
    m_writing.start();
}

void HeaderColumns::show(int column, bool isShown)
{
    for (ColumnLayout::Place &place : m_layout.places) {
        if (place.column == column)
            place.isShown = isShown;
    }
    apply();
    m_writing.start();
}

void HeaderColumns::sortBy(int column)
{
    // Up, down, and back to how they were found.
    const Qt::SortOrder first = treeColumn(column).firstOrder;
    if (m_layout.sort.column != column)
        setSort({column, first});
    else if (m_layout.sort.order == first)
        setSort({column, first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder});
    else
        setSort({});
}

void HeaderColumns::setSort(const RowSort &sort)
{
    m_layout.sort = sort;
    showSort();
    Q_EMIT sortChosen();
    m_writing.start();
}

void HeaderColumns::showSort()
{
    const RowSort &sort = m_layout.sort;
    const bool isSorted = sort.column != RowSort::discovery;
    QHeaderView *header = m_view->header();
    header->setSortIndicatorShown(isSorted);
    header->setSortIndicator(sort.column, sort.order);
    for (QAction *action : m_sorts->actions())
        action->setChecked(action->data().toInt() == sort.column);
    m_descending->setEnabled(isSorted);
    m_descending->setChecked(isSorted && sort.order == Qt::DescendingOrder);
}

void HeaderColumns::resizeToContents()
{
    constexpr int manyLetters = 100;
    if (!m_model)
        return;
    for (const ColumnLayout::Place &place : QList(m_layout.places)) {
        if (!place.isShown)
            continue;
        m_view->resizeColumnToContents(place.column);
        const int width = m_view->columnWidth(place.column);
        m_view->setColumnWidth(place.column, qMin(width, manyLetters * letterWidth()));
    }
}

void HeaderColumns::reset()
{
    m_layout = ColumnLayout::standard(letterWidth());
    apply();
    setSort({});
}

} // namespace gleaner
