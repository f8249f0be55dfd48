// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QPointer>

class QComboBox;
class QLabel;

namespace gleaner
{

class Session;
class SpeedGraph;

/// How fast the download was in the last minutes, drawn and in words. Owned by the window.
class SpeedDock : public QDockWidget
{
    Q_OBJECT

public:
    explicit SpeedDock(QWidget *parent = nullptr);

    /// Nothing for none.
    void setSession(Session *session);
    void refresh();

private:
    void show();

    QPointer<Session> m_session;
    QComboBox *m_period;
    QLabel *m_words;
    SpeedGraph *m_graph;
    bool m_isSeen = false;
    qint64 m_shown = -1; ///< of how many measurements
};

} // namespace gleaner
