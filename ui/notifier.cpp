// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifier.h"

#include "ui/downloads.h"
#include "ui/endtext.h"
#include "ui/texts.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>
#include <QWidget>

namespace gleaner
{

namespace
{

constexpr int patienceMilliseconds = 5000;

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString path()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

QDBusMessage callOf(const char *method)
{
    return QDBusMessage::createMethodCall(
        service(), path(), service(), QString::fromLatin1(method));
}

} // namespace

bool endedByItself(const Session &session)
{
    return session.state() == SessionState::Finished
        || (session.state() == SessionState::Stopped
            && (session.limitReached() || session.fault()));
}

EndNotice endNotice(const Session &session, BodyMarkup markup)
{
    const bool isAll = isWhole(session);
    const QString site = siteText(session.job().starts.front());
    EndNotice notice;
    // The body begins with what a scan is.
    if (session.job().purpose == Purpose::Scan)
        notice.summary = site;
    else
        notice.summary = isAll ? Notifier::tr("Downloaded: %1").arg(site)
                               : Notifier::tr("Not everything was downloaded: %1").arg(site);
    const QString body = session.fault() ? diskFaultText(*session.fault()) : endText(session);
    notice.body = markup == BodyMarkup::Understood ? body.toHtmlEscaped() : body;
    notice.category =
        isAll ? QStringLiteral("transfer.complete") : QStringLiteral("transfer.error");
    notice.hasFolder = session.tree()->tree().sums(RecordTree::root).files > 0;
    return notice;
}

Notifier::Notifier(
    const Downloads *downloads, const PreferencesKeeper *preferences, QWidget *window)
    : QObject(window)
    , m_preferences(preferences)
    , m_window(window)
{
    connect(downloads, &Downloads::stateChanged, this, &Notifier::look);
    connect(downloads, &Downloads::aboutToGo, this,
        [this](const Session *session) { m_numbers.remove(session); });
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Without the service's name: whoever connects with it waits for an answer about its owner.
    bus.connect({}, path(), service(), QStringLiteral("ActionInvoked"), this,
        SLOT(actionInvoked(uint, QString)));
    bus.connect({}, path(), service(), QStringLiteral("ActivationToken"), this,
        SLOT(activationToken(uint, QString)));
}

void Notifier::look(Session *session)
{
    const Notifying when = m_preferences->values().notifying;
    const bool isWanted = when == Notifying::Always
        || (when == Notifying::WhenNotInFront && !m_window->isActiveWindow());
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!isWanted || !endedByItself(*session) || !bus.isConnected())
        return;
    auto *answer = new QDBusPendingCallWatcher(
        bus.asyncCall(callOf("GetCapabilities"), patienceMilliseconds), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
        [this, answer, session = QPointer(session)] {
            answer->deleteLater();
            const QDBusPendingReply<QStringList> reply = *answer;
            if (reply.isError() || !session)
                return;
            const bool isMarkup = reply.value().contains(QStringLiteral("body-markup"));
            send(session, isMarkup ? BodyMarkup::Understood : BodyMarkup::None);
        });
}

void Notifier::send(Session *session, BodyMarkup markup)
{
    const EndNotice notice = endNotice(*session, markup);
    QStringList actions{QStringLiteral("default"), tr("Show")};
    if (notice.hasFolder)
        actions << QStringLiteral("open-folder") << tr("Open Folder");
    const QVariantMap hints{
        {QStringLiteral("desktop-entry"), QStringLiteral("org.gleaner.Gleaner")},
        {QStringLiteral("category"), notice.category}};
    QDBusMessage call = callOf("Notify");
    constexpr int itsOwnTime = -1;
    call << QStringLiteral("Gleaner") << m_numbers.value(session)
         << QStringLiteral("org.gleaner.Gleaner") << notice.summary << notice.body << actions
         << hints << itsOwnTime;
    auto *answer = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call, patienceMilliseconds), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this,
        [this, answer, session = QPointer(session)] {
            answer->deleteLater();
            const QDBusPendingReply<uint> reply = *answer;
            if (reply.isError() || !session)
                return;
            m_sent.insert(reply.value(), {session, session->job().directory});
            m_numbers.insert(session, reply.value());
        });
}

void Notifier::actionInvoked(uint id, const QString &action)
{
    const auto sent = m_sent.constFind(id);
    if (sent == m_sent.constEnd())
        return;
    if (action == QStringLiteral("open-folder"))
        Q_EMIT folderWanted(sent->folder);
    else
        Q_EMIT showWanted(sent->session);
}

void Notifier::activationToken(uint id, const QString &token)
{
    // Where Qt's Wayland plugin looks for it.
    if (m_sent.contains(id) && !token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

} // namespace gleaner
