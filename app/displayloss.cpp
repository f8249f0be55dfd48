// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/displayloss.h"

#include "app/exitstatus.h"

#include <QCoreApplication>
#include <QThread>

#include <cstdio>
#include <unistd.h>

namespace gleaner
{

namespace
{

// A message handler reaches nothing but statics. The window's thread alone uses the first.
std::function<void()> endDownload;
QtMessageHandler usualHandler = nullptr;

bool isLoss(QtMsgType type, const QString &words)
{
    return type == QtWarningMsg && words.contains(QLatin1String(" connection broke"))
        && QThread::currentThread() == QCoreApplication::instance()->thread();
}

void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &words)
{
    if (!isLoss(type, words) || !endDownload) {
        usualHandler(type, context, words);
        return;
    }
    std::exchange(endDownload, nullptr)();
    const QString told = QCoreApplication::translate(
        "DisplayLoss", "The display is gone. What was downloaded is kept.");
    fprintf(stderr, "gleaner: %s\n", qUtf8Printable(told));
    _exit(int(ExitStatus::MachineFault));
}

} // namespace

DisplayLoss::DisplayLoss(std::function<void()> end)
{
    endDownload = std::move(end);
    usualHandler = qInstallMessageHandler(onMessage);
}

DisplayLoss::~DisplayLoss()
{
    qInstallMessageHandler(usualHandler);
    endDownload = nullptr;
}

} // namespace gleaner
