// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testserver.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <map>
#include <mutex>

namespace gleaner::test
{

/// What a TestServer's thread and the tests share: routes, gates and the log, under one mutex.
class ServerState
{
public:
    void route(const QByteArray &path, Handler handler);
    /// Sets request.rest. The handler for everything unknown answers 404.
    std::shared_ptr<Handler> find(Request &request) const;

    void setGate(const QByteArray &gate, bool open);
    bool isOpen(const QByteArray &gate) const;

    /// The number by which ended() knows the request.
    qint64 began(const Request &request);
    void ended(qint64 number, Clock::time_point when);
    void connected();

    QList<Request> requests() const;
    int count(const QByteArray &target) const;
    qint64 total() const;
    int openNow(const QByteArray &prefix) const;
    int mostOpen(const QByteArray &prefix) const;
    int connections() const;
    void clearLog();
    void setLogging(bool on);

private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, std::shared_ptr<Handler>> m_routes;
    QSet<QByteArray> m_openGates;
    std::deque<Request> m_log;
    QHash<QByteArray, int> m_counts;
    qint64 m_firstNumber = 0; ///< of the request at the front of the log
    qint64 m_total = 0;
    int m_connections = 0;
    bool m_logging = true;
};

} // namespace gleaner::test
