// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace gleaner
{

namespace
{

int heightOf(const std::vector<QLayoutItem *> &line)
{
    int height = 0;
    for (const QLayoutItem *item : line)
        height = std::max(height, item->sizeHint().height());
    return height;
}

} // namespace

FlowLayout::FlowLayout(int columns)
    : m_columns(columns)
{
}

FlowLayout::~FlowLayout() = default;

int FlowLayout::widthOf(const QLayoutItem *item) const
{
    return m_columns > 0 ? minimumSize().width() : item->sizeHint().width();
}

int FlowLayout::widthOf(const Line &line) const
{
    int width = spacing() * (int(line.size()) - 1);
    for (const QLayoutItem *item : line)
        width += widthOf(item);
    return width;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (!itemAt(index))
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<FlowLayout::Line> FlowLayout::linesFor(int width) const
{
    std::vector<Line> lines;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        if (lines.empty())
            lines.emplace_back();
        lines.back().push_back(item.get());
        const bool isFull = m_columns > 0 && int(lines.back().size()) > m_columns;
        if (lines.back().size() > 1 && (isFull || widthOf(lines.back()) > width)) {
            lines.back().pop_back();
            lines.push_back({item.get()});
        }
    }
    return lines;
}

int FlowLayout::heightForWidth(int width) const
{
    int height = 0;
    for (const Line &line : linesFor(width))
        height += heightOf(line) + (height > 0 ? spacing() : 0);
    return height;
}

QSize FlowLayout::sizeHint() const
{
    QSize size(0, 0);
    const std::vector<Line> lines = linesFor(QWIDGETSIZE_MAX);
    for (const Line &line : lines)
        size = size.expandedTo({widthOf(line), 0});
    return {size.width(), heightForWidth(size.width())};
}

QSize FlowLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->sizeHint());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const std::vector<Line> lines = linesFor(rect.width());
    // One line stands in the middle of what it was given; more begin at its top.
    int y = rect.y() + std::max(0, (rect.height() - heightForWidth(rect.width())) / 2);
    for (const Line &line : lines) {
        // A column keeps its width, so that all of them stand below each other.
        int spare = m_columns > 0 ? 0 : std::max(0, rect.width() - widthOf(line));
        int x = rect.x();
        const auto grows = [](const QLayoutItem *item) {
            return item->expandingDirections().testFlag(Qt::Horizontal);
        };
        const auto growing = std::ranges::count_if(line, grows);
        int left = int(growing > 0 ? growing : std::ssize(line));
        for (QLayoutItem *item : line) {
            const int more = growing == 0 || grows(item) ? spare / left-- : 0;
            spare -= more;
            const QRect place(x, y, widthOf(item) + more, heightOf(line));
            item->setGeometry(QStyle::visualRect(direction, rect, place));
            x += place.width() + spacing();
        }
        y += heightOf(line) + spacing();
    }
}

} // namespace gleaner
