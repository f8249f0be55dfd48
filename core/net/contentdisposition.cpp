// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/contentdisposition.h"

#include "core/url/characterclass.h"
#include "core/url/percentencoding.h"

#include <QStringDecoder>

namespace gleaner
{

namespace
{

std::optional<QString> utf8Text(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

bool hasBrokenEscape(QByteArrayView text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (at + 2 >= text.size() || CharacterClass::hexValue(text[at + 1]) < 0
            || CharacterClass::hexValue(text[at + 2]) < 0)
            return true;
    }
    return false;
}

/// UTF-8'language'text, percent-encoded (RFC 8187, section 3.2).
std::optional<QString> extendedText(const QByteArray &value)
{
    const qsizetype first = value.indexOf('\'');
    const qsizetype second = first < 0 ? first : value.indexOf('\'', first + 1);
    if (second < 0)
        return std::nullopt;
    const QByteArray charset = value.left(first).toLower();
    const QByteArrayView encoded = QByteArrayView(value).sliced(second + 1);
    if (hasBrokenEscape(encoded))
        return std::nullopt;
    const QByteArray bytes = percentDecoded(encoded);
    if (charset == "utf-8" || charset == "utf8")
        return utf8Text(bytes);
    return charset == "iso-8859-1" ? std::optional(QString::fromLatin1(bytes)) : std::nullopt;
}

struct Value {
    QByteArray text;
    bool isQuoted = false;
    bool isWhole = true; ///< it has its second quotation mark
};

/// Reads the value that begins at `at` and goes on to the semicolon behind it.
Value readValue(QByteArrayView field, qsizetype &at)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (at < field.size() && isBlank(field[at]))
        ++at;
    Value value;
    value.isQuoted = at < field.size() && field[at] == '"';
    if (!value.isQuoted) {
        const qsizetype end = std::max<qsizetype>(field.indexOf(';', at), -1);
        const qsizetype stop = end < 0 ? field.size() : end;
        value.text = field.sliced(at, stop - at).trimmed().toByteArray();
        at = stop;
        return value;
    }
    value.isWhole = false;
    for (++at; at < field.size() && !value.isWhole; ++at) {
        if (field[at] == '"')
            value.isWhole = true;
        else if (field[at] == '\\' && at + 1 < field.size())
            value.text += field[++at];
        else
            value.text += field[at];
    }
    const qsizetype semicolon = field.indexOf(';', at);
    at = semicolon < 0 ? field.size() : semicolon;
    return value;
}

} // namespace

std::optional<QString> dispositionFileName(QByteArrayView field)
{
    std::optional<Value> plain;
    std::optional<Value> extended;
    qsizetype at = field.indexOf(';');
    while (at >= 0 && at < field.size()) {
        ++at;
        const qsizetype equals = field.indexOf('=', at);
        const qsizetype semicolon = field.indexOf(';', at);
        if (equals < 0)
            break;
        if (semicolon >= 0 && semicolon < equals) {
            at = semicolon;
            continue;
        }
        const QByteArray name = field.sliced(at, equals - at).trimmed().toByteArray().toLower();
        at = equals + 1;
        const Value value = readValue(field, at);
        if (name == "filename" && !plain && value.isWhole)
            plain = value;
        else if (name == "filename*" && !extended)
            extended = value;
    }
    if (extended && !extended->isQuoted) {
        if (auto text = extendedText(extended->text))
            return text;
    }
    if (!plain)
        return std::nullopt;
    const auto text = utf8Text(plain->text);
    return text ? text : QString::fromLatin1(plain->text);
}

} // namespace gleaner
