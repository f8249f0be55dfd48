// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/standing.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

#include <array>

namespace gleaner
{

/// Is there a page, and is it probably not what its address stands for?
inline bool isSuspect(const Record &record)
{
    return record.suspicion != Suspicion::None && isFinal(record.state);
}

/// How the states of rows look on a palette: an icon whose shape alone tells the state, and a
/// colour of at least 4.5:1 on whatever ground the desktop has. A value; made in the window's
/// thread, anew when the palette changes.
class RowLook
{
public:
    RowLook() = default;
    explicit RowLook(const QPalette &palette);

    const QIcon &icon(RecordState state) const { return m_states[size_t(state)].icon; }
    QColor colour(RecordState state) const { return m_states[size_t(state)].colour; }
    /// The same for a record: a suspect one looks like no state, nor does one that was left when
    /// its download was stopped.
    const QIcon &icon(const Record &record, Standing standing) const
    {
        return of(record, standing).icon;
    }
    QColor colour(const Record &record, Standing standing) const
    {
        return of(record, standing).colour;
    }
    const QIcon &site() const { return m_site; }
    const QIcon &folder() const { return m_folder; }
    const QIcon &file() const { return m_file; }

private:
    struct State {
        QIcon icon;
        QColor colour;
    };
    const State &of(const Record &record, Standing standing) const
    {
        if (isLeft(record, standing))
            return m_stopped;
        return isSuspect(record) ? m_suspect : m_states[size_t(record.state)];
    }

    std::array<State, size_t(RecordState::Failed) + 1> m_states;
    State m_suspect;
    State m_stopped;
    QIcon m_site;
    QIcon m_folder;
    QIcon m_file;
};

/// For what is there, and of no great interest.
QColor quietColour(const QPalette &palette);

/// Light text on a dark ground?
bool isDark(const QPalette &palette);

/// One of our own SVGs, drawn in a colour where it is black, and in another on selected rows.
QIcon tintedIcon(const QString &resource, const QColor &colour, const QColor &selected);

} // namespace gleaner
