// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessionpart.h"

#include <QObject>
#include <QUndoGroup>

#include <functional>

class QAction;

namespace gleaner
{

/// Edit > Undo and Redo: what was done with the rows of the download that is shown, each download
/// with a history of its own, which goes with it. Owned by the window.
class Undoing : public QObject, public SessionPart
{
    Q_OBJECT

public:
    explicit Undoing(QObject *parent);

    QAction *undo() const { return m_undo; }
    QAction *redo() const { return m_redo; }

    /// Does `act` now; `text` says what it is, as in "Undo: Skip 3 addresses". Neither function may
    /// let go of the session before it has returned.
    void act(const QString &text, std::function<void()> act, std::function<void()> takeBack);

    void setSession(Session *session) override;

private:
    QAction *makeAction(const char *icon);

    QUndoGroup m_group;
    QAction *m_undo;
    QAction *m_redo;
};

} // namespace gleaner
