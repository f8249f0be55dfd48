// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/taskbarprogress.h"

#include "ui/downloads.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

#include <algorithm>

namespace gleaner
{

/// No reader of ours finds links in such a body.
static bool leadsNowhere(const QByteArray &type)
{
    const QByteArray essence = mimeEssence(type);
    if (essence.contains("xml") || essence.contains("mpegurl"))
        return false;
    return essence.startsWith("image/") || essence.startsWith("video/")
        || essence.startsWith("audio/") || essence.startsWith("font/")
        || essence == "application/pdf" || essence == "application/zip"
        || essence == "application/octet-stream" || essence == "application/gzip";
}

std::optional<double> knownProgress(const Session &session)
{
    const Totals &totals = session.totals();
    const auto &workers = session.workers()->reports();
    if (totals.known == 0 || totals.waiting > qint64(workers.size()))
        return {};
    const RecordTree &tree = session.tree()->tree();
    qint64 underWay = 0;
    double parts = 0;
    for (const WorkerReport &worker : workers) {
        if (worker.record >= tree.size() || !leadsNowhere(tree.record(worker.record).type))
            continue;
        ++underWay;
        if (worker.expected > 0)
            parts += double(worker.received) / double(worker.expected);
    }
    if (underWay < totals.waiting)
        return {};
    return (double(totals.known - totals.waiting) + parts) / double(totals.known);
}

TaskbarEntry::TaskbarEntry(
    const Downloads *downloads, const PreferencesKeeper *preferences, QObject *parent)
    : QObject(parent)
    , m_downloads(downloads)
    , m_preferences(preferences)
{
    connect(downloads, &Downloads::progressed, this, &TaskbarEntry::look);
    connect(downloads, &Downloads::stateChanged, this, &TaskbarEntry::look);
    connect(preferences, &PreferencesKeeper::changed, this, &TaskbarEntry::look);
}

TaskbarEntry::~TaskbarEntry()
{
    if (!(m_shown == Shown()))
        tell({});
}

TaskbarEntry::Shown TaskbarEntry::wanted() const
{
    Shown wanted;
    if (m_preferences->values().taskbar == TaskbarProgress::Hidden)
        return wanted;
    double done = 0;
    int known = 0;
    int running = 0;
    for (int i = 0; i < m_downloads->count(); ++i) {
        const Session *session = m_downloads->at(i);
        if (!isAtWork(session->state()))
            continue;
        ++running;
        wanted.count += session->totals().waiting;
        const std::optional<double> progress = knownProgress(*session);
        known += progress ? 1 : 0;
        done += progress.value_or(0);
    }
    if (running > 0 && known == running)
        wanted.progress = done / running;
    return wanted;
}

void TaskbarEntry::look()
{
    const Shown shown = wanted();
    const bool isOver = shown == Shown();
    constexpr int seldom = 1000;
    if (shown == m_shown || (!isOver && m_sinceTold.isValid() && !m_sinceTold.hasExpired(seldom)))
        return;
    m_sinceTold.start();
    tell(shown);
}

void TaskbarEntry::tell(const Shown &shown)
{
    m_shown = shown;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage update = QDBusMessage::createSignal(QStringLiteral("/org/gleaner/Gleaner"),
        QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    update << QStringLiteral("application://org.gleaner.Gleaner.desktop")
           << QVariantMap{{QStringLiteral("progress"), shown.progress.value_or(0)},
                  {QStringLiteral("progress-visible"), shown.progress.has_value()},
                  {QStringLiteral("count"), shown.count},
                  {QStringLiteral("count-visible"), shown.count > 0}};
    bus.send(update);
}

} // namespace gleaner
