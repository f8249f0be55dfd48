// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reportpage.h"

#include "core/save/sheets.h"
#include "ui/plaintext.h"
#include "ui/rowlook.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>
#include <vector>

namespace gleaner
{

namespace
{

struct Report {
    Q_DECLARE_TR_FUNCTIONS(gleaner::Report)
};

struct Sum {
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 failed = 0;
};
using Sums = std::map<QString, Sum>;

constexpr QByteArrayView head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid #8886; overflow-wrap: anywhere }
th { white-space: nowrap }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
summary { cursor: pointer }
</style>
)";

class Page
{
public:
    Page(const StoredDownload &download, const std::function<void(QByteArrayView)> &write)
        : m_download(download)
        , m_log(download.log)
        , m_scope(download.session.job.scope)
        , m_write(write)
    {
    }

    void writeAll()
    {
        writeHead();
        writeFailed();
        writeSuspects();
        writeSums();
        writeSaved();
        writeSkipped();
        put("</body>\n</html>\n");
    }

private:
    bool isSaved(const Record &record) const
    {
        return record.state == RecordState::Saved || record.state == RecordState::Unchanged;
    }

    void put(const QByteArray &html) { m_write(html); }
    void heading(const QString &text) { put("<h2>" + htmlText(text) + "</h2>\n"); }
    void paragraph(const QString &text) { put("<p>" + htmlText(text) + "</p>\n"); }

    static QByteArray cell(const QString &text) { return "<td>" + htmlText(text) + "</td>"; }
    static QByteArray figure(const QString &text)
    {
        return "<td class=\"n\">" + htmlText(text) + "</td>";
    }
    static QByteArray cell(const Address &address)
    {
        if (!address.isWeb())
            return cell(address.isNull() ? QString() : visibleText(address.bytes()));
        return "<td><a rel=\"noreferrer noopener\" href=\""
            + htmlText(QString::fromUtf8(address.bytes())) + "\">" + htmlText(addressText(address))
            + "</a></td>";
    }
    struct Title {
        enum class Align : quint8 { Text, Figure };
        QString text;
        Align align = Align::Text;
    };
    static Title figureTitle(const QString &text) { return {text, Title::Align::Figure}; }
    void beginTable(const QList<Title> &titles)
    {
        put("<table>\n<thead><tr>");
        for (const Title &title : titles)
            put(QByteArray("<th scope=\"col\"")
                + (title.align == Title::Align::Figure ? " class=\"n\">" : ">")
                + htmlText(title.text) + "</th>");
        put("</tr></thead>\n<tbody>\n");
    }
    void endTable(qint64 left)
    {
        put("</tbody>\n</table>\n");
        if (left > 0)
            paragraph(
                Report::tr("%1 more are not shown here; the reports as CSV and JSON have all.")
                    .arg(m_locale.toString(left)));
    }

    /// A table of all records of a kind; `row` makes the cells of one.
    template <typename IsOne, typename Row>
    void table(const QList<Title> &titles, IsOne isOne, Row row)
    {
        beginTable(titles);
        qint64 rows = 0;
        for (RecordId id = 0; id < m_log.size(); ++id) {
            const Record record = m_log.at(id);
            if (isOne(record) && ++rows <= mostReportRows)
                put("<tr>" + row(record) + "</tr>\n");
        }
        endTable(rows - mostReportRows);
    }

    void writeHead()
    {
        const KnownSession &session = m_download.session;
        const QString start =
            session.job.starts.empty() ? QString() : addressText(session.job.starts.front());
        put(head.toByteArray());
        const QByteArray title = htmlText(Report::tr("Download of %1").arg(start));
        put("<title>" + title + "</title>\n</head>\n<body>\n<h1>" + title + "</h1>\n");
        for (size_t i = 1; i < session.job.starts.size(); ++i)
            paragraph(Report::tr("and of %1").arg(addressText(session.job.starts[i])));
        paragraph(Report::tr("Saved in %1; last changed %2.")
                      .arg(visibleText(session.job.directory),
                          QDateTime::fromMSecsSinceEpoch(session.changedAt)
                              .toString(QStringLiteral("yyyy-MM-dd HH:mm"))));
        const Totals totals = m_log.totals();
        const auto number = [&](qint64 value) { return m_locale.toString(value); };
        beginTable({{Report::tr("Outcome")}, figureTitle(Report::tr("Addresses"))});
        const std::pair<QString, qint64> rows[]{
            {Report::tr("Saved"), totals.saved + totals.unchanged},
            {Report::tr("Redirected"), totals.redirected}, {Report::tr("Failed"), totals.failed},
            {Report::tr("Skipped"), totals.skipped}, {Report::tr("Waiting"), totals.waiting},
            {Report::tr("All that are known"), totals.known}};
        for (const auto &[name, count] : rows)
            put("<tr>" + cell(name) + figure(number(count)) + "</tr>\n");
        endTable(0);
    }

