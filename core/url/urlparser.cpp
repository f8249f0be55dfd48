// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlparser.h"

#include "core/url/characterclass.h"
#include "core/url/pathbuilder.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace gleaner
{

namespace
{

// Repairing UTF-8 and percent-encoding each at most triple the bytes; offsets are int.
constexpr qsizetype MaxInputSize = std::numeric_limits<int>::max() / 32;

/// The position of the colon that ends a scheme; -1 where the text begins with none.
qsizetype schemeEndIn(QByteArrayView text)
{
    if (text.isEmpty() || !CharacterClass::isAlpha(text[0])) {
        return -1;
    }
    const auto end = std::find_if_not(text.begin(), text.end(),
        [](char c) { return CharacterClass::has(c, CharacterClass::SchemePart); });
    return end != text.end() && *end == ':' ? end - text.begin() : -1;
}

qsizetype portColonIn(QByteArrayView hostAndPort)
{
    bool inBrackets = false;
    for (qsizetype i = 0; i < hostAndPort.size(); ++i) {
        const char c = hostAndPort[i];
        if (c == ':' && !inBrackets) {
            return i;
        }
        inBrackets = c == '[' || (inBrackets && c != ']');
    }
    return -1;
}

/// The drive "/C:" that a canonical path begins with, or nothing.
QByteArrayView driveOf(QByteArrayView path)
{
    const bool drive = path.size() >= 3 && startsWithDriveLetter(path.sliced(1));
    return drive ? path.first(3) : QByteArrayView();
}

} // namespace

UrlParser::UrlParser(QByteArrayView input, const Address *base, const QueryEncoder *queryEncoder)
    : m_base(base && !base->isNull() ? base : nullptr)
    , m_baseScheme(m_base ? schemeNamed(m_base->scheme()) : Scheme::Other)
    , m_queryEncoder(queryEncoder)
    , m_tooLong(input.size() + (m_base ? m_base->bytes().size() : 0) > MaxInputSize)
    , m_input(m_tooLong ? QByteArrayView() : input)
{
}

std::optional<Address> UrlParser::parse()
{
    const QByteArrayView text = m_input.beforeQuery();
    const qsizetype schemeEnd = schemeEndIn(text);
    if (m_tooLong || (schemeEnd < 0 && !m_base)) {
        return std::nullopt;
    }
    // Room for a slash, a question mark and a guard that the input may lack.
    m_writer.reserve((schemeEnd < 0 ? m_base->bytes().size() : 0) + m_input.size() + 4);
    bool parsed = false;
    if (schemeEnd < 0) {
        parsed = parseRelative(text);
    } else {
        m_writer.writeScheme(text.first(schemeEnd));
        parsed = parseAbsolute(text.sliced(schemeEnd + 1));
    }
    if (!parsed) {
        return std::nullopt;
    }
    if (m_input.hasQuery()) {
        m_writer.writeQuery(m_input.query(), m_queryEncoder);
    } else if (m_keepsQuery) {
        m_writer.keepQuery(*m_base);
    }
    return m_writer.take();
}

bool UrlParser::parseAbsolute(QByteArrayView rest)
{
    switch (m_writer.scheme()) {
    case Scheme::File:
        return m_baseScheme == Scheme::File ? parseRelative(rest) : parseFile(rest);
    case Scheme::Other:
        if (rest.startsWith("//")) {
            return parseAuthority(rest);
        }
        if (rest.startsWith('/')) {
            m_writer.writeSegments(rest.sliced(1));
        } else {
            m_writer.writeOpaquePath(rest);
        }
        return true;
    default:
        // "https:x" is relative to a base of the same scheme, as it was before RFC 3986.
        return m_baseScheme == m_writer.scheme() && !rest.startsWith("//") ? parseRelative(rest)
                                                                           : parseAuthority(rest);
    }
}

bool UrlParser::parseRelative(QByteArrayView rest)
{
    m_writer.keepAuthority(*m_base);
    if (m_baseScheme == Scheme::File) {
        return parseFile(rest);
    }
    const bool onlyFragment = rest.isEmpty() && !m_input.hasQuery() && m_input.hasFragment();
    if (m_base->hasOpaquePath() && !onlyFragment) {
        return false;
    }
    if (!startsWithSlash(rest)) {
        replaceLastSegment(rest);
        return true;
    }
    if (startsWithSlash(rest.sliced(1))) {
        m_writer.writeScheme(m_base->scheme());
        return parseAuthority(rest);
    }
    m_writer.writeSegments(rest.sliced(1));
    return true;
}

/// Any number of slashes begins the authority of a special scheme, two that of any other.
bool UrlParser::parseAuthority(QByteArrayView rest)
{
    const auto begin =
        std::find_if_not(rest.begin(), rest.end(), [this](char c) { return m_writer.isSlash(c); });
    rest = rest.sliced(m_writer.isSpecial() ? begin - rest.begin() : 2);
    const QByteArrayView authority = rest.first(slashIn(rest));
    const qsizetype at = authority.lastIndexOf('@');
    if (at >= 0) {
        m_credentials = authority.first(at).toByteArray();
        if (at == authority.size() - 1) {
            return false;
        }
    }
    if (!parseHostAndPort(authority.sliced(at + 1))) {
        return false;
    }
    parsePathStart(rest.sliced(authority.size()));
    return true;
}

bool UrlParser::parseHostAndPort(QByteArrayView text)
{
    const qsizetype colon = portColonIn(text);
    const QByteArrayView host = colon < 0 ? text : text.first(colon);
    if (host.isEmpty() && (m_writer.isSpecial() || colon >= 0)) {
        return false;
    }
    return m_writer.writeHost(host) && (colon < 0 || parsePort(text.sliced(colon + 1)));
}

bool UrlParser::parsePort(QByteArrayView digits)
{
    if (digits.isEmpty()) {
        return true;
    }
    quint16 port = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), port);
    if (error != std::errc() || end != digits.end()) {
        return false;
    }
    m_writer.writePort(port);
    return true;
}

