// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/growthwatch.h"

#include <algorithm>
#include <utility>

namespace gleaner
{

GrowthWatch::GrowthWatch(const CrawlJob &job)
    : m_marks(job.maxFiles || job.maxTotalSize ? std::nullopt : job.askAt)
{
}

void GrowthWatch::setBefore(qint64 files, qint64 bytes, bool isUpdate)
{
    m_filesBefore = files;
    m_bytesBefore = bytes;
    m_isUpdate = isUpdate;
    m_askedForFiles = m_askedForFiles || (m_marks && files >= m_marks->files);
    m_askedForBytes = m_askedForBytes || (m_marks && bytes >= m_marks->bytes);
}

QByteArray GrowthWatch::asked() const
{
    QByteArrayList asked;
    if (m_askedForFiles)
        asked.append("files");
    if (m_askedForBytes)
        asked.append("bytes");
    return asked.join(' ');
}

void GrowthWatch::setAsked(const QByteArray &asked)
{
    m_askedForFiles = asked.contains("files");
    m_askedForBytes = asked.contains("bytes");
}

bool GrowthWatch::isDue(const Totals &totals)
{
    if (!m_marks)
        return false;
    // An update counts again what was there; otherwise it counts as unchanged, with its bytes
    // aside.
    const qint64 known = totals.saved + totals.unchanged;
    const qint64 files = m_isUpdate ? std::max(m_filesBefore, known) : known;
    const qint64 bytes =
        m_isUpdate ? std::max(m_bytesBefore, totals.bytes) : m_bytesBefore + totals.bytes;
    const bool manyFiles = files >= m_marks->files;
    const bool manyBytes = bytes >= m_marks->bytes;
    // Who answers sees both numbers, so both are answered.
    const bool forFiles = manyFiles && !std::exchange(m_askedForFiles, true);
    const bool forBytes = manyBytes && !std::exchange(m_askedForBytes, true);
    if (!forFiles && !forBytes)
        return false;
    m_question = forFiles ? GrowthQuestion::ManyFiles : GrowthQuestion::ManyBytes;
    ++m_questions;
    return true;
}

} // namespace gleaner
