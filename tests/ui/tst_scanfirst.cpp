// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/actions.h"
#include "ui/desktopparts.h"
#include "ui/downloadspanel.h"
#include "ui/endtext.h"
#include "ui/figures.h"
#include "ui/notifier.h"
#include "ui/pickgroups.h"
#include "ui/pickpanel.h"
#include "ui/scanactions.h"
#include "ui/texts.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// Scan, pick, then download, as a person sees it.
class TestScanFirst : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void startsAScan();
    void startDownloadsWhatAScanOnlyLooksAt();
    void theTreeHasBoxesWhereSomethingCanBePicked();
    void aFoldersBoxStandsForWhatIsBelowIt();
    void sumsAreThoseOfAllRows();
    void groupsTickWhatBelongsToThem();
    void ticksByPattern();
    void saysHowMuchIsTicked();
    void downloadsWhatIsTickedOfAFinishedScan();
    void stopsAScanThatStillRunsFirst();
    void saysWhyNothingCanBeDownloaded();
    void whatWaitsOfTickedThingsIsTickedStill();
    void thePanelFollowsTheDownloadThatIsShown();
    void ticksStayWhateverIsShown();
    void whatWasTickedIsFetchedWhateverIsShownThen();
    void allRowsAreShownWhateverTheTreesFilter();
    void sitesWithNothingToPickAreHidden();
    void itsEndIsNoDownloads();
    void quitsAfterADownloadAndNotAfterAScan_data();
    void quitsAfterADownloadAndNotAfterAScan();
    void lookingAtManyRowsLeavesTurnsToOthers();
    void wishesAreCarriedOutInSlicesAndInTheirOrder();
    void downloadsWhenAllBoxesAreTicked();

private:
    void scan();
    /// A page, two PDF files below docs/, a picture of unknown size on another host, and a link
    /// that leads off the site.
    void sendSome(CrawlPhase phase = CrawlPhase::Finished);
    PickPanel *panel() const { return m_window->findChild<PickPanel *>(); }
    template <typename Button>
    Button *inPanel(const char *text) const
    {
        for (Button *button : panel()->findChildren<Button *>()) {
            if (button->text().remove(u'&').startsWith(QLatin1String(text)))
                return button;
        }
        return nullptr;
    }
    QTreeView *list(const char *name) const
    {
        for (QTreeView *list : panel()->findChildren<QTreeView *>()) {
            if (list->accessibleName() == QLatin1String(name))
                return list;
        }
        return nullptr;
    }
    static bool tick(QAbstractItemModel *model, const QModelIndex &index, bool on = true)
    {
        return model->setData(index, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
    /// "Ticked: 2 files, 7 bytes".
    QString sum() const
    {
        for (const QLabel *label : panel()->findChildren<QLabel *>()) {
            if (label->text().startsWith(QLatin1String("Ticked:")))
                return label->text();
        }
        return {};
    }
    bool sumBecomes(qint64 files, qint64 bytes) const
    {
        const QString text = QStringLiteral("Ticked: ") + pickText(files, bytes, 0);
        return QTest::qWaitFor([&] { return sum() == text; });
    }
    /// Of the list of downloads.
    void showRow(int row)
    {
        auto *downloads = m_window->findChild<DownloadsPanel *>()->findChild<QListView *>();
        downloads->setCurrentIndex(downloads->model()->index(row, 0));
    }
    QModelIndex indexOf(RecordId id) const
    {
        const auto *model = static_cast<PickModel *>(list("Found files")->model());
        return model->mapFromSource(m_window->session()->tree()->indexOf(id));
    }
};

static Record listed(Record record, const char *type, qint64 bytes)
{
    record.state = RecordState::Skipped;
    record.skip = SkipReason::Unticked;
    record.type = type;
    record.bytes = bytes;
    return record;
}

void TestScanFirst::scan()
{
    open();
    field("Address")->setText(QStringLiteral("https://a.example/"));
    button("Scan First")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("start")});
    m_id = "session";
}

