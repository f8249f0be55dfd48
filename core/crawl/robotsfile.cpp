// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/robotsfile.h"

#include "core/crawl/memorysink.h"
#include "core/crawl/scope.h"
#include "core/task/sleep.h"

namespace gleaner
{

using namespace std::chrono_literals;

namespace
{

constexpr qsizetype mostRead = 512 * 1024;
constexpr int mostRedirects = 5;
constexpr auto pauseBeforeSecondTry = 2000ms;

} // namespace

Task<RobotsFile> fetchRobots(Fetcher *fetcher, FetchRequest request, QByteArray productToken)
{
    const auto start = request.address.resolve("/robots.txt");
    if (!start)
        co_return RobotsFile();
    request.address = *start;
    TransferProgress progress;
    qint64 held = 0; // so little that nobody need count it
    int redirects = 0;
    bool triedAgain = false;
    for (;;) {
        const auto sink = std::make_shared<MemorySink>(mostRead, held);
        const FetchOutcome outcome = co_await fetcher->fetch(request, sink, &progress);
        if (std::holds_alternative<Fetched>(outcome) || std::holds_alternative<Declined>(outcome))
            co_return RobotsFile{RobotsRules::parse(sink->bytes(), productToken), {}};
        if (const auto *redirect = std::get_if<RedirectAnswer>(&outcome)) {
            const auto target = request.address.resolve(redirect->location);
            if (!target || !target->isWeb() || isDowngrade(request.address, *target)
                || ++redirects > mostRedirects)
                co_return RobotsFile();
            // What was meant for the one origin is not for another.
            if (target->origin() != request.address.origin())
                request.headers.clear();
            request.address = *target;
            continue;
        }
        const auto *failure = std::get_if<FetchFailure>(&outcome);
        if (!failure || (failure->status >= 400 && failure->status < 500))
            co_return RobotsFile();
        if (triedAgain || !failure->canHeal)
            co_return RobotsFile{RobotsRules::unreachable(),
                redirects == 0 ? std::optional(*failure) : std::nullopt};
        triedAgain = true;
        co_await sleepFor(pauseBeforeSecondTry);
    }
}

} // namespace gleaner
