// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/typedaddress.h"

#include "core/url/characterclass.h"
#include "core/url/urlparser.h"

#include <algorithm>

namespace gleaner
{

namespace
{

constexpr qsizetype MaxTypedSize = 8192;

bool isDelimiter(char c)
{
    return c == '/' || c == '\\' || c == '?' || c == '#';
}

/// What stands before the first slash, '?' or '#'.
QByteArrayView upToDelimiter(QByteArrayView text)
{
    return {text.begin(), std::find_if(text.begin(), text.end(), isDelimiter)};
}

bool isPort(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 5
        && std::all_of(text.begin(), text.end(), [](char c) { return CharacterClass::isDigit(c); });
}

/// What stands before the colon where that is meant as a scheme: not so in "localhost:8000".
QByteArrayView schemeIn(QByteArrayView text)
{
    const QByteArrayView authority = upToDelimiter(text);
    const qsizetype colon = authority.indexOf(':');
    if (colon < 1 || !CharacterClass::isAlpha(text[0])) {
        return {};
    }
    const QByteArrayView scheme = authority.first(colon);
    const bool canBeScheme = std::all_of(scheme.begin(), scheme.end(),
        [](char c) { return CharacterClass::has(c, CharacterClass::SchemePart); });
    const bool isHost = isPort(authority.sliced(colon + 1))
        || (scheme.contains('.') && !text.sliced(colon + 1).startsWith("//"));
    return canBeScheme && !isHost ? scheme : QByteArrayView();
}

bool equalsIgnoringCase(QByteArrayView text, QByteArrayView lower)
{
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
        [](char a, char b) { return CharacterClass::toLower(a) == b; });
}

/// Whether the text can be told to be a host although no scheme says so.
bool isUnmistakable(QByteArrayView authority, QByteArrayView host)
{
    if (host == "localhost" || host.startsWith('[')) {
        return true;
    }
    const qsizetype colon = authority.lastIndexOf(':');
    if (colon >= 0 && isPort(authority.sliced(colon + 1))) {
        return true;
    }
    // A bare number has dots only once it is read as an IPv4 address; in other scripts the dot
    // may be written in another way.
    const bool dotWritten = std::any_of(
        authority.begin(), authority.end(), [](char c) { return c == '.' || quint8(c) >= 0x80; });
    return dotWritten && !host.startsWith('.') && host.chopped(1).contains('.');
}

TypedAddress parseWeb(const QByteArray &text)
{
    UrlParser parser(text);
    const auto address = parser.parse();
    if (parser.hadCredentials()) {
        return TypedAddressError::HasCredentials;
    }
    return address ? TypedAddress(*address) : TypedAddressError::NotAnAddress;
}

TypedAddress readWithScheme(const QByteArray &text, QByteArrayView scheme)
{
    if (!equalsIgnoringCase(scheme, "http") && !equalsIgnoringCase(scheme, "https")) {
        return TypedAddressError::UnknownScheme;
    }
    TypedAddress read = parseWeb(text);
    const auto *error = std::get_if<TypedAddressError>(&read);
    if (!error || *error != TypedAddressError::NotAnAddress) {
        return read;
    }
    const QByteArrayView rest = QByteArrayView(text).sliced(scheme.size() + 1);
    const auto host =
        std::find_if_not(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '\\'; });
    const bool hasHost = host != rest.end() && !isDelimiter(*host) && *host != ':';
    return hasHost ? read : TypedAddressError::NoHost;
}

TypedAddress readWithoutScheme(QByteArrayView text)
{
    if (text.startsWith("//")) {
        text = text.sliced(2);
    }
    const QByteArrayView authority = upToDelimiter(text);
    if (authority.isEmpty()) {
        return TypedAddressError::MissingScheme;
    }
    TypedAddress read = parseWeb("http://" + text.toByteArray());
    const auto *address = std::get_if<Address>(&read);
    if (address && !isUnmistakable(authority, address->host())) {
        return TypedAddressError::MissingScheme;
    }
    return read;
}

} // namespace

TypedAddress readTypedAddress(QStringView typed)
{
    const QByteArray text = typed.trimmed().toUtf8();
    if (text.isEmpty()) {
        return TypedAddressError::Empty;
    }
    if (text.size() > MaxTypedSize) {
        return TypedAddressError::TooLong;
    }
    const QByteArrayView scheme = schemeIn(text);
    return scheme.isEmpty() ? readWithoutScheme(text) : readWithScheme(text, scheme);
}

} // namespace gleaner
