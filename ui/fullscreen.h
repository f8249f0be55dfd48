// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace gleaner
{

/// The window without a frame, on the whole screen, and back to what it was. Owned by the window.
class FullScreen : public QObject
{
    Q_OBJECT

public:
    explicit FullScreen(QWidget *window);

    /// Checked while it is so, whoever has asked for it.
    QAction *action() { return m_action; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    QAction *m_action;
};

} // namespace gleaner
