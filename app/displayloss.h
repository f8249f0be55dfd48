// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace gleaner
{

/// Ends the program when the X server or the Wayland compositor is gone: Qt says so in a warning
/// and then calls exit(), which takes down what other threads still use. `end` is called before
/// that, in the window's thread, and ends the download as closing the window would; the exit status
/// is 5. One per process.
///
/// Known by the words of Qt 6; without them the end is like that of a kill.
class DisplayLoss
{
public:
    explicit DisplayLoss(std::function<void()> end);
    ~DisplayLoss();
    Q_DISABLE_COPY_MOVE(DisplayLoss)
};

} // namespace gleaner