bool UrlParser::parseFile(QByteArrayView rest)
{
    if (startsWithSlash(rest)) {
        rest = rest.sliced(1);
        return startsWithSlash(rest) ? parseFileHost(rest.sliced(1)) : parseRootedFile(rest);
    }
    if (m_baseScheme == Scheme::File && !startsWithDriveLetter(rest)) {
        replaceLastSegment(rest);
        return true;
    }
    if (m_baseScheme != Scheme::File) {
        m_writer.writeHost({});
    }
    m_writer.writeSegments(rest);
    return true;
}

bool UrlParser::parseFileHost(QByteArrayView rest)
{
    m_writer.writeScheme("file");
    const QByteArrayView host = rest.first(slashIn(rest));
    if (host.size() == 2 && startsWithDriveLetter(host)) {
        m_writer.writeHost({});
        m_writer.writeSegments(rest);
        return true;
    }
    if (!m_writer.writeHost(host)) {
        return false;
    }
    parsePathStart(rest.sliced(host.size()));
    return true;
}

/// Behind the one slash that the path begins with.
bool UrlParser::parseRootedFile(QByteArrayView rest)
{
    if (m_baseScheme != Scheme::File) {
        m_writer.writeHost({});
    } else if (const QByteArrayView drive = driveOf(m_base->path());
               !drive.isEmpty() && !startsWithDriveLetter(rest)) {
        m_writer.writeSegments(drive.sliced(1));
    }
    m_writer.writeSegments(rest);
    return true;
}

/// What follows an authority: nothing, or a slash and the segments. A special scheme has a path
/// even if none is written.
void UrlParser::parsePathStart(QByteArrayView rest)
{
    if (!rest.isEmpty()) {
        m_writer.writeSegments(rest.sliced(1));
    } else if (m_writer.isSpecial()) {
        m_writer.writeSegments({});
    }
}

void UrlParser::replaceLastSegment(QByteArrayView rest)
{
    if (rest.isEmpty()) {
        m_writer.keepPath(*m_base);
        m_keepsQuery = true;
    } else {
        m_writer.keepPathWithoutLastSegment(*m_base);
        m_writer.writeSegments(rest);
    }
}

bool UrlParser::startsWithSlash(QByteArrayView text) const
{
    return !text.isEmpty() && m_writer.isSlash(text.front());
}

qsizetype UrlParser::slashIn(QByteArrayView text) const
{
    const auto slash =
        std::find_if(text.begin(), text.end(), [this](char c) { return m_writer.isSlash(c); });
    return slash - text.begin();
}

} // namespace gleaner
