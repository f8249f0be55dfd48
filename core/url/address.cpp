// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/address.h"

#include "core/url/scheme.h"
#include "core/url/urlparser.h"

#include <charconv>

namespace gleaner
{

std::optional<Address> Address::parse(QByteArrayView input)
{
    return UrlParser(input).parse();
}

std::optional<Address> Address::resolve(QByteArrayView reference) const
{
    return UrlParser(reference, this).parse();
}

std::optional<Address> Address::resolve(
    QByteArrayView reference, const QueryEncoder &queryEncoder) const
{
    return UrlParser(reference, this, &queryEncoder).parse();
}

QByteArrayView Address::scheme() const
{
    return isNull() ? QByteArrayView() : QByteArrayView(m_bytes).first(schemeEnd());
}

QByteArrayView Address::host() const
{
    return QByteArrayView(m_bytes).sliced(m_hostBegin, m_hostEnd - m_hostBegin);
}

quint16 Address::port() const
{
    if (!writesPort()) {
        return defaultPort(schemeNamed(scheme()));
    }
    quint16 port = 0;
    std::from_chars(m_bytes.begin() + m_hostEnd + 1, m_bytes.begin() + m_pathBegin, port);
    return port;
}

QByteArrayView Address::path() const
{
    return QByteArrayView(m_bytes).sliced(m_pathBegin, m_pathEnd - m_pathBegin);
}

QByteArrayView Address::query() const
{
    return hasQuery() ? QByteArrayView(m_bytes).sliced(m_pathEnd + 1) : QByteArrayView();
}

QByteArray Address::origin() const
{
    return m_bytes.first(writesPort() ? m_pathBegin : m_hostEnd);
}

QUrl Address::toUrl() const
{
    return QUrl::fromEncoded(m_bytes, QUrl::TolerantMode);
}

} // namespace gleaner
