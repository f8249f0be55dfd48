// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetcher.h"

namespace gleaner
{

class WarcArchive;

/// Keeps every request and its answer in an archive before anybody hears of the outcome: a file
/// that has its name is in the archive. What is there of a body that broke off, or that nobody
/// wants to keep, is left out. Owned by the crawl, in its thread.
class ArchivingFetcher : public Fetcher
{
public:
    /// Both outlive it.
    ArchivingFetcher(Fetcher &inner, WarcArchive &archive);

    Task<FetchOutcome> fetch(
        FetchRequest request, std::shared_ptr<Sink> sink, TransferProgress *progress) override;
    bool hasRoute(const Address &address) const override { return m_inner.hasRoute(address); }

private:
    Fetcher &m_inner;
    WarcArchive &m_archive;
};

} // namespace gleaner
