// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/hostparser.h"

#include "core/url/characterclass.h"
#include "core/url/idna.h"
#include "core/url/ipv4.h"
#include "core/url/ipv6.h"
#include "core/url/percentencoding.h"
#include "core/url/utf8.h"

#include <QByteArray>

#include <algorithm>

namespace gleaner
{

namespace
{

bool appendBracketed(QByteArray &out, QByteArrayView host)
{
    if (!host.endsWith(']')) {
        return false;
    }
    const auto pieces = parseIpv6(host.sliced(1, host.size() - 2));
    if (pieces) {
        appendIpv6(out, *pieces);
    }
    return pieces.has_value();
}

bool appendOpaque(QByteArray &out, QByteArrayView host)
{
    const bool forbidden = std::any_of(host.begin(), host.end(),
        [](char c) { return CharacterClass::has(c, CharacterClass::ForbiddenInHost); });
    if (!forbidden) {
        appendPercentEncoded(out, host, CharacterClass::EncodeInOpaque);
    }
    return !forbidden;
}

/// The domain is ASCII and not escaped; nearly every host is, and needs no tables of Unicode.
bool appendAsciiDomain(QByteArray &out, QByteArrayView domain)
{
    const qsizetype begin = out.size();
    out.resize(begin + domain.size());
    char *lower = out.data() + begin;
    for (const char c : domain) {
        if (CharacterClass::has(c, CharacterClass::ForbiddenInDomain)) {
            return false;
        }
        *lower++ = CharacterClass::toLower(c);
    }
    const QByteArrayView written = QByteArrayView(out).sliced(begin);
    if (written.isEmpty() || !endsInNumber(written)) {
        return !written.isEmpty();
    }
    const auto address = parseIpv4(written);
    if (address) {
        out.truncate(begin);
        appendIpv4(out, *address);
    }
    return address.has_value();
}

bool isAscii(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return quint8(c) >= 0x80; });
}

bool appendDomain(QByteArray &out, QByteArrayView host)
{
    if (host.contains('%')) {
        const QByteArray decoded = percentDecoded(host);
        return appendAsciiDomain(
            out, isAscii(decoded) ? decoded : domainToAscii(repairedUtf8(decoded)));
    }
    return isAscii(host) ? appendAsciiDomain(out, host)
                         : appendAsciiDomain(out, domainToAscii(host));
}

} // namespace

bool appendHost(QByteArray &out, QByteArrayView host, HostKind kind)
{
    if (host.startsWith('[')) {
        return appendBracketed(out, host);
    }
    return kind == HostKind::Opaque ? appendOpaque(out, host) : appendDomain(out, host);
}

} // namespace gleaner
