// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/display.h"
#include "app/eventloops.h"
#include "app/eventoutput.h"
#include "app/exitstatus.h"
#include "app/exporting.h"
#include "app/headless.h"
#include "app/mistake.h"
#include "app/preparation.h"
#include "app/shortage.h"
#include "app/stopsignals.h"
#include "app/windowprogram.h"
#include "core/net/descriptors.h"
#include "core/task/crossing.h"
#include "ui/translations.h"

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

using namespace gleaner;

namespace
{

QStringList decoded(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// In words of the person's language, which need an application; which one is not known before.
std::variant<CommandLine, Notice> readTranslated(
    int argc, char **argv, const QStringList &arguments)
{
    const QCoreApplication application(argc, argv);
    const Translations translations;
    return readCommandLine(arguments, windowContext());
}

int runExport(int argc, char **argv, const ExportOrder &order)
{
    QCoreApplication application(argc, argv);
    const Translations translations;
    // An export that is not whole has no name yet: nothing has to be cleared away.
    StopSignals signals([] { _exit(int(ExitStatus::Stopped)); });
    Inbox inbox;
    SerialThread thread(QStringLiteral("export"));
    thread.door().post([&order, door = inbox.door()] {
        const ExitStatus status = makeExports(order, say);
        door.post([status] { QCoreApplication::exit(int(status)); });
    });
    return QCoreApplication::exec();
}

int runHeadless(int argc, char **argv, CommandLine line)
{
    useOwnEventLoops(MainLoop::Headless);
    QCoreApplication application(argc, argv);
    const Translations translations;
    if (const QString problem = prepare(line); !problem.isEmpty())
        return mistaken(problem);
    // Posted, because the end may come before there is an event loop to quit.
    Headless headless(line, [&application] {
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    StopSignals signals([&headless] { headless.stop(); });
    headless.start();
    QCoreApplication::exec();
    return int(headless.status());
}

int tellNoDisplay(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Translations translations;
    return mistaken(QCoreApplication::translate("CommandLine",
        "There is no display to open a window on; run it in a desktop session, or with "
        "--headless."));
}

} // namespace

int main(int argc, char **argv)
{
    endOnShortage();
    fillStandardDescriptors();
    raiseDescriptorLimit();
    QCoreApplication::setOrganizationName(QStringLiteral("gleaner"));
    QCoreApplication::setApplicationName(QStringLiteral("gleaner"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GLEANER_VERSION));

    const QStringList arguments = decoded(argc, argv);
    const auto read = readTranslated(argc, argv, arguments);
    if (const auto *notice = std::get_if<Notice>(&read)) {
        if (notice->isError)
            return mistaken(notice->text);
        fputs(qUtf8Printable(notice->text), stdout);
        return int(ExitStatus::AllSaved);
    }
    const auto &line = std::get<CommandLine>(read);
    if (line.exports)
        return runExport(argc, argv, *line.exports);
    if (line.headless)
        return runHeadless(argc, argv, line);
    const auto display = findDisplay();
    if (!display)
        return tellNoDisplay(argc, argv);
    return runWindow(argc, argv, line, arguments);
}
