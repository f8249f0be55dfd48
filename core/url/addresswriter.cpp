// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/addresswriter.h"

#include "core/url/characterclass.h"
#include "core/url/hostparser.h"
#include "core/url/pathbuilder.h"
#include "core/url/percentencoding.h"

#include <algorithm>
#include <utility>

namespace gleaner
{

namespace
{

constexpr qsizetype WorthwhileSlack = 64;

} // namespace

void AddressWriter::writeScheme(QByteArrayView scheme)
{
    QByteArray &bytes = m_address.m_bytes;
    bytes.resize(scheme.size());
    std::transform(scheme.begin(), scheme.end(), bytes.begin(), CharacterClass::toLower);
    m_scheme = schemeNamed(bytes);
    bytes.append(':');
    m_address.m_hostBegin = m_address.m_hostEnd = int(bytes.size());
    beginPath();
}

bool AddressWriter::writeHost(QByteArrayView host)
{
    QByteArray &bytes = m_address.m_bytes;
    bytes.append("//");
    m_address.m_hostBegin = int(bytes.size());
    const HostKind kind = isSpecial() ? HostKind::Domain : HostKind::Opaque;
    if (!host.isEmpty() && !appendHost(bytes, host, kind)) {
        return false;
    }
    if (m_scheme == Scheme::File && bytes.endsWith("//localhost")) {
        bytes.truncate(m_address.m_hostBegin);
    }
    m_address.m_hostEnd = int(bytes.size());
    beginPath();
    return true;
}

void AddressWriter::writePort(quint16 port)
{
    if (port != defaultPort(m_scheme) || !isSpecial()) {
        m_address.m_bytes.append(':').append(QByteArray::number(port));
        beginPath();
    }
}

void AddressWriter::keepAuthority(const Address &base)
{
    // Without an authority, what stands between host and path is the guard that take() writes.
    const int end = base.hasAuthority() ? base.m_pathBegin : base.m_hostEnd;
    m_address.m_bytes.truncate(0);
    m_address.m_bytes.append(QByteArrayView(base.m_bytes).first(end));
    m_address.m_hostBegin = base.m_hostBegin;
    m_address.m_hostEnd = base.m_hostEnd;
    m_scheme = schemeNamed(base.scheme());
    beginPath();
}

void AddressWriter::keepPath(const Address &base)
{
    m_address.m_bytes.append(base.path());
    endPath();
}

void AddressWriter::keepPathWithoutLastSegment(const Address &base)
{
    m_address.m_bytes.append(base.path());
    PathBuilder(m_address.m_bytes, m_address.m_pathBegin, m_scheme).removeLast();
    endPath();
}

void AddressWriter::keepQuery(const Address &base)
{
    m_address.m_bytes.append(QByteArrayView(base.m_bytes).sliced(base.m_pathEnd));
}

void AddressWriter::writeSegments(QByteArrayView segments)
{
    PathBuilder(m_address.m_bytes, m_address.m_pathBegin, m_scheme).append(segments);
    endPath();
}

void AddressWriter::writeOpaquePath(QByteArrayView path)
{
    // A blank at the end would be lost when these bytes are parsed again.
    const bool blank = path.endsWith(' ');
    appendPercentEncoded(
        m_address.m_bytes, blank ? path.chopped(1) : path, CharacterClass::EncodeInOpaque);
    if (blank) {
        m_address.m_bytes.append("%20");
    }
    endPath();
}

void AddressWriter::writeQuery(QByteArrayView query, const QueryEncoder *encoder)
{
    m_address.m_bytes.append('?');
    const bool encodes =
        encoder && *encoder && isSpecial() && m_scheme != Scheme::Ws && m_scheme != Scheme::Wss;
    const quint8 set =
        isSpecial() ? CharacterClass::EncodeInSpecialQuery : CharacterClass::EncodeInQuery;
    if (encodes) {
        appendPercentEncoded(m_address.m_bytes, (*encoder)(query), set);
    } else {
        appendPercentEncoded(m_address.m_bytes, query, set);
    }
}

Address AddressWriter::take()
{
    // Without the guard, such a path would be read as an authority.
    if (!m_address.hasAuthority() && m_address.path().startsWith("//")) {
        m_address.m_bytes.insert(m_address.m_pathBegin, "/.");
        m_address.m_pathBegin += 2;
        m_address.m_pathEnd += 2;
    }
    m_address.m_web = m_scheme == Scheme::Http || m_scheme == Scheme::Https;
    // There may be a million addresses, and the room for a base's long query is often not needed.
    if (m_address.m_bytes.capacity() - m_address.m_bytes.size() > WorthwhileSlack) {
        m_address.m_bytes.squeeze();
    }
    return std::move(m_address);
}

void AddressWriter::beginPath()
{
    m_address.m_pathBegin = int(m_address.m_bytes.size());
    endPath();
}

void AddressWriter::endPath()
{
    m_address.m_pathEnd = int(m_address.m_bytes.size());
}

} // namespace gleaner
