// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringDecoder>
#include <QStringList>

namespace gleaner::test
{

/// Why a name is no single, harmless segment on any file system; null if it is one. Written from
/// the rules, not from the code: of Linux, of Windows and of people who read lists of files.
inline QByteArray harmOf(const QByteArray &name)
{
    if (name.isEmpty())
        return "empty";
    if (name.size() + qsizetype(qstrlen(".part")) > 255)
        return "too long: " + QByteArray::number(name.size());
    for (const char c : name) {
        if (uchar(c) < 0x20 || uchar(c) == 0x7f)
            return "a control character";
        if (QByteArrayView("/\\:*?\"<>|").contains(c))
            return QByteArray("a forbidden ") + c;
    }
    if (name.startsWith('.') || name.startsWith('-') || name.startsWith(' '))
        return "hidden, or an option, or a blank in front";
    if (name.endsWith('.') || name.endsWith(' '))
        return "a dot or blank at the end";
    if (name.toLower().endsWith(".part"))
        return "looks unfinished";

    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(name);
    if (decoder.hasError())
        return "not UTF-8";
    for (const char32_t c : text.toUcs4()) {
        const auto category = QChar::category(c);
        // The joiners are letters of some scripts and of emoji, but they cannot be seen.
        if (category == QChar::Other_Control || c == 0x200B || c == 0x200E || c == 0x200F
            || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028
            || c == 0x2029 || c == 0x061C || c == 0xFEFF)
            return "turns or hides text";
    }

    // All that stands before the first dot, as Windows looks at it.
    QString stem = text.section(u'.', 0, 0).trimmed().toLower();
    for (const auto &[superscript, digit] :
        {std::pair(u'\u00b9', u'1'), std::pair(u'\u00b2', u'2'), std::pair(u'\u00b3', u'3')})
        stem.replace(superscript, digit);
    static const QStringList devices = QStringLiteral("con prn aux nul conin$ conout$").split(u' ');
    const bool numbered = stem.size() == 4
        && (stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt")))
        && stem[3].isDigit();
    if (numbered || devices.contains(stem))
        return "a device of Windows";
    return {};
}

} // namespace gleaner::test
