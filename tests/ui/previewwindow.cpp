// SPDX-License-Identifier: GPL-3.0-or-later
// The window over a made-up download, to be looked at: previewwindow [--pages N] [--per-batch N]
// [--start] [--fail] [--full] [--dark] [--earlier] [--several]
// [--ask-at N] [--aside N]
#include "tests/ui/madeup.h"
#include "ui/actions.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>

using namespace gleaner;

namespace
{

/// Ends at once: with its start address failed, or with a full disk after a few files.
class EndingDownload : public Download
{
public:
    explicit EndingDownload(bool full)
        : m_full(full)
    {
    }
    void start(const CrawlJob &job) override
    {
        Batch batch;
        const Record start = foundRecord(0, job.starts.front().bytes());
        batch.added = {start};
        batch.phase = CrawlPhase::Finished;
        batch.changed = {failedRecord(start, FailReason::Dns)};
        if (m_full) {
            batch.changed = {savedRecord(start, 4000, QStringLiteral("index.html"))};
            batch.phase = CrawlPhase::Stopped;
            batch.fault = {DiskFaultKind::Full, job.directory, QStringLiteral("ENOSPC")};
        }
        batch.totals = totalsOf(batch.changed);
        QMetaObject::invokeMethod(
            this, [this, batch] { Q_EMIT batchReady(batch); }, Qt::QueuedConnection);
    }
    void pause() override { }
    void resume() override { }
    void stop() override { }
    void setWorkerCount(int) override { }
    void releaseTrap(TrapNumber) override { }
    void setRules(const CrawlRules &) override { }
    void retry(const std::vector<RecordId> &) override { }
    void retryFailed() override { }
    void skip(const std::vector<RecordId> &) override { }
    void prefer(const std::vector<RecordId> &, const QByteArrayList &) override { }
    void tryConnection() override { }

private:
    bool m_full;
};

std::vector<KnownSession> madeUpSessions()
{
    struct Row {
        const char *address;
        qint64 known;
        qint64 waiting;
        KnownSession::State state;
    };
    using State = KnownSession::State;
    std::vector<KnownSession> sessions;
    for (const Row &row : {Row{"https://docs.example.org/", 3400, 2200, State::Unfinished},
             Row{"https://www.example.net/manual/en/index.html?a=1&b=2", 815, 0, State::Finished},
             Row{"https://wiki.example.com/", 120'000, 7000, State::InUse},
             Row{"https://photos.example.com/", 0, 0, State::Unfinished},
             Row{nullptr, 0, 0, State::Newer}}) {
        KnownSession session;
        session.state = row.state;
        session.changedAt =
            QDateTime::currentMSecsSinceEpoch() - qint64(sessions.size()) * 86'400'000;
        if (row.address) {
            session.job.starts = {Address::parse(row.address).value()};
            session.job.directory = QStringLiteral("/tmp");
        }
        session.totals.known = row.known;
        session.totals.waiting = row.waiting;
        sessions.push_back(session);
    }
    return sessions;
}

QPalette darkPalette()
{
    QPalette dark(QColor(0x35, 0x35, 0x35));
    dark.setColor(QPalette::Base, QColor(0x23, 0x23, 0x23));
    dark.setColor(QPalette::AlternateBase, QColor(0x2b, 0x2b, 0x2b));
    dark.setColor(QPalette::Highlight, QColor(0x1d, 0x6f, 0xb8));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    return dark;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({
        {QStringLiteral("pages"), {}, QStringLiteral("N"), QStringLiteral("400")},
        {QStringLiteral("per-batch"), {}, QStringLiteral("N"), QStringLiteral("6")},
        {QStringLiteral("start"), {}},
        {QStringLiteral("fail"), {}},
        {QStringLiteral("full"), {}},
        {QStringLiteral("dark"), {}},
        {QStringLiteral("earlier"), {}},
        {QStringLiteral("several"), {}},
        {QStringLiteral("ask-at"), {}, QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("aside"), {}, QStringLiteral("N"), QStringLiteral("0")},
    });
    parser.process(application);
    if (parser.isSet(QStringLiteral("dark")))
        QApplication::setPalette(darkPalette());

    const int pages = parser.value(QStringLiteral("pages")).toInt();
    const int perBatch = parser.value(QStringLiteral("per-batch")).toInt();
    const size_t askAt = parser.value(QStringLiteral("ask-at")).toUInt();
    const int aside = parser.value(QStringLiteral("aside")).toInt();
    const bool full = parser.isSet(QStringLiteral("full"));
    const bool fails = full || parser.isSet(QStringLiteral("fail"));
    const auto makeDownload = [=]() -> std::unique_ptr<Download> {
        if (fails)
            return std::make_unique<EndingDownload>(full);
        return std::make_unique<MadeUpDownload>(pages, perBatch, askAt, aside);
    };
    const auto directoryFor = [](const Address &address) {
        return QStringLiteral("/home/ada/Downloads/") + QString::fromLatin1(address.host());
    };

    WindowOptions options;
    if (fails || parser.isSet(QStringLiteral("start"))) {
        options.job.starts = {Address::parse("https://docs.example.org/").value()};
        options.job.directory = directoryFor(options.job.starts.front());
    }
    WindowParts parts{makeDownload, directoryFor, {}, {}};
    if (parser.isSet(QStringLiteral("earlier")))
        parts.readSessions = madeUpSessions;
    MainWindow window(parts, options);
    window.show();
    if (parser.isSet(QStringLiteral("several"))) {
        for (const char *address : {"https://docs.example.org/", "https://www.example.net/manual/",
                 "https://wiki.example.com/", "https://photos.example.com/2026/summer/",
                 "https://lists.example.org/archive/"}) {
            window.findChild<JobForm *>()->setAddress(QString::fromLatin1(address));
            window.findChild<Actions *>()->start->trigger();
        }
    }
    return QApplication::exec();
}
