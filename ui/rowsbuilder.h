// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rowkeys.h"
#include "ui/shownrows.h"
#include "ui/slicedsort.h"

#include <optional>

namespace gleaner
{

/// Arranges the rows of a tree anew, a slice at a time, while the old ones are still shown and
/// records arrive and change.
///
/// Places what matches, sorts the rows below each parent, shows them. A plain object of the
/// window's thread, owned by TreeModel; all that is handed in must outlive it.
class RowsBuilder
{
public:
    /// `limits` of the old rows, if they stay what they are.
    RowsBuilder(const RecordTree *tree, const ActiveRows *active, const RowMatcher *matcher,
        RowView view, RowSort sort, const QHash<NodeId, int> &limits);

    /// Until it is done or time is up; whether it is done.
    bool work(const QDeadlineTimer &until);
    /// It may match now, and did not before.
    void noteChanged(RecordId id) { m_late.push_back(id); }
    /// The rows, when it is done.
    ShownRows take() { return std::move(m_rows); }

private:
    struct Less {
        RowKeys keys;
        bool operator()(const RowKey &a, const RowKey &b) const { return keys.isLess(a, b); }
    };
    using Sort = SlicedSort<RowKey, Less>;

    bool place(const QDeadlineTimer &until);
    bool sort(const QDeadlineTimer &until);
    bool sortList(const QDeadlineTimer &until);
    bool isInOrder(const std::vector<NodeId> &rows) const;
    bool show(const QDeadlineTimer &until);
    void placeIfMeant(RecordId id);

    const RecordTree *m_tree;
    const RowMatcher *m_matcher;
    RowSort m_sort;
    RowKeys m_keys;
    ShownRows m_rows;
    RecordId m_next = 0; ///< to be placed
    bool m_placed = false;
    size_t m_list = 0; ///< to be sorted
    size_t m_listRow = 0; ///< of it, to be taken up, and later to be numbered
    std::vector<RowKey> m_listKeys;
    std::optional<Sort> m_sorting;
    std::vector<NodeId> m_sorted;
    bool m_showing = false;
    struct Level {
        NodeId parent;
        int row;
    };
    std::vector<Level> m_toShow;
    std::vector<RecordId> m_late;
};

} // namespace gleaner
