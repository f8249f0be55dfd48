// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/address.h"

#include "core/url/scheme.h"
#include "core/url/urlparser.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace gleaner
{

std::optional<Address> Address::parse(QByteArrayView input)
{
    return UrlParser(input).parse();
}

Address Address::fromCanonical(QByteArray bytes)
{
    Address address;
    address.m_bytes = std::move(bytes);
    if (address.isNull())
        return address;
    const std::string_view text(address.m_bytes.constData(), size_t(address.m_bytes.size()));
    // find_first_of() makes a call for each character, and this is done several times per request.
    const auto find = [&](auto isWanted, size_t from) {
        const auto rest = text.begin() + std::min(from, text.size());
        return size_t(std::find_if(rest, text.end(), isWanted) - text.begin());
    };
    const auto endsPath = [](char letter) { return letter == '?'; };
    const auto endsAuthority = [](char letter) { return letter == '/' || letter == '?'; };
    const auto endsHost = [](char letter) {
        return letter == ':' || letter == '/' || letter == '?';
    };
    const size_t colon = std::min(text.find(':'), text.size());
    const bool hasAuthority = text.substr(colon + 1).starts_with("//");
    const size_t hostBegin = colon + (hasAuthority ? 3 : 1);
    size_t hostEnd = hostBegin;
    size_t pathBegin = hostBegin;
    if (hasAuthority) {
        // An IPv6 address has colons, too.
        const bool isBracketed = text.substr(hostBegin).starts_with('[');
        hostEnd = find(endsHost, isBracketed ? text.find(']', hostBegin) : hostBegin);
        pathBegin = find(endsAuthority, hostEnd);
    } else if (text.substr(hostBegin).starts_with("/.//")) {
        // The guard that AddressWriter::take() writes.
        pathBegin += 2;
    }
    address.m_hostBegin = int(hostBegin);
    address.m_hostEnd = int(hostEnd);
    address.m_pathBegin = int(pathBegin);
    address.m_pathEnd = int(find(endsPath, pathBegin));
    const std::string_view scheme = text.substr(0, colon);
    address.m_web = scheme == "http" || scheme == "https";
    return address;
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
