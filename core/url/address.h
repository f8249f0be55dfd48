// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QUrl>

#include <compare>
#include <functional>
#include <optional>

namespace gleaner
{

/// Writes the query of a reference in its document's own charset, as browsers do for http, https,
/// file and ftp (URL Standard, section 1.3, "percent-encode after encoding"). Gets the query as
/// valid UTF-8; returns the bytes in the charset, with each character that it lacks written as
/// `%26%23` decimal `%3B`.
using QueryEncoder = std::function<QByteArray(QByteArrayView)>;

/// An absolute address in its one canonical byte form.
///
/// A value, safe in any thread, implicitly shared. Parsing and resolving follow the WHATWG URL
/// Standard (section 4.4, "URL parsing"), not QUrl: what a browser would request is what we
/// request. The canonical form drops the fragment, user name and password, and a default port;
/// it is what the seen-set compares. Any scheme can be held, so that a record may say why a
/// `ftp:` address was skipped; isWeb() tells http and https from the rest.
class Address
{
public:
    /// The null address: no bytes, equal only to itself.
    Address() = default;

    /// Parses an absolute address; nothing if it is none. Never throws; linear in the input.
    static std::optional<Address> parse(QByteArrayView input);

    /// Takes bytes() of an address back, without looking whether they are: for what this program
    /// has kept itself, many times as fast as parse(). Null for no bytes.
    static Address fromCanonical(QByteArray bytes);

    /// Resolves a reference found in a document at this address, as a browser would.
    std::optional<Address> resolve(QByteArrayView reference) const;
    /// The same for a document that is not in UTF-8.
    std::optional<Address> resolve(
        QByteArrayView reference, const QueryEncoder &queryEncoder) const;

    bool isNull() const { return m_bytes.isEmpty(); }
    bool isWeb() const { return m_web; }

    /// The canonical serialisation: ASCII only, no credentials, no fragment.
    const QByteArray &bytes() const { return m_bytes; }

    /// Without the colon, lower case.
    QByteArrayView scheme() const;
    /// Lower case ASCII; IDNA applied; an IPv6 address in brackets.
    QByteArrayView host() const;
    /// The effective port: the scheme's default where none is written; 0 for schemes without one.
    quint16 port() const;
    bool hasDefaultPort() const { return !writesPort(); }
    /// Percent-encoded, starts with '/' for http and https. Other schemes may have an opaque path:
    /// what stands behind the colon of `mailto:`.
    QByteArrayView path() const;
    bool hasOpaquePath() const { return !hasAuthority() && !path().startsWith('/'); }
    /// Percent-encoded, without the question mark. Empty also where there is none.
    QByteArrayView query() const;
    bool hasQuery() const { return m_pathEnd < m_bytes.size(); }
    /// "scheme://host" or "scheme://host:port", the key for lanes and secrets (RFC 6454, 4).
    QByteArray origin() const;

    /// For QNetworkRequest. QUrl has its own spelling: it decodes unreserved escapes (`%7E`) and
    /// escapes what browsers leave alone (a lone `%`, `|`). Invalid where QUrl cannot hold the host
    /// (`-a.example`, `a..b`). bytes() stays the one to compare and to record.
    QUrl toUrl() const;

    friend bool operator==(const Address &a, const Address &b) { return a.m_bytes == b.m_bytes; }
    friend std::strong_ordering operator<=>(const Address &a, const Address &b)
    {
        return a.m_bytes.compare(b.m_bytes) <=> 0;
    }
    friend size_t qHash(const Address &address, size_t seed = 0) noexcept
    {
        return qHash(address.m_bytes, seed);
    }

private:
    friend class AddressWriter;

    bool hasAuthority() const { return m_hostBegin > 1 && m_bytes.at(m_hostBegin - 1) == '/'; }
    int schemeEnd() const { return m_hostBegin - (hasAuthority() ? 3 : 1); }
    bool writesPort() const { return m_pathBegin > m_hostEnd && m_bytes.at(m_hostEnd) == ':'; }

    QByteArray m_bytes;
    // Offsets into m_bytes. Without an authority the host is empty and stands behind the colon.
    int m_hostBegin = 0;
    int m_hostEnd = 0;
    int m_pathBegin = 0;
    int m_pathEnd = 0;
    bool m_web = false;
};

} // namespace gleaner
