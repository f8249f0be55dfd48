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

TypedStartAddress parseWeb(const QByteArray &text)
{
    UrlParser parser(text);
    const auto address = parser.parse();
    // "http://me:secret@" is more than a slip of the pen: say what is wrong with it.
    if (!address && parser.hadCredentials()) {
        return TypedAddressError::HasCredentials;
    }
    if (!address) {
        return TypedAddressError::NotAnAddress;
    }
    const QByteArray &credentials = parser.credentials();
    const qsizetype colon = credentials.indexOf(':');
    const auto decoded = [](const QByteArray &encoded) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
    };
    TypedStart start{
        *address, decoded(colon < 0 ? credentials : credentials.left(colon)), std::nullopt};
    if (parser.hadCredentials() && colon >= 0) {
        start.password = decoded(credentials.mid(colon + 1));
    }
    return start;
}

TypedStartAddress readWithScheme(const QByteArray &text, QByteArrayView scheme)
{
    if (!equalsIgnoringCase(scheme, "http") && !equalsIgnoringCase(scheme, "https")) {
        return TypedAddressError::UnknownScheme;
    }
    TypedStartAddress read = parseWeb(text);
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

TypedStartAddress readWithoutScheme(QByteArrayView text)
{
    if (text.startsWith("//")) {
        text = text.sliced(2);
    }
    const QByteArrayView authority = upToDelimiter(text);
    if (authority.isEmpty()) {
        return TypedAddressError::MissingScheme;
    }
    TypedStartAddress read = parseWeb("http://" + text.toByteArray());
    const auto *start = std::get_if<TypedStart>(&read);
    if (start && !isUnmistakable(authority, start->address.host())) {
        return TypedAddressError::MissingScheme;
    }
    // A mail address, most likely.
    if (start && !start->user.isEmpty() && !start->password) {
        return TypedAddressError::HasCredentials;
    }
    return read;
}

} // namespace

TypedStartAddress readTypedStart(QStringView typed)
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

TypedAddress readTypedAddress(QStringView typed)
{
    const TypedStartAddress read = readTypedStart(typed);
    if (const auto *error = std::get_if<TypedAddressError>(&read)) {
        return *error;
    }
    const auto &start = std::get<TypedStart>(read);
    if (!start.user.isEmpty() || start.password) {
        return TypedAddressError::HasCredentials;
    }
    return start.address;
}

std::optional<Address> typedAddress(QStringView typed)
{
    const TypedAddress read = readTypedAddress(typed);
    const auto *address = std::get_if<Address>(&read);
    return address ? std::optional(*address) : std::nullopt;
}

QString withoutCredentials(QStringView typed)
{
    // A password may hold slashes that should have been encoded: so up to the very last at sign.
    const qsizetype at = typed.lastIndexOf(u'@');
    if (at < 0) {
        return typed.toString();
    }
    const auto slash =
        std::find_if(typed.begin(), typed.end(), [](QChar c) { return c == u'/' || c == u'\\'; });
    const auto host =
        std::find_if_not(slash, typed.end(), [](QChar c) { return c == u'/' || c == u'\\'; });
    const bool hasScheme = slash != typed.begin() && slash != typed.end() && slash[-1] == u':'
        && host - typed.begin() <= at;
    const QString scheme = hasScheme ? QString(typed.begin(), host - typed.begin()) : QString();
    return scheme + QStringLiteral("***") + typed.sliced(at).toString();
}

} // namespace gleaner
