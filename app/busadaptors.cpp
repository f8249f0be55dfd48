// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/busadaptors.h"

#include "app/businstance.h"

#include <QDir>

namespace gleaner
{

static QString tokenOf(const QVariantMap &platformData)
{
    const QString token = platformData.value(QStringLiteral("activation-token")).toString();
    return token.isEmpty() ? platformData.value(QStringLiteral("desktop-startup-id")).toString()
                           : token;
}

ApplicationAdaptor::ApplicationAdaptor(BusInstance *instance)
    : QDBusAbstractAdaptor(instance)
    , m_instance(instance)
{
}

void ApplicationAdaptor::Activate(const QVariantMap &platformData)
{
    take({}, platformData);
}

void ApplicationAdaptor::Open(const QStringList &uris, const QVariantMap &platformData)
{
    take(uris, platformData);
}

void ApplicationAdaptor::ActivateAction(
    const QString &, const QVariantList &, const QVariantMap &platformData)
{
    take({}, platformData);
}

void ApplicationAdaptor::take(const QStringList &uris, const QVariantMap &platformData)
{
    Handover handover;
    // What looks like an option is an address here.
    handover.arguments = QStringList{QStringLiteral("gleaner"), QStringLiteral("--")} + uris;
    handover.workingDirectory = QDir::homePath();
    handover.stateDirectory = m_instance->stateDirectory();
    handover.activationToken = tokenOf(platformData);
    m_instance->take(handover, [](const HandoverAnswer &) {
        // Whoever calls this takes no answer; the window says what is wrong.
    });
}

} // namespace gleaner
