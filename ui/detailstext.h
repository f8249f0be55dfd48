// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/recentanswers.h"
#include "ui/recordtree.h"
#include "ui/standing.h"

#include <QString>

#include <optional>
#include <vector>

namespace gleaner
{

/// One line of what is known of a row: a name, and plain text that may hold anything.
struct DetailLine {
    QString name; ///< empty: goes on with the line above
    QString text;
    RecordId link = noRecord; ///< the text names this record, and leads to its row
    bool operator==(const DetailLine &) const = default;
};
struct DetailSection {
    QString title;
    std::vector<DetailLine> lines;
    bool operator==(const DetailSection &) const = default;
};
using Details = std::vector<DetailSection>;

/// What is known of one address, for the Details panel. Pure, window thread. `answer` is the last
/// one, if it is there still.
Details detailsOf(const RecordTree &tree, RecordId id, const CrawlJob &job,
    const std::optional<RecentAnswer> &answer, Standing standing = Standing::Goes);
/// Of a site or a folder: its sums.
Details detailsOf(const QString &address, const RecordTree::Sums &sums);

/// As one text, for the clipboard and for tests.
QString plainText(const Details &details);

} // namespace gleaner
