// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractAdaptor>
#include <QDBusMessage>
#include <QVariantMap>

namespace gleaner
{

class BusInstance;

/// What desktops call: org.freedesktop.Application. Its signatures are the specification's, which
/// is why there are variants. Owned by the BusInstance.
class ApplicationAdaptor : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    explicit ApplicationAdaptor(BusInstance *instance);

public Q_SLOTS:
    void Activate(const QVariantMap &platformData);
    /// As addresses on a command line.
    void Open(const QStringList &uris, const QVariantMap &platformData);
    /// There are none in the desktop file.
    void ActivateAction(
        const QString &action, const QVariantList &parameter, const QVariantMap &platformData);

private:
    void take(const QStringList &uris, const QVariantMap &platformData);

    BusInstance *m_instance;
};

/// What a second start calls: org.gleaner.Gleaner. Owned by the BusInstance.
class HandoverAdaptor : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gleaner.Gleaner")

public:
    explicit HandoverAdaptor(BusInstance *instance);

public Q_SLOTS:
    /// Text in and out as in app/handover.h; the answer may come later.
    QString HandOver(const QString &handover, const QDBusMessage &message);

private:
    BusInstance *m_instance;
};

} // namespace gleaner
