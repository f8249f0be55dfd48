// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosteffects.h"

#include "core/crawl/scope.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct HostEffects {
    Q_DECLARE_TR_FUNCTIONS(gleaner::HostEffects)
};

constexpr qint64 longestLook = 5; // ms
/// Starts are the first addresses of a download, and so is what they redirect to.
constexpr RecordId amongTheFirst = 200;

const Record *redirectOf(const RecordTree &tree, const Address &address)
{
    for (RecordId id = 0; id < qMin<size_t>(tree.size(), amongTheFirst); ++id) {
        const Record &record = tree.record(id);
        if (record.state == RecordState::Redirected && record.address == address)
            return &record;
    }
    return nullptr;
}

/// It may be judged otherwise by another choice.
bool isByChoice(SkipReason reason)
{
    return reason == SkipReason::Type
        || (isByScope(reason) && reason != SkipReason::Trap && reason != SkipReason::Unticked);
}

void judge(const Record &record, const Scope &scope, HostEffect &effect)
{
    if (isTyped(record))
        return;
    const bool waits =
        record.state == RecordState::Waiting || record.state == RecordState::Retrying;
    const bool mayComeBack = record.state == RecordState::Skipped && isByChoice(record.skip);
    effect.saved += record.state == RecordState::Saved || record.state == RecordState::Unchanged;
    if (!waits && !mayComeBack)
        return;
    const bool isNofollow = mayComeBack && record.skip == SkipReason::Nofollow;
    const bool isWanted = !scope.check(
        {record.address, record.kind, record.found, record.referrer, record.depth, isNofollow});
    effect.leave += waits && !isWanted;
    effect.comeBack += mayComeBack && isWanted;
}

} // namespace

CrawlJob jobAsItStands(const Session &session)
{
    constexpr int longestChain = 10;
    CrawlJob job = session.job();
    const RecordTree &tree = session.tree()->tree();
    for (Address &start : job.starts) {
        for (int hop = 0; hop < longestChain; ++hop) {
            const Record *redirect = redirectOf(tree, start);
            if (!redirect)
                break;
            start = redirect->target;
        }
    }
    return job;
}

HostEffect effectOf(const RecordTree &tree, const std::vector<NodeId> &sites, const CrawlJob &after)
{
    const Scope scope(after);
    HostEffect effect;
    QElapsedTimer took;
    took.start();
    int looked = 0;
    for (const NodeId site : sites) {
        effect.isAll = tree.forEachBelow(site, [&](const Record &record) {
            judge(record, scope, effect);
            return ++looked % 256 != 0 || took.elapsed() < longestLook;
        });
        if (!effect.isAll)
            break;
    }
    return effect;
}

QString effectText(const HostEffect &effect)
{
    QStringList parts;
    if (effect.leave > 0)
        parts << HostEffects::tr(
            "%Ln waiting address(es) will be skipped", nullptr, int(effect.leave));
    if (effect.comeBack > 0)
        parts << HostEffects::tr(
            "%Ln skipped address(es) will be fetched", nullptr, int(effect.comeBack));
    if (parts.isEmpty())
        return effect.isAll ? HostEffects::tr("nothing that is known changes")
                            : HostEffects::tr("too many addresses to look at all of them");
    const QString text = parts.join(QStringLiteral(", "));
    return effect.isAll ? text : HostEffects::tr("at least %1").arg(text);
}

} // namespace gleaner
