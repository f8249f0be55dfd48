// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/mimetype.h"

#include "core/discover/ascii.h"

#include <algorithm>

namespace gleaner
{

namespace
{

// Only these count as blanks in HTTP.
bool isHttpSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::isAlphanumeric(c) || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

// In ISO-8859-1, as the standard reads headers: TAB and everything from blank on but DEL.
bool isQuotable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
        [](char c) { return c == '\t' || (quint8(c) >= 0x20 && c != 0x7F); });
}

QByteArrayView trimmedEnd(QByteArrayView text)
{
    while (!text.isEmpty() && isHttpSpace(text.back())) {
        text.chop(1);
    }
    return text;
}

QByteArrayView trimmed(QByteArrayView text)
{
    text = trimmedEnd(text);
    while (!text.isEmpty() && isHttpSpace(text.front())) {
        text = text.sliced(1);
    }
    return text;
}

qsizetype find(QByteArrayView text, char c, qsizetype from)
{
    const qsizetype at = text.indexOf(c, from);
    return at < 0 ? text.size() : at;
}

// Reads a quoted string from behind its opening quote; `at` ends behind the closing one.
QByteArray unquoted(QByteArrayView text, qsizetype &at)
{
    QByteArray content;
    while (at < text.size() && text[at] != '"') {
        if (text[at] == '\\' && at + 1 < text.size()) {
            ++at;
        }
        content.append(text[at++]);
    }
    ++at;
    return content;
}

} // namespace

std::optional<MimeType> MimeType::parse(QByteArrayView value)
{
    value = trimmed(value);
    const qsizetype slash = value.indexOf('/');
    if (slash < 0) {
        return std::nullopt;
    }
    qsizetype at = find(value, ';', slash);
    const QByteArrayView type = value.first(slash);
    const QByteArrayView subtype = trimmedEnd(value.sliced(slash + 1, at - slash - 1));
    if (!isToken(type) || !isToken(subtype)) {
        return std::nullopt;
    }

    MimeType result{value.first(slash + 1 + subtype.size()).toByteArray().toLower(), {}};
    while (at < value.size()) {
        ++at;
        while (at < value.size() && isHttpSpace(value[at])) {
            ++at;
        }
        const qsizetype nameBegin = at;
        while (at < value.size() && value[at] != ';' && value[at] != '=') {
            ++at;
        }
        const QByteArray name = value.sliced(nameBegin, at - nameBegin).toByteArray().toLower();
        if (at >= value.size() || value[at] == ';') {
            continue;
        }
        ++at;
        QByteArray content;
        if (at < value.size() && value[at] == '"') {
            content = unquoted(value, ++at);
            at = find(value, ';', std::min(at, value.size()));
        } else {
            const qsizetype end = find(value, ';', at);
            content = trimmedEnd(value.sliced(at, end - at)).toByteArray();
            at = end;
            if (content.isEmpty()) {
                continue;
            }
        }
        const bool known = std::any_of(result.parameters.begin(), result.parameters.end(),
            [&](const auto &parameter) { return parameter.first == name; });
        if (!known && isToken(name) && isQuotable(content)) {
            result.parameters.emplace_back(name, content);
        }
    }
    return result;
}

QByteArray MimeType::parameter(QByteArrayView name) const
{
    for (const auto &[known, value] : parameters) {
        if (QByteArrayView(known) == name) {
            return value;
        }
    }
    return {};
}

QByteArray MimeType::serialized() const
{
    QByteArray out = essence;
    for (const auto &[name, value] : parameters) {
        out += ';' + name + '=';
        if (isToken(value)) {
            out += value;
            continue;
        }
        out += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                out += '\\';
            }
            out += c;
        }
        out += '"';
    }
    return out;
}

} // namespace gleaner
