// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sleepinhibitor.h"

#include "ui/downloads.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QThreadPool>
#include <QVariantMap>

#include <fcntl.h>

namespace gleaner
{

namespace
{

constexpr int patienceMilliseconds = 5000;

QString portal()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

/// The message's own one goes with it.
Descriptor copyOf(const QDBusUnixFileDescriptor &file)
{
    return Descriptor(fcntl(file.fileDescriptor(), F_DUPFD_CLOEXEC, 0));
}

QString why()
{
    return QCoreApplication::translate("gleaner::SleepInhibitor", "Something is being downloaded");
}

} // namespace

SleepInhibitor::SleepInhibitor(
    const Downloads *downloads, const PreferencesKeeper *preferences, QObject *parent)
    : QObject(parent)
    , m_downloads(downloads)
    , m_preferences(preferences)
{
    connect(downloads, &Downloads::stateChanged, this, &SleepInhibitor::look);
    connect(downloads, &Downloads::aboutToGo, this, &SleepInhibitor::look, Qt::QueuedConnection);
    connect(preferences, &PreferencesKeeper::changed, this, &SleepInhibitor::look);
}

void SleepInhibitor::look()
{
    const bool isWanted = m_preferences->values().sleep == SleepWhileRunning::Inhibited
        && m_downloads->runningCount() > 0;
    if (isWanted == m_isWanted)
        return;
    m_isWanted = isWanted;
    ++m_question;
    if (!isWanted) {
        release();
        return;
    }
    // Connecting may take time, and is done by whoever asks for the connection first.
    startOnPool(
        *QThreadPool::globalInstance(), [this, door = m_inbox.door(), question = m_question] {
            const bool isThere = QDBusConnection::systemBus().isConnected();
            door.post([this, isThere, question] {
                if (question != m_question)
                    return;
                if (isThere)
                    askLogind();
                else
                    askPortal();
            });
        });
}

void SleepInhibitor::askLogind()
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.login1"),
        QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
        QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Gleaner") << why()
         << QStringLiteral("block");
    auto *answer = new QDBusPendingCallWatcher(
        QDBusConnection::systemBus().asyncCall(call, patienceMilliseconds), this);
    connect(
        answer, &QDBusPendingCallWatcher::finished, this, [this, answer, question = m_question] {
            answer->deleteLater();
            // An answer that comes too late lets go with its message.
            if (question != m_question)
                return;
            const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
            if (reply.isError())
                askPortal();
            else
                m_lock = copyOf(reply.value());
        });
}

void SleepInhibitor::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(portal(), QStringLiteral("/org/freedesktop/portal/desktop"),
            QStringLiteral("org.freedesktop.portal.Inhibit"), QStringLiteral("Inhibit"));
    constexpr uint suspend = 4;
    call << QString() << suspend << QVariantMap{{QStringLiteral("reason"), why()}};
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call, patienceMilliseconds), this);
    connect(
        answer, &QDBusPendingCallWatcher::finished, this, [this, answer, question = m_question] {
            answer->deleteLater();
            const QDBusPendingReply<QDBusObjectPath> reply = *answer;
            if (reply.isError())
                return;
            m_request = reply.value().path();
            if (question != m_question)
                release();
        });
}

void SleepInhibitor::release()
{
    m_lock = {};
    const QString request = std::exchange(m_request, QString());
    if (request.isEmpty())
        return;
    QDBusConnection::sessionBus().send(QDBusMessage::createMethodCall(portal(), request,
        QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Close")));
}

} // namespace gleaner
