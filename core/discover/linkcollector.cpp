// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discover/linkcollector.h"

#include "core/discover/ascii.h"

#include <algorithm>
#include <array>
#include <functional>

namespace gleaner
{

namespace
{

bool isSkippedScheme(QByteArrayView scheme)
{
    for (const char *skipped : {"data", "javascript", "mailto", "tel", "about", "blob"}) {
        if (ascii::equals(scheme, QByteArrayView(skipped, qstrlen(skipped)))) {
            return true;
        }
    }
    return false;
}

QByteArrayView withoutFragment(QByteArrayView text)
{
    const qsizetype hash = text.indexOf('#');
    return hash < 0 ? text : text.first(hash);
}

} // namespace

bool namesNothing(QByteArrayView reference)
{
    constexpr qsizetype longest = 10; // "javascript"
    const qsizetype end = std::min(reference.size(), longest + 1);
    for (qsizetype i = 0; i < end; ++i) {
        if (reference[i] == ':') {
            return isSkippedScheme(reference.first(i));
        }
    }
    return false;
}

Address baseAddress(const Address &document, QByteArrayView base)
{
    const std::optional<Address> named = document.resolve(base);
    const bool counts = named && !ascii::equals(named->scheme(), "data")
        && !ascii::equals(named->scheme(), "javascript");
    return counts ? *named : document;
}

LinkCollector::LinkCollector(
    const Address &document, QByteArrayView text, QueryEncoder queryEncoder)
    : m_document(document)
    , m_scanned(text)
    , m_queryEncoder(std::move(queryEncoder))
{
}

void LinkCollector::reference(const Reference &reference)
{
    if (reference.role == Reference::Role::Base) {
        if (!m_hasBase) {
            m_hasBase = true;
            m_base = kept(reference.text);
        }
        return;
    }
    if (reference.role != Reference::Role::Link || namesNothing(reference.text)) {
        return;
    }
    const quint32 index = textFor(reference);
    Text &text = m_texts[index];
    const auto kind = size_t(reference.kind);
    if (text.kindsUsed & (1 << kind)) {
        Found &found = m_found[text.firstFound[kind]];
        found.nofollow = found.nofollow && reference.nofollow;
        return;
    }
    text.kindsUsed |= quint8(1 << kind);
    text.firstFound[kind] = quint32(m_found.size());
    m_found.push_back({index, reference.kind, reference.nofollow, reference.found});
}

quint32 LinkCollector::textFor(const Reference &reference)
{
    const QByteArrayView text = withoutFragment(reference.text);
    const auto next = quint32(m_texts.size());
    // Its address may be another one than that of the same text elsewhere.
    const bool special = !reference.codebase.isEmpty() || (reference.inCss && m_queryEncoder);
    if (!special) {
        const quint32 known = m_known.findOrAdd(
            text, next, [&](quint32 index) { return m_texts[index].text == text; });
        if (known != next) {
            return known;
        }
    }
    m_texts.push_back({kept(text),
        reference.codebase == m_lastCodebase ? m_lastCodebase : kept(reference.codebase), 0, {},
        reference.inCss, 0});
    m_lastCodebase = m_texts.back().codebase;
    return next;
}

// Views into the scanned text live long enough; decoded copies do not.
QByteArrayView LinkCollector::kept(QByteArrayView text)
{
    const auto inside = [this](const char *p) {
        return !std::less<const char *>()(p, m_scanned.data())
            && !std::less<const char *>()(m_scanned.data() + m_scanned.size(), p);
    };
    if (text.isEmpty() || (inside(text.data()) && inside(text.data() + text.size()))) {
        return text.isEmpty() ? QByteArrayView() : text;
    }
    m_copies.push_back(text.toByteArray());
    return m_copies.back();
}

std::optional<Address> LinkCollector::resolve(const Text &text, const Address &base)
{
    const bool encodesQuery = m_queryEncoder && !text.inCss && !ascii::isAscii(text.text);
    const auto resolveAt = [&](const Address &at) {
        return encodesQuery ? at.resolve(text.text, m_queryEncoder) : at.resolve(text.text);
    };
    if (text.codebase.isEmpty()) {
        return resolveAt(base);
    }
    if (!m_lastCodebaseAddress || m_lastCodebase.data() != text.codebase.data()) {
        m_lastCodebase = text.codebase;
        m_lastCodebaseAddress = base.resolve(text.codebase);
    }
    return resolveAt(m_lastCodebaseAddress.value_or(base));
}

Discovery LinkCollector::finish()
{
    const Address base = m_hasBase ? baseAddress(m_document, m_base) : m_document;
    const bool movedBase = base != m_document;
    m_lastCodebase = {};

    // Its memory is better used for what comes.
    m_known = {};

    Discovery discovery;
    discovery.pageNofollow = m_pageNofollow;
    discovery.links.reserve(m_found.size());
    // Which links an address became, by kind: 1 + their index.
    std::vector<std::array<quint32, LinkKinds>> positions;
    positions.reserve(m_texts.size());
    ViewIndex known;

    for (const Found &found : m_found) {
        Text &text = m_texts[found.text];
        std::optional<Address> address;
        if (text.link) {
            address = discovery.links[text.link - 1].address;
        } else if (!text.text.isEmpty() || (movedBase && found.kind == LinkKind::Navigation)) {
            // An empty reference is the page itself, and no file: "#top", src="".
            address = resolve(text, base);
        }
        if (!address || isSkippedScheme(address->scheme())) {
            continue;
        }
        const auto next = quint32(positions.size());
        const quint32 number = known.findOrAdd(address->bytes(), next, [&](quint32 index) {
            const std::array<quint32, LinkKinds> &of = positions[index];
            const quint32 any = *std::find_if(of.begin(), of.end(), [](quint32 i) { return i; });
            return discovery.links[any - 1].address == *address;
        });
        if (number == next) {
            positions.push_back({});
        }
        quint32 &position = positions[number][size_t(found.kind)];
        if (position) {
            bool &nofollow = discovery.links[position - 1].nofollow;
            nofollow = nofollow && found.nofollow;
        } else {
            discovery.links.push_back(
                {std::move(*address), found.kind, found.where, found.nofollow});
            position = quint32(discovery.links.size());
        }
        text.link = position;
    }
    return discovery;
}

} // namespace gleaner
