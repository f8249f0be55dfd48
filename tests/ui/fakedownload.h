// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/download.h"

#include <QStringList>

namespace gleaner
{

/// A download that does nothing but write down what it was asked; the test sends the batches.
class FakeDownload : public Download
{
public:
    explicit FakeDownload(QStringList *calls)
        : m_calls(calls)
    {
    }
    ~FakeDownload() override { m_calls->append(QStringLiteral("destroyed")); }

    void start(const CrawlJob &job) override
    {
        m_job = job;
        m_calls->append(job.rerun == Rerun::AsItStands ? QStringLiteral("start again")
                                                       : QStringLiteral("start"));
    }
    void pause() override { m_calls->append(QStringLiteral("pause")); }
    void resume() override { m_calls->append(QStringLiteral("resume")); }
    void stop() override { m_calls->append(QStringLiteral("stop")); }
    void setWorkerCount(int count) override
    {
        m_calls->append(QStringLiteral("workers %1").arg(count));
    }

    void setRules(const CrawlRules &rules) override
    {
        m_calls->append(QStringLiteral("rules"));
        gleaner::setRules(m_job, rules);
    }
    void retry(const std::vector<RecordId> &ended) override
    {
        m_calls->append(QStringLiteral("retry") + listed(ended));
    }
    void retryFailed() override { m_calls->append(QStringLiteral("retry failed")); }
    void skip(const std::vector<RecordId> &unwanted) override
    {
        m_calls->append(QStringLiteral("skip") + listed(unwanted));
    }

    const CrawlJob &job() const { return m_job; }

private:
    static QString listed(const std::vector<RecordId> &ids)
    {
        QString text;
        for (const RecordId id : ids)
            text += QStringLiteral(" %1").arg(id);
        return text;
    }

    QStringList *m_calls;
    CrawlJob m_job;
};

} // namespace gleaner
