// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowlook.h"

#include "ui/contrast.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace gleaner
{

namespace
{

/// Draws an SVG of ours in the colour of its state, at any size.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(const QString &resource, const QColor &colour, const QColor &selected)
        : m_resource(resource)
        , m_colour(colour)
        , m_selected(selected)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(m_resource);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QColor &colour = mode == QIcon::Selected ? m_selected : m_colour;
        QSvgRenderer(file.readAll().replace("#000000", colour.name().toLatin1()))
            .render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("%1 %2 %3 %4x%5")
                                .arg(m_resource, m_colour.name(), m_selected.name())
                                .arg(size.width() * 10 + int(mode))
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            paint(&painter, QRect(QPoint(), size), mode, state);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedEngine(*this); }

private:
    QString m_resource;
    QColor m_colour;
    QColor m_selected;
};

struct Look {
    const char *icon;
    const char *light;
    const char *dark;
};

// In the order of RecordState.
constexpr std::array<Look, size_t(RecordState::Failed) + 1> looks{{
    {"waiting", "#5f6368", "#a8adb3"},
    {"connecting", "#0b5fb0", "#7cb7ff"},
    {"downloading", "#0b5fb0", "#7cb7ff"},
    {"reading", "#00695c", "#5fd3c4"},
    {"retrying", "#8a5a00", "#f2c14e"},
    {"saved", "#1a7f37", "#5fd38d"},
    {"unchanged", "#1a7f37", "#5fd38d"},
    {"redirected", "#6f42c1", "#c8a6ff"},
    {"skipped", "#5f6368", "#a8adb3"},
    {"failed", "#b3261e", "#ff8a80"},
}};

constexpr Look suspectLook{"suspect", "#8a5a00", "#f2c14e"};
constexpr Look stoppedLook{"stopped", "#5f6368", "#a8adb3"};

QString resource(const char *name)
{
    return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name));
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QIcon tintedIcon(const QString &resource, const QColor &colour, const QColor &selected)
{
    return QIcon(new TintedEngine(resource, colour, selected));
}

static QColor colourOf(const Look &look, const QPalette &palette)
{
    // Where the desktop has grounds that are neither light nor dark, it can be read as well.
    return distinctFrom(QColor::fromString(QLatin1String(isDark(palette) ? look.dark : look.light)),
        {palette.color(QPalette::Base), palette.color(QPalette::AlternateBase),
            palette.color(QPalette::Window)});
}

QColor quietColour(const QPalette &palette)
{
    return colourOf(looks[size_t(RecordState::Waiting)], palette);
}

RowLook::RowLook(const QPalette &palette)
{
    const QColor selected = palette.color(QPalette::HighlightedText);
    const auto state = [&](const Look &look) {
        const QColor colour = colourOf(look, palette);
        return State{tintedIcon(resource(look.icon), colour, selected), colour};
    };
    for (size_t i = 0; i < looks.size(); ++i)
        m_states[i] = state(looks[i]);
    m_suspect = state(suspectLook);
    m_stopped = state(stoppedLook);
    const QColor plain = m_states[size_t(RecordState::Waiting)].colour;
    m_site = tintedIcon(resource("site"), plain, selected);
    m_folder = tintedIcon(resource("folder"), plain, selected);
    m_file = tintedIcon(resource("file"), plain, selected);
}

} // namespace gleaner
