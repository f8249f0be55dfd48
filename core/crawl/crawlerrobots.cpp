// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawler.h"

#include "core/crawl/memorysink.h"
#include "core/crawl/robotsfile.h"
#include "core/task/offload.h"
#include "core/task/sleep.h"

#include <algorithm>

// What the sites say to robots: the gate before the frontier, and the sitemaps they offer.

namespace gleaner
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds longestCrawlDelay = 30s;
constexpr qsizetype largestSitemap = 50 * 1024 * 1024;
/// Publishing systems keep theirs elsewhere: /sitemap.xml leads to /sitemap_index.xml.
constexpr int mostSitemapRedirects = 5;
constexpr QByteArrayView productToken = "gleaner";

/// A host that nobody can reach has not asked robots for anything: what lies there fails for that.
bool isAboutTheHost(const FetchFailure &failure)
{
    return failure.reason == FailReason::Dns || failure.reason == FailReason::Refused
        || failure.reason == FailReason::Tls;
}

QByteArray pathAndQuery(const Address &address)
{
    QByteArray path = address.path().toByteArray();
    if (address.hasQuery())
        path += '?' + address.query().toByteArray();
    return path;
}

} // namespace

void Crawler::enqueue(RecordId id)
{
    leaveRest(id);
    const Address address = m_log.address(id);
    const QByteArray origin = address.origin();
    if (m_job.robots == RobotsPolicy::Respect) {
        const bool known = m_robots.contains(origin);
        SiteRobots &robots = m_robots[origin];
        const bool isStale = robots.rules && Clock::now() - robots.read > m_job.robotsLifetime;
        if (!known || isStale) {
            robots.old = std::exchange(robots.rules, std::nullopt);
            ++m_robotsAsked;
            m_tasks.spawn(askRobots(address));
        }
        // What a person typed is asked for whatever the site says.
        if (!isStart(id)) {
            if (!robots.rules) {
                robots.held.push_back(id);
                return;
            }
            if (robots.dead) {
                settleFailure(id, *robots.dead);
                return;
            }
            if (!robots.rules->allows(pathAndQuery(address))) {
                skip(id, SkipReason::Robots);
                return;
            }
        }
    }
    if (m_frontier.lanes().isGivenUp(origin) && !isStart(id)) {
        m_lastPass.push_back({id, Clock::now()});
        return;
    }
    if (isInPreferredBranch(id))
        m_frontier.preferOnceAdded(id);
    m_frontier.add(id, origin, m_log.depth(id));
    m_mayTake.ring();
}

/// By the rules of now, or the ones before while new ones are asked for.
bool Crawler::robotsAllow(const Address &address) const
{
    const auto robots = m_robots.constFind(address.origin());
    if (robots == m_robots.cend())
        return false;
    const auto &rules = robots->rules ? robots->rules : robots->old;
    return rules && rules->allows(pathAndQuery(address));
}

Task<void> Crawler::askRobots(Address address)
{
    // Not through the workers' Pipeliner: what runs there may wait for these rules.
    const QByteArray origin = address.origin();
    RobotsFile file;
    for (;;) {
        const FetchRequest request = requestFor(address);
        Scheduled<RobotsFile> asking = m_sideRequests.schedule(
            fetchRobots(&m_parts.fetcher, request, productToken.toByteArray()));
        file = co_await asking;
        // This machine's silence is not the site's.
        if (!file.rules.isUnreachable() || !isOffline())
            break;
        while (isOffline())
            co_await sleepFor(routeInterval);
    }
    SiteRobots &robots = m_robots[origin];
    RobotsRules rules = file.rules;
    // Old rules may be used as long as there are no new ones (RFC 9309, section 2.4).
    if (rules.isUnreachable() && robots.old)
        rules = *robots.old;
    else if (file.failure && isAboutTheHost(*file.failure))
        robots.dead = file.failure;
    m_frontier.lanes().slowDown(
        origin, std::min(rules.crawlDelay().value_or(0ms), longestCrawlDelay));
    const std::vector<QByteArray> sitemaps = rules.sitemaps();
    robots.rules = std::move(rules);
    robots.read = Clock::now();
    robots.old.reset();
    const bool isNew = std::exchange(robots.isNew, false);
    for (const RecordId id : std::exchange(robots.held, {})) {
        // Other rules may have let it go meanwhile.
        if (!isFinal(m_log.state(id)))
            enqueue(id);
    }
    const bool isStartOrigin = std::ranges::any_of(
        m_scope.starts(), [&](const Address &start) { return start.origin() == origin; });
    if (isStartOrigin && isNew)
        co_await readSitemaps(address, sitemaps);
    --m_robotsAsked;
    m_mayTake.ring();
}

Task<void> Crawler::readSitemaps(Address site, std::vector<QByteArray> named)
{
    // A sitemap counts as a page that the start page links: so what it lists is two clicks away.
    if (m_job.depth && *m_job.depth < 2)
        co_return;
    const auto usual = site.resolve("/sitemap.xml");
    bool usualIsNamed = false;
    for (const QByteArray &reference : named) {
        const auto address = site.resolve(reference);
        if (!address)
            continue;
        usualIsNamed = usualIsNamed || address == usual;
        admit({*address, LinkKind::Sitemap, {"robots.txt", "sitemap"}, noRecord, 1});
    }
    if (usualIsNamed || !usual || !robotsAllow(*usual))
        co_return;
    // Only tried: where there is none, nobody has to hear of it.
    const auto sink = std::make_shared<MemorySink>(largestSitemap, m_liveBytes);
    Scheduled<Document> fetching = m_sideRequests.schedule(fetchSitemap(*usual, sink));
    Document document = co_await fetching;
    // An HTML page in its place is a site's way of saying that there is none.
    if (document.bytes.isEmpty()
        || fileTypeOf(document.contentType, document.address) == FileType::Pages)
        co_return;
    auto work = [document = std::move(document)] { return discover(document); };
    const Discovery discovery = co_await runOnPool(m_parts.pool, std::move(work));
    int admitted = 0;
    for (const Link &link : discovery.links) {
        if (++admitted % linksPerTurn == 0)
            co_await sleepFor(betweenTurns);
        admit({link.address, link.kind, link.found, noRecord, 2});
    }
}

/// What lies there, or where it redirects to on the same site, or an empty document. Owns all that
/// the request needs: as an item of a Pipeliner it may outlive whoever scheduled it.
Task<Document> Crawler::fetchSitemap(Address address, std::shared_ptr<MemorySink> sink)
{
    const QByteArray origin = address.origin();
    Document document;
    for (int redirects = 0; redirects <= mostSitemapRedirects; ++redirects) {
        TransferProgress progress;
        FetchRequest request = requestFor(address);
        request.accepts = AcceptedCoding::Gzip;
        const FetchOutcome outcome = co_await m_parts.fetcher.fetch(request, sink, &progress);
        if (const auto *fetched = std::get_if<Fetched>(&outcome)) {
            document.bytes = sink->bytes();
            document.contentType = fetched->head.header("content-type");
            document.address = address;
            break;
        }
        const auto *redirect = std::get_if<RedirectAnswer>(&outcome);
        const auto target = redirect ? address.resolve(redirect->location) : std::nullopt;
        if (!target || target->origin() != origin || !robotsAllow(*target))
            break;
        address = *target;
    }
    co_return document;
}

} // namespace gleaner
