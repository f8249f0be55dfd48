// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QByteArrayView>
#include <QHash>

namespace gleaner
{

/// A page that came with a good status, as it is judged.
struct SuspectPage {
    QByteArrayView bytes;
    Address address;
    Address cameFrom; ///< what redirected there; null for nothing
};

/// Is the page really a login, a question for consent or "not found"? Judged by several marks at
/// once, each of which innocent pages have as well: a part of its title that says nothing else, in
/// the languages most of the web is written in; a field for a password; little text; an address
/// that names what it is and where it leads back to, reached by a redirect. What an address itself
/// announces (`/login`, `/404.html`) is no surprise and not suspect.
///
/// A pure function of the pool, linear in the page's bytes and mostly done after a few of them.
Suspicion suspicionOf(const SuspectPage &page);

/// Counts addresses that have the same bytes: sites without an answer of their own for what is not
/// there send one page for all. Crawl thread, owned by the crawler; bounded.
class SamePages
{
public:
    /// One more address with these bytes; whether too many have them by now. Small pages are not
    /// judged, and addresses that differ in their query only are one.
    bool add(const Address &address, const QByteArray &sha256, qint64 size);

private:
    struct Same {
        size_t path = 0; ///< of the last one, hashed
        quint16 addresses = 0;
    };
    QHash<quint64, Same> m_pages; ///< by the beginning of the hash
};

} // namespace gleaner
