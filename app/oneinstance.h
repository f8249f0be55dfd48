// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/handover.h"

#include <QObject>

#include <functional>
#include <memory>

namespace gleaner
{

class BusInstance;
class LocalInstance;

/// Answers a handover, now or later, once; in the thread in which it was asked.
using AnswerHandover = std::function<void(const HandoverAnswer &)>;
/// Takes one over and answers.
using TakeHandover = std::function<void(const Handover &, const AnswerHandover &)>;

/// What has become of a start.
enum class Start : quint8 {
    First, ///< it is the one to whom others hand over
    Alone, ///< nobody could be asked, or nobody answered in time: a window of its own
    HandedOver,
    Refused, ///< the one that runs has said what is wrong
};

/// One window program for each data folder of a person, in one session of the desktop.
///
/// Who has the lock beside a socket in XDG_RUNTIME_DIR is the first, and second starts hand over
/// through that socket. It also has the name org.gleaner.Gleaner on the session's message bus, if
/// there is one and nobody else has it: for what the desktop asks. Made after the application
/// object, in its thread; owned by main. Waits for others, but a few seconds at most, and before
/// there is a window.
class OneInstance
{
public:
    OneInstance();
    ~OneInstance();
    Q_DISABLE_COPY_MOVE(OneInstance)

    /// Finds out. Refused: sentence() says why.
    Start begin(const Handover &own);
    const QString &sentence() const { return m_sentence; }
    /// As First: what comes from now on goes there; what came before, too.
    void takeWith(TakeHandover take);
    /// From now on somebody else can be the first; nothing comes any more. Before the window goes.
    void end();

private:
    Start judge(const std::optional<HandoverAnswer> &answer);
    void take(const Handover &handover, const AnswerHandover &answer) const;

    QString m_stateDirectory;
    QString m_sentence;
    TakeHandover m_take;
    std::unique_ptr<BusInstance> m_bus;
    std::unique_ptr<LocalInstance> m_local;
};

} // namespace gleaner
