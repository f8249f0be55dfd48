// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin.h"

#include "ui/messagebar.h"
#include "ui/preferenceskeeper.h"
#include "ui/signindialog.h"
#include "ui/texts.h"
#include "ui/treeview.h"

#include <QAction>

namespace gleaner
{

namespace
{

bool asksForAName(const Record &record)
{
    return record.state == RecordState::Failed && record.fail == FailReason::Auth;
}

bool isOfProxy(const Record &record)
{
    constexpr int proxyAuthenticationRequired = 407;
    return record.status == proxyAuthenticationRequired;
}

/// Under what its password is kept.
QByteArray keyOf(const Record &record, const CrawlJob &job)
{
    if (!isOfProxy(record) || !job.network.proxy)
        return record.address.origin();
    return Session::keyOf(*job.network.proxy);
}

} // namespace

SignIn::SignIn(
    TreeView *view, const PreferencesKeeper *preferences, MessageBar *messages, QWidget *window)
    : QObject(window)
    , m_view(view)
    , m_preferences(preferences)
    , m_messages(messages)
    , m_window(window)
    , m_action(
          new QAction(QIcon::fromTheme(QStringLiteral("dialog-password")), tr("Sign In…"), this))
{
    connect(view, &TreeView::currentRowChanged, this, &SignIn::refresh);
    connect(m_action, &QAction::triggered, this, &SignIn::ask);
    refresh();
}

void SignIn::setSession(Session *session)
{
    m_session = session;
    refresh();
}

/// The current row; without one the start, if nothing came of it.
const Record *SignIn::target() const
{
    if (!m_session)
        return nullptr;
    const QModelIndex row = m_view->currentIndex();
    const Record *record = row.isValid() ? m_session->tree()->recordAt(row) : nullptr;
    if (!record)
        record = m_session->failedStart();
    return record && asksForAName(*record) ? record : nullptr;
}

void SignIn::refresh()
{
    const Record *record = target();
    const bool isHopeless = record && isOfProxy(*record) && !m_session->job().network.proxy;
    m_action->setEnabled(record && !isHopeless);
    m_action->setToolTip(isHopeless
            ? tr("The system's settings chose this proxy; its name and password belong there.")
            : record ? tr("Give a name and a password, and try again")
                     : tr("No row is chosen that asks for a name and a password."));
    if (m_session && m_session == m_waiting && hasEnded(m_session->state())) {
        m_waiting = nullptr;
        // Whoever hears of it takes another session in the place of this one.
        QMetaObject::invokeMethod(
            this, [this, asked = m_session] { retry(asked); }, Qt::QueuedConnection);
    }
}

void SignIn::ask()
{
    const Record *record = target();
    if (!record)
        return;
    const QByteArray key = keyOf(*record, m_session->job());
    const QString whom = isOfProxy(*record) ? tr("The proxy") : siteText(record->address);
    auto *dialog = new SignInDialog(whom, m_preferences->values().passwords, m_window);
    if (m_preferences->values().passwords == PasswordPolicy::Keyring)
        m_keyring.find(key, dialog, [dialog](const std::optional<Credentials> &known) {
            if (known)
                dialog->offer(*known);
        });
    // Another download may be shown by then; the password is none of its business.
    connect(dialog, &SignInDialog::given, this,
        [this, key, asked = m_session](const Credentials &credentials, Keeping keeping) {
            m_keyring.keep(key, credentials, keeping, this, [this, keeping](Keeping kept) {
                if (kept != keeping)
                    m_messages->show(MessageBar::Kind::Warning,
                        tr("There is no keyring that takes the password; it is forgotten when "
                           "Gleaner is closed."));
            });
            take(asked, key, credentials);
        });
    dialog->open();
}

void SignIn::take(Session *asked, const QByteArray &key, const Credentials &credentials)
{
    if (!asked)
        return;
    asked->learn(key, credentials);
    if (asked == m_session && hasEnded(asked->state())) {
        retry(asked);
        return;
    }
    m_waiting = asked;
    if (!hasEnded(asked->state()))
        m_messages->show(MessageBar::Kind::Plain,
            tr("It is tried again with this name when the download has ended."));
}

void SignIn::retry(Session *asked)
{
    if (!asked || !hasEnded(asked->state()))
        return;
    if (asked != m_session) {
        m_waiting = asked;
        return;
    }
    Again those{Again::Kind::RetryThose, {}, {}, {}};
    const RecordTree &tree = asked->tree()->tree();
    for (RecordId id = 0; id < tree.size(); ++id) {
        if (asksForAName(tree.record(id)))
            those.those.push_back(id);
    }
    if (!those.those.empty())
        Q_EMIT again(those);
}

} // namespace gleaner
