// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/scope.h"

#include "core/crawl/glob.h"
#include "core/url/registrabledomain.h"

#include <algorithm>

namespace gleaner
{

namespace
{

/// The path up to and with its last slash.
QByteArrayView folderOf(const Address &address)
{
    const QByteArrayView path = address.path();
    return path.first(path.lastIndexOf('/') + 1);
}

bool covers(ScopeKind kind, const Address &start, const Address &address)
{
    switch (kind) {
    case ScopeKind::Folder:
        return address.origin() == start.origin() && address.path().startsWith(folderOf(start));
    case ScopeKind::Host:
        return address.origin() == start.origin();
    case ScopeKind::Domain:
        return sameRegistrableDomain(address.host(), start.host());
    case ScopeKind::Any:
        return true;
    }
    Q_UNREACHABLE();
}

bool matchesAny(const QByteArrayList &globs, const Address &address)
{
    return std::ranges::any_of(
        globs, [&](const QByteArray &glob) { return globMatches(glob, address.bytes()); });
}

} // namespace

Scope::Scope(const CrawlJob &job)
    : m_starts(job.starts)
    , m_rules(rulesOf(job))
    , m_robots(job.robots)
{
}

bool Scope::covers(const Address &address) const
{
    if (const auto choice = choiceOf(m_rules.hosts, address))
        return *choice == HostChoice::Crawl;
    return std::ranges::any_of(m_starts,
        [&](const Address &start) { return gleaner::covers(m_rules.scope, start, address); });
}

Verdict Scope::check(const Candidate &candidate) const
{
    const Address &address = candidate.address;
    if (!address.isWeb())
        return SkipReason::Scheme;
    if (address.bytes().size() > longestAddress)
        return SkipReason::Limit;
    const bool isRequisite = candidate.kind == LinkKind::Requisite;
    const auto choice = choiceOf(m_rules.hosts, address);
    if (choice && *choice != HostChoice::Crawl && (*choice == HostChoice::Never || !isRequisite))
        return SkipReason::Host;
    if (!isRequisite && !covers(address))
        return SkipReason::Scope;
    if (m_rules.depth && candidate.depth > *m_rules.depth)
        return SkipReason::Depth;
    if (matchesAny(m_rules.exclude, address)
        || (!isRequisite && !m_rules.include.isEmpty() && !matchesAny(m_rules.include, address)))
        return SkipReason::Filter;
    if (candidate.nofollow && !isRequisite && m_robots == RobotsPolicy::Respect)
        return SkipReason::Nofollow;
    // Only where the name leaves no doubt: an answer may still be a page, and pages are read.
    const auto type = fileTypeByExtension(address);
    const bool mayHoldLinks = !type || *type == FileType::Pages || *type == FileType::Styles;
    if (!mayHoldLinks && !m_rules.types.keeps({}, address))
        return SkipReason::Type;
    return std::nullopt;
}

void Scope::moveStart(const Address &from, const Address &to)
{
    std::ranges::replace(m_starts, from, to);
}

bool isDowngrade(const Address &from, const Address &to)
{
    return from.scheme() == QByteArrayView("https") && to.scheme() == QByteArrayView("http");
}

} // namespace gleaner
