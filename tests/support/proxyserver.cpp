// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/proxyserver.h"

#include "tests/support/httpmessage.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace gleaner::test
{

/// One client of a proxy, and the server it was led to. Deletes itself when either goes.
class Relay : public QObject
{
public:
    Relay(ProxyServer &proxy, QTcpSocket *client)
        : QObject(&proxy)
        , m_proxy(proxy)
        , m_client(client)
        , m_server(new QTcpSocket(this))
    {
        client->setParent(this);
        m_server->setProxy(QNetworkProxy::NoProxy);
        connect(client, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_server, &QTcpSocket::readyRead, this,
            [this] { m_client->write(m_server->readAll()); });
        connect(
            m_server, &QTcpSocket::disconnected, this, [this] { m_client->disconnectFromHost(); });
    }

private:
    void read()
    {
        m_received += m_client->readAll();
        if (m_tunnel) {
            m_server->write(std::exchange(m_received, {}));
            return;
        }
        if (m_proxy.m_kind == ProxyServer::Kind::Http)
            readHeads();
        else
            readSocks();
    }

    void readHeads()
    {
        for (qsizetype end; !m_tunnel && (end = m_received.indexOf("\r\n\r\n")) >= 0;) {
            const QByteArray head = m_received.first(end + 4);
            m_received.remove(0, end + 4);
            takeHead(head);
        }
        if (m_tunnel)
            m_server->write(std::exchange(m_received, {}));
    }

    void takeHead(const QByteArray &head)
    {
        m_proxy.heads.append(head);
        const QList<QByteArray> words = head.first(head.indexOf("\r\n")).split(' ');
        const bool isConnect = words[0] == "CONNECT";
        // "http://host/path" or "host:port".
        QByteArray place = isConnect ? words[1] : words[1].mid(7);
        QByteArray path = "/";
        if (const qsizetype slash = place.indexOf('/'); slash >= 0) {
            path = place.mid(slash);
            place.truncate(slash);
        }
        if (!place.contains(':'))
            place += ":80";
        m_proxy.asked.append(words[0] + ' ' + place);
        const QByteArray right = "Basic " + (m_proxy.m_user + ':' + m_proxy.m_password).toBase64();
        if (!m_proxy.m_user.isEmpty() && headerOf(head, "Proxy-Authorization") != right)
            return answer(responseHead(
                407, {{"Proxy-Authenticate", "Basic realm=\"proxy\""}, {"Content-Length", "0"}}));
        if (!reach(place))
            return answer(responseHead(502, {{"Content-Length", "0"}}));
        m_tunnel = isConnect;
        if (isConnect)
            return answer("HTTP/1.1 200 Connected\r\n\r\n");
        m_server->write(words[0] + ' ' + path + " HTTP/1.1" + head.mid(head.indexOf("\r\n")));
    }

    void readSocks()
    {
        // Greeting, perhaps name and password, request: each as long as it says.
        while (!m_tunnel && !m_received.isEmpty()) {
            const qsizetype size = !m_greeted ? greetingSize()
                : m_known                     ? requestSize()
                                              : loginSize();
            if (size < 0 || m_received.size() < size)
                return;
            const QByteArray message = m_received.first(size);
            m_received.remove(0, size);
            takeSocks(message);
        }
        if (m_tunnel)
            m_server->write(std::exchange(m_received, {}));
    }

    qsizetype greetingSize() const
    {
        return m_received.size() < 2 ? -1 : 2 + quint8(m_received[1]);
    }
    qsizetype loginSize() const
    {
        const qsizetype user = m_received.size() > 1 ? quint8(m_received[1]) : 255;
        return m_received.size() > 2 + user ? 3 + user + quint8(m_received[2 + user]) : -1;
    }
    qsizetype requestSize() const
    {
        if (m_received.size() < 5)
            return -1;
        return m_received[3] == 1 ? 10 : m_received[3] == 4 ? 22 : 7 + quint8(m_received[4]);
    }

    void takeSocks(const QByteArray &message)
    {
        if (!m_greeted) {
            m_greeted = true;
            m_known = m_proxy.m_user.isEmpty();
            const char method = m_known ? 0 : 2;
            const bool offered = message.mid(2).contains(method);
            return answer({offered ? QByteArray("\x05") + method : QByteArray("\x05\xff")});
        }
        if (!m_known) {
            const QByteArray right = QByteArray(1, '\x01') + char(m_proxy.m_user.size())
                + m_proxy.m_user + char(m_proxy.m_password.size()) + m_proxy.m_password;
            m_known = message == right;
            return answer(m_known ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01"));
        }
        const QByteArray host = message[3] == 3 ? message.mid(5, quint8(message[4])) : "an address";
        const int port = quint8(message[message.size() - 2]) << 8 | quint8(message.back());
        const QByteArray place = host + ':' + QByteArray::number(port);
        m_proxy.asked.append("SOCKS " + place);
        m_tunnel = reach(place);
        const QByteArray rest("\x00\x01\x7f\x00\x00\x01\x00\x00", 8);
        answer(QByteArray("\x05") + (m_tunnel ? '\x00' : '\x05') + rest);
    }

    bool reach(const QByteArray &place)
    {
        const quint16 port = m_proxy.m_routes.value(place);
        if (port != 0 && m_server->state() == QTcpSocket::UnconnectedState)
            m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return port != 0;
    }
    void answer(const QByteArray &bytes) { m_client->write(bytes); }

    ProxyServer &m_proxy;
    QTcpSocket *m_client;
    QTcpSocket *m_server;
    QByteArray m_received;
    bool m_tunnel = false;
    bool m_greeted = false;
    bool m_known = false;
};

ProxyServer::ProxyServer(Kind kind)
    : m_kind(kind)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("the test's proxy cannot listen");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            new Relay(*this, client);
    });
}

QString ProxyServer::url(const QString &userInfo) const
{
    return (m_kind == Kind::Http ? QStringLiteral("http://") : QStringLiteral("socks5://"))
        + userInfo + (userInfo.isEmpty() ? QString() : QStringLiteral("@"))
        + QStringLiteral("127.0.0.1:%1").arg(port());
}

void ProxyServer::demand(const QByteArray &user, const QByteArray &password)
{
    m_user = user;
    m_password = password;
}

} // namespace gleaner::test
