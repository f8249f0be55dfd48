// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessionpart.h"

#include <QPointer>
#include <QStatusBar>

class QAction;
class QLabel;

namespace gleaner
{

class FittingFields;

/// The sums of a download on the window's lower edge: how much of what was found so far is done,
/// saved, failed, bytes, speed, workers, time. Says no percentage, since the whole is not known
/// while links are still being found. Owned by the window.
class StatusLine : public QStatusBar, public SessionPart
{
    Q_OBJECT

public:
    /// The action gets a button beside the number of those that failed, while it can be seen.
    explicit StatusLine(QAction *retryFailed, QWidget *parent = nullptr);

    void setSession(Session *session) override;
    void refresh() override;

private:
    QWidget *addButton(QAction *action);
    void setText(QLabel *label, const QString &text);
    QLabel *addField(const QString &name);

    FittingFields *m_fields;
    QPointer<Session> m_session;
    QLabel *m_found;
    QLabel *m_saved;
    QLabel *m_unchanged;
    QLabel *m_failed;
    QLabel *m_bytes;
    QLabel *m_speed;
    QLabel *m_time;
};

} // namespace gleaner
