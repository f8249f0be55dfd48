// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverstate.h"

#include <algorithm>
#include <vector>

namespace gleaner::test
{

namespace
{

constexpr size_t longestLog = 200'000;

void answerNotFound(const Request &, Reply &reply)
{
    reply.answer(404, "text/plain", "no such route\n");
}

} // namespace

void ServerState::route(const QByteArray &path, Handler handler)
{
    const std::lock_guard lock(m_mutex);
    m_routes[path] = std::make_shared<Handler>(std::move(handler));
}

std::shared_ptr<Handler> ServerState::find(Request &request) const
{
    const std::lock_guard lock(m_mutex);
    const QByteArray path = request.path();
    if (const auto exact = m_routes.find(path); exact != m_routes.end())
        return exact->second;
    for (qsizetype slash = path.lastIndexOf('/'); slash >= 0;
         slash = slash > 0 ? path.lastIndexOf('/', slash - 1) : -1) {
        const auto below = m_routes.find(path.first(slash + 1));
        if (below != m_routes.end()) {
            request.rest = path.sliced(slash + 1);
            return below->second;
        }
    }
    return std::make_shared<Handler>(answerNotFound);
}

void ServerState::setGate(const QByteArray &gate, bool open)
{
    const std::lock_guard lock(m_mutex);
    if (open)
        m_openGates.insert(gate);
    else
        m_openGates.remove(gate);
}

bool ServerState::isOpen(const QByteArray &gate) const
{
    const std::lock_guard lock(m_mutex);
    return m_openGates.contains(gate);
}

qint64 ServerState::began(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    ++m_total;
    if (!m_logging)
        return -1;
    m_log.push_back(request);
    ++m_counts[request.target];
    if (m_log.size() > longestLog) {
        m_log.pop_front();
        ++m_firstNumber;
    }
    return m_firstNumber + qint64(m_log.size()) - 1;
}

void ServerState::ended(qint64 number, Clock::time_point when)
{
    const std::lock_guard lock(m_mutex);
    if (number < m_firstNumber || number >= m_firstNumber + qint64(m_log.size()))
        return;
    Request &request = m_log[size_t(number - m_firstNumber)];
    // An answer given in one turn was open for a moment all the same.
    request.ended = std::max(when, request.arrived + std::chrono::nanoseconds(1));
}

void ServerState::connected()
{
    const std::lock_guard lock(m_mutex);
    ++m_connections;
}

QList<Request> ServerState::requests() const
{
    const std::lock_guard lock(m_mutex);
    return QList<Request>(m_log.begin(), m_log.end());
}

int ServerState::count(const QByteArray &target) const
{
    const std::lock_guard lock(m_mutex);
    return m_counts.value(target);
}

qint64 ServerState::total() const
{
    const std::lock_guard lock(m_mutex);
    return m_total;
}

int ServerState::openNow(const QByteArray &prefix) const
{
    const std::lock_guard lock(m_mutex);
    return int(std::count_if(m_log.begin(), m_log.end(), [&prefix](const Request &request) {
        return !request.ended && request.target.startsWith(prefix);
    }));
}

int ServerState::mostOpen(const QByteArray &prefix) const
{
    struct Change {
        Clock::time_point when;
        int by;
    };
    std::vector<Change> changes;
    {
        const std::lock_guard lock(m_mutex);
        for (const Request &request : m_log) {
            if (!request.target.startsWith(prefix))
                continue;
            changes.push_back({request.arrived, 1});
            if (request.ended)
                changes.push_back({*request.ended, -1});
        }
    }
    // At the same instant an end counts first: it freed the place that the other one took.
    std::sort(changes.begin(), changes.end(), [](const Change &left, const Change &right) {
        return left.when != right.when ? left.when < right.when : left.by < right.by;
    });
    int open = 0;
    int most = 0;
    for (const Change &change : changes) {
        open += change.by;
        most = std::max(most, open);
    }
    return most;
}

int ServerState::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_connections;
}

void ServerState::clearLog()
{
    const std::lock_guard lock(m_mutex);
    m_firstNumber += qint64(m_log.size());
    m_log.clear();
    m_counts.clear();
    m_total = 0;
}

void ServerState::setLogging(bool on)
{
    const std::lock_guard lock(m_mutex);
    m_logging = on;
}

} // namespace gleaner::test