void TestScanFirst::sendSome(CrawlPhase phase)
{
    Record far = foundRecord(4, "https://far.example/", 0);
    far.state = RecordState::Skipped;
    far.skip = SkipReason::Scope;
    Record picture = listed(foundRecord(3, "https://b.example/p.png", 0), "image/png", -1);
    picture.kind = LinkKind::Requisite;
    send({listed(foundRecord(0, "https://a.example/"), "text/html", 1024),
             listed(foundRecord(1, "https://a.example/docs/x.pdf", 0), "application/pdf", 2048),
             listed(foundRecord(2, "https://a.example/docs/y.pdf", 0), "application/pdf", 4096),
             picture, far},
        phase);
    m_calls.clear();
}

void TestScanFirst::startsAScan()
{
    scan();
    QVERIFY(m_download->job().purpose == Purpose::Scan);
    QVERIFY(panel()->isVisible());
    QVERIFY(!m_window->findChild<TreeView *>()->isVisible());
    sendSome();
    QVERIFY(message().startsWith(QLatin1String("Scanned in ")));
}

void TestScanFirst::startDownloadsWhatAScanOnlyLooksAt()
{
    scan();
    sendSome();
    button("Start")->click();
    QVERIFY(m_calls.contains(QStringLiteral("start")));
    QVERIFY(m_download->job().purpose == Purpose::Download);
    QVERIFY(!panel()->isVisible());
}

void TestScanFirst::theTreeHasBoxesWhereSomethingCanBePicked()
{
    scan();
    PickModel model(m_window->session());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    sendSome(CrawlPhase::Running);
    QVERIFY(QTest::qWaitFor([&] { return model.isWhole(); }));
    const auto box = [&](RecordId id) {
        return model.mapFromSource(m_window->session()->tree()->indexOf(id))
            .data(Qt::CheckStateRole);
    };
    QCOMPARE(box(1), QVariant(Qt::Unchecked));
    QVERIFY(box(4).isNull());
    const QModelIndex far = model.mapFromSource(m_window->session()->tree()->indexOf(4)).parent();
    QVERIFY(far.data(Qt::CheckStateRole).isNull());
    QVERIFY(!model.setData(far, Qt::Checked, Qt::CheckStateRole));
    // What has failed on a second look cannot be picked any more.
    QVERIFY(tick(&model, model.mapFromSource(m_window->session()->tree()->indexOf(1))));
    send({failedRecord(m_known[1], FailReason::Http, 404)});
    QVERIFY(box(1).isNull());
    QCOMPARE(model.picks().total().ticked, 0);
    // What waits to be looked at can.
    send({foundRecord(5, "https://a.example/later.iso", 0)});
    QVERIFY(QTest::qWaitFor([&] { return model.isWhole(); }));
    QCOMPARE(box(5), QVariant(Qt::Unchecked));
}

void TestScanFirst::aFoldersBoxStandsForWhatIsBelowIt()
{
    scan();
    sendSome();
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QAbstractItemModel *model = list("Found files")->model();
    const QModelIndex docs = indexOf(1).parent();
    const QModelIndex site = docs.parent();
    QVERIFY(tick(model, indexOf(1)));
    QCOMPARE(docs.data(Qt::CheckStateRole), QVariant(Qt::PartiallyChecked));
    QCOMPARE(site.data(Qt::CheckStateRole), QVariant(Qt::PartiallyChecked));
    QVERIFY(tick(model, indexOf(2)));
    QCOMPARE(docs.data(Qt::CheckStateRole), QVariant(Qt::Checked));
    QVERIFY(docs.data(Qt::AccessibleTextRole).toString().endsWith(QLatin1String(", Ticked")));
    QVERIFY(tick(model, docs, false));
    QCOMPARE(indexOf(1).data(Qt::CheckStateRole), QVariant(Qt::Unchecked));
    QCOMPARE(site.data(Qt::CheckStateRole), QVariant(Qt::Unchecked));
    QVERIFY(tick(model, site));
    QCOMPARE(indexOf(0).data(Qt::CheckStateRole), QVariant(Qt::Checked));
    QCOMPARE(indexOf(3).data(Qt::CheckStateRole), QVariant(Qt::Unchecked));
    QCOMPARE(docs.siblingAtColumn(TreeModel::SizeColumn).data().toString(), sizeText(6144));
}

