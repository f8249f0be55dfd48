// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scrolledpage.h"

#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace gleaner
{

ScrolledPage::ScrolledPage(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    // Its controls have the keyboard; it has nothing to do itself.
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (page->layout())
        page->layout()->setContentsMargins({});
}

QSize ScrolledPage::sizeHint() const
{
    // The bar takes its room from the page, which must not become too narrow then.
    const QSize bar(verticalScrollBar()->sizeHint().width(), 0);
    return (widget()->sizeHint() + bar).expandedTo(minimumSizeHint());
}

QSize ScrolledPage::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    const int few = 6 * fontMetrics().lineSpacing();
    const QSize least = widget()->minimumSizeHint();
    return {least.width() + bar, std::min(few, least.height())};
}

} // namespace gleaner
