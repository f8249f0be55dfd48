// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/jsonline.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gleaner
{

namespace
{

/// Written as it is between quotes; QJsonDocument knows how to write the others.
bool isPlain(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(),
        [](char letter) { return uchar(letter) >= ' ' && letter != '"' && letter != '\\'; });
}

/// Only documents can be written by Qt, so the value goes in an array and loses its brackets.
QByteArray writtenByQt(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1);
}

/// A document for each value took a sixth of the crawl thread's time; most values need none.
QByteArray written(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return "null";
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        return value == QJsonValue(whole) ? QByteArray::number(whole) : writtenByQt(value);
    }
    case QJsonValue::String: {
        const QByteArray text = value.toString().toUtf8();
        return isPlain(text) ? '"' + text + '"' : writtenByQt(value);
    }
    default:
        return writtenByQt(value);
    }
}

} // namespace

JsonLine &JsonLine::add(const char *name, const QJsonValue &value)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += '"' + QByteArray(name) + "\":" + written(value);
    return *this;
}

JsonLine &JsonLine::add(const char *name, const Address &address)
{
    return add(
        name, address.isNull() ? QJsonValue() : QJsonValue(QString::fromUtf8(address.bytes())));
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue textOrNull(const QByteArray &utf8)
{
    return textOrNull(QString::fromUtf8(utf8));
}

QJsonValue numberOrNull(int number)
{
    return number == 0 ? QJsonValue() : QJsonValue(number);
}

} // namespace gleaner
