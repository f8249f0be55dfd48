// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plaintext.h"

#include <QGuiApplication>

namespace gleaner
{

static bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space:
        return c != U' ';
    default:
        // Fillers that are letters by category and blank on the screen.
        return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
    }
}

static QString withoutMiddle(QStringView text, qsizetype limit)
{
    auto head = text.first(limit * 2 / 3);
    auto tail = text.last(limit / 3);
    if (head.last().isHighSurrogate())
        head.chop(1);
    if (tail.front().isLowSurrogate())
        tail = tail.sliced(1);
    return head.toString() + QChar(0x2026) + tail.toString();
}

QString isolated(const QString &text)
{
    constexpr QChar leftToRight(0x2066);
    constexpr QChar end(0x2069);
    return text.isEmpty() || text.startsWith(leftToRight) ? text : leftToRight + text + end;
}

static QString madeVisible(QStringView text, qsizetype limit)
{
    const QString shortened = text.size() > limit ? withoutMiddle(text, limit) : text.toString();

    QString shown;
    shown.reserve(shortened.size());
    const QList<uint> characters = shortened.toUcs4();
    for (const uint c : characters) {
        if (isHidden(c))
            shown += QStringLiteral("[U+%1]").arg(c, 4, 16, QLatin1Char('0')).toUpper();
        else
            shown += QChar::fromUcs4(c);
    }
    return shown;
}

QString visibleText(QStringView text, qsizetype limit)
{
    const QString shown = madeVisible(text, limit);
    return QGuiApplication::layoutDirection() == Qt::RightToLeft ? isolated(shown) : shown;
}

QString visibleText(QByteArrayView text, qsizetype limit)
{
    return visibleText(QString::fromUtf8(text), limit);
}

QString readableText(QByteArrayView escaped, qsizetype limit)
{
    // Not isolated: names of rows are found by their first letters.
    if (!escaped.contains('%'))
        return madeVisible(QString::fromUtf8(escaped), limit);
    const QByteArray decoded = QByteArray::fromPercentEncoding(escaped.toByteArray());
    return madeVisible(
        QString::fromUtf8(decoded.isValidUtf8() ? QByteArrayView(decoded) : escaped), limit);
}

QString plainToolTip(const QStringList &lines)
{
    // Without a tag Qt guesses whether a tool tip is markup, and guesses by its content.
    return QStringLiteral("<p style='white-space:pre-wrap'>")
        + lines.join(QLatin1Char('\n')).toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace gleaner
