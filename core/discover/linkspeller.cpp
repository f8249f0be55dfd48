// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/linkplaces.h"

#include "core/discover/ascii.h"
#include "core/discover/linkcollector.h"

// What a link becomes.

namespace gleaner
{

namespace
{

qsizetype fragmentIn(QByteArrayView text)
{
    const qsizetype hash = text.indexOf('#');
    return hash < 0 ? text.size() : hash;
}

} // namespace

LinkSpeller::LinkSpeller(const DocumentCopy &copy, const LocalCopies &copies,
    const QueryEncoder &encoder, const std::optional<QByteArray> &base)
    : m_copy(copy)
    , m_copies(copies)
    , m_encoder(encoder)
    , m_bases{copy.document.address}
    , m_file(*Address::parse("http://file.invalid/folder/" + copy.place))
{
    m_bases.insert(m_bases.end(), copy.otherAddresses.begin(), copy.otherAddresses.end());
    if (!base)
        return;
    for (Address &own : m_bases) {
        const Address documents = own;
        own = baseAddress(documents, *base);
        m_movedBase = m_movedBase || own != documents;
    }
}

LinkSpeller::Link LinkSpeller::linkFor(const LinkPlace &place)
{
    const qsizetype hash = fragmentIn(place.text);
    const QByteArrayView fragment = place.text.sliced(hash);
    // A place in this very file, unless its base is another one's: see LinkCollector::finish().
    if (hash == 0 && !(m_movedBase && place.isNavigation))
        return {};
    const Known &target = known(place.text.first(hash), place);
    if (target.isRight || target.reference.isEmpty())
        return {target.isLocal, std::nullopt, 0};
    const bool isSelf = hash == 0 && target.isLocal && !fragment.isEmpty()
        && target.reference == relativeReference(m_copy.place, m_copy.place);
    if (isSelf)
        return {true, std::nullopt, 0};
    QByteArray text = spelled(target.reference, place.spelling);
    // Where the fragment is written as it is read it stays as it is, in whatever charset.
    if (place.raw.endsWith(fragment))
        return {target.isLocal, text, place.raw.size() - fragment.size()};
    text += spelled(fragment, place.spelling);
    return {target.isLocal, text, place.raw.size()};
}

const LinkSpeller::Known &LinkSpeller::known(QByteArrayView text, const LinkPlace &place)
{
    // Its address may be another one than that of the same text elsewhere.
    if (!place.codebase.isEmpty() || place.isHint || (place.spelling.inCss && m_encoder)) {
        m_special = {text, false, false, {}};
        resolve(m_special, place);
        return m_special;
    }
    const auto next = quint32(m_known.size());
    const quint32 index =
        m_index.findOrAdd(text, next, [&](quint32 each) { return m_known[each].text == text; });
    if (index == next) {
        m_known.push_back({text, false, false, {}});
        resolve(m_known.back(), place);
    }
    return m_known[index];
}

void LinkSpeller::resolve(Known &known, const LinkPlace &place) const
{
    std::optional<Address> first;
    for (const Address &base : m_bases) {
        const auto address = resolved(known.text, place, base);
        if (!address || namesNothing(address->bytes()))
            continue;
        if (!first)
            first = address;
        const QByteArray copy = m_copies(*address);
        if (copy.isEmpty())
            continue;
        known.isLocal = true;
        known.reference = relativeReference(m_copy.place, copy);
        // As a browser will read it.
        known.isRight = m_file.resolve(known.text) == m_file.resolve(known.reference);
        return;
    }
    if (!first)
        return;
    const auto absolute = Address::parse(known.text);
    known.isRight = absolute == first;
    // What only looks like an address is left to whoever reads it.
    if (!place.isHint || known.text.startsWith('/'))
        known.reference = first->bytes();
}

std::optional<Address> LinkSpeller::resolved(
    QByteArrayView text, const LinkPlace &place, const Address &base) const
{
    const Address at =
        place.codebase.isEmpty() ? base : base.resolve(place.codebase).value_or(base);
    const bool encodesQuery = m_encoder && !place.spelling.inCss && !ascii::isAscii(text);
    return encodesQuery ? at.resolve(text, m_encoder) : at.resolve(text);
}

} // namespace gleaner