void TestScanFirst::sumsAreThoseOfAllRows()
{
    // Whatever comes in whatever order, the running sums are what counting anew finds.
    RecordTree tree;
    Picks picks(Purpose::Scan);
    QRandomGenerator random(11);
    const char *types[] = {"", "text/html", "image/png", "application/pdf", "application/zip"};
    for (RecordId id = 0; id < 300; ++id) {
        const QByteArray host = 'h' + QByteArray::number(random.bounded(4));
        tree.add(foundRecord(id,
            "https://" + host + ".example/" + QByteArray::number(random.bounded(5)) + "/f"
                + QByteArray::number(id)));
        picks.take(tree, id);
        for (int change = 0; change < 3; ++change) {
            const RecordId other = random.bounded(id + 1);
            Record record = tree.record(other);
            switch (random.bounded(4)) {
            case 0:
                record = listed(
                    record, types[random.bounded(5)], random.bounded(3) ? random.bounded(99) : -1);
                break;
            case 1:
                record = failedRecord(record, FailReason::Reset);
                break;
            case 2:
                record.state = RecordState::Waiting;
                break;
            default:
                picks.tick(tree, other, random.bounded(2) == 1);
                continue;
            }
            tree.update(record);
            picks.take(tree, other);
        }
    }
    // Many at once are ticked like one after the other.
    for (const bool isTicked : {true, false, true}) {
        std::vector<RecordId> some;
        for (RecordId id = 0; id < tree.size(); ++id) {
            if (random.bounded(3) > 0)
                some.push_back(id);
        }
        picks.tick(tree, some, isTicked);
    }
    Picks counted(Purpose::Scan);
    for (RecordId id = 0; id < tree.size(); ++id) {
        counted.take(tree, id);
        counted.tick(tree, id, picks.isTicked(id));
    }
    QVERIFY(picks.total() == counted.total());
    QVERIFY(picks.total().ticked > 0);
    QCOMPARE(qint64(picks.ticked().size()), picks.total().ticked);
    for (size_t type = 0; type < Picks::types; ++type)
        QVERIFY(picks.ofType(FileType(type)) == counted.ofType(FileType(type)));
    PickSums overHosts;
    for (const Picks::Host &host : picks.hosts()) {
        overHosts.files += host.sums.files;
        overHosts.tickedBytes += host.sums.tickedBytes;
    }
    QCOMPARE(overHosts.files, picks.total().files);
    QCOMPARE(overHosts.tickedBytes, picks.total().tickedBytes);
    for (RecordId id = 0; id < tree.size(); ++id) {
        const NodeId folder = tree.parent(tree.leafOf(id));
        QVERIFY(picks.sums(folder) == counted.sums(folder));
        QVERIFY(picks.sums(tree.parent(folder)) == counted.sums(tree.parent(folder)));
    }
}

