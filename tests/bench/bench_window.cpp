// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"
#include "tests/support/await.h"
#include "tests/ui/fakedownload.h"
#include "tests/ui/records.h"
#include "ui/actions.h"
#include "ui/downloadspanel.h"
#include "ui/headercolumns.h"
#include "ui/mainwindow.h"
#include "ui/pickmodel.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"

#include <QActionGroup>
#include <QApplication>
#include <QFile>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace gleaner;
using namespace gleaner::test;

namespace
{

double residentMebibytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1048576;
}

/// What does nothing takes no time.
void press(QAction *action)
{
    if (!action->isEnabled())
        qFatal("%s: %s", qPrintable(action->text()), qPrintable(action->toolTip()));
    action->trigger();
}

/// The real window over a download that says what it is told to.
class Scene
{
public:
    explicit Scene(Purpose purpose = Purpose::Download)
        : m_purpose(purpose)
    {
        QElapsedTimer clock;
        clock.start();
        WindowParts parts;
        parts.makeDownload = [this] {
            return std::make_unique<FakeDownload>(&m_calls, [this](FakeDownload *started) {
                m_made.append(started);
                m_download = started;
                m_known = 0;
                m_phase = CrawlPhase::Running;
            });
        };
        parts.directoryFor = [this](const Address &address) {
            return m_folder.filePath(QString::fromLatin1(address.host()));
        };
        WindowOptions options;
        options.job.starts = {Address::parse("https://a.example/").value()};
        options.job.directory = m_folder.filePath(QStringLiteral("a.example"));
        options.job.purpose = purpose;
        m_window = std::make_unique<MainWindow>(parts, options);
        m_window->show();
        if (!QTest::qWaitForWindowExposed(m_window.get()))
            std::exit(1);
        m_firstPaint = double(clock.nsecsElapsed()) / 1e6;
    }

    double firstPaint() const { return m_firstPaint; }
    TreeModel *model() const { return m_window->session()->tree(); }
    ViewActions *views() const { return m_window->findChild<ViewActions *>(); }
    TreeView *tree() const { return m_window->findChild<TreeView *>(); }
    Actions *actions() const { return m_window->findChild<Actions *>(); }
    PickModel *picks() const { return PickModel::of(m_window->session()); }

    /// So many new records, and the same number of earlier ones that were saved meanwhile.
    void send(RecordId count)
    {
        Batch batch;
        for (RecordId i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(m_known);
            Record record = foundRecord(m_known,
                "https://a.example/part" + QByteArray::number(m_known % 300) + "/page" + number
                    + (m_known % 50 ? ".html" : ".pdf"),
                m_known == 0 ? noRecord : m_known / 20);
            record.depth = quint16(m_known == 0 ? 0 : 1 + m_known / 100'000);
            if (m_purpose == Purpose::Scan) {
                record.state = RecordState::Skipped;
                record.skip = SkipReason::Unticked;
            }
            batch.added.push_back(record);
            if (m_known > count && m_purpose == Purpose::Download) {
                Record done = record;
                done.id = m_known - count;
                done.address = model()->tree().record(done.id).address;
                batch.changed.push_back(done.id % 100 == 7
                        ? failedRecord(done, FailReason::Http, 404)
                        : savedRecord(done, 1000 + done.id % 977, QStringLiteral("f")));
            }
            ++m_known;
        }
        batch.totals.known = m_known;
        batch.phase = m_phase;
        batch.session = "0123456789abcdef";
        Q_EMIT m_download->batchReady(batch);
    }

    void enter(CrawlPhase phase)
    {
        m_phase = phase;
        send(0);
    }

    void fill(RecordId total)
    {
        while (m_known < total) {
            send(5'000);
            QCoreApplication::processEvents();
        }
        QTest::qWait(300);
    }

    /// The longest gap between two turns of the event loop, in ms; `took` what passes until all
    /// stands where it belongs.
    double gapWhile(const std::function<void()> &act, double *took = nullptr)
    {
        EventLoopTicker ticker;
        QElapsedTimer clock;
        clock.start();
        act();
        while (model()->isArranging() || (m_purpose == Purpose::Scan && picks()->isBusy()))
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        // It is there when it is painted.
        QCoreApplication::processEvents();
        if (took)
            *took = double(clock.nsecsElapsed()) / 1e6;
        QTest::qWait(100);
        return double(ticker.largestGap().count());
    }

    /// 10,000 rows a second, as the engine sends them.
    double gapWhileTheyCome(std::chrono::milliseconds time)
    {
        EventLoopTicker ticker;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] { send(400); });
        timer.start(40);
        QTest::qWait(int(time.count()));
        return double(ticker.largestGap().count());
    }

