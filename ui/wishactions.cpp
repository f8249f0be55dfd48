// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wishactions.h"

#include "ui/actions.h"
#include "ui/figures.h"
#include "ui/messagebar.h"
#include "ui/plaintext.h"
#include "ui/removalactions.h"
#include "ui/rulesdialog.h"
#include "ui/trapactions.h"
#include "ui/treeview.h"
#include "ui/undoing.h"

#include <algorithm>

namespace gleaner
{

namespace
{

bool canBeRetried(const Record &record)
{
    return record.state == RecordState::Failed
        || (record.state == RecordState::Skipped && record.skip == SkipReason::User);
}

bool canComeFirst(const Record &record)
{
    return record.state == RecordState::Waiting || record.state == RecordState::Retrying;
}

bool canBeSkipped(const Record &record)
{
    return !isFinal(record.state) && record.state != RecordState::ReadingLinks;
}

} // namespace

WishActions::WishActions(
    TreeView *view, Actions *actions, MessageBar *messages, Undoing *undoing, QWidget *window)
    : QObject(window)
    , m_view(view)
    , m_actions(actions)
    , m_messages(messages)
    , m_undoing(undoing)
    , m_first(new QAction(QIcon::fromTheme(QStringLiteral("go-top")), tr("Download First"), this))
    , m_traps(new TrapActions(actions, messages, window))
    , m_window(window)
{
    view->addActions({actions->retry, actions->skip, actions->skipBranch, m_first});
    connect(m_first, &QAction::triggered, this, &WishActions::prefer);
    connect(view, &TreeView::rowsChosen, this, &WishActions::refreshRows);
    connect(view, &TreeView::currentRowChanged, this, &WishActions::refreshRows);
    connect(actions->retry, &QAction::triggered, this, &WishActions::retry);
    connect(actions->retryFailed, &QAction::triggered, this, &WishActions::retryFailed);
    connect(actions->skip, &QAction::triggered, this, &WishActions::skip);
    connect(actions->skipBranch, &QAction::triggered, this, &WishActions::skipBranch);
    connect(actions->changeRules, &QAction::triggered, this, &WishActions::askForRules);
    connect(m_traps, &TrapActions::again, this, &WishActions::again);
    refresh();
}

void WishActions::setSession(Session *session)
{
    m_session = session;
    m_traps->setSession(session);
}

QString WishActions::whyNotAgain() const
{
    if (!m_session)
        return tr("There is no download yet.");
    if (m_session->state() == SessionState::Stopping)
        return tr("The download is being stopped.");
    if (m_session->isDisposing())
        return RemovalActions::tr("Files are being moved to the trash.");
    if (!isRunning() && m_session->id().isEmpty())
        return tr("The download has ended, and nothing of it was kept to go on with.");
    return {};
}

QModelIndexList WishActions::chosen() const
{
    return m_session && m_view->selectionModel() ? m_view->selectionModel()->selectedRows()
                                                 : QModelIndexList();
}

void WishActions::refresh()
{
    const qint64 failed = m_session ? m_session->totals().failed : 0;
    m_actions->retryFailed->setVisible(failed > 0);
    m_actions->retryFailed->setText(failed == 0
            ? Actions::tr("Retry A&ll Failed")
            : tr("Retry A&ll Failed (%1)").arg(countText(failed)));
    const QString whyNot = whyNotAgain();
    allow(m_actions->retryFailed, tr("Ask again for everything that has failed"),
        failed == 0 ? tr("Nothing has failed.") : whyNot);
    allow(m_actions->changeRules,
        tr("Other folders, depth, patterns or kinds of files, for all that is known"), whyNot);
    m_traps->refresh(whyNot);
    refreshRows();
}

void WishActions::refreshRows()
{
    const QModelIndexList rows = m_session ? m_view->fewChosen() : QModelIndexList();
    const QString noRow = tr("No row is chosen.");
    const QString ended = isRunning() ? QString() : tr("The download has ended.");
    QString noRetry = rows.isEmpty() ? noRow : whyNotAgain();
    QString noSkip = rows.isEmpty() ? noRow : ended;
    QString noFirst = noSkip;
    QString noBranch = rows.size() != 1 ? tr("Choose one folder.") : ended;
    if (m_session && !rows.isEmpty()) {
        const TreeModel *tree = m_session->tree();
        const auto some = [&](auto ofFolder, auto ofRecord) {
            return rows.size() > TreeView::fewRows
                || std::ranges::any_of(rows, [&](const QModelIndex &row) {
                       const Record *record = tree->recordAt(row);
                       return record ? ofRecord(*record) : ofFolder(tree->sumsAt(row));
                   });
        };
        if (!some([](const auto &sums) { return sums.failed > 0; }, canBeRetried))
            noRetry = tr("Nothing has failed here.");
        if (!some([](const auto &sums) { return sums.known > sums.ended; }, canBeSkipped))
            noSkip = tr("Nothing is waiting here.");
        if (!some([](const auto &sums) { return sums.known > sums.ended; }, canComeFirst))
            noFirst = tr("Nothing is waiting here.");
        if (rows.size() == 1 && !tree->isFolder(rows.front()))
            noBranch = tr("Choose one folder.");
    }
    allow(m_actions->retry, tr("Ask again for what has failed in the chosen rows"), noRetry);
    allow(m_actions->skip, tr("Do not download what waits in the chosen rows"), noSkip);
    allow(m_first, tr("Download what waits in the chosen rows before all else"), noFirst);
    allow(m_actions->skipBranch, tr("Want nothing of this folder, now or found later"), noBranch);
}

void WishActions::retry()
{
    if (m_session)
        retryThose(m_session->tree()->recordsAt(chosen(), canBeRetried));
}

void WishActions::retryThose(const std::vector<RecordId> &those)
{
    if (!m_session || those.empty())
        return;
    if (isRunning())
        m_session->retry(those);
    else
        Q_EMIT again({Again::Kind::RetryThose, those, {}});
}

void WishActions::retryFailed()
{
    if (isRunning())
        m_session->retryFailed();
    else
        Q_EMIT again({Again::Kind::RetryFailed, {}, {}});
}

void WishActions::skip()
{
    if (isRunning())
        skipThose(m_session->tree()->recordsAt(chosen(), canBeSkipped));
}

void WishActions::skipThose(const std::vector<RecordId> &those)
{
    if (!isRunning() || those.empty())
        return;
    const QPointer<Session> session = m_session;
    m_undoing->act(
        tr("Skip %Ln address(es)", nullptr, int(those.size())),
        [session, those] {
            if (session && !hasEnded(session->state()))
                session->skip(those);
        },
        [this, those] { wantAgain(those); });
}

void WishActions::wantAgain(const std::vector<RecordId> &skipped)
{
    if (isRunning()) {
        m_session->retry(skipped);
        return;
    }
    // Later: with the session its history goes, which stands on the stack.
    const auto begin = [this, skipped] {
        if (m_session && !isRunning() && whyNotAgain().isEmpty())
            Q_EMIT again({Again::Kind::RetryThose, skipped, {}});
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
}

void WishActions::skipBranch()
{
    const QModelIndexList rows = chosen();
    if (!isRunning() || rows.size() != 1 || !m_session->tree()->isFolder(rows.front()))
        return;
    const QByteArray pattern = m_session->tree()->addressAt(rows.front()).toLatin1() + '*';
    if (rulesOf(m_session->job()).exclude.contains(pattern))
        return;
    m_undoing->act(
        tr("Skip Branch %1").arg(visibleText(QByteArrayView(pattern).chopped(1), 60)),
        [this, pattern] { exclude(pattern, Exclusion::Added); },
        [this, pattern] { exclude(pattern, Exclusion::Removed); });
}

void WishActions::exclude(const QByteArray &pattern, Exclusion exclusion)
{
    if (!m_session || !whyNotAgain().isEmpty())
        return;
    CrawlRules rules = rulesOf(m_session->job());
    rules.exclude.removeAll(pattern);
    if (exclusion == Exclusion::Added)
        rules.exclude.append(pattern);
    if (isRunning())
        m_session->setRules(rules);
    else
        QMetaObject::invokeMethod(
            this, [this, rules] { setRules(rules); }, Qt::QueuedConnection);
}

void WishActions::prefer()
{
    const QModelIndexList rows = chosen();
    if (!isRunning() || rows.isEmpty())
        return;
    const TreeModel *tree = m_session->tree();
    const auto those = tree->recordsAt(rows, canComeFirst);
    QByteArrayList branches;
    for (const QModelIndex &row : rows) {
        if (tree->isFolder(row))
            branches << tree->addressAt(row).toLatin1();
    }
    m_session->prefer(those, branches);
    m_messages->show(MessageBar::Kind::Plain,
        tr("%Ln address(es) come first now, as soon as their hosts have room for another request.",
            nullptr, int(those.size())));
}

void WishActions::askForRules()
{
    if (!m_session || m_window->findChild<RulesDialog *>())
        return;
    auto *dialog = new RulesDialog(RulesDialog::For::KnownDownload, m_session->job(), m_window);
    // Another download may be shown by then.
    connect(dialog, &RulesDialog::chosen, m_session,
        [this, session = m_session](const JobOptions &options) {
            if (session == m_session)
                setRules(options.rules);
        });
    dialog->open();
}

void WishActions::setRules(const CrawlRules &rules)
{
    if (isRunning())
        m_session->setRules(rules);
    else
        Q_EMIT again({Again::Kind::OtherRules, {}, rules});
}

} // namespace gleaner
