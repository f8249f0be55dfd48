// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recordtree.h"

#include <QPointer>

class QTreeView;

namespace gleaner
{

class TreeModel;

/// Brings back what was chosen and current when rows that a filter or another view had hidden are
/// there again, unless a person has chosen something else meanwhile. Owned by its view.
class KeptSelection
{
public:
    explicit KeptSelection(QTreeView *view)
        : m_view(view)
    {
    }

    /// Before rows are arranged otherwise.
    void note(const TreeModel &model);
    /// Afterwards.
    void restore(const TreeModel &model);
    /// A person has chosen something.
    void forget();
    /// While it chooses rows itself, nobody else does.
    bool isRestoring() const { return m_isRestoring; }

private:
    /// More would take too long; a selection of that many rows is not kept while hidden.
    static constexpr int manyRows = 5'000;

    QTreeView *m_view;
    std::vector<NodeId> m_hidden; ///< that were chosen
    NodeId m_current = RecordTree::root; ///< was, and is hidden; the root for none
    bool m_isRestoring = false;
};

} // namespace gleaner
