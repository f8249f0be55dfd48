// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>

class QTreeView;

namespace gleaner
{

/// Keeps the row under the pointer, or else the topmost one, where it is on the screen while rows
/// come and go above it. Owned by its view.
class ScrollAnchor
{
public:
    explicit ScrollAnchor(QTreeView *view)
        : m_view(view)
    {
    }

    /// Before rows change. Until restore() the first time counts.
    void note();
    /// After the view has laid them out.
    void restore();
    void forget() { m_row = QPersistentModelIndex(); }

private:
    QTreeView *m_view;
    QPersistentModelIndex m_row;
    int m_top = 0;
};

} // namespace gleaner
