// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/cookie.h"
#include "core/net/cookieline.h"
#include "core/net/outcome.h"
#include "core/url/address.h"

#include <QHash>

#include <vector>

namespace gleaner
{

/// The cookies of one crawl (RFC 6265, sections 5.3 and 5.4), under the rules of its successor
/// (draft-ietf-httpbis-rfc6265bis) where these are stricter: nothing for a public suffix or by the
/// end of an IP address, `Secure` is set and sent over https only and is not overwritten from http,
/// `__Secure-` and `__Host-` mean what they say. A host is looked up by itself and the domains
/// above it, whatever else there is.
///
/// A plain object in the crawl thread, without I/O and without a clock. Nothing is ever written.
class CookieJar
{
public:
    /// What a server cannot exceed: it pushes its own older cookies out.
    static constexpr qsizetype mostPerDomain = 50;
    static constexpr int mostPerResponse = 50;
    /// As many as a browser keeps and so as its cookies.txt may bring (RFC 6265, section 6.1).
    static constexpr qsizetype mostInAll = 4000;
    static constexpr qsizetype mostSent = 150;
    /// Bytes of a Cookie field; servers refuse longer ones (Apache: 8190 with its name).
    static constexpr qsizetype longestField = 8000;

    CookieJar() = default;
    /// Filled with cookies that the person brings.
    explicit CookieJar(const std::vector<Cookie> &known);

    /// Takes what an answer from that address sets and may set; how many that were.
    int receive(const Address &from, const ResponseHead &head, CookieTime now);
    /// Takes one that the person brings; for a public suffix it is that host's alone.
    void add(const Cookie &cookie);

    /// What goes into the Cookie field of a request: longer paths first, then older ones. Empty if
    /// there is nothing for that address.
    QByteArray fieldFor(const Address &to, CookieTime now);
    /// The same behind what the person put into a Cookie field of his own.
    void addField(HeaderList &headers, const Address &to, CookieTime now);

    /// All of them, in no order, for whoever keeps them for a later run.
    std::vector<Cookie> all() const;
    /// With those that have expired and not been looked at since.
    qsizetype size() const { return m_size; }

private:
    struct Kept {
        Cookie cookie;
        quint64 created = 0; ///< decides the order in which they are sent
        quint64 used = 0; ///< the longest unused one goes first
    };
    using Shelf = std::vector<Kept>; ///< all of one domain

    bool receiveLine(const Address &from, const CookieLine &line, CookieTime now);
    bool hidesSecureCookie(const Cookie &cookie) const;
    std::vector<Kept *> matching(const Address &to, CookieTime now);
    void put(const Cookie &cookie);
    QByteArray weakestDomain() const;
    void removeWeakest(const QByteArray &domain);
    void dropOver(const QByteArray &domain, CookieTime now);

    QHash<QByteArray, Shelf> m_shelves; ///< by domain
    qsizetype m_size = 0;
    quint64 m_counter = 0;
};

} // namespace gleaner