    void writeFailed()
    {
        heading(Report::tr("What failed, and why"));
        if (m_log.totals().failed == 0) {
            paragraph(Report::tr("Nothing."));
            return;
        }
        table(
            {{Report::tr("Address")}, {Report::tr("Why")}, {Report::tr("Linked from")}},
            [](const Record &record) { return record.state == RecordState::Failed; },
            [&](const Record &record) {
                QString why = statusText(record, m_scope);
                if (!record.detail.isEmpty())
                    why += QStringLiteral(" – ") + visibleText(record.detail);
                return cell(record.address) + cell(why) + cell(m_download.referrerOf(record));
            });
    }

    void writeSuspects()
    {
        if (m_log.totals().suspects == 0)
            return;
        heading(Report::tr("What is saved, but may not be what it should be"));
        table({{Report::tr("Address")}, {Report::tr("Why")}, {Report::tr("Linked from")}},
            isSuspect, [&](const Record &record) {
                return cell(record.address) + cell(suspicionSentence(record))
                    + cell(m_download.referrerOf(record));
            });
    }

    void writeSums()
    {
        Sums types;
        Sums hosts;
        for (RecordId id = 0; id < m_log.size(); ++id) {
            const Record record = m_log.at(id);
            const bool hasFailed = record.state == RecordState::Failed;
            if (!isSaved(record) && !hasFailed)
                continue;
            const QString type =
                record.type.isEmpty() ? Report::tr("unknown") : visibleText(record.type);
            for (Sum *sum : {&types[type], &hosts[siteText(record.address)]}) {
                sum->files += hasFailed ? 0 : 1;
                sum->failed += hasFailed ? 1 : 0;
                sum->bytes += hasFailed ? 0 : std::max<qint64>(record.bytes, 0);
            }
        }
        writeSums(Report::tr("By type"), Report::tr("Type"), types);
        writeSums(Report::tr("By host"), Report::tr("Host"), hosts);
    }

    void writeSums(const QString &title, const QString &what, const Sums &sums)
    {
        heading(title);
        beginTable({{what}, figureTitle(Report::tr("Saved")), figureTitle(Report::tr("Size")),
            figureTitle(Report::tr("Failed"))});
        std::vector<std::pair<QString, Sum>> rows(sums.begin(), sums.end());
        std::ranges::stable_sort(
            rows, [](const auto &a, const auto &b) { return a.second.bytes > b.second.bytes; });
        for (size_t i = 0; i < std::min<size_t>(rows.size(), mostReportRows); ++i) {
            const auto &[name, sum] = rows[i];
            put("<tr>" + cell(name) + figure(m_locale.toString(sum.files))
                + figure(m_locale.formattedDataSize(sum.bytes))
                + figure(m_locale.toString(sum.failed)) + "</tr>\n");
        }
        endTable(qint64(rows.size()) - mostReportRows);
    }

    void writeSaved()
    {
        heading(Report::tr("What was saved, and from where"));
        table(
            {{Report::tr("File")}, {Report::tr("Address")}, figureTitle(Report::tr("Size")),
                {Report::tr("Type")}},
            [&](const Record &record) { return isSaved(record); },
            [&](const Record &record) {
                return cell(visibleText(record.path)) + cell(record.address)
                    + figure(
                        record.bytes < 0 ? QString() : m_locale.formattedDataSize(record.bytes))
                    + cell(visibleText(record.type));
            });
    }

    void writeSkipped()
    {
        heading(Report::tr("What was left out"));
        std::map<SkipReason, qint64> counts;
        for (RecordId id = 0; id < m_log.size(); ++id) {
            if (m_log.state(id) == RecordState::Skipped)
                ++counts[m_log.skipReason(id)];
        }
        if (counts.empty())
            paragraph(Report::tr("Nothing."));
        for (const auto &[reason, count] : counts) {
            put("<details><summary>"
                + htmlText(
                    Report::tr("%1: %2").arg(skipText(reason, m_scope), m_locale.toString(count)))
                + "</summary>\n");
            table(
                {{Report::tr("Address")}, {Report::tr("Linked from")}},
                [&, wanted = reason](const Record &record) {
                    return record.state == RecordState::Skipped && record.skip == wanted;
                },
                [&](const Record &record) {
                    return cell(record.address) + cell(m_download.referrerOf(record));
                });
            put("</details>\n");
        }
    }

    const StoredDownload &m_download;
    const CrawlLog &m_log;
    const ScopeKind m_scope;
    const std::function<void(QByteArrayView)> &m_write;
    const QLocale m_locale;
};

} // namespace

void writeReportPage(
    const StoredDownload &download, const std::function<void(QByteArrayView)> &write)
{
    Page(download, write).writeAll();
}

} // namespace gleaner
