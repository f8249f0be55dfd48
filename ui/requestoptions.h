// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawljob.h"

namespace gleaner
{

/// How a download asks, and how much of it there may be: beside JobOptions what a person may
/// choose. A value.
struct RequestOptions {
    int perHost = CrawlJob().perHost;
    std::chrono::milliseconds delay = CrawlJob().delay;
    std::optional<qint64> rateLimit; ///< bytes per second
    std::chrono::seconds timeout = CrawlJob().timeout;
    int tries = CrawlJob().tries;
    QByteArray userAgent; ///< empty: the program's own
    RobotsPolicy robots = RobotsPolicy::Respect;
    std::optional<qint64> maxFileSize; ///< bytes
    std::optional<qint64> maxFiles;

    bool operator==(const RequestOptions &) const = default;
};

inline RequestOptions requestOptionsOf(const CrawlJob &job)
{
    return {job.perHost, job.delay, job.rateLimit, job.timeout, job.tries, job.userAgent,
        job.robots, job.maxFileSize, job.maxFiles};
}

inline void setRequestOptions(CrawlJob &job, const RequestOptions &options)
{
    job.perHost = options.perHost;
    job.delay = options.delay;
    job.rateLimit = options.rateLimit;
    job.timeout = options.timeout;
    job.tries = options.tries;
    job.userAgent = options.userAgent;
    job.robots = options.robots;
    job.maxFileSize = options.maxFileSize;
    job.maxFiles = options.maxFiles;
}

/// Plain characters, as a header field takes them (RFC 9110, section 5.5).
inline bool isUserAgent(QStringView text)
{
    return std::all_of(
        text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < QChar(0x7f); });
}

} // namespace gleaner
