// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columnwidths.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeView>

#include <algorithm>

namespace gleaner
{

ColumnWidths::ColumnWidths(QTreeView *view, QList<int> letters, int filler)
    : QObject(view)
    , m_view(view)
    , m_header(view->header())
    , m_letters(std::move(letters))
    , m_filler(filler)
{
    m_header->setStretchLastSection(false);
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    connect(m_header, &QHeaderView::sectionCountChanged, this, &ColumnWidths::fit);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        // Hiding one is no wish for another width.
        if (m_isFitting || m_header->isSectionHidden(column) || column == m_filler || width == 0)
            return;
        m_byHand[column] = width;
        fit();
    });
    fit();
}

void ColumnWidths::setLeast(int column, int width)
{
    m_least[column] = width;
    fit();
}

std::vector<ColumnWidths::Share> ColumnWidths::shares() const
{
    std::vector<Share> shares;
    const int letter = m_view->fontMetrics().averageCharWidth();
    for (int column = 0; column < int(m_letters.size()); ++column) {
        if (m_header->isSectionHidden(column))
            continue;
        const int least = std::max(m_header->sectionSizeHint(column), m_least.value(column));
        const int drawn = m_byHand.value(column);
        shares.push_back(drawn > 0
                ? Share{column, drawn, drawn}
                : Share{column, least, std::max(least, m_letters[column] * letter)});
    }
    return shares;
}

void ColumnWidths::fit()
{
    if (m_isFitting || m_header->count() != m_letters.size())
        return;
    const QScopedValueRollback busy(m_isFitting, true);
    m_header->setMinimumSectionSize(m_view->fontMetrics().averageCharWidth());
    std::vector<Share> all = shares();
    int missing = -m_view->viewport()->width();
    int spare = 0;
    for (const Share &share : all) {
        missing += share.width;
        spare += share.width - share.least;
    }
    for (Share &share : all) {
        if (missing <= 0 && share.column == m_filler)
            share.width -= missing;
        if (missing <= 0 || spare == 0)
            continue;
        // Each gives the same part of what it has to spare.
        const int own = share.width - share.least;
        const int given = int(qint64(std::min(missing, spare)) * own / spare);
        share.width -= given;
        missing -= given;
        spare -= own;
    }
    for (const Share &share : all)
        m_header->resizeSection(share.column, share.width);
}

bool ColumnWidths::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched != m_view)
            fit();
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        if (watched == m_view)
            fit();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gleaner
