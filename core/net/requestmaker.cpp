// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/requestmaker.h"

#include <QSslConfiguration>

namespace gleaner
{

namespace
{

/// Qt 6.4's HTTP/2 hangs when a queued request is cancelled, takes bodies without regard to the
/// read buffer's bound, and lacks two security fixes (CVE-2023-51714, CVE-2024-39936). Qt 6.8 has
/// a new one; whoever builds with that has the tests of core/net to judge it by.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
constexpr bool http2Allowed = true;
#else
constexpr bool http2Allowed = false;
#endif

} // namespace

RequestMaker::RequestMaker(const NetworkSettings &settings)
{
    // Set by us, it switches Qt's decoding off, which takes a cut body for a whole one.
    m_prototype.setRawHeader("Accept-Encoding", "identity");
    m_prototype.setRawHeader("Accept", "*/*");
    m_prototype.setRawHeader("User-Agent", "Gleaner/" GLEANER_VERSION);
    for (const auto attribute :
        {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
            QNetworkRequest::AuthenticationReuseAttribute})
        m_prototype.setAttribute(attribute, QNetworkRequest::Manual);
    m_prototype.setAttribute(QNetworkRequest::Http2AllowedAttribute, http2Allowed);
    if (!settings.authorities.isEmpty()) {
        // Added, not set: setting the list would switch off the lookup of the system's.
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(settings.authorities);
        m_prototype.setSslConfiguration(tls);
    }
}

QNetworkRequest RequestMaker::make(const QUrl &url, const FetchRequest &request,
    const Proxies &proxies, const CredentialGiver &credentials) const
{
    QNetworkRequest made = m_prototype;
    made.setUrl(url);
    if (request.accepts == AcceptedCoding::Gzip)
        made.setRawHeader("Accept-Encoding", "gzip");
    // Manual would not only keep Qt from sending them unasked: it would never send them.
    if (credentials.mayTell(request.address.origin()))
        made.setAttribute(
            QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Automatic);
    if (const QByteArray login = proxies.authorization(request.address); !login.isEmpty())
        made.setRawHeader("Proxy-Authorization", login);
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

} // namespace gleaner
