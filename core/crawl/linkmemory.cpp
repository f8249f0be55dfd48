// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/linkmemory.h"

namespace gleaner
{

namespace
{

constexpr quint8 redirectBit = 0x80;

} // namespace

void LinkMemory::add(RecordId source, const Onward &link)
{
    while (m_newest.size() <= source)
        m_newest.push_back(noRun);
    if (m_newest[source] == noRun || m_runs.back().source != source) {
        m_runs.push_back({source, m_newest[source], m_targets.size()});
        m_newest[source] = quint32(m_runs.size() - 1);
    }
    m_targets.push_back(link.target);
    m_kinds.push_back(quint8(quint8(link.kind) | (link.isRedirect ? redirectBit : 0)));
}

std::vector<Onward> LinkMemory::from(RecordId source) const
{
    std::vector<Onward> links;
    quint32 run = source < m_newest.size() ? m_newest[source] : noRun;
    for (; run != noRun; run = m_runs[run].older) {
        const size_t end = run + 1 < m_runs.size() ? m_runs[run + 1].begin : m_targets.size();
        for (size_t i = m_runs[run].begin; i < end; ++i)
            links.push_back({m_targets[i], LinkKind(m_kinds[i] & ~redirectBit),
                (m_kinds[i] & redirectBit) != 0});
    }
    return links;
}

void LinkMemory::forget(RecordId source)
{
    if (source < m_newest.size())
        m_newest[source] = noRun;
}

} // namespace gleaner
