// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/oneinstance.h"
#include "core/task/crossing.h"

namespace gleaner
{

class MainWindow;

/// Takes over what second starts and the desktop hand to this program: reads the command line as
/// if it were its own, on a pool thread because it may name files, and lets the window begin.
/// Owned by main, in the window's thread.
class Receiving
{
public:
    /// The context is asked for in the window's thread and used in another one: a value.
    Receiving(MainWindow *window, std::function<CommandLineContext()> context);

    void take(const Handover &handover, const AnswerHandover &answer);

private:
    void comeForward(const QString &token);
    /// While it quits nothing is begun any more.
    bool refusesAtTheEnd(const AnswerHandover &answer) const;

    MainWindow *m_window;
    std::function<CommandLineContext()> m_context;
    Inbox m_inbox;
};

} // namespace gleaner
