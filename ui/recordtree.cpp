// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordtree.h"

namespace gleaner
{

RecordTree::RecordTree()
{
    Node node;
    node.branch = 0;
    m_nodes.push_back(node);
    m_branches.emplace_back();
}

void RecordTree::add(const Record &record)
{
    if (record.id != m_records.size())
        return;
    m_records.push_back(record);
    m_stateOf.push_back(record.state);

    const QByteArray &bytes = m_records.back().address.bytes();
    const qsizetype pathBegin = m_records.back().address.path().data() - bytes.constData();
    const qsizetype pathEnd = pathBegin + m_records.back().address.path().size();

    NodeId parent = folder(root, record.id, 0, pathBegin);
    qsizetype begin = pathBegin < pathEnd && bytes.at(pathBegin) == '/' ? pathBegin + 1 : pathBegin;
    for (int depth = 0; depth < deepest; ++depth) {
        const qsizetype slash = bytes.indexOf('/', begin);
        if (slash < 0 || slash >= pathEnd)
            break;
        parent = folder(parent, record.id, begin, slash + 1);
        begin = slash + 1;
    }

    Node leaf;
    leaf.record = record.id;
    leaf.nameBegin = quint32(begin);
    leaf.nameLength = quint32(bytes.size() - begin);
    m_leaves.push_back(append(parent, leaf));
    addToSums(m_leaves.back(), record, 1);
}

NodeId RecordTree::update(const Record &record)
{
    if (record.id >= m_records.size())
        return root;
    Record &known = m_records[record.id];
    const NodeId leaf = m_leaves[record.id];
    addToSums(leaf, known, -1);
    // Names are views into the address that came first.
    Address address = std::move(known.address);
    known = record;
    known.address = std::move(address);
    m_stateOf[record.id] = record.state;
    addToSums(leaf, known, 1);
    return leaf;
}

NodeId RecordTree::move(const MovedFile &moved)
{
    if (moved.id >= m_records.size())
        return root;
    m_records[moved.id].path = moved.to;
    return m_leaves[moved.id];
}

QByteArrayView RecordTree::name(NodeId node) const
{
    const Node &n = m_nodes[node];
    if (node == root)
        return {};
    const QByteArray &bytes = m_records[n.record].address.bytes();
    return QByteArrayView(bytes).sliced(n.nameBegin, n.nameLength);
}

NodeId RecordTree::append(NodeId parent, Node node)
{
    const NodeId id = NodeId(m_nodes.size());
    node.parent = parent;
    branch(parent).children.push_back(id);
    m_nodes.push_back(node);
    return id;
}

NodeId RecordTree::folder(NodeId parent, RecordId record, qsizetype begin, qsizetype end)
{
    const QByteArrayView key =
        QByteArrayView(m_records[record].address.bytes()).sliced(begin, end - begin);
    if (const auto known = branch(parent).folders.constFind(key);
        known != branch(parent).folders.constEnd())
        return *known;

    Node node;
    node.record = record;
    node.nameBegin = quint32(begin);
    node.nameLength = quint32(end - begin);
    node.branch = quint32(m_branches.size());
    m_branches.emplace_back();
    const NodeId id = append(parent, node);
    branch(parent).folders.insert(key, id);
    return id;
}

void RecordTree::addToSums(NodeId leaf, const Record &record, int sign)
{
    m_states[size_t(record.state)] += sign;
    const bool saved = record.state == RecordState::Saved;
    const bool unchanged = record.state == RecordState::Unchanged;
    const qint64 bytes = saved || unchanged ? qMax<qint64>(record.bytes, 0) : 0;
    NodeId node = leaf;
    do {
        node = m_nodes[node].parent;
        Sums &sums = branch(node).sums;
        sums.known += sign;
        sums.ended += isFinal(record.state) ? sign : 0;
        sums.saved += saved ? sign : 0;
        sums.unchanged += unchanged ? sign : 0;
        sums.skipped += record.state == RecordState::Skipped ? sign : 0;
        sums.failed += record.state == RecordState::Failed ? sign : 0;
        sums.bytes += sign * bytes;
        sums.files += record.path.isEmpty() ? 0 : sign;
    } while (node != root);
}

} // namespace gleaner
