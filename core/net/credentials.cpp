// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/credentials.h"

#include "core/url/address.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace gleaner
{

namespace
{

/// On a reply: the realm that it has given credentials to.
constexpr auto answeredRealm = "gleaner-answered-realm";

QByteArray originOf(const QNetworkReply &reply)
{
    return Address::parse(reply.url().toEncoded()).value_or(Address()).origin();
}

/// Qt 6.4 writes Latin-1 and has '?' for the rest; UTF-8 is what servers read today (RFC 7617,
/// section 2.1), so its bytes are handed over as characters.
QString forWire(const QString &text)
{
    return QString::fromLatin1(text.toUtf8());
}

} // namespace

CredentialGiver::CredentialGiver(CredentialsByOrigin known)
    : m_known(std::move(known))
{
}

void CredentialGiver::watch(QNetworkAccessManager &manager)
{
    if (m_known.isEmpty())
        return;
    // Emitted while Qt's HTTP thread waits: an unanswered demand ends the request with its 401.
    connect(
        &manager, &QNetworkAccessManager::authenticationRequired, this, &CredentialGiver::answer);
    connect(&manager, &QNetworkAccessManager::finished, this, [this](const QNetworkReply *reply) {
        const QVariant realm = reply->property(answeredRealm);
        if (!realm.isValid() || reply->error() != QNetworkReply::NoError)
            return;
        m_accepted.insert(originOf(*reply));
        m_accepted.insert(originOf(*reply) + ' ' + realm.toByteArray());
    });
}

void CredentialGiver::answer(QNetworkReply *reply, QAuthenticator *authenticator)
{
    const QByteArray origin = originOf(*reply);
    const auto known = m_known.constFind(origin);
    if (known == m_known.cend())
        return;
    const QByteArray realm = authenticator->realm().toUtf8();
    const QByteArray place = origin + ' ' + realm;
    if (reply->property(answeredRealm).isValid() && !m_accepted.contains(place)) {
        m_refused.insert(origin);
        m_refused.insert(place);
    }
    if (reply->property(answeredRealm).isValid() || m_refused.contains(place))
        return;
    reply->setProperty(answeredRealm, realm);
    authenticator->setUser(forWire(known->user));
    authenticator->setPassword(forWire(known->password));
}

bool CredentialGiver::mayTell(const QByteArray &origin) const
{
    return m_known.contains(origin) && (m_accepted.contains(origin) || !m_refused.contains(origin));
}

} // namespace gleaner
