// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace gleaner
{

/// Widgets beside each other, in as many lines as they need: words of other languages, and larger
/// letters, must not make a window wider than its screen. Each line is filled by those that can
/// grow, or by all of them, from the side where reading begins. Owned by its widget, as every
/// layout.
class FlowLayout : public QLayout
{
public:
    FlowLayout() = default;
    /// In columns of one width, no more than these, and fewer where there is no room.
    explicit FlowLayout(int columns);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// All in one line.
    QSize sizeHint() const override;
    /// Each in a line of its own.
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    using Line = std::vector<QLayoutItem *>;
    std::vector<Line> linesFor(int width) const;
    int widthOf(const Line &line) const;
    int widthOf(const QLayoutItem *item) const;

    int m_columns = 0; ///< 0: each is as wide as it has to be

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace gleaner
