// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace gleaner::test
{

class TestServer;

/// A made-up site of any size whose every page follows from its number.
///
/// It lies below /made/PAGES/ or /made/PAGES-LINKS-BYTES/ (defaults 10 and 4096). Page i is
/// page/<i / 1000>/<i>.html. Half of its links make a tree over all pages with page 0 as its root,
/// so that all are reachable; the others point to pages that are linked elsewhere too.
///
/// /made/PAGES-LINKS-BYTES-comb/ has a spine instead of a tree, so that a crawl meets the same mix
/// from its first page to its last: each LINKSth page names the LINKS pages that follow it, and
/// half as many before it; those between name their page of the spine and one before.
struct MadeSite {
    enum class Shape { Tree, Comb };

    qint64 pages = 0;
    int links = 10;
    qsizetype bytes = 4096; ///< of a page; more if its links need more
    Shape shape = Shape::Tree;

    /// Reads "1000", "1000-10-4096" or "1000-10-4096-comb".
    static std::optional<MadeSite> parse(const QByteArray &text);
    /// "/made/1000-10-4096/"
    QByteArray root() const;
    /// The target of a page on the server.
    QByteArray target(qint64 page) const;
    QByteArray body(qint64 page) const;

private:
    QByteArray treeLinks(qint64 page) const;
    QByteArray combLinks(qint64 page) const;
};

/// Serves every made-up site there can be.
void addMadeSite(TestServer &server);

} // namespace gleaner::test
