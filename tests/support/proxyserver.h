// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>

namespace gleaner::test
{

class Relay;

/// A proxy on loopback, in the thread and event loop of the test. It reaches only what it is told
/// to, so that a test can give any name to a server of its own. Owned by the test; every connection
/// goes with it.
class ProxyServer : public QObject
{
public:
    enum class Kind : quint8 {
        Http, ///< absolute-form and CONNECT (RFC 9110, section 9.3.6)
        Socks5, ///< RFC 1928, CONNECT by name or address; RFC 1929
    };
    explicit ProxyServer(Kind kind);

    quint16 port() const { return m_server.serverPort(); }
    /// "http://127.0.0.1:3128", with credentials if there are any.
    QString url(const QString &userInfo = {}) const;
    /// Where "site.test:80" really is, on 127.0.0.1. Everything else is refused.
    void reach(const QByteArray &hostAndPort, quint16 port) { m_routes[hostAndPort] = port; }
    /// From now on it wants these, and answers 407 or the like without.
    void demand(const QByteArray &user, const QByteArray &password);

    /// "GET site.test:80", "CONNECT site.test:443": what it was asked, in order.
    QByteArrayList asked;
    /// The heads of the requests it was sent by HTTP.
    QByteArrayList heads;

private:
    friend class Relay;
    const Kind m_kind;
    QTcpServer m_server;
    QHash<QByteArray, quint16> m_routes;
    QByteArray m_user;
    QByteArray m_password;
};

} // namespace gleaner::test