void TestScanFirst::groupsTickWhatBelongsToThem()
{
    scan();
    sendSome();
    QAbstractItemModel *types = list("Kinds of files")->model();
    QAbstractItemModel *hosts = list("Hosts")->model();
    QVERIFY(QTest::qWaitFor([&] { return types->rowCount() == 3 && hosts->rowCount() == 2; }));
    const auto rowOf = [](const QAbstractItemModel *model, const char *name) {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == QLatin1String(name))
                return model->index(row, 0);
        }
        return QModelIndex();
    };
    const QModelIndex documents = rowOf(types, "Documents");
    QCOMPARE(
        documents.siblingAtColumn(PickGroups::FilesColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(documents.siblingAtColumn(PickGroups::SizeColumn).data().toString(), sizeText(6144));
    QCOMPARE(rowOf(types, "Images").siblingAtColumn(PickGroups::SizeColumn).data().toString(),
        QStringLiteral("unknown"));
    QVERIFY(tick(types, documents));
    QCOMPARE(documents.data(Qt::CheckStateRole), QVariant(Qt::Checked));
    QCOMPARE(rowOf(hosts, "a.example").data(Qt::CheckStateRole), QVariant(Qt::PartiallyChecked));
    QVERIFY(tick(hosts, rowOf(hosts, "b.example")));
    const auto *model = static_cast<PickModel *>(list("Found files")->model());
    QCOMPARE(model->picks().ticked(), (std::vector<RecordId>{1, 2, 3}));
    QVERIFY(tick(hosts, rowOf(hosts, "a.example"), false));
    QCOMPARE(model->picks().ticked(), (std::vector<RecordId>{3}));
    for (auto *group : {types, hosts})
        QAbstractItemModelTester(group, QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestScanFirst::ticksByPattern()
{
    scan();
    sendSome();
    QVERIFY(sumBecomes(0, 0));
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    const auto *model = static_cast<PickModel *>(list("Found files")->model());
    auto *pattern = field("Pattern");
    pattern->setText(QStringLiteral("*.pdf"));
    inPanel<QPushButton>("Tick Matching")->click();
    QCOMPARE(model->picks().ticked(), (std::vector<RecordId>{1, 2}));
    // Without a star it is a part of the address.
    pattern->setText(QStringLiteral("/docs/y"));
    inPanel<QPushButton>("Untick Matching")->click();
    QCOMPARE(model->picks().ticked(), (std::vector<RecordId>{1}));
    inPanel<QPushButton>("Tick All")->click();
    QCOMPARE(model->picks().ticked(), (std::vector<RecordId>{0, 1, 2, 3}));
    inPanel<QPushButton>("Tick None")->click();
    QVERIFY(model->picks().ticked().empty());
}

void TestScanFirst::saysHowMuchIsTicked()
{
    // The plurals are the translation's.
    QVERIFY(pickText(0, 0, 0).startsWith(QLatin1String("0 file")));
    QVERIFY(pickText(2, 0, 2).endsWith(QLatin1String(" of unknown size")));
    QVERIFY(pickText(2, 2048, 0).endsWith(QStringLiteral(", %1").arg(sizeText(2048))));
    QVERIFY(pickText(3, 2048, 1).startsWith(QLatin1String("3 file")));
    QVERIFY(pickText(3, 2048, 1)
                .endsWith(QStringLiteral(", %1, 1 of unknown size").arg(sizeText(2048))));
}

void TestScanFirst::downloadsWhatIsTickedOfAFinishedScan()
{
    scan();
    sendSome();
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    auto *download = inPanel<QPushButton>("Download Ticked");
    QVERIFY(!download->isEnabled());
    QCOMPARE(download->toolTip(), QStringLiteral("Nothing is ticked."));
    QVERIFY(tick(list("Found files")->model(), indexOf(1).parent()));
    QVERIFY(QTest::qWaitFor([&] { return download->isEnabled(); }));
    download->click();
    QVERIFY(m_calls.contains(QStringLiteral("start again")));
    QVERIFY(m_download->job().purpose == Purpose::TickedWithRequisites);
    QCOMPARE(m_download->job().ticked, (std::vector<quint32>{1, 2}));
    QVERIFY(m_window->session()->job().purpose == Purpose::TickedWithRequisites);
    // Now there is something to watch.
    QVERIFY(!panel()->isVisible());
    QVERIFY(m_window->findChild<TreeView *>()->isVisible());
}

void TestScanFirst::stopsAScanThatStillRunsFirst()
{
    scan();
    sendSome(CrawlPhase::Running);
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QVERIFY(tick(list("Found files")->model(), indexOf(0)));
    inPanel<QCheckBox>("And what ticked pages need")->setChecked(false);
    auto *download = inPanel<QPushButton>("Download Ticked");
    QVERIFY(QTest::qWaitFor([&] { return download->isEnabled(); }));
    download->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("stop")});
    QVERIFY(!download->isEnabled());
    send({}, CrawlPhase::Stopped);
    QVERIFY(QTest::qWaitFor([&] { return m_calls.contains(QStringLiteral("start again")); }));
    QVERIFY(m_download->job().purpose == Purpose::Ticked);
    QCOMPARE(m_download->job().ticked, (std::vector<quint32>{0}));
}

void TestScanFirst::saysWhyNothingCanBeDownloaded()
{
    scan();
    m_id.clear();
    sendSome();
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QVERIFY(tick(list("Found files")->model(), indexOf(0)));
    QVERIFY(sumBecomes(1, 1024));
    auto *download = inPanel<QPushButton>("Download Ticked");
    QVERIFY(!download->isEnabled());
    QVERIFY(!download->toolTip().isEmpty());
    // Of a download that is none of a scan nothing can be ticked.
    button("Start")->click();
    const auto *actions = m_window->findChild<ScanActions *>();
    QVERIFY(!actions->pick()->isEnabled());
    QCOMPARE(actions->pick()->toolTip(), QStringLiteral("Scan a site first."));
}

void TestScanFirst::whatWaitsOfTickedThingsIsTickedStill()
{
    scan();
    sendSome();
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QVERIFY(tick(list("Found files")->model(), indexOf(1).parent()));
    auto *download = inPanel<QPushButton>("Download Ticked");
    QVERIFY(QTest::qWaitFor([&] { return download->isEnabled(); }));
    download->click();
    // It is stopped with one of the two saved; ticking more keeps the other.
    std::vector<Record> records = m_known;
    m_known.clear();
    records[1] = savedRecord(records[1], 2048, QStringLiteral("docs/x.pdf"));
    records[2].state = RecordState::Waiting;
    send(records, CrawlPhase::Stopped);
    m_window->findChild<ScanActions *>()->pick()->trigger();
    QVERIFY(panel()->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QVERIFY(indexOf(1).data(Qt::CheckStateRole).isNull());
    QCOMPARE(indexOf(2).data(Qt::CheckStateRole), QVariant(Qt::Checked));
    QVERIFY(tick(list("Found files")->model(), indexOf(0)));
    QVERIFY(QTest::qWaitFor([&] { return download->isEnabled(); }));
    download->click();
    QCOMPARE(m_download->job().ticked, (std::vector<quint32>{0, 2}));
}

void TestScanFirst::thePanelFollowsTheDownloadThatIsShown()
{
    scan();
    sendSome();
    Session *scanned = m_window->session();
    field("Address")->setText(QStringLiteral("https://c.example/"));
    button("Start")->click();
    QVERIFY(m_window->session() != scanned);
    QVERIFY(!panel()->isVisible());
    QVERIFY(m_window->findChild<TreeView *>()->isVisible());
    QVERIFY(list("Found files")->model() == nullptr);
    field("Address")->setText(QStringLiteral("https://d.example/"));
    button("Scan First")->click();
    QVERIFY(panel()->isVisible());
}

void TestScanFirst::ticksStayWhateverIsShown()
{
    scan();
    sendSome();
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QVERIFY(tick(list("Found files")->model(), indexOf(1)));
    QAction *pick = m_window->findChild<ScanActions *>()->pick();
    pick->trigger();
    QVERIFY(!panel()->isVisible());
    pick->trigger();
    QVERIFY(sumBecomes(1, 2048));
    field("Address")->setText(QStringLiteral("https://c.example/"));
    button("Start")->click();
    QVERIFY(!panel()->isVisible());
    showRow(0);
    QVERIFY(panel()->isVisible());
    QVERIFY(sumBecomes(1, 2048));
    QCOMPARE(indexOf(1).data(Qt::CheckStateRole), QVariant(Qt::Checked));
    QVERIFY(list("Found files")->currentIndex().isValid());
}

void TestScanFirst::whatWasTickedIsFetchedWhateverIsShownThen()
{
    scan();
    sendSome(CrawlPhase::Running);
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QVERIFY(tick(list("Found files")->model(), indexOf(1)));
    auto *download = inPanel<QPushButton>("Download Ticked");
    QVERIFY(QTest::qWaitFor([&] { return download->isEnabled(); }));
    download->click();
    FakeDownload *scanning = m_download;
    field("Address")->setText(QStringLiteral("https://c.example/"));
    button("Start")->click();
    const Session *other = m_window->session();
    // Back and forth, it waits still.
    showRow(0);
    QVERIFY(!download->isEnabled());
    showRow(1);
    m_download = scanning;
    m_calls.clear();
    send({}, CrawlPhase::Stopped);
    QVERIFY(QTest::qWaitFor([&] { return m_calls.contains(QStringLiteral("start again")); }));
    QCOMPARE(m_made.last()->job().ticked, (std::vector<quint32>{1}));
    QVERIFY(m_window->session() == other);
}

void TestScanFirst::allRowsAreShownWhateverTheTreesFilter()
{
    open();
    auto *views = m_window->findChild<ViewActions *>();
    views->setPattern(QStringLiteral("nothing has this"), PatternKind::Text);
    views->views()->actions().at(int(RowView::Flat))->trigger();
    field("Address")->setText(QStringLiteral("https://a.example/"));
    button("Scan First")->click();
    sendSome();
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    QCOMPARE(list("Found files")->model()->rowCount(), 3);
    QVERIFY(indexOf(1).parent().isValid());
    QVERIFY(!views->find->isEnabled());
    // Afterwards it is as it was.
    m_window->findChild<ScanActions *>()->pick()->trigger();
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->tree()->rowCount() == 0; }));
    QVERIFY(views->find->isEnabled());
}

