// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/sessionkeeper.h"
#include "core/net/continuation.h"
#include "core/save/diskwriter.h"
#include "core/url/address.h"

#include <QHash>

#include <memory>

namespace gleaner
{

/// The beginning of a body, on disk and open, that may be continued.
struct KeptPart {
    std::unique_ptr<DiskWriter::Stream> stream;
    qint64 size = 0;
    Validator validator; ///< null: it cannot be continued, but stays until there is a whole one
    std::optional<qint64> total;
    QByteArray contentType; ///< a 206 need not repeat it (RFC 9110, section 15.3.7)

    std::optional<Continuation> continuation() const;
};

/// Where parts wait until their address is asked for again, in this run or a later one.
///
/// Where core/net, core/save and core/store meet. Owned by the crawler, crawl thread; writer and
/// keeper outlive it. Without a session a part does not outlive the run.
class PartShelf
{
public:
    PartShelf(DiskWriter &writer, const SessionKeeper &keeper);
    Q_DISABLE_COPY_MOVE(PartShelf)

    /// Takes over what earlier runs have left. Once, when the session is open.
    void load(const std::vector<StoredPart> &stored);

    bool has(const Address &address) const
    {
        return m_kept.contains(address) || m_stored.contains(address);
    }
    /// Takes the part of that address; null if there is none, or it is not what it was.
    Task<std::shared_ptr<KeptPart>> take(Address address);
    void put(const Address &address, KeptPart part);

    /// For the part of a body that begins: what is left of it when the program is killed is known.
    DiskWriter::Note noteOf(const Address &address) const;
    /// Makes the part of a body that has begun stay on disk, if the run can remember it.
    void remember(const Address &address, const KeptPart &part) const;
    /// Are parts still there when the run is over?
    bool outlivesTheRun() const { return m_keeper.isKept(); }

private:
    DiskWriter &m_writer;
    const SessionKeeper &m_keeper;
    QHash<Address, std::shared_ptr<KeptPart>> m_kept; ///< of this run
    QHash<Address, StoredPart> m_stored; ///< of earlier ones
};

} // namespace gleaner
