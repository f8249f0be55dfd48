// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/record.h"

#include <QByteArrayView>
#include <QHash>
#include <QSet>

#include <array>
#include <deque>
#include <vector>

namespace gleaner
{

using NodeId = quint32;

/// All records of a download as site > folder > file, the shape in which they are saved.
///
/// A leaf is one record; a folder is a part of addresses that ends in a slash, so `/a` and `/a/b`
/// stand beside each other as `a` and `a/`. Nodes are only ever appended, and each folder keeps the
/// sums of everything below it. Which of them are shown, and in what order, is ShownRows' to say.
///
/// A plain value of the window's thread, owned by TreeModel; knows no text and no Qt model.
class RecordTree
{
public:
    static constexpr NodeId root = 0; ///< the invisible one above the sites

    struct Sums {
        qint64 known = 0;
        qint64 ended = 0;
        qint64 saved = 0;
        qint64 unchanged = 0;
        qint64 skipped = 0;
        qint64 failed = 0;
        qint64 bytes = 0; ///< of what is saved or unchanged
        qint64 files = 0; ///< on disk, of earlier runs too
        bool operator==(const Sums &) const = default;
    };

    RecordTree();

    /// Makes a leaf and the folders above it. Ids must ascend without gaps: others are ignored.
    void add(const Record &record);
    /// Replaces a record; returns its leaf, or root if it is not known.
    NodeId update(const Record &record);

    /// Its file has another name; returns its leaf, or root if it is not known.
    NodeId move(const MovedFile &moved);

    size_t size() const { return m_records.size(); }
    const Record &record(RecordId id) const { return m_records[id]; }
    NodeId leafOf(RecordId id) const { return m_leaves[id]; }

    bool isFolder(NodeId node) const { return m_nodes[node].branch != noBranch; }
    bool isSite(NodeId node) const { return node != root && parent(node) == root; }
    NodeId parent(NodeId node) const { return m_nodes[node].parent; }
    /// In the order of discovery.
    NodeId child(NodeId folder, int row) const { return branch(folder).children[size_t(row)]; }
    int childCount(NodeId node) const
    {
        return isFolder(node) ? int(branch(node).children.size()) : 0;
    }
    /// Nodes are numbered from 0 to here, the root among them.
    size_t nodeCount() const { return m_nodes.size(); }
    /// A leaf's, or that of one below a folder.
    RecordId recordIdOf(NodeId node) const { return m_nodes[node].record; }
    RecordState stateOf(RecordId id) const { return m_stateOf[id]; }
    /// Records in a state.
    qint64 count(RecordState state) const { return m_states[size_t(state)]; }
    const Sums &sums(NodeId folder) const { return branch(folder).sums; }
    /// Does one of these lie above it? Not itself.
    bool isBelowAny(NodeId node, const QSet<NodeId> &nodes) const
    {
        while (node != root) {
            node = parent(node);
            if (nodes.contains(node))
                return true;
        }
        return false;
    }
    /// A leaf's own record; one below it for a folder, whose address begins with the folder's.
    const Record &recordOf(NodeId node) const { return m_records[m_nodes[node].record]; }
    /// The node's part of its record's address, escaped: `guide/`, `intro.html?x=1`, or nothing
    /// for the page of a folder itself. For a site the part before the path.
    QByteArrayView name(NodeId node) const;

    /// Calls visit(const Record &) for all records at and below a node until it returns false;
    /// whether it never did.
    template <typename Visit>
    bool forEachBelow(NodeId node, Visit visit) const
    {
        if (!isFolder(node))
            return visit(recordOf(node));
        for (const NodeId child : branch(node).children) {
            // Folders are no deeper than `deepest`.
            if (!forEachBelow(child, visit))
                return false;
        }
        return true;
    }

private:
    static constexpr quint32 noBranch = ~quint32(0);
    /// Deeper folders are part of the file's name: an address may have thousands.
    static constexpr int deepest = 60;

    struct Node {
        NodeId parent = root;
        quint32 branch = noBranch;
        RecordId record = noRecord;
        quint32 nameBegin = 0;
        quint32 nameLength = 0;
    };

    struct Branch {
        std::vector<NodeId> children;
        // The keys point into the addresses of m_records, which never change.
        QHash<QByteArrayView, NodeId> folders;
        Sums sums;
    };

    Branch &branch(NodeId node) { return m_branches[m_nodes[node].branch]; }
    const Branch &branch(NodeId node) const { return m_branches[m_nodes[node].branch]; }
    NodeId append(NodeId parent, Node node);
    NodeId folder(NodeId parent, RecordId record, qsizetype begin, qsizetype end);
    void addToSums(NodeId leaf, const Record &record, int sign);

    std::deque<Record> m_records;
    std::vector<NodeId> m_leaves; ///< by RecordId
    std::vector<RecordState> m_stateOf; ///< by RecordId: a record is far away in memory
    std::deque<Node> m_nodes;
    std::deque<Branch> m_branches;
    std::array<qint64, size_t(RecordState::Failed) + 1> m_states{};
};

} // namespace gleaner
