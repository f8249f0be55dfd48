// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"
#include "core/url/addresswriter.h"
#include "core/url/urlinput.h"

namespace gleaner
{

/// Parses one address: the basic URL parser of the URL Standard (section 4.4), used once.
///
/// The standard reads byte by byte through some twenty states. What ends each state can be found
/// beforehand, so here the parts are cut out whole and written in their order. Private to
/// core/url; what others use is Address.
class UrlParser
{
public:
    /// Keeps all three by reference. Base and encoder may be null.
    explicit UrlParser(QByteArrayView input, const Address *base = nullptr,
        const QueryEncoder *queryEncoder = nullptr);

    /// Nothing for failure. To be called once.
    std::optional<Address> parse();

    /// Whether the input held a user name or a password, which the result does not.
    bool hadCredentials() const { return !m_credentials.isEmpty() && m_credentials != ":"; }
    /// As they were written, percent-encoded: "user", "user:password".
    const QByteArray &credentials() const { return m_credentials; }

private:
    // Each reads what is left up to the query, writes it, and is false for failure. Once there is
    // a relative one, the writer holds the base's authority.
    bool parseAbsolute(QByteArrayView rest);
    bool parseRelative(QByteArrayView rest);
    bool parseAuthority(QByteArrayView rest);
    bool parseHostAndPort(QByteArrayView text);
    bool parsePort(QByteArrayView digits);
    bool parseFile(QByteArrayView rest);
    bool parseFileHost(QByteArrayView rest);
    bool parseRootedFile(QByteArrayView rest);
    void parsePathStart(QByteArrayView rest);
    void replaceLastSegment(QByteArrayView rest);

    bool startsWithSlash(QByteArrayView text) const;
    qsizetype slashIn(QByteArrayView text) const;

    const Address *m_base;
    Scheme m_baseScheme;
    const QueryEncoder *m_queryEncoder;
    bool m_tooLong;
    UrlInput m_input;
    AddressWriter m_writer;
    bool m_keepsQuery = false;
    QByteArray m_credentials;
};

} // namespace gleaner
