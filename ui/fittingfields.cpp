// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fittingfields.h"

#include <QEvent>
#include <QStatusBar>
#include <QStyle>

#include <algorithm>

namespace gleaner
{

FittingFields::FittingFields(QStatusBar *bar)
    : QObject(bar)
    , m_bar(bar)
{
    // The window may be narrower than all of them together.
    bar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    bar->installEventFilter(this);
}

void FittingFields::add(QWidget *field)
{
    field->hide();
    m_fields.push_back({field});
}

void FittingFields::setWanted(QWidget *field, bool wanted)
{
    const auto at = std::ranges::find(m_fields, field, &Field::widget);
    if (at == m_fields.end() || at->isWanted == wanted)
        return;
    at->isWanted = wanted;
    fit();
}

bool FittingFields::eventFilter(QObject *watched, QEvent *event)
{
    // A request for a layout: a text has become longer.
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return QObject::eventFilter(watched, event);
}

void FittingFields::fit()
{
    // What the style puts between two fields, and around all of them.
    const int between = 2 * m_bar->style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing) + 4;
    int room = m_bar->width() - (m_bar->isSizeGripEnabled() ? m_bar->fontMetrics().height() : 0);
    bool isFull = false;
    for (const Field &field : m_fields) {
        if (field.isWanted && !isFull) {
            room -= field.widget->sizeHint().width() + between;
            isFull = room < 0;
        }
        field.widget->setVisible(field.isWanted && !isFull);
    }
}

} // namespace gleaner
