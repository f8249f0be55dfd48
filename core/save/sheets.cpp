// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/sheets.h"

#include <QString>

#include <algorithm>

namespace gleaner
{

namespace
{

/// Blanks before it do not keep every spreadsheet from seeing a formula.
bool isFormula(const QByteArray &field)
{
    const auto first = std::ranges::find_if(field, [](char c) { return c != ' '; });
    return first != field.end() && QByteArrayView("=+-@'\t\r\n").contains(*first);
}

QByteArray csvField(const QByteArray &text)
{
    QByteArray field = isFormula(text) ? '\'' + text : text;
    const bool isQuoted =
        std::ranges::any_of(field, [](char c) { return QByteArrayView("\",\r\n").contains(c); });
    if (!isQuoted)
        return field;
    return '"' + field.replace("\"", "\"\"") + '"';
}

} // namespace

QByteArray csvLine(const QByteArrayList &fields)
{
    QByteArrayList written;
    for (const QByteArray &field : fields)
        written.append(csvField(field));
    return written.join(',') + "\r\n";
}

QByteArray checksumLine(const QByteArray &sha256, const QByteArray &path)
{
    QByteArray name = path;
    name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    const QByteArray line = sha256.toHex() + "  " + name + '\n';
    return name == path ? line : '\\' + line;
}

QByteArray htmlText(const QString &text)
{
    QString harmless = text;
    for (QChar &c : harmless) {
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
            c = QChar::ReplacementCharacter;
    }
    return harmless.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;")).toUtf8();
}

} // namespace gleaner
