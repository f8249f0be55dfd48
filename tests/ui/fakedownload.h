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
    explicit FakeDownload(QStringList *calls, std::function<void(FakeDownload *)> onStart = {})
        : m_calls(calls)
        , m_onStart(std::move(onStart))
    {
    }
    ~FakeDownload() override { m_calls->append(QStringLiteral("destroyed")); }

    void start(const CrawlJob &job) override
    {
        m_job = job;
        if (m_onStart)
            m_onStart(this);
        note(job.rerun == Rerun::AsItStands ? QStringLiteral("start again")
                                            : QStringLiteral("start"));
    }
    void pause() override { note(QStringLiteral("pause")); }
    void resume() override { note(QStringLiteral("resume")); }
    void stop() override { note(QStringLiteral("stop")); }
    void setWorkerCount(int count) override { note(QStringLiteral("workers %1").arg(count)); }

    void setRules(const CrawlRules &rules) override
    {
        note(QStringLiteral("rules"));
        gleaner::setRules(m_job, rules);
    }
    void retry(const std::vector<RecordId> &ended) override
    {
        note(QStringLiteral("retry") + listed(ended));
    }
    void retryFailed() override { note(QStringLiteral("retry failed")); }
    void skip(const std::vector<RecordId> &unwanted) override
    {
        note(QStringLiteral("skip") + listed(unwanted));
    }
    void prefer(const std::vector<RecordId> &those, const QByteArrayList &branches) override
    {
        note(QStringLiteral("prefer") + listed(those) + QString::fromLatin1(branches.join("")));
    }
    void tryConnection() override { note(QStringLiteral("try connection")); }

    void releaseTrap(TrapNumber number) override { note(QStringLiteral("release %1").arg(number)); }

    /// What this one was asked, where there are several.
    const QStringList &calls() const { return m_own; }
    const CrawlJob &job() const { return m_job; }

private:
    static QString listed(const std::vector<RecordId> &ids)
    {
        QString text;
        for (const RecordId id : ids)
            text += QStringLiteral(" %1").arg(id);
        return text;
    }

    void note(const QString &call)
    {
        m_calls->append(call);
        m_own.append(call);
    }

    QStringList *m_calls;
    std::function<void(FakeDownload *)> m_onStart;
    QStringList m_own;
    CrawlJob m_job;
};

} // namespace gleaner
