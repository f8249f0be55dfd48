// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlshare.h"
#include "core/task/crossing.h"

#include <QSemaphore>

#include <memory>

namespace gleaner
{

/// The thread in which the downloads of a window run side by side, and what they share. Owned by
/// them together, in the window's thread; the last one to go ends the thread.
class CrawlEngine
{
public:
    const Door &door() const { return m_thread.door(); }
    /// For calls in the crawl thread only.
    const std::shared_ptr<CrawlShare> &share() const { return m_share; }
    /// Waits until the downloads that are gone have let go of all they held: for a program that
    /// ends at once.
    void settle()
    {
        QSemaphore done;
        m_thread.door().post([&done] { done.release(); });
        done.acquire();
    }

private:
    std::shared_ptr<CrawlShare> m_share = std::make_shared<CrawlShare>();
    SerialThread m_thread{QStringLiteral("crawl")};
};

} // namespace gleaner
