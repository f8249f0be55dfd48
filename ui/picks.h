// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "ui/recordtree.h"

#include <QHash>

#include <array>
#include <vector>

namespace gleaner
{

/// How many files there are to be picked, and how many of them are ticked.
struct PickSums {
    qint64 files = 0;
    qint64 bytes = 0; ///< of those whose size is known
    qint64 unknown = 0; ///< those whose size is not
    qint64 ticked = 0;
    qint64 tickedBytes = 0;
    qint64 tickedUnknown = 0;
    bool operator==(const PickSums &) const = default;
};

/// What a person has ticked of what a scan has found: a flag per record, and the sums of folders,
/// kinds of files and hosts, which follow each change at once.
///
/// A plain value of the window's thread; sixteen bytes per record, only for a download that is
/// being picked from.
class Picks
{
public:
    explicit Picks(Purpose purpose);

    /// A record is new, or another one now. New ones in the order of their numbers.
    void take(const RecordTree &tree, RecordId id);
    RecordId size() const { return RecordId(m_items.size()); }

    bool isPickable(RecordId id) const { return id < m_items.size() && m_items[id].isPickable; }
    bool isTicked(RecordId id) const { return id < m_items.size() && m_items[id].isTicked; }
    /// Nothing for what cannot be picked.
    void tick(const RecordTree &tree, RecordId id, bool isTicked);
    /// The same of many: each folder's sums are changed once.
    void tick(const RecordTree &tree, const std::vector<RecordId> &ids, bool isTicked);

    const PickSums &total() const { return m_total; }
    /// All zero for a folder in which there is nothing to pick.
    PickSums sums(NodeId folder) const { return m_folders.value(folder); }

    /// Kinds of files and hosts are groups: the kinds by FileType, hosts in the order in which
    /// something to pick was found on them.
    static constexpr size_t types = size_t(FileType::Other) + 1;
    const PickSums &ofType(FileType type) const { return m_types[size_t(type)]; }
    struct Host {
        QByteArray key; ///< hostKeyOf()
        PickSums sums;
    };
    const std::vector<Host> &hosts() const { return m_hosts; }
    FileType typeOf(RecordId id) const { return FileType(m_items[id].type); }
    size_t hostOf(RecordId id) const { return m_items[id].host; }

    /// In ascending order.
    std::vector<RecordId> ticked() const;

private:
    struct Item {
        qint64 bytes = -1;
        quint32 host = 0;
        quint8 type = 0;
        bool isPickable = false;
        bool isTicked = false;
    };
    void count(const RecordTree &tree, RecordId id, int sign);

    Purpose m_purpose;
    std::vector<Item> m_items;
    QHash<NodeId, PickSums> m_folders;
    PickSums m_total;
    std::array<PickSums, types> m_types;
    std::vector<Host> m_hosts;
    QHash<QByteArray, quint32> m_hostNumbers;
};

} // namespace gleaner
