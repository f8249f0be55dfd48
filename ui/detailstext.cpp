// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detailstext.h"

#include "ui/figures.h"
#include "ui/plaintext.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>

namespace gleaner
{

namespace
{

/// Gives the strings below their context in the translations.
struct DetailsText {
    Q_DECLARE_TR_FUNCTIONS(gleaner::DetailsText)
};

/// Addresses are shown as a whole here.
constexpr qsizetype wholeAddress = 8000;
/// Of a chain of pages so many at each end.
constexpr size_t chainEnd = 12;

QString whole(const Address &address)
{
    return visibleText(QByteArrayView(address.bytes()), wholeAddress);
}

QString takenText(const Record &record)
{
    if (isTyped(record))
        return DetailsText::tr("It is a start address.");
    if (isRedirectTarget(record))
        return DetailsText::tr("An address that was asked for leads here.");
    switch (record.kind) {
    case LinkKind::Requisite:
        return DetailsText::tr("A page that is saved needs it: an image, a style, a script or the "
                               "like.");
    case LinkKind::Sitemap:
    case LinkKind::Feed:
        return DetailsText::tr("The site lists it in a sitemap or a feed.");
    case LinkKind::Alternate:
        return DetailsText::tr("A page names it as another form of itself.");
    case LinkKind::Guessed:
        return DetailsText::tr("A script holds what looks like its address.");
    case LinkKind::Navigation:
        break;
    }
    return DetailsText::tr("A page links to it.");
}

QString depthText(const Record &record)
{
    return DetailsText::tr("%Ln link(s) away from the start address", nullptr, int(record.depth));
}

DetailSection stateSection(const Record &record, const CrawlJob &job, Standing standing)
{
    DetailSection section{{}, {}};
    auto &lines = section.lines;
    lines.push_back({DetailsText::tr("Address"), whole(record.address)});
    lines.push_back({DetailsText::tr("State"), statusText(record, job.scope, standing)});
    if (record.state == RecordState::Failed || record.state == RecordState::Retrying)
        lines.push_back({{}, failSentence(record)});
    if (record.state == RecordState::Skipped)
        lines.push_back({DetailsText::tr("Why skipped"), skipSentence(record, job.scope)});
    else
        lines.push_back({DetailsText::tr("Why taken"), takenText(record)});
    if (!isTyped(record))
        lines.push_back({{}, depthText(record)});
    if (record.state == RecordState::Redirected)
        lines.push_back({DetailsText::tr("Redirected to"), whole(record.target)});
    return section;
}

DetailSection savedSection(const Record &record, const CrawlJob &job)
{
    DetailSection section{{}, {}};
    auto &lines = section.lines;
    if (!record.path.isEmpty())
        lines.push_back({DetailsText::tr("Saved as"),
            visibleText(QDir(job.directory).filePath(record.path), wholeAddress)});
    if (!record.offered.isEmpty() && record.offered != record.path.section(u'/', -1))
        lines.push_back({DetailsText::tr("Its server calls it"), visibleText(record.offered)});
    if (record.bytes >= 0)
        lines.push_back({DetailsText::tr("Size"),
            DetailsText::tr("%1 (%2 bytes)").arg(sizeText(record.bytes), countText(record.bytes))});
    if (!record.type.isEmpty())
        lines.push_back({DetailsText::tr("Type"), visibleText(QByteArrayView(record.type))});
    if (record.state == RecordState::Saved && !record.verified)
        lines.push_back({DetailsText::tr("Completeness"),
            DetailsText::tr("The server did not say how long it is, so it cannot be proven that it "
                            "is whole.")});
    if (record.status > 0)
        lines.push_back({DetailsText::tr("HTTP status"), QString::number(record.status)});
    if (record.tries > 0)
        lines.push_back({DetailsText::tr("Requests made"), countText(record.tries)});
    if (record.seconds > 0)
        lines.push_back({DetailsText::tr("Time spent"), tookText(qint64(record.seconds * 1000))});
    if (!record.detail.isEmpty())
        lines.push_back(
            {DetailsText::tr("Technical details"), visibleText(record.detail, wholeAddress)});
    return section;
}

/// From the page that it was first found on back to the start.
DetailSection chainSection(const RecordTree &tree, const Record &record)
{
    DetailSection section{DetailsText::tr("How it was found"), {}};
    auto &lines = section.lines;
    std::vector<RecordId> chain;
    // A record is found on one that was there before: the numbers fall, and there is an end.
    for (RecordId id = record.id; id < tree.size(); id = tree.record(id).referrer) {
        if (!chain.empty() && id >= chain.back())
            break;
        chain.push_back(id);
    }
    for (size_t i = 0; i + 1 < chain.size(); ++i) {
        const Record &found = tree.record(chain[i]);
        const Record &on = tree.record(chain[i + 1]);
        if (i >= chainEnd && i + 1 + chainEnd < chain.size()) {
            if (i == chainEnd)
                lines.push_back({{},
                    DetailsText::tr("… and %1 pages between these")
                        .arg(countText(qint64(chain.size() - 1 - 2 * chainEnd)))});
            continue;
        }
        const QString how = isRedirectTarget(found)
            ? DetailsText::tr("redirected from")
            : DetailsText::tr("found on (%1)").arg(foundInText(found.found));
        lines.push_back({how, whole(on.address), on.id});
    }
    const Record &first = tree.record(chain.back());
    if (isTyped(first))
        lines.push_back({{}, DetailsText::tr("start address")});
    else
        lines.push_back({{}, DetailsText::tr("found in %1").arg(foundInText(first.found))});
    return section;
}

DetailSection answerSection(const Record &record, const std::optional<RecentAnswer> &answer)
{
    DetailSection section{DetailsText::tr("Last answer of the server"), {}};
    auto &lines = section.lines;
    if (!answer) {
        lines.push_back({{},
            record.tries > 0
                ? DetailsText::tr("Its header fields are not kept any more, or there were none. "
                                  "Only those of the last answers of this run are.")
                : DetailsText::tr("It has not been asked in this run.")});
        return section;
    }
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(answer->at);
    lines.push_back({DetailsText::tr("Answered"),
        DetailsText::tr("%1, after %2 ms")
            .arg(QLocale().toString(at, QLocale::ShortFormat),
                countText(answer->answeredAfter.count()))});
    lines.push_back({DetailsText::tr("Status"), QString::number(answer->head.status)});
    for (const auto &[name, value] : answer->head.headers) {
        const auto parts = value.split('\n');
        for (const QByteArray &part : parts)
            lines.push_back({visibleText(QByteArrayView(name)),
                visibleText(QByteArrayView(part), wholeAddress)});
    }
    if (answer->isCut)
        lines.push_back({{}, DetailsText::tr("There were more fields than are kept.")});
    return section;
}

} // namespace

Details detailsOf(const RecordTree &tree, RecordId id, const CrawlJob &job,
    const std::optional<RecentAnswer> &answer, Standing standing)
{
    if (id >= tree.size())
        return {};
    const Record &record = tree.record(id);
    Details details{stateSection(record, job, standing)};
    const DetailSection saved = savedSection(record, job);
    auto &lines = details.front().lines;
    lines.insert(lines.end(), saved.lines.begin(), saved.lines.end());
    details.push_back(chainSection(tree, record));
    details.push_back(answerSection(record, answer));
    return details;
}

Details detailsOf(const QString &address, const RecordTree::Sums &sums)
{
    DetailSection section{{}, {}};
    auto &lines = section.lines;
    lines.push_back({DetailsText::tr("Folder"), visibleText(address, wholeAddress)});
    lines.push_back({DetailsText::tr("Addresses"), countText(sums.known)});
    lines.push_back({DetailsText::tr("Waiting"), countText(sums.known - sums.ended)});
    lines.push_back({DetailsText::tr("Saved"), countText(sums.saved)});
    lines.push_back({DetailsText::tr("Unchanged"), countText(sums.unchanged)});
    lines.push_back({DetailsText::tr("Skipped"), countText(sums.skipped)});
    lines.push_back({DetailsText::tr("Failed"), countText(sums.failed)});
    lines.push_back({DetailsText::tr("Size"), sizeText(sums.bytes)});
    return {section};
}

QString plainText(const Details &details)
{
    QString text;
    for (const DetailSection &section : details) {
        if (!section.title.isEmpty())
            text += QLatin1Char('\n') + section.title + QLatin1Char('\n');
        for (const DetailLine &line : section.lines) {
            if (!line.name.isEmpty())
                text += line.name + QStringLiteral(": ");
            text += line.text + QLatin1Char('\n');
        }
    }
    return text;
}

} // namespace gleaner
