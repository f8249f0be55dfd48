// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/businstance.h"

#include <QLockFile>

class QLocalServer;
class QLocalSocket;

namespace gleaner
{

/// The first instance where there is no message bus: holds a lock in XDG_RUNTIME_DIR, which is
/// this user's alone, and listens on a socket beside it. Owned by OneInstance.
class LocalInstance : public QObject
{
public:
    LocalInstance(TakeHandover take, const QString &stateDirectory);
    ~LocalInstance() override;

    Claim claim();
    /// Nothing if no answer comes within some seconds.
    std::optional<HandoverAnswer> handOver(const Handover &own) const;

private:
    void greet(QLocalSocket *caller);
    void read(QLocalSocket *caller);

    TakeHandover m_take;
    QString m_socket; ///< its name; empty where there is no place for it
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace gleaner
