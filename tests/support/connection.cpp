// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connection.h"

#include <algorithm>
#include <array>

#include <poll.h>

namespace gleaner::test
{

namespace
{

using namespace std::chrono_literals;

// Nothing here lasts for ever, so that a test that forgets a client ends too.
constexpr auto patience = 150s;
constexpr auto lingerTime = 2s;
constexpr qsizetype largestRequest = 4 * 1024 * 1024;
constexpr qsizetype bytesPerTurn = 256 * 1024;

} // namespace

Connection::Connection(std::unique_ptr<Wire> wire, int number, ServerState &state)
    : m_wire(std::move(wire))
    , m_state(state)
    , m_number(number)
    , m_turnStarted(Clock::now())
    , m_deadline(m_turnStarted + patience)
{
}

Connection::~Connection()
{
    m_turnStarted = Clock::now();
    endRequest();
}

short Connection::events() const
{
    return short(POLLIN | POLLRDHUP | (m_blocked || m_wire->wantsToWrite() ? POLLOUT : 0));
}

bool Connection::advance(bool readable)
{
    m_turnStarted = Clock::now();
    if ((m_blocked || !m_busy) && m_turnStarted >= m_deadline)
        return false;
    m_blocked = false;
    if (readable && !readAll()) {
        // The client is gone, but what it asked for belongs into the log.
        if (!m_busy)
            takeRequest();
        return false;
    }
    Turn turn = Turn::Again;
    while (turn == Turn::Again) {
        if (m_finishing)
            turn = lingerUntilClosed();
        else
            turn = m_busy ? play() : takeRequest();
    }
    return turn != Turn::Over;
}

bool Connection::readAll()
{
    std::array<char, 65536> buffer;
    for (int pieces = 0; pieces < 64; ++pieces) {
        const qsizetype size = m_wire->read(buffer.data(), buffer.size());
        if (size == Wire::wouldBlock)
            return true;
        if (size <= 0)
            return false;
        if (m_received.size() < largestRequest)
            m_received.append(buffer.data(), size);
    }
    return true;
}

Connection::Turn Connection::takeRequest()
{
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return m_received.size() < largestRequest ? Turn::Later : Turn::Over;
    Request request;
    request.head = m_received.first(end + 4);
    const qsizetype bodySize = request.header("Content-Length").toLongLong();
    if (bodySize < 0 || bodySize > largestRequest)
        return Turn::Over;
    if (m_received.size() < end + 4 + bodySize)
        return Turn::Later;
    request.body = m_received.sliced(end + 4, bodySize);
    m_received.remove(0, end + 4 + bodySize);

    const QList<QByteArray> words = request.head.first(request.head.indexOf("\r\n")).split(' ');
    if (words.size() != 3)
        return Turn::Over;
    request.method = words[0];
    request.target = words[1];
    request.version = words[2];
    request.connection = m_number;
    request.ordinal = ++m_ordinal;
    request.arrived = Clock::now();
    m_turnStarted = request.arrived;

    const std::shared_ptr<Handler> handler = m_state.find(request);
    m_logNumber = m_state.began(request);
    m_busy = true;
    Reply reply(request);
    (*handler)(request, reply);
    m_steps = reply.takeSteps();
    return Turn::Again;
}

Connection::Turn Connection::play()
{
    if (m_steps.empty()) {
        endRequest();
        waitUntil(m_turnStarted + patience);
        return Turn::Again;
    }
    Step &step = m_steps.front();
    switch (step.kind) {
    case Step::Kind::Send:
        return send(step);
    case Step::Kind::Wait:
        if (!m_waiting) {
            m_waiting = true;
            waitUntil(m_turnStarted + step.pause);
        }
        if (m_turnStarted < m_deadline)
            return Turn::Later;
        m_waiting = false;
        break;
    case Step::Kind::Hold:
        if (!m_waiting) {
            m_waiting = true;
            waitUntil(m_turnStarted + patience);
        }
        if (!m_state.isOpen(step.bytes))
            return m_turnStarted < m_deadline ? Turn::Later : Turn::Over;
        m_waiting = false;
        break;
    case Step::Kind::Stall:
        if (!m_waiting) {
            m_waiting = true;
            waitUntil(m_turnStarted + patience);
        }
        return m_turnStarted < m_deadline ? Turn::Later : Turn::Over;
    case Step::Kind::Close:
        m_wire->finish();
        endRequest();
        m_finishing = true;
        waitUntil(m_turnStarted + lingerTime);
        return Turn::Again;
    case Step::Kind::Reset:
        return reset();
    }
    m_steps.pop_front();
    return Turn::Again;
}

Connection::Turn Connection::send(Step &step)
{
    if (m_waiting && m_turnStarted < m_deadline)
        return Turn::Later;
    m_waiting = false;
    qsizetype budget = bytesPerTurn;
    while (step.times > 0) {
        const qsizetype left = step.bytes.size() - m_sent;
        const qsizetype size = step.piece > 0 ? std::min(step.piece, left) : left;
        const qsizetype written = m_wire->write(step.bytes.constData() + m_sent, size);
        if (written == Wire::broken)
            return Turn::Over;
        if (written == Wire::wouldBlock) {
            m_blocked = true;
            waitUntil(m_turnStarted + patience);
            return Turn::Later;
        }
        m_sent += written;
        budget -= written;
        if (m_sent == step.bytes.size()) {
            m_sent = 0;
            --step.times;
        }
        if (step.times > 0 && step.piece > 0) {
            m_waiting = true;
            waitUntil(m_turnStarted + step.pause);
            return Turn::Later;
        }
        if (step.times > 0 && budget <= 0) {
            // The others' turn; the socket is still writable, so this one comes back at once.
            m_blocked = true;
            waitUntil(m_turnStarted + patience);
            return Turn::Later;
        }
    }
    m_steps.pop_front();
    return Turn::Again;
}

Connection::Turn Connection::reset()
{
    // A RST throws away what has not arrived yet, and the test wants those bytes delivered.
    if (!m_waiting) {
        m_waiting = true;
        m_giveUp = m_turnStarted + lingerTime;
    }
    if (!m_wire->isDrained() && m_turnStarted < m_giveUp) {
        waitUntil(m_turnStarted + 1ms);
        return Turn::Later;
    }
    endRequest();
    m_wire->reset();
    return Turn::Over;
}

Connection::Turn Connection::lingerUntilClosed()
{
    // Closing a socket that still has unread input would turn the FIN into a RST.
    return m_turnStarted < m_deadline ? Turn::Later : Turn::Over;
}

void Connection::endRequest()
{
    if (m_busy)
        m_state.ended(m_logNumber, m_turnStarted);
    m_busy = false;
    m_steps.clear();
}

} // namespace gleaner::test
