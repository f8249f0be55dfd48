// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"

#include "core/url/registrabledomain.h"

#include <algorithm>
#include <tuple>

namespace gleaner
{

namespace
{

bool isSafe(const Address &address)
{
    return address.scheme() == QByteArrayView("https");
}

/// A dot at the end names the same machine.
QByteArrayView hostOf(const Address &address)
{
    const QByteArrayView host = address.host();
    return host.size() > 1 && host.endsWith('.') ? host.chopped(1) : host;
}

bool isBelow(QByteArrayView host, QByteArrayView domain)
{
    return host.size() > domain.size() && host.endsWith(domain)
        && host.at(host.size() - domain.size() - 1) == '.';
}

bool domainMatches(QByteArrayView host, QByteArrayView domain)
{
    return host == domain || (isBelow(host, domain) && !isIpAddress(host));
}

/// The host and the domains above it.
std::vector<QByteArray> domainsOf(const QByteArray &host)
{
    std::vector<QByteArray> domains{host};
    if (isIpAddress(host))
        return domains;
    for (qsizetype dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
        domains.push_back(host.sliced(dot + 1));
    return domains;
}

bool pathMatches(QByteArrayView path, QByteArrayView cookiePath)
{
    return path.startsWith(cookiePath)
        && (path.size() == cookiePath.size() || cookiePath.endsWith('/')
            || path.at(cookiePath.size()) == '/');
}

QByteArray defaultPath(const Address &from)
{
    const qsizetype end = from.path().lastIndexOf('/');
    return end < 1 ? QByteArray("/") : from.path().first(end).toByteArray();
}

bool hasPrefix(QByteArrayView name, QByteArrayView prefix)
{
    return name.first(std::min(name.size(), prefix.size())).compare(prefix, Qt::CaseInsensitive)
        == 0;
}

bool keepsItsPrefix(const CookieLine &line)
{
    if (hasPrefix(line.name, "__Host-"))
        return line.secure && line.domain.isEmpty() && line.path == "/";
    return line.secure || !hasPrefix(line.name, "__Secure-");
}

bool isOver(const Cookie &cookie, CookieTime now)
{
    return cookie.expires && *cookie.expires <= now;
}

/// The cookie that a line makes for its sender; nothing if he may not.
std::optional<Cookie> made(const CookieLine &line, const Address &from)
{
    const QByteArrayView host = hostOf(from);
    Cookie cookie{line.name, line.value, host.toByteArray(), Cookie::Reach::Host, line.path,
        line.expires, line.secure};
    if (line.path.isEmpty())
        cookie.path = defaultPath(from);
    if ((line.secure && !isSafe(from)) || !keepsItsPrefix(line))
        return std::nullopt;
    if (line.domain.isEmpty())
        return cookie;
    if (!domainMatches(host, line.domain))
        return std::nullopt;
    if (isPublicSuffix(line.domain))
        return line.domain == host ? std::optional(cookie) : std::nullopt;
    cookie.domain = line.domain;
    cookie.reach = isIpAddress(host) ? Cookie::Reach::Host : Cookie::Reach::Subdomains;
    return cookie;
}

} // namespace

CookieJar::CookieJar(const std::vector<Cookie> &known)
{
    for (const Cookie &cookie : known)
        add(cookie);
}

int CookieJar::receive(const Address &from, const ResponseHead &head, CookieTime now)
{
    int taken = 0;
    for (const auto &[name, value] : head.headers) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0)
            continue;
        // Qt 6.4 joins repeated ones so; within one field the byte cannot be.
        for (const QByteArray &field : value.split('\n')) {
            const auto line = parseCookieLine(field, now);
            if (taken < mostPerResponse && line && receiveLine(from, *line, now))
                ++taken;
        }
    }
    return taken;
}

bool CookieJar::receiveLine(const Address &from, const CookieLine &line, CookieTime now)
{
    const auto cookie = made(line, from);
    if (!cookie || (!isSafe(from) && hidesSecureCookie(*cookie)))
        return false;
    put(*cookie);
    if (isOver(*cookie, now))
        dropOver(cookie->domain, now);
    return true;
}

void CookieJar::add(const Cookie &cookie)
{
    Cookie known = cookie;
    if (isPublicSuffix(known.domain))
        known.reach = Cookie::Reach::Host;
    put(known);
}

/// A page over http must not slip a value of its own under what was set over https ("leave secure
/// cookies alone").
bool CookieJar::hidesSecureCookie(const Cookie &cookie) const
{
    const auto isHidden = [&](const Kept &kept) {
        return kept.cookie.secure && kept.cookie.name == cookie.name
            && pathMatches(cookie.path, kept.cookie.path);
    };
    for (auto shelf = m_shelves.cbegin(); shelf != m_shelves.cend(); ++shelf) {
        const bool meets =
            domainMatches(shelf.key(), cookie.domain) || domainMatches(cookie.domain, shelf.key());
        if (meets && std::ranges::any_of(*shelf, isHidden))
            return true;
    }
    return false;
}

