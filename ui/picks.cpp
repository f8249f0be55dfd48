// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/picks.h"

#include <functional>
#include <map>

namespace gleaner
{

namespace
{

/// As the server says it, or else by its name, or else by how it was linked.
FileType typeOfRecord(const Record &record)
{
    if (!record.type.isEmpty())
        return fileTypeOf(record.type, record.address);
    const FileType usual = record.kind == LinkKind::Navigation ? FileType::Pages : FileType::Other;
    return fileTypeByExtension(record.address).value_or(usual);
}

void addTicked(PickSums &sums, qint64 bytes, int sign)
{
    sums.ticked += sign;
    sums.tickedBytes += bytes >= 0 ? sign * bytes : 0;
    sums.tickedUnknown += bytes < 0 ? sign : 0;
}

void add(PickSums &sums, qint64 bytes, bool isTicked, int sign)
{
    sums.files += sign;
    sums.bytes += bytes >= 0 ? sign * bytes : 0;
    sums.unknown += bytes < 0 ? sign : 0;
    if (isTicked)
        addTicked(sums, bytes, sign);
}

} // namespace

Picks::Picks(Purpose purpose)
    : m_purpose(purpose)
{
}

void Picks::take(const RecordTree &tree, RecordId id)
{
    if (id > m_items.size() || id >= tree.size())
        return;
    const bool isNew = id == m_items.size();
    if (isNew)
        m_items.emplace_back();
    else
        count(tree, id, -1);
    const Record &record = tree.record(id);
    Item &item = m_items[id];
    const bool isListed =
        record.state == RecordState::Skipped && record.skip == SkipReason::Unticked;
    item.isPickable = isListed || !isFinal(record.state);
    // After a scan, what waits is what was ticked.
    if (isNew)
        item.isTicked = isOfTicked(m_purpose) && !isListed;
    item.isTicked = item.isTicked && item.isPickable;
    if (!item.isPickable)
        return;
    item.bytes = record.bytes;
    item.type = quint8(typeOfRecord(record));
    const QByteArray host = hostKeyOf(record.address);
    const auto known = m_hostNumbers.constFind(host);
    if (known == m_hostNumbers.cend()) {
        item.host = quint32(m_hosts.size());
        m_hostNumbers.insert(host, item.host);
        m_hosts.push_back({host, {}});
    } else {
        item.host = *known;
    }
    count(tree, id, 1);
}

void Picks::count(const RecordTree &tree, RecordId id, int sign)
{
    const Item &item = m_items[id];
    if (!item.isPickable)
        return;
    for (NodeId node = tree.leafOf(id); node != RecordTree::root;) {
        node = tree.parent(node);
        if (node != RecordTree::root)
            add(m_folders[node], item.bytes, item.isTicked, sign);
    }
    add(m_total, item.bytes, item.isTicked, sign);
    add(m_types[item.type], item.bytes, item.isTicked, sign);
    add(m_hosts[item.host].sums, item.bytes, item.isTicked, sign);
}

void Picks::tick(const RecordTree &tree, RecordId id, bool isTicked)
{
    if (!isPickable(id) || m_items[id].isTicked == isTicked)
        return;
    count(tree, id, -1);
    m_items[id].isTicked = isTicked;
    count(tree, id, 1);
}

void Picks::tick(const RecordTree &tree, const std::vector<RecordId> &ids, bool isTicked)
{
    const int sign = isTicked ? 1 : -1;
    // The deepest first: a folder has a larger number than those it is in.
    std::map<NodeId, PickSums, std::greater<>> changes;
    for (const RecordId id : ids) {
        if (!isPickable(id) || m_items[id].isTicked == isTicked)
            continue;
        Item &item = m_items[id];
        item.isTicked = isTicked;
        addTicked(changes[tree.parent(tree.leafOf(id))], item.bytes, sign);
        addTicked(m_total, item.bytes, sign);
        addTicked(m_types[item.type], item.bytes, sign);
        addTicked(m_hosts[item.host].sums, item.bytes, sign);
    }
    for (const auto &[folder, change] : changes) {
        if (folder == RecordTree::root)
            break;
        for (PickSums *sums : {&m_folders[folder], &changes[tree.parent(folder)]}) {
            sums->ticked += change.ticked;
            sums->tickedBytes += change.tickedBytes;
            sums->tickedUnknown += change.tickedUnknown;
        }
    }
}

std::vector<RecordId> Picks::ticked() const
{
    std::vector<RecordId> ids;
    for (RecordId id = 0; id < size(); ++id) {
        if (m_items[id].isTicked)
            ids.push_back(id);
    }
    return ids;
}

} // namespace gleaner
