// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/businstance.h"

#include "app/busadaptors.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>

namespace gleaner
{

namespace
{

constexpr int claimMilliseconds = 2000;
/// The window of the one that runs never waits, so a second is much already.
constexpr int answerMilliseconds = 5000;

/// The name, and the interface of that name.
QString busName()
{
    return QStringLiteral("org.gleaner.Gleaner");
}

QString objectPath()
{
    return QStringLiteral("/org/gleaner/Gleaner");
}

} // namespace

BusInstance::BusInstance(TakeHandover take, QString stateDirectory)
    : m_take(std::move(take))
    , m_stateDirectory(std::move(stateDirectory))
{
    new ApplicationAdaptor(this);
    new HandoverAdaptor(this);
}

BusInstance::~BusInstance()
{
    QDBusConnection::sessionBus().unregisterObject(objectPath());
}

Claim BusInstance::claim()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // Before the name: whoever sees that may ask at once.
    if (!bus.isConnected()
        || !bus.registerObject(objectPath(), this, QDBusConnection::ExportAdaptors))
        return Claim::Impossible;
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
        QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus"),
        QStringLiteral("RequestName"));
    // D-Bus Specification, "org.freedesktop.DBus.RequestName".
    constexpr uint doNotQueue = 4;
    constexpr uint primaryOwner = 1;
    constexpr uint alreadyOwner = 4;
    call << busName() << doNotQueue;
    const QDBusReply<uint> reply = bus.call(call, QDBus::Block, claimMilliseconds);
    if (!reply.isValid())
        return Claim::Impossible;
    const bool isOurs = reply.value() == primaryOwner || reply.value() == alreadyOwner;
    return isOurs ? Claim::First : Claim::Taken;
}

std::optional<HandoverAnswer> BusInstance::handOver(const Handover &own) const
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        busName(), objectPath(), busName(), QStringLiteral("HandOver"));
    call << QString::fromUtf8(toBytes(own));
    // Not started for this: it would be a window in the place of this one.
    call.setAutoStartService(false);
    const QDBusReply<QString> reply =
        QDBusConnection::sessionBus().call(call, QDBus::Block, answerMilliseconds);
    return reply.isValid() ? readHandoverAnswer(reply.value()) : std::nullopt;
}

} // namespace gleaner
