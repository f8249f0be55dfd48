// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/archivedhttp.h"

#include "core/crawl/crawljob.h"

#include <algorithm>

namespace gleaner
{

namespace
{

/// Stays on its line, whatever it holds.
QByteArray onOneLine(const QByteArray &value)
{
    QByteArray harmless = value;
    std::ranges::replace_if(
        harmless, [](char c) { return uchar(c) < ' ' && c != '\t'; }, ' ');
    return harmless;
}

QByteArray fieldLine(const QByteArray &name, const QByteArray &value)
{
    return name + ": " + onOneLine(value) + "\r\n";
}

QByteArray hostOf(const Address &address)
{
    const QByteArray host = address.host().toByteArray();
    return address.hasDefaultPort() ? host : host + ':' + QByteArray::number(address.port());
}

bool isSaid(const HeaderList &fields, QByteArrayView name)
{
    return std::ranges::any_of(fields,
        [&](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

HttpSecrets secretsOf(const CrawlJob &job)
{
    HttpSecrets secrets;
    secrets.requestFields = {"authorization", "cookie", "proxy-authorization"};
    for (const auto &[name, value] : job.headers)
        secrets.requestFields.append(name.toLower());
    const bool isKnown =
        !job.headers.empty() || !job.cookies.empty() || !job.network.credentials.isEmpty();
    if (isKnown)
        secrets.setCookies = HttpSecrets::SetCookies::LeftOut;
    return secrets;
}

QByteArray archivedRequest(
    const Address &address, const Exchange &exchange, const HttpSecrets &secrets)
{
    QByteArray target = address.path().toByteArray();
    if (address.hasQuery())
        target += '?' + address.query().toByteArray();
    QByteArray text = "GET " + target + " HTTP/1.1\r\n";
    if (!isSaid(exchange.sent, "host"))
        text += fieldLine("Host", hostOf(address));
    for (const auto &[name, value] : exchange.sent) {
        if (!secrets.requestFields.contains(name.toLower()))
            text += fieldLine(name, value);
    }
    if (!isSaid(exchange.sent, "connection"))
        text += fieldLine("Connection", "Keep-Alive");
    return text + "\r\n";
}

QByteArray archivedResponseHead(
    const Exchange &exchange, qint64 bodySize, const HttpSecrets &secrets)
{
    const QByteArray length = QByteArray::number(bodySize);
    QByteArray text = "HTTP/1.1 " + QByteArray::number(exchange.head.status) + ' '
        + onOneLine(exchange.reason) + "\r\n";
    for (const auto &[name, value] : exchange.head.headers) {
        const QByteArray lower = name.toLower();
        const bool isFraming = lower == "transfer-encoding"
            || (lower == "content-encoding" && exchange.isUnpacked) || lower == "content-length";
        if (lower == "set-cookie") {
            if (secrets.setCookies == HttpSecrets::SetCookies::LeftOut)
                continue;
            // Qt joins them by line ends.
            for (const QByteArray &cookie : value.split('\n'))
                text += fieldLine(name, cookie);
        } else if (lower == "content-length" && value.trimmed() == length) {
            continue;
        } else {
            text += fieldLine(isFraming ? framingPrefix + name : name, value);
        }
    }
    return text + fieldLine("Content-Length", length) + "\r\n";
}

} // namespace gleaner
