// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"
#include "core/crawl/crawlrules.h"
#include "core/crawl/record.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace gleaner
{

/// What the window needs of a running download: the seam between it and the engine, so that a
/// test can feed the window by hand. Lives in the window's thread; no call waits. The destructor
/// ends the download.
class Download : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start(const CrawlJob &job) = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    /// A Stopped batch follows.
    virtual void stop() = 0;
    virtual void setWorkerCount(int count) = 0;
    /// Asks for what was set aside in that group.
    virtual void releaseTrap(gleaner::TrapNumber number) = 0;
    /// Judges all that is known by these.
    virtual void setRules(const CrawlRules &rules) = 0;
    /// Asks again for those that have failed, or that a person has skipped.
    virtual void retry(const std::vector<RecordId> &ended) = 0;
    virtual void retryFailed() = 0;
    /// Those that have not ended are not wanted.
    virtual void skip(const std::vector<RecordId> &unwanted) = 0;
    /// Those come before all others, and so does what is found later below these addresses.
    virtual void prefer(const std::vector<RecordId> &those, const QByteArrayList &branches) = 0;
    /// While the connection is lost: looks whether it really is.
    virtual void tryConnection() = 0;

Q_SIGNALS:
    void batchReady(const gleaner::Batch &batch);
};

using DownloadFactory = std::function<std::unique_ptr<Download>()>;

} // namespace gleaner
