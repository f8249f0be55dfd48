// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/aboutbox.h"
#include "ui/actions.h"
#include "ui/continuemenu.h"
#include "ui/continueoffer.h"
#include "ui/endtext.h"
#include "ui/exporter.h"
#include "ui/figures.h"
#include "ui/icontheme.h"
#include "ui/mainpage.h"
#include "ui/messagebar.h"
#include "ui/rowactions.h"
#include "ui/statusline.h"
#include "ui/texts.h"
#include "ui/treeview.h"
#include "ui/workerspanel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QTimer>

namespace gleaner
{

MainWindow::MainWindow(WindowParts parts, WindowOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(std::move(parts))
{
    // Before the first icon is looked up: afterwards Qt would not see the fallback.
    useIconFallback(palette());
    m_actions = new Actions(this);
    m_page =
        new MainPage(m_parts.directoryFor, {m_actions->start, m_actions->pause, m_actions->stop});
    m_workers = new WorkersPanel;
    m_status = new StatusLine;
    m_rows = new RowActions(m_page->tree(), m_actions, m_page->messages(), m_parts.openUrl, this);
    m_earlier = new EarlierDownloads(m_parts.readSessions, this);
    m_earlierMenu = new ContinueMenu(m_earlier, this);
    m_offer = new ContinueOffer(m_earlier, m_actions, m_page->messages(), this);
    new Exporter(
        m_actions->exportDownload,
        [this] {
            return Exporter::Source{m_session->job().stateDirectory, m_session->id()};
        },
        m_page->messages(), this);

    setCentralWidget(m_page);
    addDockWidget(Qt::BottomDockWidgetArea, m_workers);
    setStatusBar(m_status);
    m_actions->fillMenus(menuBar(), {m_workers->toggleViewAction()}, m_earlierMenu);
    m_workers->hide();
    m_status->hide();
    setWindowIcon(QIcon(QStringLiteral(":/icons/gleaner.svg")));
    const QSize comfortable(150 * fontMetrics().averageCharWidth(), 46 * fontMetrics().height());
    // The frame is not known before the window is shown; it needs some room as well.
    resize(comfortable.boundedTo(screen()->availableSize() * 0.93));
    resizeDocks({m_workers}, {qMin(12 * fontMetrics().height(), height() / 4)}, Qt::Vertical);
    connectActions();
    showTitle();

    m_page->form()->setJob(options.job);
    if (!options.job.starts.empty() && !options.job.directory.isEmpty())
        begin(options.job);
    else if (!options.typed.isEmpty())
        m_page->form()->setAddress(options.typed);
    if (m_session)
        return;
    m_page->form()->focusAddress();
    if (options.job.starts.empty())
        m_offer->make();
}

MainWindow::~MainWindow()
{
    // The views must not see their models go.
    m_page->tree()->setTree(nullptr);
    m_workers->setWorkers(nullptr);
}

void MainWindow::connectActions()
{
    JobForm *form = m_page->form();
    connect(m_actions->start, &QAction::triggered, this, &MainWindow::startOrResume);
    connect(form, &JobForm::submitted, m_actions->start, &QAction::trigger);
    connect(form, &JobForm::workerCountChanged, this, [this](int count) {
        if (m_session)
            m_session->setWorkerCount(count);
    });
    connect(m_actions->pause, &QAction::triggered, this, [this] { m_session->pause(); });
    connect(m_actions->stop, &QAction::triggered, this, [this] { m_session->stop(); });
    connect(m_actions->tryAgain, &QAction::triggered, m_actions->start, &QAction::trigger);
    connect(m_actions->focusAddress, &QAction::triggered, form, &JobForm::focusAddress);
    connect(m_earlierMenu, &ContinueMenu::chosen, this, &MainWindow::takeUp);
    connect(m_offer, &ContinueOffer::accepted, this, &MainWindow::takeUp);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::startOrResume()
{
    if (isRunning()) {
        m_session->resume();
        return;
    }
    if (const std::optional<CrawlJob> job = m_page->form()->readJob())
        begin(*job);
}

void MainWindow::takeUp(const CrawlJob &job)
{
    if (isRunning())
        return;
    m_page->form()->takeUp(job);
    startOrResume();
}

void MainWindow::begin(const CrawlJob &job)
{
    m_offer->withdraw();
    m_page->tree()->setTree(nullptr);
    m_workers->setWorkers(nullptr);
    m_rows->setSession(nullptr);
    m_session = std::make_unique<Session>(job, m_parts.makeDownload());
    connect(m_session.get(), &Session::stateChanged, this, &MainWindow::showState);
    connect(m_session.get(), &Session::progressed, this, &MainWindow::showProgress);

    m_page->tree()->setTree(m_session->tree());
    m_workers->setWorkers(m_session->workers());
    m_rows->setSession(m_session.get());
    m_page->messages()->hide();
    m_page->showTree();
    m_page->tree()->setFocus();
    m_workers->show();
    m_status->show();
    showState(m_session->state());
    m_session->start();
    showProgress();
}

void MainWindow::showState(SessionState state)
{
    m_actions->setState(state);
    m_page->form()->setRunning(!hasEnded(state));
    m_earlierMenu->setEnabled(hasEnded(state));
    switch (state) {
    case SessionState::Running:
        m_page->messages()->hide();
        break;
    case SessionState::Pausing:
        m_page->messages()->show(
            MessageBar::Kind::Plain, tr("Pausing: what is being downloaded is finished first."));
        break;
    case SessionState::Paused:
        showPaused();
        break;
    case SessionState::Stopping:
        m_page->messages()->show(MessageBar::Kind::Plain, tr("Stopping…"));
        break;
    case SessionState::Stopped:
    case SessionState::Finished:
        showEnd();
        break;
    }
    showTitle();
}

void MainWindow::showPaused()
{
    if (m_session->fault())
        m_page->messages()->show(MessageBar::Kind::Error, pausedText(), {m_actions->tryAgain});
    else
        m_page->messages()->show(MessageBar::Kind::Warning, pausedText());
}

QString MainWindow::pausedText() const
{
    // Nothing is lost: what could not be written waits like the rest.
    if (m_session->fault())
        return tr("%1 Everything waits until then.").arg(diskFaultText(*m_session->fault()));
    return tr("Paused: %1 waiting").arg(countText(m_session->totals().waiting));
}

void MainWindow::showEnd()
{
    if (m_quitting) {
        close();
        return;
    }
    m_earlier->setOwn(m_session->id());
    if (const Record *failed = m_session->failedStart()) {
        showFailedStart(failed->state == RecordState::Failed
                ? failSentence(*failed)
                : skipSentence(*failed, m_session->job().scope));
        return;
    }
    if (m_session->fault() && m_session->neverBegan()) {
        showFailedStart(diskFaultText(*m_session->fault()));
        return;
    }
    const Totals &totals = m_session->totals();
    const QList<QAction *> actions = m_session->tree()->tree().sums(RecordTree::root).files > 0
        ? QList<QAction *>{m_actions->openFolder}
        : QList<QAction *>{};
    if (m_session->fault())
        m_page->messages()->show(
            MessageBar::Kind::Error, diskFaultText(*m_session->fault()), actions);
    else
        m_page->messages()->show(m_session->state() == SessionState::Finished && totals.failed == 0
                ? MessageBar::Kind::Good
                : MessageBar::Kind::Warning,
            endText(*m_session), actions);
}

void MainWindow::showFailedStart(const QString &sentence)
{
    m_actions->setState({});
    m_workers->hide();
    m_status->hide();
    m_page->messages()->hide();
    m_page->showForm();
    m_page->form()->showProblem(sentence);
    m_page->form()->focusAddress();
}

void MainWindow::showProgress()
{
    m_status->update(*m_session);
    m_rows->refresh();
    // What was being downloaded when the pause began still comes in.
    if (m_session->state() == SessionState::Paused)
        m_page->messages()->amend(pausedText());
    showTitle();
}

void MainWindow::showTitle()
{
    if (!m_page->showsTree()) {
        setWindowTitle(QStringLiteral("Gleaner"));
        return;
    }
    const Totals &totals = m_session->totals();
    const QString site = siteText(m_session->job().starts.front());
    const QString ended = countText(totals.known - totals.waiting);
    const bool paused = m_session->state() == SessionState::Paused;
    setWindowTitle((paused ? tr("Paused – %1 – %2 of %3 – Gleaner") : tr("%1 – %2 of %3 – Gleaner"))
                       .arg(site, ended, countText(totals.known)));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        useIconFallback(palette());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!isRunning()) {
        event->accept();
        return;
    }
    event->ignore();
    if (!m_quitting)
        askToQuit();
}

void MainWindow::askToQuit()
{
    if (findChild<QMessageBox *>(QStringLiteral("quit")))
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Quit Gleaner"),
        tr("A download is still running. Stop it and quit? What is saved stays."),
        QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("quit"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *quit = question->addButton(tr("Stop and &Quit"), QMessageBox::AcceptRole);
    connect(quit, &QAbstractButton::clicked, this, &MainWindow::quitWhenStopped);
    // It may end by itself while the question stands.
    connect(m_session.get(), &Session::stateChanged, question, [question](SessionState state) {
        if (hasEnded(state))
            question->close();
    });
    question->open();
}

void MainWindow::quitWhenStopped()
{
    m_quitting = true;
    if (!isRunning()) {
        close();
        return;
    }
    m_session->stop();
    // A download that does not end is ended by its destructor.
    QTimer::singleShot(std::chrono::seconds(3), this, [] { QApplication::exit(); });
}

} // namespace gleaner
