// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <unistd.h>

namespace gleaner
{

namespace
{

constexpr int answerMilliseconds = 5000;
/// The way of an answer that was given in the last moment.
constexpr int graceMilliseconds = 1000;
/// No byte of JSON: it ends what the caller says, and what it is told.
constexpr char end = '\0';

/// Where sockets of this user live; a path of a socket has 107 bytes.
QString socketFor(const QString &stateDirectory)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QFileInfo folder(runtime);
    // Who else may write there could listen in the place of the first one.
    if (runtime.isEmpty() || !folder.isDir() || folder.ownerId() != geteuid()
        || (folder.permissions() & (QFile::WriteGroup | QFile::WriteOther)))
        return {};
    const QByteArray mark =
        QCryptographicHash::hash(stateDirectory.toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .first(16);
    return runtime + QStringLiteral("/gleaner-") + QString::fromLatin1(mark);
}

} // namespace

LocalInstance::LocalInstance(TakeHandover take, const QString &stateDirectory)
    : m_take(std::move(take))
    , m_socket(socketFor(stateDirectory))
{
}

LocalInstance::~LocalInstance() = default;

Claim LocalInstance::claim(std::chrono::milliseconds patience)
{
    if (m_socket.isEmpty())
        return Claim::Impossible;
    m_lock = std::make_unique<QLockFile>(m_socket + QStringLiteral(".lock"));
    // It ends with its process and not with time.
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(int(patience.count())))
        return m_lock->error() == QLockFile::LockFailedError ? Claim::Taken : Claim::Impossible;
    // With the lock it can only be what a killed one has left.
    QLocalServer::removeServer(m_socket);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server->nextPendingConnection())
            greet(caller);
    });
    return m_server->listen(m_socket) ? Claim::First : Claim::Impossible;
}

void LocalInstance::greet(QLocalSocket *caller)
{
    connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
    connect(caller, &QLocalSocket::readyRead, this, [this, caller] { read(caller); });
    QTimer::singleShot(2 * answerMilliseconds, caller, &QLocalSocket::abort);
    read(caller);
}

void LocalInstance::read(QLocalSocket *caller)
{
    const QByteArray waiting = caller->peek(largestHandover + 1);
    if (waiting.size() > largestHandover) {
        caller->abort();
        return;
    }
    const qsizetype length = waiting.indexOf(end);
    if (length < 0)
        return;
    caller->disconnect(this);
    const std::optional<Handover> handover = readHandover(waiting.first(length));
    if (!handover) {
        caller->abort();
        return;
    }
    m_take(*handover, [caller = QPointer(caller)](const HandoverAnswer &answer) {
        if (!caller)
            return;
        caller->write(toText(answer).toUtf8() + end);
        caller->disconnectFromServer();
    });
}

std::optional<HandoverAnswer> LocalInstance::handOver(const Handover &own) const
{
    QLocalSocket socket;
    Handover timed = own;
    timed.deadline = QDeadlineTimer(answerMilliseconds);
    const QDeadlineTimer deadline(answerMilliseconds + graceMilliseconds);
    socket.connectToServer(m_socket);
    // The first one may hold the lock and not listen yet.
    while (!socket.waitForConnected(100) && !deadline.hasExpired()) {
        QThread::msleep(20);
        socket.abort();
        socket.connectToServer(m_socket);
    }
    socket.write(toBytes(timed) + end);
    QByteArray answer;
    while (!answer.endsWith(end)) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return {};
        answer += socket.readAll();
    }
    return readHandoverAnswer(QString::fromUtf8(answer.chopped(1)));
}

} // namespace gleaner
