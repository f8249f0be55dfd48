// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/aboutbox.h"
#include "ui/actions.h"
#include "ui/addresshistory.h"
#include "ui/continuemenu.h"
#include "ui/continueoffer.h"
#include "ui/desktopparts.h"
#include "ui/docks.h"
#include "ui/downloads.h"
#include "ui/downloadspanel.h"
#include "ui/exporter.h"
#include "ui/folderchange.h"
#include "ui/fullscreen.h"
#include "ui/headercolumns.h"
#include "ui/hostactions.h"
#include "ui/icontheme.h"
#include "ui/intake.h"
#include "ui/mainpage.h"
#include "ui/menus.h"
#include "ui/messagebar.h"
#include "ui/preferring.h"
#include "ui/quitting.h"
#include "ui/readablecolours.h"
#include "ui/remedyaction.h"
#include "ui/rowparts.h"
#include "ui/rulesdialog.h"
#include "ui/scanactions.h"
#include "ui/signin.h"
#include "ui/statusline.h"
#include "ui/texts.h"
#include "ui/treeview.h"
#include "ui/viewactions.h"
#include "ui/windowlayout.h"
#include "ui/wishactions.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>

namespace gleaner
{

MainWindow::MainWindow(WindowParts parts, WindowOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(std::move(parts))
{
    // Before the first icon is looked up: afterwards Qt would not see the fallback.
    useIconFallback(palette());
    m_actions = new Actions(this);
    m_downloads = new Downloads(m_parts.makeDownload, this);
    m_scan = new ScanActions(this);
    m_page = new MainPage(m_parts.directoryFor,
        {m_actions->start, m_actions->pause, m_actions->resume, m_actions->stop,
            m_scan->scanFirst()},
        m_actions->options);
    m_page->tree()->columns()->remember(m_parts.configFile(QStringLiteral("window.ini")));
    m_status = new StatusLine(m_actions->retryFailed, m_page->tree());
    m_rows = new RowParts(m_page->tree(), m_actions, m_page->messages(), m_parts.openUrl, this);
    m_docks = new Docks(this, m_downloads, m_actions, m_page, m_rows->wishes());
    m_hosts = new HostActions(m_actions->changeRules, this);
    m_scan->setPage(m_page);
    m_folderChange = new FolderChange(m_page->messages(), m_actions->tryAgain, this);
    m_sessionParts = {m_docks, m_status, m_rows, m_page->views(), m_hosts, m_scan, m_folderChange};
    m_messages =
        new SessionMessages(m_page->messages(), m_actions, m_folderChange->action(), m_rows, this);
    m_earlier = new EarlierDownloads(m_parts.readSessions, this);
    m_earlierMenu = new ContinueMenu(m_earlier, this);
    m_offer = new ContinueOffer(m_earlier, m_actions, m_page->messages(), this);
    if (!m_parts.preferences) {
        // A child that comes after the downloads goes after them.
        m_parts.preferences = new PreferencesKeeper(QString());
        m_parts.preferences->setParent(this);
    }
    m_quitting = new Quitting(m_downloads, m_parts.preferences, this);
    m_desktop = new DesktopParts(
        m_downloads, m_parts.preferences, m_parts.openUrl, {m_actions->quit}, this);
    m_history = new AddressHistory(m_parts.configFile(QStringLiteral("history.ini")), this);
    m_page->form()->setHistory(m_history);
    m_intake =
        new Intake({[this] { return m_page->form()->options(); },
                       [this](const Address &start) { return m_page->form()->jobFor(start); },
                       m_parts.directoryFor},
            m_parts.configFile(QStringLiteral("window.ini")), this);
    m_signIn = new SignIn(m_page->tree(), m_parts.preferences, m_page->messages(), this);
    m_sessionParts.push_back(m_signIn);
    m_rows->remedy()->setSignIn(m_signIn->action());
    const auto shown = [this] { return Exporter::sourceOf(*m_session); };
    auto *preferences =
        new QAction(QIcon::fromTheme(QStringLiteral("configure")), tr("Pr&eferences…"), this);
    preferences->setShortcut(Qt::CTRL | Qt::Key_Comma);
    new Exporter(m_actions->exportDownload, shown, m_page->messages(), this);
    layOut(preferences);
    new Preferring(m_parts.preferences,
        {m_downloads, m_page->form(), m_history, m_page->messages(),
            new Shortcuts(menuBar(), this)},
        preferences, this);
    connectActions();
    connectDownloads();
    showTitle();

    m_page->form()->setJob(options.job);
    if (!options.job.starts.empty() && !options.job.directory.isEmpty())
        begin(options.job);
    else if (!options.typed.isEmpty())
        m_page->form()->setAddress(options.typed);
    if (m_session)
        return;
    m_page->form()->focusAddress();
    if (options.job.starts.empty()) {
        connect(
            m_earlier, &EarlierDownloads::listed, m_downloads,
            [this] { m_downloads->addEarlier(m_earlier->all()); }, Qt::SingleShotConnection);
        m_offer->make();
    }
}

MainWindow::~MainWindow()
{
    // The views must not see their models go.
    m_page->tree()->setTree(nullptr);
    tellParts(nullptr);
}

void MainWindow::layOut(QAction *preferences)
{
    setCentralWidget(m_page);
    setStatusBar(m_status);
    fillMenus(menuBar(), *m_actions,
        {m_earlierMenu, m_docks, m_page->views(), m_intake, m_rows, m_status->statistics(), m_hosts,
            m_scan, preferences, m_signIn->action(), (new FullScreen(this))->action()});
    m_status->hide();
    setWindowIcon(QIcon(QStringLiteral(":/icons/gleaner.svg")));
    const QSize comfortable(150 * fontMetrics().averageCharWidth(), 46 * fontMetrics().height());
    // The frame is not known before the window is shown; it needs some room as well.
    resize(comfortable.boundedTo(screen()->availableSize() * 0.93));
    m_docks->resizeDownloads();
    new WindowLayout(this, m_docks, m_parts.configFile(QStringLiteral("window.conf")));
}

void MainWindow::connectActions()
{
    JobForm *form = m_page->form();
    connect(m_actions->start, &QAction::triggered, this, [this] { start(Purpose::Download); });
    connect(m_scan->scanFirst(), &QAction::triggered, this, [this] { start(Purpose::Scan); });
    connect(m_scan, &ScanActions::againOf, this, &MainWindow::beginAgainOf);
    connect(form, &JobForm::submitted, m_actions->start, &QAction::trigger);
    connect(form, &JobForm::workerCountChanged, this, [this](int count) {
        if (m_session)
            m_session->setWorkerCount(count);
    });
    connect(m_actions->moreWorkers, &QAction::triggered, form, [form] { form->stepWorkers(1); });
    connect(m_actions->fewerWorkers, &QAction::triggered, form, [form] { form->stepWorkers(-1); });
    connect(m_actions->pause, &QAction::triggered, this, [this] { m_session->pause(); });
    connect(m_actions->stop, &QAction::triggered, this, [this] { m_session->stop(); });
    for (QAction *resume : {m_actions->resume, m_actions->tryAgain, m_actions->goOn})
        connect(resume, &QAction::triggered, this, &MainWindow::resume);
    connect(m_actions->stopHere, &QAction::triggered, m_actions->stop, &QAction::trigger);
    connect(m_actions->removeDownload, &QAction::triggered, this, &MainWindow::removeShown);
    connect(m_actions->options, &QAction::triggered, this, &MainWindow::askForOptions);
    connect(m_rows->wishes(), &WishActions::again, this, &MainWindow::beginAgain);
    connect(m_hosts, &HostActions::chosen, m_rows->wishes(), &WishActions::setRules);
    connect(m_actions->focusAddress, &QAction::triggered, form, &JobForm::focusAddress);
    connect(m_earlierMenu, &ContinueMenu::chosen, this, &MainWindow::takeUp);
    connect(m_offer, &ContinueOffer::accepted, this, &MainWindow::takeUp);
    connect(m_signIn, &SignIn::again, this, &MainWindow::beginAgain);
    connect(m_folderChange, &FolderChange::moved, this, &MainWindow::goOnIn);
    connect(m_intake, &Intake::wanted, this, &MainWindow::takeAll);
    connect(m_intake, &Intake::told, this, &MainWindow::tellProblem);
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions->quit, &QAction::triggered, m_quitting, &Quitting::quit);
    // The key of pause goes to whoever can use it.
    connect(m_parts.preferences, &PreferencesKeeper::changed, this, [this] {
        m_actions->setState(m_session ? std::optional(m_session->state()) : std::nullopt);
    });
    connect(
        m_desktop, &DesktopParts::quitWanted, m_quitting, &Quitting::quit, Qt::QueuedConnection);
    connect(m_desktop, &DesktopParts::showWanted, this, &MainWindow::bringForward);
}

void MainWindow::connectDownloads()
{
    connect(m_docks->downloads(), &DownloadsPanel::chosen, this, &MainWindow::choose);
    connect(m_downloads, &Downloads::stateChanged, this, [this](Session *session) {
        m_earlier->addOwn(session->id());
        if (session == m_session)
            showState();
    });
    connect(m_downloads, &Downloads::aboutToGo, this, [this](const Session *session) {
        if (session == m_session)
            showDownload(nullptr);
    });
    connect(m_downloads, &Downloads::progressed, this, [this](Session *session) {
        if (session == m_session)
            showProgress();
    });
}

void MainWindow::askForOptions()
{
    JobForm *form = m_page->form();
    auto *dialog = new RulesDialog(RulesDialog::For::NextDownload, form->options(), this);
    connect(dialog, &RulesDialog::chosen, form, &JobForm::setOptions);
    dialog->open();
}

void MainWindow::choose(Session *session)
{
    m_page->form()->takeUp(session->job());
    showDownload(session);
}

void MainWindow::showDownload(Session *session)
{
    m_page->tree()->setTree(nullptr);
    m_session = session;
    m_page->messages()->clear();
    m_page->form()->showProblem({});
    if (!session) {
        tellParts(nullptr);
        refreshParts();
        m_actions->setState({});
        m_page->showForm();
        showTitle();
        return;
    }
    m_page->tree()->setTree(session->tree());
    tellParts(session);
    m_page->showTree();
    m_docks->downloads()->select(session);
    showState();
    showProgress();
}

void MainWindow::tellParts(Session *session)
{
    for (SessionPart *part : m_sessionParts)
        part->setSession(session);
}

void MainWindow::refreshParts()
{
    for (SessionPart *part : m_sessionParts)
        part->refresh();
}

void MainWindow::showState()
{
    m_actions->setState(m_session->state());
    const Record *failed = m_session->failedStart();
    if (failed && failed->state == RecordState::Failed)
        showFailedStart(failSentence(*failed),
            remedyOf(*failed) == Remedy::SignIn ? m_signIn->action() : nullptr);
    else if (failed)
        showFailedStart(skipSentence(*failed, m_session->job().scope));
    else if (m_session->fault() && m_session->neverBegan())
        showFailedStart(diskFaultText(*m_session->fault()));
    else
        m_messages->show(m_session);
    // Last, because one of them may have something to say as well.
    refreshParts();
    showTitle();
}

void MainWindow::showFailedStart(const QString &sentence, QAction *remedy)
{
    m_actions->setState({});
    m_docks->hide();
    m_status->hide();
    m_page->messages()->clear();
    m_page->showForm();
    m_page->form()->noteFailed();
    m_page->form()->showProblem(sentence, remedy);
    m_page->form()->focusAddress();
}

void MainWindow::showProgress()
{
    refreshParts();
    m_messages->amend(*m_session);
    showTitle();
}

void MainWindow::showTitle()
{
    setWindowTitle(
        m_session && m_page->showsTree() ? titleText(*m_session) : QStringLiteral("Gleaner"));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    useIconFallback(palette());
    QMetaObject::invokeMethod(this, &useReadableColours, Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_desktop->hidesInsteadOfClosing() && !m_quitting->isQuitting()) {
        event->ignore();
        hide();
        return;
    }
    event->setAccepted(m_quitting->mayClose());
}

} // namespace gleaner
