// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/picks.h"

#include <QDeadlineTimer>

#include <functional>

namespace gleaner
{

/// A wish to tick, or untick, much at once: carried out a slice at a time, because a million boxes
/// take longer than a person is to wait for the window.
///
/// What comes in beneath meanwhile is ticked as well if it is not passed yet. A plain value of the
/// window's thread.
class Ticking
{
public:
    using IsMeant = std::function<bool(const Record &)>;

    /// Of what stands at and below a node of the tree; the root stands for everything. Without
    /// `isMeant` all of it.
    Ticking(NodeId below, bool isTicked, IsMeant isMeant = {});

    /// Until it is done or time is up; whether it is done. Few are done in any case.
    bool work(const RecordTree &tree, Picks &picks, const QDeadlineTimer &until);

private:
    bool isWanted(const RecordTree &tree, const Picks &picks, RecordId id) const;

    struct Level {
        NodeId folder;
        int row;
    };
    NodeId m_below;
    bool m_isTicked;
    IsMeant m_isMeant;
    bool m_hasBegun = false;
    std::vector<Level> m_levels; ///< on the way to what is next
    std::vector<RecordId> m_wanted; ///< kept for its memory
};

} // namespace gleaner
