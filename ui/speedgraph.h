// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace gleaner
{

/// Draws speeds over time, in the palette's colours. Assistive technology hears what is set as its
/// description. Draws only when it is given other speeds; owned by its panel.
class SpeedGraph : public QWidget
{
    Q_OBJECT

public:
    enum class Kind : quint8 {
        Whole, ///< with scales
        Small, ///< a line among other things
    };
    explicit SpeedGraph(Kind kind, QWidget *parent = nullptr);

    /// The newest last, of `seconds` at most.
    void show(std::vector<qint64> speeds, int seconds);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintScales(QPainter &painter, const QRectF &area, qint64 top) const;
    void paintLine(QPainter &painter, const QRectF &area, qint64 top) const;

    Kind m_kind;
    std::vector<qint64> m_speeds;
    int m_seconds = 60;
};

/// The next round number of bytes, for the upper end of a scale: 1, 2, 5, 10, 20, 50 … KiB.
qint64 roundedUp(qint64 bytes);

} // namespace gleaner
