// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/idna.h"

#include <QString>
#include <QVarLengthArray>

#include <unicode/uidna.h>

#include <memory>
#include <string>

namespace gleaner
{

namespace
{

constexpr qsizetype MaxDomainSize = 4096;

// CheckHyphens and VerifyDnsLength are false in the URL Standard; ICU always checks and tells.
constexpr uint32_t IgnoredErrors = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG
    | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN
    | UIDNA_ERROR_HYPHEN_3_4;

struct Mapping {
    char32_t first;
    char32_t last;
    char32_t to; ///< what the first one becomes, and so on; 0 where they are left out
};

// What UTS #46 maps or ignores only since Unicode 15.1 and 16. ICU knows that from version 76 on;
// an older one refuses them, and takes U+1E9E to another host than browsers do.
constexpr Mapping LaterMappings[] = {
    {0x04C0, 0x04C0, 0x04CF},
    {0x10A0, 0x10C5, 0x2D00},
    {0x115F, 0x1160, 0},
    {0x17B4, 0x17B5, 0},
    {0x180E, 0x180E, 0},
    {0x1E9E, 0x1E9E, 0x00DF},
    {0x206A, 0x206F, 0},
    {0x2132, 0x2132, 0x214E},
    {0x2183, 0x2183, 0x2184},
    {0xFFA0, 0xFFA0, 0},
    {0x1D173, 0x1D17A, 0},
    {0x2F868, 0x2F868, 0x36FC},
    {0x2F874, 0x2F874, 0x5F53},
    {0x2F91F, 0x2F91F, 0x243AB},
    {0x2F95F, 0x2F95F, 0x7AEE},
    {0x2F9BF, 0x2F9BF, 0x45D7},
};

QString mapped(QByteArrayView domain)
{
    std::u32string points = QString::fromUtf8(domain).toStdU32String();
    for (const Mapping &mapping : LaterMappings) {
        const auto isMapped = [&](char32_t point) {
            return point >= mapping.first && point <= mapping.last;
        };
        if (mapping.to == 0) {
            std::erase_if(points, isMapped);
            continue;
        }
        for (char32_t &point : points) {
            if (isMapped(point)) {
                point = point - mapping.first + mapping.to;
            }
        }
    }
    return QString::fromStdU32String(points);
}

struct CloseIdna {
    void operator()(UIDNA *idna) const { uidna_close(idna); }
};

const UIDNA *uts46()
{
    static const auto idna = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<UIDNA, CloseIdna>(
            uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII
                    | UIDNA_NONTRANSITIONAL_TO_UNICODE,
                &status));
    }();
    return idna.get();
}

} // namespace

QByteArray domainToAscii(QByteArrayView domain)
{
    const UIDNA *idna = uts46();
    if (!idna || domain.size() > MaxDomainSize) {
        return {};
    }
    const QString name = mapped(domain);
    QVarLengthArray<UChar, 512> ascii(name.size() * 8 + 64);
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size = uidna_nameToASCII(idna, QStringView(name).utf16(), int32_t(name.size()),
        ascii.data(), int32_t(ascii.size()), &info, &status);
    if (U_FAILURE(status) || (info.errors & ~IgnoredErrors) || size > ascii.size()) {
        return {};
    }
    return QStringView(ascii.data(), size).toLatin1();
}

} // namespace gleaner
