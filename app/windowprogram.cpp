// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowprogram.h"

#include "app/defaultdirectory.h"
#include "app/displayloss.h"
#include "app/eventloops.h"
#include "app/exitstatus.h"
#include "app/mistake.h"
#include "app/oneinstance.h"
#include "app/preparation.h"
#include "app/receiving.h"
#include "app/stopsignals.h"
#include "core/crawl/crawlengine.h"
#include "core/crawl/sessions.h"
#include "ui/crawldownload.h"
#include "ui/icontheme.h"
#include "ui/mainwindow.h"
#include "ui/preferencesfile.h"
#include "ui/preferenceskeeper.h"
#include "ui/translations.h"

#include <QApplication>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>

#include <memory>
#include <optional>

namespace gleaner
{

namespace
{

/// The desktop's leave to come to the front. Qt takes it from the environment when it begins.
QString activationToken()
{
    const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qEnvironmentVariable("DESKTOP_STARTUP_ID") : token;
}

QString configDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
}

QString preferencesFile()
{
    return configDirectory() + QStringLiteral("/preferences.ini");
}

CommandLineContext contextOf(const Preferences &preferences)
{
    CommandLineContext context;
    context.windowDefaults = [preferences] {
        CrawlJob job;
        applyPreferences(job, preferences);
        return job;
    };
    context.windowDirectory = [folder = preferences.folder](
                                  const Address &start) { return defaultDirectory(start, folder); };
    return context;
}

/// The window, and what it stands on.
int showWindow(const CommandLine &line, OneInstance &instance)
{
    QApplication::setApplicationDisplayName(QStringLiteral("Gleaner"));
    QApplication::setDesktopFileName(QStringLiteral("org.gleaner.Gleaner"));
    useIconFallback(QApplication::palette());
    WindowParts parts;
    const auto engine = std::make_shared<CrawlEngine>();
    QList<QPointer<CrawlDownload>> downloads;
    parts.makeDownload = [&downloads, engine] {
        auto made = std::make_unique<CrawlDownload>(engine);
        downloads.removeAll(nullptr);
        downloads.append(made.get());
        return made;
    };
    PreferencesKeeper preferences(preferencesFile());
    parts.preferences = &preferences;
    parts.directoryFor = [&preferences](const Address &start) {
        return defaultDirectory(start, preferences.values().folder);
    };
    if (const QString state = line.job.stateDirectory; !state.isEmpty())
        parts.readSessions = [state] { return knownSessions(state); };
    parts.configDirectory = configDirectory();
    MainWindow window(parts, {line.job, QString()});
    Receiving receiving(&window, [&preferences] { return contextOf(preferences.values()); });
    instance.takeWith([&receiving](const Handover &handover, const AnswerHandover &answer) {
        receiving.take(handover, answer);
    });
    // Widgets cannot go any more then; nothing comes after it that would use their download.
    const DisplayLoss displayLoss([&downloads, engine] {
        for (const QPointer<CrawlDownload> &download : std::as_const(downloads))
            delete download.data();
        engine->settle();
    });
    // Asked by a signal nobody is there to answer questions.
    StopSignals signals([] { QApplication::exit(int(ExitStatus::Stopped)); });
    window.show();
    const int status = QApplication::exec();
    // What is handed over now would go with the window.
    instance.end();
    return status;
}

} // namespace

CommandLineContext windowContext()
{
    // Read once, and not at all for a line without a window.
    const auto stored = std::make_shared<std::optional<CommandLineContext>>();
    const auto read = [stored]() -> const CommandLineContext & {
        if (!*stored)
            *stored = contextOf(readPreferences(preferencesFile()).values);
        return **stored;
    };
    CommandLineContext context;
    context.windowDefaults = [read] { return read().windowDefaults(); };
    context.windowDirectory = [read](
                                  const Address &start) { return read().windowDirectory(start); };
    return context;
}

int runWindow(int argc, char **argv, CommandLine line, const QStringList &arguments)
{
    useOwnEventLoops(MainLoop::Window);
    const QString token = activationToken();
    QApplication application(argc, argv);
    const QString language = readPreferences(preferencesFile()).values.language;
    const Translations translations(
        language.isEmpty() ? QLocale::system().uiLanguages() : QStringList{language});
    if (const QString problem = prepare(line); !problem.isEmpty())
        return mistaken(problem);
    OneInstance instance;
    switch (instance.begin({arguments, QDir::currentPath(), line.job.stateDirectory, token,
        line.job.network.credentials})) {
    case Start::HandedOver:
        say(QCoreApplication::translate(
            "CommandLine", "The Gleaner that is already running takes this over."));
        return int(ExitStatus::AllSaved);
    case Start::Refused:
        return mistaken(instance.sentence());
    case Start::First:
    case Start::Alone:
        break;
    }
    return showWindow(line, instance);
}

} // namespace gleaner
