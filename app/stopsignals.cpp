// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stopsignals.h"

#include "app/exitstatus.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

// A signal handler reaches nothing but statics.
int pipeEnds[2] = {-1, -1};
volatile sig_atomic_t stopping = 0;

constexpr unsigned graceSeconds = 2;

void onStopSignal(int)
{
    if (stopping)
        _exit(int(ExitStatus::Stopped));
    stopping = 1;
    alarm(graceSeconds);
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &byte, 1);
}

void onAlarm(int)
{
    _exit(int(ExitStatus::Stopped));
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action {
    };
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(std::function<void()> stop)
    : m_stop(std::move(stop))
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for signals");
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        m_stop();
    });
    handle(SIGINT, onStopSignal);
    handle(SIGTERM, onStopSignal);
    handle(SIGHUP, onStopSignal);
    handle(SIGALRM, onAlarm);
    handle(SIGPIPE, SIG_IGN);
    handle(SIGXFSZ, SIG_IGN);
}

// The handlers stay: a signal during the last steps still ends the program in time.
StopSignals::~StopSignals() = default;

} // namespace gleaner
