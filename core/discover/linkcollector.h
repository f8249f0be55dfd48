// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/discover/reference.h"
#include "core/discover/viewindex.h"

#include <deque>
#include <optional>
#include <vector>

namespace gleaner
{

/// Gathers a document's references and turns them into links: resolved, each address once per
/// kind, in document order.
///
/// Resolution waits for the end, because a `base` may come late. A reference that the page has
/// already made costs one look into a hash table. Used once, in one thread; the scanned text must
/// outlive it.
class LinkCollector : public ReferenceSink
{
public:
    /// The encoder is for pages in a legacy charset, else empty: see Address::resolve().
    LinkCollector(const Address &document, QByteArrayView text, QueryEncoder queryEncoder = {});

    void reference(const Reference &reference) override;
    void pageNofollow() override { m_pageNofollow = true; }

    /// The links. To be called once, at the end.
    Discovery finish();

private:
    /// A reference as it is written, once.
    struct Text {
        QByteArrayView text;
        QByteArrayView codebase;
        quint32 link; ///< 1 + the index of a link with its address, once there is one
        quint32 firstFound[LinkKinds]; ///< by LinkKind: where it was first found as such …
        bool inCss;
        quint8 kindsUsed; ///< … if the kind's bit is set
    };
    /// One future link.
    struct Found {
        quint32 text;
        LinkKind kind;
        bool nofollow;
        FoundIn where;
    };

    quint32 textFor(const Reference &reference);
    QByteArrayView kept(QByteArrayView text);
    std::optional<Address> resolve(const Text &text, const Address &base);

    const Address m_document;
    const QByteArrayView m_scanned;
    const QueryEncoder m_queryEncoder;
    QByteArrayView m_base;
    bool m_hasBase = false;
    bool m_pageNofollow = false;
    std::vector<Text> m_texts;
    std::vector<Found> m_found;
    ViewIndex m_known;
    std::deque<QByteArray> m_copies;
    // The latest codebase, since a page that has many repeats one.
    QByteArrayView m_lastCodebase;
    std::optional<Address> m_lastCodebaseAddress;
};

/// What a document's references are relative to, where its `base` says that (HTML standard,
/// section 4.2.3, "set the frozen base URL").
Address baseAddress(const Address &document, QByteArrayView base);

/// Does the text begin with a scheme that names nothing to fetch: data, javascript, mailto, tel,
/// about, blob?
bool namesNothing(QByteArrayView reference);

} // namespace gleaner
