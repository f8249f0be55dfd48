// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlrun.h"
#include "tests/crawl/follower.h"
#include "tests/support/await.h"
#include "tests/support/filesbelow.h"
#include "tests/support/testserver.h"

#include <QTemporaryDir>

#include <memory>

namespace gleaner::test
{

/// A crawl with the real fetcher into a temporary folder, followed to its end; then another one
/// into the same folder, if wanted.
class Running
{
public:
    Running()
    {
        // One after the other, and no more than a test speaks of.
        job.workers = 1;
        job.tries = 1;
        job.robots = RobotsPolicy::Ignore;
        job.directory = m_root.filePath(QStringLiteral("dl"));
        job.stateDirectory = m_root.filePath(QStringLiteral("state"));
    }

    /// False when there was no end, or a promise of every run was broken.
    [[nodiscard]] bool run(const QList<QUrl> &starts)
    {
        start(starts);
        const bool ended = waitFor([this] { return follower.ended(); });
        m_run.reset();
        return ended && follower.problems.isEmpty();
    }
    void start(const QList<QUrl> &starts)
    {
        follower = {};
        job.starts.clear();
        for (const QUrl &start : starts)
            job.starts.push_back(Address::parse(start.toEncoded()).value());
        m_run = std::make_unique<CrawlRun>(job, [this](const Batch &batch) {
            follower.take(batch);
            follower.acknowledged = true;
            m_run->crawler().acknowledge();
        });
        m_run->crawler().start();
    }
    Crawler &crawler() { return m_run->crawler(); }
    /// Ends the run, if it has not ended, and waits for its disk.
    void destroy() { m_run.reset(); }

    QByteArray of(const QUrl &url) const { return follower.of(url.toEncoded()); }
    Record record(const QUrl &url) const { return follower.record(url.toEncoded()); }
    /// Every file below the folder, hidden ones too, sorted.
    QByteArrayList files() const { return filesBelow(job.directory); }
    QString pathOf(const QByteArray &file) const
    {
        return job.directory + u'/' + QFile::decodeName(file);
    }

    CrawlJob job;
    Follower follower;

private:
    QTemporaryDir m_root;
    std::unique_ptr<CrawlRun> m_run;
};

/// A page with these links.
inline QByteArray pageWith(const QByteArrayList &links)
{
    QByteArray html = "<!doctype html><title>x</title>";
    for (const QByteArray &link : links)
        html += "<a href=\"" + link + "\">x</a>";
    return html;
}

/// One that the person brings for the test server.
inline Cookie brought(const QByteArray &value)
{
    Cookie cookie;
    cookie.name = "brought";
    cookie.value = value;
    cookie.domain = "127.0.0.1";
    return cookie;
}

/// Seven files: a page at "/", and what it and its page "a" lead to.
inline void serveSmallSite(TestServer &server)
{
    server.serve("/", "text/html", pageWith({"a", "b", "c", "d"}));
    server.serve("/a", "text/html", pageWith({"a/1", "a/2"}));
    for (const char *path : {"/b", "/c", "/d", "/a/1", "/a/2"})
        server.serve(path, "text/plain", QByteArray("this is ") + path);
}

/// The first request for that target; an empty one if there was none.
inline Request requestTo(const TestServer &server, const QByteArray &target)
{
    for (const Request &request : server.requests()) {
        if (request.target == target)
            return request;
    }
    return {};
}

} // namespace gleaner::test
