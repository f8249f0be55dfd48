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
        m_calls->append(QStringLiteral("start"));
    }
    void pause() override { m_calls->append(QStringLiteral("pause")); }
    void resume() override { m_calls->append(QStringLiteral("resume")); }
    void stop() override { m_calls->append(QStringLiteral("stop")); }
    void setWorkerCount(int count) override
    {
        m_calls->append(QStringLiteral("workers %1").arg(count));
    }

    void releaseTrap(TrapNumber number) override
    {
        m_calls->append(QStringLiteral("release %1").arg(number));
    }

    const CrawlJob &job() const { return m_job; }

private:
    QStringList *m_calls;
    CrawlJob m_job;
};

} // namespace gleaner