void CookieJar::put(const Cookie &cookie)
{
    Shelf &shelf = m_shelves[cookie.domain];
    const auto same = std::ranges::find_if(shelf, [&](const Kept &kept) {
        return kept.cookie.name == cookie.name && kept.cookie.path == cookie.path;
    });
    ++m_counter;
    if (same != shelf.end()) {
        same->cookie = cookie;
        same->used = m_counter;
        return;
    }
    shelf.push_back({cookie, m_counter, m_counter});
    ++m_size;
    if (qsizetype(shelf.size()) > mostPerDomain)
        removeWeakest(cookie.domain);
    if (m_size > mostInAll)
        removeWeakest(weakestDomain());
}

namespace
{

/// What is not secure goes first, lest http push out what https has set; then the longest unused.
template <typename Kept>
bool isWeaker(const Kept &a, const Kept &b)
{
    return std::tie(a.cookie.secure, a.used) < std::tie(b.cookie.secure, b.used);
}

} // namespace

QByteArray CookieJar::weakestDomain() const
{
    const Kept *weakest = nullptr;
    for (const Shelf &shelf : m_shelves) {
        const auto found = std::ranges::min_element(shelf, isWeaker<Kept>);
        if (!weakest || isWeaker(*found, *weakest))
            weakest = &*found;
    }
    return weakest->cookie.domain;
}

void CookieJar::removeWeakest(const QByteArray &domain)
{
    Shelf &shelf = m_shelves[domain];
    shelf.erase(std::ranges::min_element(shelf, isWeaker<Kept>));
    --m_size;
    if (shelf.empty())
        m_shelves.remove(domain);
}

void CookieJar::dropOver(const QByteArray &domain, CookieTime now)
{
    const auto shelf = m_shelves.find(domain);
    if (shelf == m_shelves.end())
        return;
    m_size -= qsizetype(
        std::erase_if(*shelf, [now](const Kept &kept) { return isOver(kept.cookie, now); }));
    if (shelf->empty())
        m_shelves.erase(shelf);
}

std::vector<CookieJar::Kept *> CookieJar::matching(const Address &to, CookieTime now)
{
    const QByteArray host = hostOf(to).toByteArray();
    std::vector<Kept *> found;
    for (const QByteArray &domain : domainsOf(host)) {
        dropOver(domain, now);
        const auto shelf = m_shelves.find(domain);
        if (shelf == m_shelves.end())
            continue;
        for (Kept &kept : *shelf) {
            const Cookie &cookie = kept.cookie;
            const bool reaches = domain == host || cookie.reach == Cookie::Reach::Subdomains;
            if (reaches && pathMatches(to.path(), cookie.path) && (!cookie.secure || isSafe(to)))
                found.push_back(&kept);
        }
    }
    std::ranges::sort(found, [](const Kept *a, const Kept *b) {
        const qsizetype aLength = a->cookie.path.size();
        const qsizetype bLength = b->cookie.path.size();
        return aLength != bLength ? aLength > bLength : a->created < b->created;
    });
    return found;
}

QByteArray CookieJar::fieldFor(const Address &to, CookieTime now)
{
    QByteArray field;
    qsizetype count = 0;
    for (Kept *kept : matching(to, now)) {
        const QByteArray pair = kept->cookie.name + '=' + kept->cookie.value;
        const QByteArrayView separator = field.isEmpty() ? "" : "; ";
        if (count == mostSent || field.size() + separator.size() + pair.size() > longestField)
            continue;
        field += separator.toByteArray() + pair;
        kept->used = ++m_counter;
        ++count;
    }
    return field;
}

void CookieJar::addField(HeaderList &headers, const Address &to, CookieTime now)
{
    const QByteArray field = fieldFor(to, now);
    if (field.isEmpty())
        return;
    // The last, because it is the one that is sent.
    const auto own = std::find_if(headers.rbegin(), headers.rend(), [](const auto &header) {
        return header.first.compare("cookie", Qt::CaseInsensitive) == 0;
    });
    if (own == headers.rend())
        headers.emplace_back("Cookie", field);
    else
        own->second += "; " + field;
}

std::vector<Cookie> CookieJar::all() const
{
    std::vector<Cookie> cookies;
    for (const Shelf &shelf : m_shelves) {
        for (const Kept &kept : shelf)
            cookies.push_back(kept.cookie);
    }
    return cookies;
}

} // namespace gleaner
