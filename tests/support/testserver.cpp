// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include "tests/support/faults.h"
#include "tests/support/madesite.h"
#include "tests/support/serverloop.h"
#include "tests/support/staticfile.h"

namespace gleaner::test
{

namespace
{

std::unique_ptr<TlsContext> contextFor(const Certificate *certificate)
{
    return certificate ? std::make_unique<TlsContext>(*certificate) : nullptr;
}

} // namespace

TestServer::TestServer(const QByteArray &address, const Certificate *certificate, quint16 port)
    : m_loop(std::make_unique<ServerLoop>(address, port, contextFor(certificate)))
    , m_address(address)
    , m_scheme(certificate ? QStringLiteral("https") : QStringLiteral("http"))
{
    addFaultRoutes(*this);
    addMadeSite(*this);
}

TestServer::~TestServer() = default;

quint16 TestServer::port() const
{
    return m_loop->port();
}

QUrl TestServer::url(const QByteArray &target, const QByteArray &host) const
{
    QUrl address;
    address.setScheme(m_scheme);
    address.setHost(QString::fromLatin1(host.isEmpty() ? m_address : host));
    address.setPort(port());
    const QUrl relative(QString::fromLatin1(target), QUrl::TolerantMode);
    address.setPath(relative.path(QUrl::FullyEncoded), QUrl::TolerantMode);
    if (relative.hasQuery())
        address.setQuery(relative.query(QUrl::FullyEncoded), QUrl::TolerantMode);
    return address;
}

void TestServer::serve(
    const QByteArray &path, const QByteArray &type, const QByteArray &body, const Headers &headers)
{
    const StaticFile file(type, body, headers);
    route(path, [file](const Request &request, Reply &reply) { file.answer(request, reply); });
}

void TestServer::route(const QByteArray &path, Handler handler)
{
    m_loop->state().route(path, std::move(handler));
}

void TestServer::release(const QByteArray &gate)
{
    m_loop->state().setGate(gate, true);
    m_loop->wake();
}

void TestServer::hold(const QByteArray &gate)
{
    m_loop->state().setGate(gate, false);
}

QList<Request> TestServer::requests() const
{
    return m_loop->state().requests();
}

int TestServer::count(const QByteArray &target) const
{
    return m_loop->state().count(target);
}

qint64 TestServer::total() const
{
    return m_loop->state().total();
}

int TestServer::openNow(const QByteArray &prefix) const
{
    return m_loop->state().openNow(prefix);
}

int TestServer::mostOpen(const QByteArray &prefix) const
{
    return m_loop->state().mostOpen(prefix);
}

int TestServer::connections() const
{
    return m_loop->state().connections();
}

void TestServer::clearLog()
{
    m_loop->state().clearLog();
}

void TestServer::setLogging(bool on)
{
    m_loop->state().setLogging(on);
}

} // namespace gleaner::test
