// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpmessage.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace gleaner::test
{

struct Certificate;
class ServerLoop;

/// Called in the server's thread; must not wait.
using Handler = std::function<void(const Request &, Reply &)>;

/// An HTTP/1.1 server that does what it is told, wrong things above all.
///
/// Listens on a free port of a loopback address and runs in a thread of its own, without Qt's event
/// loop, so that nothing the code under test does can hold it up. Every function may be called from
/// any thread. Knows the routes of faults.h (/fault/...) and madesite.h (/made/...) from the start;
/// everything else is 404 until served. Owned by the test; the destructor breaks every connection.
class TestServer
{
public:
    /// `address` must be a loopback one (127.x.y.z or ::1); with a certificate it speaks TLS.
    explicit TestServer(const QByteArray &address = "127.0.0.1",
        const Certificate *certificate = nullptr, quint16 port = 0);
    ~TestServer();
    Q_DISABLE_COPY_MOVE(TestServer)

    quint16 port() const;
    /// The address of a target ("/a?b"), under another host name if wanted ("localhost").
    QUrl url(const QByteArray &target = "/", const QByteArray &host = {}) const;

    /// A whole file, with an ETag, answered as a decent server would: also HEAD, Range, If-Range,
    /// If-None-Match. Serving the same path again changes the content.
    void serve(const QByteArray &path, const QByteArray &type, const QByteArray &body,
        const Headers &headers = {});
    /// Every path equal to `path`, or below it when it ends in '/'; the longest one wins.
    void route(const QByteArray &path, Handler handler);

    /// Lets everything go on that a Reply held at this gate, now and later; hold() shuts it again.
    void release(const QByteArray &gate);
    void hold(const QByteArray &gate);

    /// Everything asked so far in order of arrival (the latest 200,000).
    QList<Request> requests() const;
    /// How often exactly this target (path and query) was asked for.
    int count(const QByteArray &target) const;
    /// How many requests there were at all, logged or not.
    qint64 total() const;
    /// Requests below this path whose answer is still going on, now and at the worst moment.
    int openNow(const QByteArray &prefix = "/") const;
    int mostOpen(const QByteArray &prefix = "/") const;
    /// Connections accepted so far.
    int connections() const;
    void clearLog();
    /// Without it only total() counts; for crawls so large that the log would be what is measured.
    void setLogging(bool on);

private:
    std::unique_ptr<ServerLoop> m_loop;
    QByteArray m_address;
    QString m_scheme;
};

} // namespace gleaner::test
