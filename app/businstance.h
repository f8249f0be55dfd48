// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/oneinstance.h"

namespace gleaner
{

/// The first instance on the session's message bus: has the name org.gleaner.Gleaner, and answers
/// there what desktops ask of an application (Desktop Entry Specification, section "D-Bus
/// Activation"). Second starts hand nothing over there: other programs may read along. Gives name
/// and object back when it goes. Owned by OneInstance.
class BusInstance : public QObject
{
public:
    BusInstance(TakeHandover take, QString stateDirectory);
    ~BusInstance() override;

    /// Whether the name is this one's now. Waits two seconds at most.
    bool claim();

    void take(const Handover &handover, const AnswerHandover &answer) { m_take(handover, answer); }
    const QString &stateDirectory() const { return m_stateDirectory; }

private:
    TakeHandover m_take;
    QString m_stateDirectory;
    bool m_hasName = false;
};

} // namespace gleaner
