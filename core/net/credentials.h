// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

class QAuthenticator;
class QNetworkAccessManager;
class QNetworkReply;

namespace gleaner
{

/// A name and a password. Secret: never shown, logged or stored.
struct Credentials {
    QString user;
    QString password;
};

/// For whom they are: scheme, host and port, as Address::origin() writes them.
using CredentialsByOrigin = QHash<QByteArray, Credentials>;

/// Answers a server's demand for a name and a password (RFC 7617, RFC 7616; Qt knows both), where
/// there are some for exactly its origin, and never a second time where they were refused: what
/// is wrong does not become right. In the crawl thread.
class CredentialGiver : public QObject
{
public:
    explicit CredentialGiver(CredentialsByOrigin known);

    /// For every manager, before its first request.
    void watch(QNetworkAccessManager &manager);

    /// Whether a request to that origin may carry credentials unasked, which Qt does where they
    /// were right before: not where they have only ever been refused.
    bool mayTell(const QByteArray &origin) const;

private:
    void answer(QNetworkReply *reply, QAuthenticator *authenticator);

    const CredentialsByOrigin m_known;
    // Origins, and with a blank and a realm behind them places.
    QSet<QByteArray> m_accepted;
    QSet<QByteArray> m_refused;
};

} // namespace gleaner
