// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/address.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace gleaner
{

/// One JSON object on one line, members in the order they are added: QJsonObject would sort them.
class JsonLine
{
public:
    JsonLine &add(const char *name, const QJsonValue &value);
    /// Null for no address.
    JsonLine &add(const char *name, const Address &address);
    /// Without an end of line.
    QByteArray finish() { return m_text + '}'; }

private:
    QByteArray m_text{"{"};
};

// What is absent is null.
QJsonValue textOrNull(const QString &text);
QJsonValue textOrNull(const QByteArray &utf8);
QJsonValue numberOrNull(int number);

} // namespace gleaner
