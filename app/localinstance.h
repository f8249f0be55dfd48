// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/oneinstance.h"

#include <QLockFile>

#include <chrono>

class QLocalServer;
class QLocalSocket;

namespace gleaner
{

/// Who is the first: whoever asks, somebody else, or nobody can tell.
enum class Claim : quint8 { First, Taken, Impossible };

/// The first instance: holds a lock in XDG_RUNTIME_DIR, which is this user's alone, and listens on
/// a socket beside it, which nobody else can open: what is handed over may be secret. Owned by
/// OneInstance.
class LocalInstance : public QObject
{
public:
    LocalInstance(TakeHandover take, const QString &stateDirectory);
    ~LocalInstance() override;

    /// Waits that long at most for one that is about to end.
    Claim claim(std::chrono::milliseconds patience = {});
    /// Nothing if no answer comes within some seconds, or the other one ends. Who has not answered
    /// in time does not take it later.
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
