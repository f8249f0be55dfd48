// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/record.h"

namespace gleaner
{

/// Notices that a download has become large, so that a person can be asked whether it is to go on:
/// once when it has many files and once when it has many bytes. A value without effects; owned by
/// the crawler.
class GrowthWatch
{
public:
    /// Never notices anything where the job says where to end, or nobody is there to answer.
    explicit GrowthWatch(const CrawlJob &job);

    /// What earlier runs have saved was asked about, or somebody has begun it again all the same.
    void setBefore(qint64 files, qint64 bytes, bool isUpdate);
    /// With these sums. True if there is something to ask that was not asked before.
    bool isDue(const Totals &totals);

    /// What was asked so far, for another run.
    QByteArray asked() const;
    void setAsked(const QByteArray &asked);

    GrowthQuestion question() const { return m_question; }
    /// How many there have been.
    int questions() const { return m_questions; }
    void answer() { m_question = GrowthQuestion::None; }

private:
    std::optional<GrowthMarks> m_marks;
    qint64 m_filesBefore = 0;
    qint64 m_bytesBefore = 0;
    bool m_isUpdate = false;
    bool m_askedForFiles = false;
    bool m_askedForBytes = false;
    GrowthQuestion m_question = GrowthQuestion::None;
    int m_questions = 0;
};

} // namespace gleaner
