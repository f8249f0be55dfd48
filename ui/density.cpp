// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/density.h"

#include <QApplication>
#include <QProxyStyle>
#include <QStyleOption>

namespace gleaner
{

namespace
{

/// The desktop's style, with higher rows.
class RoomyStyle : public QProxyStyle
{
public:
    explicit RoomyStyle(const QString &name)
        : QProxyStyle(name)
        , m_name(name)
    {
    }

    const QString &baseName() const { return m_name; }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override
    {
        QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (type == CT_ItemViewItem && option)
            made.rheight() += option->fontMetrics.height() / 2;
        return made;
    }

private:
    QString m_name; ///< of the style below, which a proxy does not tell
};

} // namespace

void useDensity(Density density)
{
    const auto *roomy = dynamic_cast<const RoomyStyle *>(QApplication::style());
    if (density == Density::Comfortable && !roomy)
        QApplication::setStyle(new RoomyStyle(QApplication::style()->name()));
    else if (density == Density::Compact && roomy)
        QApplication::setStyle(QString(roomy->baseName()));
}

} // namespace gleaner
