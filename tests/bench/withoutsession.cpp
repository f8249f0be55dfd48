// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventloops.h"
#include "app/headless.h"
#include "app/preparation.h"

#include <QCoreApplication>

#include <cstdio>

using namespace gleaner;

/// gleaner --headless, but nothing outlives the run: what does the session cost? Takes the command
/// line of gleaner.
int main(int argc, char **argv)
{
    useOwnEventLoops(MainLoop::Headless);
    QCoreApplication application(argc, argv);
    const auto read = readCommandLine(QCoreApplication::arguments());
    if (const auto *notice = std::get_if<Notice>(&read)) {
        fputs(qUtf8Printable(notice->text), stderr);
        return 2;
    }
    CommandLine line = std::get<CommandLine>(read);
    if (!prepare(line).isEmpty())
        return 2;
    line.job.stateDirectory.clear();
    Headless headless(line, [&application] {
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    headless.start();
    QCoreApplication::exec();
    return int(headless.status());
}
