// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/serverstate.h"
#include "tests/support/wire.h"

#include <deque>
#include <memory>

namespace gleaner::test
{

/// One accepted connection: reads requests, plays the steps of their replies. Lives in the server's
/// thread; never waits, but says what it waits for.
class Connection
{
public:
    Connection(std::unique_ptr<Wire> wire, int number, ServerState &state);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    int socket() const { return m_wire->socket(); }
    /// poll()'s events.
    short events() const;
    /// When to come back even if nothing has happened on the socket.
    Clock::time_point deadline() const { return m_deadline; }
    /// Does all it can do now; false when it is over and to be destroyed.
    bool advance(bool readable);

private:
    enum class Turn { Again, Later, Over };

    bool readAll();
    Turn takeRequest();
    Turn play();
    Turn send(Step &step);
    Turn reset();
    Turn lingerUntilClosed();
    void endRequest();
    void waitUntil(Clock::time_point when) { m_deadline = when; }

    std::unique_ptr<Wire> m_wire;
    ServerState &m_state;
    int m_number;
    int m_ordinal = 0;
    QByteArray m_received;
    std::deque<Step> m_steps;
    qsizetype m_sent = 0; ///< of the bytes of the first step
    qint64 m_logNumber = -1;
    bool m_busy = false; ///< a request is being answered
    bool m_waiting = false; ///< inside a pause
    bool m_finishing = false; ///< FIN is out, the peer's is awaited
    bool m_blocked = false; ///< the socket takes no more for now
    Clock::time_point m_turnStarted;
    Clock::time_point m_deadline;
    Clock::time_point m_giveUp; ///< waiting for the peer's kernel before a RST
};

} // namespace gleaner::test