void TestScanFirst::sitesWithNothingToPickAreHidden()
{
    scan();
    sendSome();
    QVERIFY(QTest::qWaitFor([&] { return list("Hosts")->model()->rowCount() == 2; }));
    const auto isHidden = [&](RecordId id) {
        QModelIndex site = indexOf(id);
        while (site.parent().isValid())
            site = site.parent();
        return list("Found files")->isRowHidden(site.row(), {});
    };
    QVERIFY(QTest::qWaitFor([&] { return isHidden(4); }));
    QVERIFY(!isHidden(0) && !isHidden(3));
    // Rows that stand elsewhere are those rows still.
    Arrangement byName;
    byName.sort = {TreeModel::AddressColumn, Qt::DescendingOrder};
    m_window->session()->tree()->setArrangement(byName);
    QVERIFY(QTest::qWaitFor([&] { return indexOf(4).parent().row() == 0; }));
    QVERIFY(tick(list("Found files")->model(), indexOf(1)));
    QVERIFY(sumBecomes(1, 2048));
    QVERIFY(isHidden(4) && !isHidden(0) && !isHidden(3));
}

void TestScanFirst::itsEndIsNoDownloads()
{
    scan();
    sendSome();
    const Session &session = *m_window->session();
    QVERIFY(isWhole(session));
    const EndNotice notice = endNotice(session, BodyMarkup::None);
    QCOMPARE(notice.summary, siteText(session.job().starts.front()));
    QVERIFY(notice.body.startsWith(QLatin1String("Scanned in ")));
    QVERIFY(!notice.hasFolder);
    // Of a download there is something to open.
    button("Start")->click();
    m_known.clear();
    send({savedRecord(foundRecord(0, "https://a.example/"), 5, QStringLiteral("index.html"))},
        CrawlPhase::Finished);
    const EndNotice saved = endNotice(*m_window->session(), BodyMarkup::None);
    QVERIFY(saved.summary.startsWith(QLatin1String("Downloaded: ")));
    QVERIFY(saved.hasFolder);
}

