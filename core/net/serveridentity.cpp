// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/serveridentity.h"

#include "core/net/certificatename.h"
#include "core/url/address.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslError>

namespace gleaner
{

namespace
{

Address addressOf(const QNetworkReply &reply)
{
    return Address::parse(reply.url().toEncoded()).value_or(Address());
}

} // namespace

void ServerIdentity::watch(QNetworkAccessManager &manager)
{
    // Both are emitted while Qt's HTTP thread waits: nothing has been asked on that connection.
    connect(&manager, &QNetworkAccessManager::sslErrors, this,
        [this](const QNetworkReply *reply, const QList<QSslError> &errors) {
            m_problems.insert(addressOf(*reply).origin(), tlsProblem(errors));
        });
    connect(&manager, &QNetworkAccessManager::encrypted, this, [this](QNetworkReply *reply) {
        if (!proves(*reply, addressOf(*reply)))
            reply->abort();
    });
}

bool ServerIdentity::proves(const QNetworkReply &reply, const Address &address)
{
    if (address.scheme() != QByteArrayView("https"))
        return true;
    const QByteArray origin = address.origin();
    const QSslCertificate certificate = reply.sslConfiguration().peerCertificate();
    if (const auto proven = m_proven.constFind(origin);
        proven != m_proven.cend() && *proven == certificate)
        return true;
    if (!certificateNames(certificate, address.host())) {
        m_problems.insert(origin, TlsProblem::OtherName);
        return false;
    }
    m_proven.insert(origin, certificate);
    return true;
}

} // namespace gleaner
