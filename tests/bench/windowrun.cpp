// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real window with a real download, for compare.py: windowrun [--pause-after FILES] ARGUMENTS,
// which are gleaner's. Starts at once, prints a line of JSON when the download has ended, and ends.
// With --pause-after it pauses once so many files are saved, prints "paused" when that has come to
// pass, and then does nothing until it is killed.
#include "app/commandline.h"
#include "app/eventloops.h"
#include "app/preparation.h"
#include "core/crawl/crawlengine.h"
#include "ui/crawldownload.h"
#include "ui/icontheme.h"
#include "ui/mainwindow.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <optional>
#include <utility>

using namespace gleaner;

namespace
{

/// Of this thread, milliseconds.
double processorTime()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

/// How long the event loop was away at most, and how often for longer than a person may notice.
/// What it used of the processor meanwhile tells its own work from that of a busy machine.
class Turns
{
public:
    explicit Turns(QObject *owner)
    {
        auto *timer = new QTimer(owner);
        QObject::connect(timer, &QTimer::timeout, owner, [this] { tick(); });
        m_sinceTick.start();
        timer->start(std::chrono::milliseconds(1));
    }

    double longest() const { return m_longest; }
    double longestWork() const { return m_longestWork; }
    int overFifty() const { return m_overFifty; }

private:
    void tick()
    {
        const double gap = double(m_sinceTick.nsecsElapsed()) / 1e6;
        m_sinceTick.start();
        m_longest = std::max(m_longest, gap);
        m_overFifty += gap > 50;
        const double used = processorTime();
        m_longestWork = std::max(m_longestWork, used - std::exchange(m_used, used));
    }

    QElapsedTimer m_sinceTick;
    double m_longest = 0;
    double m_longestWork = 0;
    double m_used = processorTime();
    int m_overFifty = 0;
};

std::optional<int> takePauseAfter(QStringList &arguments)
{
    const qsizetype place = arguments.indexOf(QStringLiteral("--pause-after"));
    if (place < 0 || place + 1 >= arguments.size())
        return std::nullopt;
    const int files = arguments[place + 1].toInt();
    arguments.remove(place, 2);
    return files;
}

void say(const QByteArray &line)
{
    fprintf(stdout, "%s\n", line.constData());
    fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    useOwnEventLoops(MainLoop::Window);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("gleaner"));
    QCoreApplication::setApplicationName(QStringLiteral("gleaner"));
    QStringList arguments = QCoreApplication::arguments();
    const std::optional<int> pauseAfter = takePauseAfter(arguments);
    const auto read = readCommandLine(arguments);
    if (const auto *notice = std::get_if<Notice>(&read)) {
        fputs(qUtf8Printable(notice->text), stderr);
        return 2;
    }
    CommandLine line = std::get<CommandLine>(read);
    if (!prepare(line).isEmpty() || line.job.starts.empty())
        return 2;
    line.job.whenLarge = LargeDownload::GoOn; // there is nobody to answer
    useIconFallback(QApplication::palette());
    WindowParts parts;
    const auto engine = std::make_shared<CrawlEngine>();
    parts.makeDownload = [engine] { return std::make_unique<CrawlDownload>(engine); };
    parts.directoryFor = [](const Address &) { return QString(); };
    MainWindow window(parts, {line.job, QString()});
    window.show();
    Session *session = window.session();
    if (!session)
        return 2;

    if (pauseAfter) {
        QObject::connect(session, &Session::progressed, session, [&] {
            if (session->state() == SessionState::Running && session->totals().saved >= *pauseAfter)
                session->pause();
        });
        QObject::connect(session, &Session::stateChanged, session, [](SessionState state) {
            if (state == SessionState::Paused)
                say("paused");
        });
        return QApplication::exec();
    }
    const Turns turns(&window);
    QObject::connect(session, &Session::stateChanged, session, [&](SessionState state) {
        if (!hasEnded(state))
            return;
        say(QByteArrayLiteral("{\"seconds\": ") + QByteArray::number(double(clock.elapsed()) / 1e3)
            + ", \"longest\": " + QByteArray::number(turns.longest())
            + ", \"longestWork\": " + QByteArray::number(turns.longestWork())
            + ", \"overFifty\": " + QByteArray::number(turns.overFifty())
            + ", \"saved\": " + QByteArray::number(session->totals().saved) + '}');
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    return QApplication::exec();
}