void TestScanFirst::quitsAfterADownloadAndNotAfterAScan_data()
{
    QTest::addColumn<bool>("isScan");
    QTest::newRow("a scan") << true;
    QTest::newRow("a download") << false;
}

void TestScanFirst::quitsAfterADownloadAndNotAfterAScan()
{
    QFETCH(const bool, isScan);
    PreferencesKeeper preferences{QString()};
    Preferences values;
    values.whenFinished = WhenFinished::Quit;
    preferences.set(values);
    m_preferences = &preferences;
    open();
    const QSignalSpy quits(m_window->findChild<DesktopParts *>(), &DesktopParts::quitWanted);
    field("Address")->setText(QStringLiteral("https://a.example/"));
    button(isScan ? "Scan First" : "Start")->click();
    if (isScan)
        sendSome();
    else
        send({savedRecord(foundRecord(0, "https://a.example/"), 5, QStringLiteral("index.html"))},
            CrawlPhase::Finished);
    QCOMPARE(quits.count(), isScan ? 0 : 1);
    // It goes before its preferences.
    m_window.reset();
}

void TestScanFirst::lookingAtManyRowsLeavesTurnsToOthers()
{
    scan();
    std::vector<Record> records;
    for (RecordId id = 0; id < 30'000; ++id)
        records.push_back(listed(foundRecord(id,
                                     "https://a.example/" + QByteArray::number(id % 100) + "/"
                                         + QByteArray::number(id) + ".pdf"),
            "application/pdf", 10));
    send(records);
    const auto *model = static_cast<PickModel *>(list("Found files")->model());
    // Seen in slices: the batch itself has not waited for them.
    QVERIFY(!model->isWhole());
    QVERIFY(QTest::qWaitFor([&] { return model->isWhole(); }));
    QCOMPARE(model->picks().total().files, 30'000);
    inPanel<QPushButton>("Tick All")->click();
    QVERIFY(QTest::qWaitFor([&] { return !model->isBusy(); }));
    QCOMPARE(model->picks().total().tickedBytes, 300'000);
    QVERIFY(sumBecomes(30'000, 300'000));
}

void TestScanFirst::wishesAreCarriedOutInSlicesAndInTheirOrder()
{
    RecordTree tree;
    Picks picks(Purpose::Scan);
    constexpr RecordId many = 5'000;
    for (RecordId id = 0; id < many; ++id) {
        const QByteArray number = QByteArray::number(id);
        tree.add(listed(
            foundRecord(id, "https://a.example/" + QByteArray::number(id % 7) + "/" + number),
            "application/pdf", 10));
        picks.take(tree, id);
    }
    const NodeId folder = tree.parent(tree.leafOf(3));
    Ticking site(RecordTree::root, true);
    Ticking ofFolder(folder, false);
    const QDeadlineTimer now(0);
    int turns = 1;
    while (!site.work(tree, picks, now))
        ++turns;
    QVERIFY(turns > 3);
    QCOMPARE(picks.total().ticked, qint64(many));
    while (!ofFolder.work(tree, picks, now)) { }
    QCOMPARE(picks.sums(folder).ticked, 0);
    QCOMPARE(picks.total().ticked, many - picks.sums(folder).files);
    // A file alone is there at once.
    QVERIFY(Ticking(tree.leafOf(3), true).work(tree, picks, now));
    QVERIFY(picks.isTicked(3));
}

void TestScanFirst::downloadsWhenAllBoxesAreTicked()
{
    scan();
    std::vector<Record> records;
    for (RecordId id = 0; id < 2'000; ++id)
        records.push_back(listed(
            foundRecord(id, "https://a.example/" + QByteArray::number(id)), "application/pdf", 10));
    send(records, CrawlPhase::Finished);
    auto *model = static_cast<PickModel *>(list("Found files")->model());
    QVERIFY(QTest::qWaitFor([&] { return model->isWhole(); }));
    QVERIFY(tick(model, indexOf(0)));
    QTRY_VERIFY(inPanel<QPushButton>("Download Ticked")->isEnabled());
    // Takes longer than a turn.
    model->tickWhere(
        [](const Record &) {
            QThread::usleep(50);
            return true;
        },
        true);
    QVERIFY(model->isBusy());
    m_calls.clear();
    inPanel<QPushButton>("Download Ticked")->click();
    QVERIFY(m_calls.isEmpty());
    QTRY_VERIFY(m_calls.contains(QStringLiteral("start again")));
    QCOMPARE(m_download->job().ticked.size(), 2'000);
}

QTEST_MAIN(TestScanFirst)
#include "tst_scanfirst.moc"
