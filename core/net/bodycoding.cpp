// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/bodycoding.h"

#include "core/net/networkfailure.h"
#include "core/url/address.h"

#include <algorithm>
#include <array>

namespace gleaner
{

using State = ContentDecoder::State;

namespace
{

bool isPackedFile(const Address &address)
{
    static constexpr std::array endings{".gz", ".tgz", ".svgz", ".z", ".bz2", ".tbz", ".tbz2",
        ".xz", ".txz", ".lzma", ".zst", ".tzst", ".br"};
    const QByteArray path = address.path().toByteArray().toLower();
    return std::ranges::any_of(endings, [&](const char *ending) { return path.endsWith(ending); });
}

} // namespace

BodyCoding bodyCoding(const ResponseHead &head, const Address &address)
{
    const QByteArray coding = head.header("content-encoding").trimmed().toLower();
    if (coding.isEmpty() || coding == "identity" || isPackedFile(address))
        return {};
    if (coding == "gzip" || coding == "x-gzip")
        return {std::make_shared<ContentDecoder>(ContentDecoder::Coding::Gzip)};
    if (coding == "deflate")
        return {std::make_shared<ContentDecoder>(ContentDecoder::Coding::Deflate)};
    return {nullptr, false};
}

bool BodyCoding::hasFailed() const
{
    return !isKnown
        || (decoder && (decoder->state() == State::Broken || decoder->state() == State::TooLarge));
}

bool BodyCoding::hadItsEnd() const
{
    return decoder && decoder->state() == State::Complete;
}

std::optional<FetchFailure> BodyCoding::failure(int status) const
{
    if (!isKnown)
        return gleaner::failure(FailReason::Decode, false, status,
            QStringLiteral("an encoding that was not asked for"));
    // Not even a beginning: that is how many servers pack an empty page.
    if (!decoder || decoder->state() == State::Complete || !decoder->isStarted())
        return std::nullopt;
    switch (decoder->state()) {
    case State::Unfinished:
        return gleaner::failure(
            FailReason::Decode, true, status, QStringLiteral("packed body cut short"));
    case State::TooLarge:
        return gleaner::failure(
            FailReason::TooLarge, false, status, QStringLiteral("too large when unpacked"));
    default:
        return gleaner::failure(
            FailReason::Decode, false, status, QStringLiteral("packed body broken"));
    }
}

} // namespace gleaner
