// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/oneinstance.h"

class QDBusConnection;

namespace gleaner
{

/// Who is the first: whoever asks, somebody else, or nobody can tell.
enum class Claim : quint8 { First, Taken, Impossible };

/// The first instance on the session's message bus: has the name org.gleaner.Gleaner, and answers
/// there what desktops ask of an application (Desktop Entry Specification, section "D-Bus
/// Activation"), and what a second start hands over. Owned by OneInstance.
class BusInstance : public QObject
{
public:
    BusInstance(TakeHandover take, QString stateDirectory);
    ~BusInstance() override;

    /// Waits two seconds at most.
    Claim claim();
    /// To whoever has the name. Nothing if no answer comes within some seconds.
    std::optional<HandoverAnswer> handOver(const Handover &own) const;

    void take(const Handover &handover, const AnswerHandover &answer) { m_take(handover, answer); }
    const QString &stateDirectory() const { return m_stateDirectory; }

private:
    TakeHandover m_take;
    QString m_stateDirectory;
};

} // namespace gleaner
