// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowfixture.h"
#include "ui/messagebar.h"
#include "ui/rowlook.h"
#include "ui/rulesdialog.h"
#include "ui/treeview.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace gleaner;

/// What the whole window says of a download: each state has its sentence and its buttons.
class TestFaces : public WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAConnectionItWaits();
    void aPausedOneThatIsOfflineSaysPaused();
    void aMessageHasThePictureOfItsKind();
    void stoppingSaysHowManyAreFinished();
    void doesNotWaitIfToldSo();
    void theEndOffersWhatComesNext();
    void theEndIsGoodOnlyIfAllIs();
    void aPageWithoutLinksInScope_data();
    void aPageWithoutLinksInScope();
    void aPageWithLinksIsNoSuchPage();
    void quittingSaysSoIfItTakesTime();
    void noPercentageWhileLinksAreFound();

private:
    /// A batch of the running download that also says whether there is a way to the hosts.
    void sendConnection(Connection connection)
    {
        Batch batch;
        batch.totals = totalsOf(m_known);
        batch.connection = connection;
        batch.session = m_id;
        Q_EMIT m_download->batchReady(batch);
    }
    QToolButton *named(const QString &text) const
    {
        for (QToolButton *button : m_window->findChildren<QToolButton *>()) {
            if (button->text().remove(u'&') == text && button->isVisibleTo(m_window.get()))
                return button;
        }
        return nullptr;
    }
    /// The shape in front of the message, whatever its colour.
    QImage picture() const
    {
        for (const QLabel *label : m_window->findChild<MessageBar *>()->findChildren<QLabel *>()) {
            if (!label->pixmap().isNull())
                return label->pixmap().toImage().convertToFormat(QImage::Format_Alpha8);
        }
        return {};
    }
    QImage shapeOf(const char *icon) const
    {
        const QString file = QStringLiteral(":/icons/%1.svg").arg(QLatin1String(icon));
        const QPixmap painted = tintedIcon(file, Qt::red, Qt::red).pixmap(picture().size(), 1);
        return painted.toImage().convertToFormat(QImage::Format_Alpha8);
    }
    Record start() const
    {
        return savedRecord(foundRecord(0, "https://a.example/"), 9, QStringLiteral("index.html"));
    }
};

void TestFaces::withoutAConnectionItWaits()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/x", 0)});
    QCOMPARE(message(), QString());
    sendConnection(Connection::Lost);
    QVERIFY(message().startsWith(QStringLiteral("No connection. Waiting to try again")));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("No connection")));
    m_calls.clear();
    button("Try Now")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("try connection")});
    // Closed is closed; it is said again when it is lost again.
    sendConnection(Connection::Lost);
    m_window->findChild<MessageBar *>()->hide();
    sendConnection(Connection::Lost);
    QCOMPARE(message(), QString());
    sendConnection(Connection::There);
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("No connection")));
    sendConnection(Connection::Lost);
    QVERIFY(message().startsWith(QStringLiteral("No connection")));
    sendConnection(Connection::There);
    QCOMPARE(message(), QString());
}

void TestFaces::aPausedOneThatIsOfflineSaysPaused()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/x", 0)});
    sendConnection(Connection::Lost);
    button("Pause")->click();
    send({}, CrawlPhase::Paused);
    QVERIFY(message().startsWith(QStringLiteral("Paused")));
    button("Resume")->click();
    send({});
    sendConnection(Connection::Lost);
    QVERIFY(message().startsWith(QStringLiteral("No connection")));
}

void TestFaces::aMessageHasThePictureOfItsKind()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/x", 0)});
    button("Pause")->click();
    QVERIFY(message().startsWith(QStringLiteral("Pausing")));
    QCOMPARE(picture(), shapeOf("notice"));
    send({}, CrawlPhase::Paused);
    QVERIFY(message().startsWith(QStringLiteral("Paused")));
    QCOMPARE(picture(), shapeOf("paused"));
    send({}, CrawlPhase::Stopping);
    QCOMPARE(picture(), shapeOf("notice"));
    QVERIFY(shapeOf("notice") != shapeOf("paused"));
    send({failedRecord(m_known[1], FailReason::Dns)}, CrawlPhase::Finished);
    QCOMPARE(picture(), shapeOf("warning"));
}

void TestFaces::stoppingSaysHowManyAreFinished()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/x", 0)});
    Batch batch;
    batch.totals = totalsOf(m_known);
    batch.finishing = 5;
    Q_EMIT m_download->batchReady(batch);
    button("Stop")->click();
    QVERIFY2(message().startsWith(QStringLiteral("Finishing 5 file")), qPrintable(message()));
    QVERIFY(button("Stop Now"));
}

void TestFaces::doesNotWaitIfToldSo()
{
    begin();
    m_id = "0123456789abcdef";
    send({start(), foundRecord(1, "https://a.example/x", 0)});
    button("Stop")->click();
    m_calls.clear();
    button("Stop Now")->click();
    QCOMPARE(m_calls, QStringList{QStringLiteral("destroyed")});
    QCOMPARE(int(m_window->session()->state()), int(SessionState::Stopped));
    QVERIFY(message().startsWith(QStringLiteral("Stopped after")));
    QCOMPARE(m_window->session()->totals().waiting, 1);
    // It can be gone on with.
    button("Start")->click();
    QCOMPARE(m_calls.back(), QStringLiteral("start"));
}

