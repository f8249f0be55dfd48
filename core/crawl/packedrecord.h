// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/addresstable.h"
#include "core/crawl/record.h"
#include "core/crawl/smallblocks.h"

#include <QByteArrayList>
#include <QHash>

#include <utility>
#include <vector>

namespace gleaner
{

/// What the records of a run have in common: the memory for their rare values, and texts that many
/// of them share, which are kept once and named by a number.
class CommonValues
{
public:
    /// MIME types: the first 254 of a run, because sites may make up as many as they like.
    quint8 numberOf(const QByteArray &type);
    QByteArray type(quint8 number) const { return m_types[number]; }
    static constexpr quint8 unlisted = 255;

    /// Where links are found: as many as there are literals for it.
    quint16 numberOf(const FoundIn &found);
    FoundIn found(quint16 number) const { return m_founds[number]; }

    SmallBlocks &blocks() { return m_blocks; }

private:
    using Literals = std::pair<const char *, const char *>;

    QByteArrayList m_types{QByteArray()};
    QHash<QByteArray, quint8> m_typeNumbers{{QByteArray(), 0}};
    std::vector<FoundIn> m_founds;
    QHash<Literals, quint16> m_foundNumbers;
    SmallBlocks m_blocks;
};

/// A Record but for its number and address, in 40 bytes: what nearly all records say as plain
/// fields, the rest as tagged values in a block of the common memory, which most have not.
///
/// The one place that knows how records are kept. A further rare field is a tag, a line in pack()
/// and one in unpack().
class PackedRecord
{
public:
    /// Takes everything over. Addresses that are in the table are not kept a second time.
    void pack(const Record &record, const AddressTable &addresses, CommonValues &common);
    /// Into a record that has its number and address already, and is new otherwise.
    void unpack(Record &record, const AddressTable &addresses, const CommonValues &common) const;

    RecordState state() const { return m_state; }
    SkipReason skip() const { return m_skip; }
    int depth() const { return m_depth; }
    RecordId referrer() const { return m_referrer; }
    void setDepth(quint16 depth) { m_depth = depth; }

private:
    enum class Tag : char;
    class RareWriter;
    void unpackRare(Record &record, const AddressTable &addresses) const;

    char *m_rare = nullptr; ///< null, or the values' size in four bytes, and then the values
    qint64 m_bytes = -1;
    RecordId m_referrer = noRecord;
    quint32 m_milliseconds = 0;
    quint16 m_found = 0;
    quint16 m_depth = 0;
    quint16 m_status = 0;
    quint16 m_tries = 0;
    RecordState m_state = RecordState::Waiting;
    SkipReason m_skip = SkipReason::Scope;
    FailReason m_fail = FailReason::Http;
    TlsProblem m_tls = TlsProblem::None;
    quint8 m_type = 0;
    Change m_change = Change::None;
    Suspicion m_suspicion = Suspicion::None;
    LinkKind m_kind : 5 = LinkKind::Navigation;
    bool m_kept : 1 = false;
    bool m_verified : 1 = true;
    bool m_liesAtItsAddress : 1 = false; ///< the path is the address's, and not among the rare
};

} // namespace gleaner
