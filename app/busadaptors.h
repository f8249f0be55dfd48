// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractAdaptor>
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

} // namespace gleaner