void TestFaces::theEndOffersWhatComesNext()
{
    begin();
    m_id = "0123456789abcdef";
    send({start(), failedRecord(foundRecord(1, "https://a.example/x", 0), FailReason::Reset)},
        CrawlPhase::Finished);
    QVERIFY(message().startsWith(QStringLiteral("Finished in 5:40: 1 saved, 1 failed")));
    for (const char *text : {"Show in Folder", "Retry All Failed (1)"})
        QVERIFY2(button(text), text);
    QVERIFY(named(QStringLiteral("Report…")));
    const QString directory = m_download->job().directory;
    QVERIFY(QDir().mkpath(directory));
    QFile file(directory + QStringLiteral("/index.html"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("<p>") == 3);
    file.close();
    button("Start Page")->click();
    QTRY_COMPARE(m_opened.size(), 1);
    QCOMPARE(m_opened.front().toLocalFile(), file.fileName());
}

void TestFaces::theEndIsGoodOnlyIfAllIs()
{
    begin();
    Record suspect = savedRecord(foundRecord(1, "https://a.example/x", 0), 9, QStringLiteral("x"));
    suspect.suspicion = Suspicion::Login;
    m_known = {start(), suspect};
    Batch batch;
    batch.added = m_known;
    batch.totals = totalsOf(m_known);
    batch.totals.suspects = 1;
    batch.phase = CrawlPhase::Finished;
    Q_EMIT m_download->batchReady(batch);
    QVERIFY2(message().contains(QStringLiteral("1 page")), qPrintable(message()));
    QVERIFY(message().contains(QStringLiteral("may only be a login")));
    const TreeModel *tree = m_window->session()->tree();
    const QModelIndex row = tree->indexOf(1);
    QCOMPARE(row.siblingAtColumn(TreeModel::StatusColumn).data().toString(),
        QStringLiteral("Saved: perhaps only a login page"));
    QVERIFY(row.data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral(
                    "a.example seems to have sent a login page instead of this one. ")));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("login page")));
}

void TestFaces::aPageWithoutLinksInScope_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<QString>("words");
    QTest::newRow("folder") << int(ScopeKind::Folder) << QStringLiteral("inside the start folder.");
    QTest::newRow("site") << int(ScopeKind::Host) << QStringLiteral("inside its site.");
    QTest::newRow("domain") << int(ScopeKind::Domain) << QStringLiteral("inside its domain.");
    QTest::newRow("any") << int(ScopeKind::Any) << QStringLiteral("no links to other pages.");
}

void TestFaces::aPageWithoutLinksInScope()
{
    QFETCH(const int, scope);
    QFETCH(const QString, words);
    WindowOptions options;
    options.job.starts = {Address::parse("https://a.example/").value()};
    options.job.directory = m_folder.path();
    options.job.scope = ScopeKind(scope);
    open(options);
    m_id = "0123456789abcdef";
    Record image =
        savedRecord(foundRecord(1, "https://a.example/x.png", 0), 5, QStringLiteral("x.png"));
    image.kind = LinkKind::Requisite;
    Record other = foundRecord(2, "https://b.example/", 0);
    other.state = RecordState::Skipped;
    other.skip = SkipReason::Scope;
    send({start(), image, other}, CrawlPhase::Finished);
    QVERIFY2(
        message().startsWith(QStringLiteral("The page was saved, but has")), qPrintable(message()));
    QVERIFY2(message().endsWith(words), qPrintable(message()));
    QVERIFY(named(QStringLiteral("Widen Scope…")));
    named(QStringLiteral("Widen Scope…"))->click();
    QVERIFY(m_window->findChild<RulesDialog *>());
}

void TestFaces::aPageWithLinksIsNoSuchPage()
{
    begin();
    Record failed = failedRecord(foundRecord(1, "https://a.example/x", 0), FailReason::Http, 404);
    send({start(), failed}, CrawlPhase::Finished);
    QVERIFY(message().startsWith(QStringLiteral("Finished in")));
}

void TestFaces::quittingSaysSoIfItTakesTime()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/x", 0)});
    m_window->close();
    const auto box = [this](const char *name) {
        return m_window->findChild<QMessageBox *>(QString::fromLatin1(name));
    };
    QTRY_VERIFY(box("quit"));
    QAbstractButton *stop = nullptr;
    for (QAbstractButton *answer : box("quit")->buttons())
        stop = box("quit")->buttonRole(answer) == QMessageBox::AcceptRole ? answer : stop;
    stop->click();
    // It is not over yet, and says so.
    QTRY_VERIFY(box("closing") && box("closing")->isVisible());
    QVERIFY(box("closing")->text().startsWith(QStringLiteral("Saving what is known")));
    send({}, CrawlPhase::Stopped);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestFaces::noPercentageWhileLinksAreFound()
{
    begin();
    send({start(), foundRecord(1, "https://a.example/x", 0),
        foundRecord(2, "https://a.example/y", 0)});
    QStringList texts{m_window->windowTitle(), message()};
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        texts << widget->property("text").toString() << widget->accessibleName();
        QVERIFY(!widget->inherits("QProgressBar"));
    }
    const TreeModel *tree = m_window->session()->tree();
    for (int column = 0; column < TreeModel::columns; ++column)
        texts << tree->index(0, column).data().toString();
    for (const QString &text : std::as_const(texts))
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
}

QTEST_MAIN(TestFaces)
#include "tst_faces.moc"
