// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiesfile.h"

#include "core/url/registrabledomain.h"

#include <QByteArrayList>
#include <QFile>

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr QByteArrayView httpOnly = "#HttpOnly_";
/// Far more than a browser keeps. /dev/zero has no end.
constexpr qint64 largestFile = 32 * 1024 * 1024;

/// "# Netscape HTTP Cookie File" or "# HTTP Cookie File", which may end in an address.
bool isTitle(QByteArrayView comment)
{
    return comment.toByteArray().toLower().contains("http cookie file");
}

std::optional<bool> readFlag(QByteArrayView word)
{
    if (word.compare("TRUE", Qt::CaseInsensitive) == 0)
        return true;
    if (word.compare("FALSE", Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

QByteArray canonicalDomain(QByteArray domain)
{
    if (domain.startsWith('.'))
        domain.remove(0, 1);
    if (domain.endsWith('.'))
        domain.chop(1);
    return domain.toLower();
}

bool isSendable(const Cookie &cookie)
{
    const auto isForbidden = [](char c) { return uchar(c) < 0x20 || c == 0x7f || c == ';'; };
    const QByteArray pair = cookie.name + cookie.value;
    return !cookie.name.isEmpty() && pair.size() <= largestCookie
        && std::ranges::none_of(pair, isForbidden);
}

/// Nothing if the line is none of a cookies.txt.
std::optional<Cookie> readLine(QByteArrayView line)
{
    const QByteArrayList fields = line.toByteArray().split('\t');
    // Some programs leave the last field out where the value is empty.
    if (fields.size() != 7 && fields.size() != 6)
        return std::nullopt;
    const auto subdomains = readFlag(fields[1]);
    const auto secure = readFlag(fields[3]);
    bool isNumber = false;
    // Chrome's exports have fractions of seconds.
    const double expires = fields[4].toDouble(&isNumber);
    const QByteArray domain = canonicalDomain(fields[0]);
    if (!subdomains || !secure || !isNumber || domain.isEmpty() || !fields[2].startsWith('/'))
        return std::nullopt;
    Cookie cookie;
    cookie.domain = domain;
    cookie.reach =
        *subdomains && !isIpAddress(domain) ? Cookie::Reach::Subdomains : Cookie::Reach::Host;
    cookie.path = fields[2];
    cookie.secure = *secure;
    // 0 is a session's, and here it lasts for this one.
    constexpr double endOfTime = 253402300799; // the year 9999
    if (expires > 0)
        cookie.expires = CookieTime(std::chrono::seconds(qint64(std::min(expires, endOfTime))));
    cookie.name = fields[5];
    cookie.value = fields.value(6);
    return cookie;
}

} // namespace

std::variant<std::vector<Cookie>, NoCookiesFile> parseCookiesFile(QByteArrayView text)
{
    std::vector<Cookie> cookies;
    bool isCookiesFile = false;
    int number = 0;
    while (!text.isEmpty()) {
        ++number;
        const qsizetype end = text.indexOf('\n');
        QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.startsWith(httpOnly)) {
            line = line.sliced(httpOnly.size());
        } else if (line.startsWith('#') || line.trimmed().isEmpty()) {
            isCookiesFile = isCookiesFile || isTitle(line);
            continue;
        }
        const auto cookie = readLine(line);
        if (!cookie)
            return NoCookiesFile{isCookiesFile ? number : 0};
        isCookiesFile = true;
        if (isSendable(*cookie))
            cookies.push_back(*cookie);
    }
    if (!isCookiesFile)
        return NoCookiesFile{};
    return cookies;
}

std::variant<std::vector<Cookie>, NoCookiesFile> readCookiesFile(const QString &fileName)
{
    QFile file(fileName);
    QByteArray text;
    if (file.open(QIODevice::ReadOnly))
        text = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return NoCookiesFile{0, file.errorString()};
    if (text.size() > largestFile)
        return NoCookiesFile{};
    return parseCookiesFile(text);
}

} // namespace gleaner
