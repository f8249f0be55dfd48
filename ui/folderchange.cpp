// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/folderchange.h"

#include "core/crawl/sessionsearch.h"
#include "ui/messagebar.h"
#include "ui/session.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QIcon>

namespace gleaner
{

namespace
{

enum class Look : quint8 { Same, Moved, Copied, Another };

/// In a thread that may wait.
Look lookedAt(const QString &before, const QString &folder, const QByteArray &session)
{
    if (QFileInfo(before) == QFileInfo(folder))
        return Look::Same;
    if (!marksOf(folder).contains(session))
        return Look::Another;
    return marksOf(before).contains(session) ? Look::Copied : Look::Moved;
}

bool waits(const Session &session)
{
    return session.state() == SessionState::Paused || hasEnded(session.state());
}

} // namespace

FolderChange::FolderChange(MessageBar *messages, QAction *tryAgain, QWidget *window)
    : QObject(window)
    , m_messages(messages)
    , m_tryAgain(tryAgain)
    , m_window(window)
    , m_change(
          new QAction(QIcon::fromTheme(QStringLiteral("folder-open")), tr("C&hange Folder…"), this))
{
    m_change->setToolTip(tr("Say where this download's folder is now, and go on there"));
    connect(m_change, &QAction::triggered, this, &FolderChange::choose);
}

FolderChange::~FolderChange() = default;

void FolderChange::setSession(Session *session)
{
    m_session = session;
}

void FolderChange::choose()
{
    if (!m_session || m_window->findChild<QFileDialog *>(QStringLiteral("movedFolder")))
        return;
    const QString above = QFileInfo(m_session->job().directory).path();
    auto *dialog = new QFileDialog(m_window, tr("Where Is the Folder Now?"), above);
    dialog->setObjectName(QStringLiteral("movedFolder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FolderChange::lookAt);
    dialog->open();
}

void FolderChange::lookAt(const QString &folder)
{
    if (!m_session)
        return;
    if (!m_thread)
        m_thread = std::make_unique<SerialThread>(QStringLiteral("folders"));
    const QPointer<Session> session = m_session;
    const QString before = m_session->job().directory;
    m_thread->door().post([=, this, door = m_inbox.door(), id = m_session->id()] {
        const Look look = lookedAt(before, folder, id);
        door.post([=, this] {
            // Meanwhile another one may be shown, or it may go on where it was.
            if (!session || session != m_session || !waits(*session))
                return;
            if (look == Look::Same && session->state() == SessionState::Paused)
                m_tryAgain->trigger();
            else if (look == Look::Moved)
                leaveFor(folder);
            else if (look != Look::Same)
                refuse(look == Look::Copied
                        ? tr("The folder is still at its old place, so this one is a copy. Move "
                             "the folder instead.")
                        : tr("That is not this download's folder. Move the folder first, then "
                             "choose where it is now."));
        });
    });
}

void FolderChange::refuse(const QString &sentence)
{
    QList<QAction *> ways{m_change};
    if (m_session->state() == SessionState::Paused)
        ways.prepend(m_tryAgain);
    m_messages->show(MessageBar::Kind::Error, sentence, ways);
}

void FolderChange::leaveFor(const QString &folder)
{
    Session *session = m_session;
    if (hasEnded(session->state())) {
        Q_EMIT moved(session, folder);
        return;
    }
    connect(session, &Session::stateChanged, this, [this, session, folder](SessionState state) {
        if (!hasEnded(state))
            return;
        disconnect(session, &Session::stateChanged, this, nullptr);
        // Its own end is told of first.
        QMetaObject::invokeMethod(
            this,
            [this, folder, ended = QPointer<Session>(session)] {
                if (ended)
                    Q_EMIT moved(ended, folder);
            },
            Qt::QueuedConnection);
    });
    session->stop();
}

} // namespace gleaner
