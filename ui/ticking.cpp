// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ticking.h"

namespace gleaner
{

/// So many rows are looked at between two looks at the clock.
static constexpr int atOnce = 512;

Ticking::Ticking(NodeId below, bool isTicked, IsMeant isMeant)
    : m_below(below)
    , m_isTicked(isTicked)
    , m_isMeant(std::move(isMeant))
{
}

bool Ticking::isWanted(const RecordTree &tree, const Picks &picks, RecordId id) const
{
    return picks.isPickable(id) && picks.isTicked(id) != m_isTicked
        && (!m_isMeant || m_isMeant(tree.record(id)));
}

bool Ticking::work(const RecordTree &tree, Picks &picks, const QDeadlineTimer &until)
{
    const auto look = [&](NodeId node) {
        if (tree.isFolder(node))
            m_levels.push_back({node, 0});
        else if (const RecordId id = tree.recordIdOf(node); isWanted(tree, picks, id))
            m_wanted.push_back(id);
    };
    if (!std::exchange(m_hasBegun, true))
        look(m_below);
    do {
        for (int looked = 0; !m_levels.empty() && looked < atOnce; ++looked) {
            Level &level = m_levels.back();
            if (level.row == tree.childCount(level.folder))
                m_levels.pop_back();
            else
                look(tree.child(level.folder, level.row++));
        }
        picks.tick(tree, m_wanted, m_isTicked);
        m_wanted.clear();
    } while (!m_levels.empty() && !until.hasExpired());
    return m_levels.empty();
}

} // namespace gleaner
