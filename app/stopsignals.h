// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace gleaner
{

/// SIGINT, SIGTERM and SIGHUP as an event: the first calls `stop` from the event loop and gives the
/// program two seconds, after which it is ended; a second one ends it at once. Both with exit
/// status 4. SIGPIPE and SIGXFSZ are ignored: a write that is refused is an error like others. One
/// per process, for its whole life.
class StopSignals : public QObject
{
public:
    explicit StopSignals(std::function<void()> stop);
    ~StopSignals() override;

private:
    std::function<void()> m_stop;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace gleaner
