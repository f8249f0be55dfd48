// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/speedgraph.h"

#include "ui/figures.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace gleaner
{

qint64 roundedUp(qint64 bytes)
{
    qint64 unit = 1024;
    while (bytes > 1000 * unit)
        unit *= 1024;
    for (qint64 decade = 1; decade <= 1000; decade *= 10) {
        for (const qint64 step : {1, 2, 5}) {
            if (bytes <= step * decade * unit)
                return step * decade * unit;
        }
    }
    return bytes;
}

SpeedGraph::SpeedGraph(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setAccessibleName(tr("Speed over time"));
    if (kind == Kind::Small)
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SpeedGraph::show(std::vector<qint64> speeds, int seconds)
{
    if (m_speeds == speeds && m_seconds == seconds)
        return;
    m_speeds = std::move(speeds);
    m_seconds = seconds;
    update();
}

QSize SpeedGraph::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return m_kind == Kind::Small ? QSize(8 * metrics.averageCharWidth(), metrics.height())
                                 : QSize(60 * metrics.averageCharWidth(), 8 * metrics.height());
}

QSize SpeedGraph::minimumSizeHint() const
{
    return m_kind == Kind::Small
        ? sizeHint()
        : QSize(20 * fontMetrics().averageCharWidth(), 3 * fontMetrics().height());
}

void SpeedGraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qint64 peak = m_speeds.empty() ? 0 : *std::ranges::max_element(m_speeds);
    const qint64 top = roundedUp(std::max<qint64>(peak, 1024));
    QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (m_kind == Kind::Whole) {
        const qreal line = fontMetrics().height();
        area = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -1.4 * line);
        paintScales(painter, area, top);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    // Time goes with the direction of reading.
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    paintLine(painter, area, top);
}

void SpeedGraph::paintScales(QPainter &painter, const QRectF &area, qint64 top) const
{
    QColor grid = palette().color(QPalette::WindowText);
    grid.setAlpha(50);
    painter.setPen(grid);
    for (int part = 0; part <= 2; ++part) {
        const qreal y = area.top() + part * area.height() / 2;
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const auto speed = [](qint64 bytes) { return tr("%1/s").arg(sizeText(bytes)); };
    const Qt::Alignment start = Qt::AlignLeading;
    const auto aligned = [this](Qt::Alignment alignment) {
        return int(QStyle::visualAlignment(layoutDirection(), alignment));
    };
    painter.drawText(area, aligned(start | Qt::AlignTop), speed(top));
    const QRectF lower = area.adjusted(0, area.height() / 2, 0, 0);
    painter.drawText(lower, aligned(start | Qt::AlignTop), speed(top / 2));
    const QRectF below(area.left(), area.bottom(), area.width(), 1.4 * fontMetrics().height());
    painter.drawText(
        below, aligned(start | Qt::AlignVCenter), tr("%1 min ago").arg(countText(m_seconds / 60)));
    painter.drawText(below, aligned(Qt::AlignTrailing | Qt::AlignVCenter), tr("now"));
}

void SpeedGraph::paintLine(QPainter &painter, const QRectF &area, qint64 top) const
{
    if (m_speeds.size() < 2)
        return;
    const qreal step = area.width() / std::max(1, m_seconds - 1);
    const qreal first = area.right() - qreal(m_speeds.size() - 1) * step;
    const auto at = [&](size_t i) {
        return QPointF(first + qreal(i) * step,
            area.bottom() - area.height() * qreal(m_speeds[i]) / qreal(top));
    };
    QPainterPath line(at(0));
    for (size_t i = 1; i < m_speeds.size(); ++i)
        line.lineTo(at(i));
    QPainterPath filled = line;
    filled.lineTo(area.right(), area.bottom());
    filled.lineTo(first, area.bottom());
    QColor colour = palette().color(QPalette::Highlight);
    painter.setPen(QPen(colour, m_kind == Kind::Small ? 1.2 : 1.8));
    painter.drawPath(line);
    colour.setAlpha(60);
    painter.fillPath(filled, colour);
}

} // namespace gleaner
