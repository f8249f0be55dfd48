// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tlsproblem.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSslCertificate>

class QNetworkAccessManager;
class QNetworkReply;

namespace gleaner
{

class Address;

/// Sees to it that nothing is taken from a server whose identity is not proven, and remembers per
/// origin what was wrong. Qt tells the fault to one request only, and lets every other one that
/// waits for the same connection fail without it. In the crawl thread.
class ServerIdentity : public QObject
{
public:
    /// For every manager, before its first request.
    void watch(QNetworkAccessManager &manager);

    /// Whether the certificate behind this answer names the address's host; true without TLS.
    /// A connection that was made for a request which is gone by now has not been looked at.
    bool proves(const QNetworkReply &reply, const Address &address);

    /// The last fault found with this origin; None if there was none.
    TlsProblem problemOf(const QByteArray &origin) const { return m_problems.value(origin); }

    /// Whether there was a fault and never a proof: nothing more is to be asked there.
    bool isRefuted(const QByteArray &origin) const
    {
        return m_problems.contains(origin) && !m_proven.contains(origin);
    }

private:
    QHash<QByteArray, TlsProblem> m_problems;
    QHash<QByteArray, QSslCertificate> m_proven; ///< by origin, the last one that named it
};

} // namespace gleaner
