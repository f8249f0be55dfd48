// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/save/namekey.h"

#include <QList>
#include <QString>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>

namespace gleaner
{

namespace
{

/// Repeats a call of ICU's until its result fits; what cannot be done leaves the text as it is.
template <typename Call>
QString transformed(const QString &text, Call call)
{
    QString result(text.size() * 2 + 16, Qt::Uninitialized);
    for (int attempt = 0; attempt < 2; ++attempt) {
        UErrorCode error = U_ZERO_ERROR;
        const qsizetype size = call(reinterpret_cast<UChar *>(result.data()), int(result.size()),
            reinterpret_cast<const UChar *>(text.utf16()), int(text.size()), &error);
        result.resize(size);
        if (U_SUCCESS(error))
            return result;
        if (error != U_BUFFER_OVERFLOW_ERROR)
            break;
    }
    return text;
}

QString decomposed(const QString &text)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFDInstance(&error);
    if (U_FAILURE(error))
        return text;
    return transformed(
        text, [form](UChar *out, int room, const UChar *in, int size, UErrorCode *problem) {
            return unorm2_normalize(form, in, size, out, room, problem);
        });
}

QString folded(const QString &text)
{
    return transformed(
        text, [](UChar *out, int room, const UChar *in, int size, UErrorCode *problem) {
            return u_strFoldCase(out, room, in, size, U_FOLD_CASE_DEFAULT, problem);
        });
}

QString withoutIgnorable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (!u_hasBinaryProperty(UChar32(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            result += QStringView(QChar::fromUcs4(c));
    }
    return result;
}

} // namespace

QByteArray nameKey(const QByteArray &name)
{
    if (std::ranges::all_of(name, [](char c) { return uchar(c) < 0x80; }))
        return name.toLower();
    const QString once = folded(decomposed(QString::fromUtf8(name)));
    return decomposed(withoutIgnorable(once)).toUtf8();
}

} // namespace gleaner