    void start(const char *address)
    {
        auto *form = m_window->findChild<JobForm *>();
        form->setAddress(QString::fromLatin1(address));
        Q_EMIT form->submitted();
    }

    void showDownload(int row)
    {
        auto *list = m_window->findChild<DownloadsPanel *>()->findChild<QListView *>();
        list->setCurrentIndex(list->model()->index(row, 0));
        m_download = m_made[row];
    }

    void choose(const QModelIndex &row) { tree()->setCurrentIndex(row); }

    void sortBy(int column)
    {
        ColumnLayout layout = tree()->columns()->layout();
        layout.sort = {column, Qt::DescendingOrder};
        tree()->columns()->setLayout(layout);
    }

private:
    QStringList m_calls;
    QTemporaryDir m_folder;
    QList<FakeDownload *> m_made;
    FakeDownload *m_download = nullptr;
    std::unique_ptr<MainWindow> m_window;
    double m_firstPaint = 0;
    Purpose m_purpose;
    CrawlPhase m_phase = CrawlPhase::Running;
    RecordId m_known = 0;
};

void measureAnswers(const BenchOptions &options)
{
    Scene scene;
    scene.fill(100'000);
    Comparison answers(
        QStringLiteral("With 100,000 rows, until it is painted"), QStringLiteral("ms"));
    const auto add = [&](const char *name, std::function<void()> act) {
        answers.add(QString::fromLatin1(name), [&scene, act = std::move(act)] {
            scene.views()->setPattern({}, PatternKind::Text);
            scene.gapWhile([] {});
            double took = 0;
            scene.gapWhile(act, &took);
            return took;
        });
    };
    const auto filter = [&](const char *pattern, PatternKind kind) {
        return [&scene, pattern, kind] {
            scene.views()->setPattern(QString::fromLatin1(pattern), kind);
        };
    };
    add("a filter of an address", filter("pdf", PatternKind::Text));
    add("a filter of a reason", filter("not found", PatternKind::Text));
    add("an expression", filter("page\\d*7\\.(pdf|html)$", PatternKind::Regex));
    answers.run(options.quick ? 3 : 9);
    answers.print(options);
}

void measureGaps(const BenchOptions &options)
{
    Scene scene;
    const RecordId total = options.quick ? 100'000 : 1'000'000;
    const double before = residentMebibytes();
    scene.fill(total);
    const double filled = residentMebibytes();
    Comparison gaps(QStringLiteral("With %1 rows, the longest gap between two turns").arg(total),
        QStringLiteral("ms"));
    // In this order, each beginning with what the one before has left.
    const auto add = [&](const char *name, std::function<void()> act) {
        gaps.add(QString::fromLatin1(name),
            [&scene, act = std::move(act)] { return scene.gapWhile(act); });
    };
    const auto group = [&scene](RowGroup shown) {
        return [&scene, shown] { scene.views()->showGroup(shown); };
    };
    const auto view = [&scene](RowView shown) {
        return [&scene, shown] { scene.views()->views()->actions().at(int(shown))->trigger(); };
    };
    gaps.add(QStringLiteral("10,000 more a second"),
        [&scene] { return scene.gapWhileTheyCome(std::chrono::seconds(2)); });
    add("a filter", [&scene] { scene.views()->setPattern(QStringLiteral("pdf"), {}); });
    add("no filter", [&scene] { scene.views()->setPattern({}, {}); });
    add("failed ones only", group(RowGroup::Failed));
    add("all of them", group(RowGroup::All));
    add("by size", [&scene] { scene.sortBy(TreeModel::SizeColumn); });
    add("by page", view(RowView::FoundOn));
    add("one list, by size", view(RowView::Flat));
    gaps.add(QStringLiteral("10,000 more a second in the list"),
        [&scene] { return scene.gapWhileTheyCome(std::chrono::seconds(2)); });
    add("one list, by address", [&scene] { scene.sortBy(TreeModel::AddressColumn); });
    add("by site", view(RowView::Sites));
    add("in the order of discovery", [&scene] { scene.sortBy(RowSort::discovery); });
    add("all open", [&scene] { press(scene.actions()->expandAll); });
    add("all closed", [&scene] { press(scene.actions()->collapseAll); });
    add("the site is chosen", [&scene] { scene.choose(scene.model()->index(0, 0)); });
    add("its addresses are copied", [&scene] { press(scene.actions()->copyAddress); });
    add("all that is open is chosen", [&scene] { press(scene.views()->selectAll); });
    add("the next failure", [&scene] { press(scene.views()->nextFailure); });
    add("paused", [&scene] {
        press(scene.actions()->pause);
        scene.enter(CrawlPhase::Paused);
    });
    add("resumed", [&scene] {
        press(scene.actions()->resume);
        scene.enter(CrawlPhase::Running);
    });
    gaps.run(options.quick ? 1 : 3);
    gaps.note(QStringLiteral("10,000 more a second"), QStringLiteral("bytes a row"),
        (filled - before) * 1048576 / total);
    gaps.print(options);
}

void measurePicking(const BenchOptions &options)
{
    Scene scene(Purpose::Scan);
    const RecordId total = options.quick ? 100'000 : 1'000'000;
    scene.fill(total);
    scene.enter(CrawlPhase::Finished);
    while (!scene.picks()->isWhole())
        QCoreApplication::processEvents();
    Comparison gaps(
        QStringLiteral("With %1 rows to pick from, the longest gap between two turns").arg(total),
        QStringLiteral("ms"));
    const auto add = [&](const char *name, std::function<void()> act) {
        gaps.add(QString::fromLatin1(name), [&scene, name, act = std::move(act)] {
            double took = 0;
            const double gap = scene.gapWhile(act, &took);
            fprintf(stderr, "%s: there after %.0f ms\n", name, took);
            return gap;
        });
    };
    const auto tickSite = [&scene](Qt::CheckState state) {
        return [&scene, state] {
            scene.picks()->setData(scene.picks()->index(0, 0), state, Qt::CheckStateRole);
        };
    };
    const auto isPdf = [](const Record &record) { return record.address.bytes().endsWith("pdf"); };
    add("a site is ticked", tickSite(Qt::Checked));
    add("a site is unticked", tickSite(Qt::Unchecked));
    add("a pattern is ticked", [&] { scene.picks()->tickWhere(isPdf, true); });
    add("all is ticked",
        [&] { scene.picks()->tickWhere([](const Record &) { return true; }, true); });
    add("nothing is ticked",
        [&] { scene.picks()->tickWhere([](const Record &) { return true; }, false); });
    gaps.run(options.quick ? 1 : 3);
    gaps.print(options);
}

/// Many rows come and go at once: another download is shown, and this one is begun again.
void measureLeaving(const BenchOptions &options)
{
    const RecordId total = options.quick ? 100'000 : 1'000'000;
    Comparison gaps(QStringLiteral("Leaving %1 rows, the longest gap between two turns").arg(total),
        QStringLiteral("ms"));
    std::unique_ptr<Scene> scene;
    gaps.add(QStringLiteral("another download is shown"), [&] {
        scene = std::make_unique<Scene>();
        scene->fill(total);
        return scene->gapWhile([&] { scene->start("https://b.example/"); });
    });
    gaps.add(QStringLiteral("and this one again"),
        [&] { return scene->gapWhile([&] { scene->showDownload(0); }); });
    gaps.add(QStringLiteral("it is stopped"), [&] {
        return scene->gapWhile([&] {
            press(scene->actions()->stop);
            scene->enter(CrawlPhase::Stopping);
        });
    });
    gaps.add(QStringLiteral("it has ended"),
        [&] { return scene->gapWhile([&] { scene->enter(CrawlPhase::Stopped); }); });
    gaps.add(QStringLiteral("it is begun again"),
        [&] { return scene->gapWhile([&] { scene->start("https://a.example/"); }); });
    gaps.add(QStringLiteral("its window is closed"), [&] {
        scene->fill(total);
        QElapsedTimer clock;
        clock.start();
        scene.reset();
        return double(clock.elapsed());
    });
    gaps.run(options.quick ? 1 : 3);
    gaps.print(options);
}

void measureFirstPaint(const BenchOptions &options)
{
    Comparison paint(QStringLiteral("A window until its first paint"), QStringLiteral("ms"));
    paint.add(QStringLiteral("first paint"), [] { return Scene().firstPaint(); });
    paint.run(options.quick ? 3 : 9);
    paint.print(options);
}

} // namespace

/// What the window's thread is held up by, and how long a person waits.
int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const BenchOptions options = benchOptions(argc, argv);
    const QApplication application(argc, argv);
    measureFirstPaint(options);
    measureAnswers(options);
    measureGaps(options);
    measurePicking(options);
    measureLeaving(options);
    return 0;
}
