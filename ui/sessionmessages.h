// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gleaner
{

class Actions;
class MessageBar;
class Session;

/// "docs.example.org – 412 of 537 – Gleaner": the window's title while it shows that download.
QString titleText(const Session &session);

/// Says in the message bar how the download that is shown is doing: paused and why, stopping, ended
/// and with what. Owned by the window.
class SessionMessages
{
public:
    SessionMessages(MessageBar *bar, Actions *actions);

    /// Its state is another one now.
    void show(const Session &session);
    /// Its sums are.
    void amend(const Session &session);

private:
    void showPaused(const Session &session);
    void showEnd(const Session &session);

    MessageBar *m_bar;
    Actions *m_actions;
};

} // namespace gleaner
