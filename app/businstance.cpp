// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/businstance.h"

#include "app/busadaptors.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>

namespace gleaner
{

namespace
{

constexpr int claimMilliseconds = 2000;

QString busName()
{
    return QStringLiteral("org.gleaner.Gleaner");
}

QString objectPath()
{
    return QStringLiteral("/org/gleaner/Gleaner");
}

QDBusMessage callToBus(const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
        QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus"), method);
}

} // namespace

BusInstance::BusInstance(TakeHandover take, QString stateDirectory)
    : m_take(std::move(take))
    , m_stateDirectory(std::move(stateDirectory))
{
    new ApplicationAdaptor(this);
}

BusInstance::~BusInstance()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (m_hasName) {
        QDBusMessage release = callToBus(QStringLiteral("ReleaseName"));
        release << busName();
        // Sent, not called: nobody waits for a bus that hangs.
        bus.send(release);
    }
    bus.unregisterObject(objectPath());
}

bool BusInstance::claim()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // Before the name: whoever sees that may ask at once.
    if (!bus.isConnected()
        || !bus.registerObject(objectPath(), this, QDBusConnection::ExportAdaptors))
        return false;
    QDBusMessage call = callToBus(QStringLiteral("RequestName"));
    // D-Bus Specification, "org.freedesktop.DBus.RequestName".
    constexpr uint doNotQueue = 4;
    constexpr uint primaryOwner = 1;
    constexpr uint alreadyOwner = 4;
    call << busName() << doNotQueue;
    const QDBusReply<uint> reply = bus.call(call, QDBus::Block, claimMilliseconds);
    m_hasName = reply.isValid() && (reply.value() == primaryOwner || reply.value() == alreadyOwner);
    return m_hasName;
}

} // namespace gleaner
