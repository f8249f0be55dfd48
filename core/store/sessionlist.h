// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QtGlobal>

#include <memory>
#include <vector>

namespace gleaner
{

/// Where the session of that id has its database: `<state>/sessions/<id>.sqlite`.
QString sessionFile(const QString &stateDirectory, const QByteArray &id);

/// 16 hexadecimal digits that no other session has.
QByteArray newSessionId();
bool isSessionId(QByteArrayView text);

/// Holds a session for this program; no other one gets it before this is destroyed or the program
/// ends, however it ends. Any thread.
class SessionLock
{
public:
    enum class Failure : quint8 {
        InUse, ///< another program has it
        OutOfReach, ///< there is no place for it
    };
    /// Null, and why, if it cannot be had.
    static std::unique_ptr<SessionLock> take(const QString &sessionFile, Failure *why);
    ~SessionLock();
    Q_DISABLE_COPY_MOVE(SessionLock)

private:
    explicit SessionLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    const int m_descriptor;
};

enum class SessionReadable : quint8 { Yes, Newer, No };
/// Reads the values of a session, also of one that is in use. Nothing is changed or set aside.
SessionReadable readSessionValues(const QString &sessionFile, QHash<QString, QByteArray> &values);

/// A session as a list shows it.
struct SessionSummary {
    QByteArray id;
    SessionReadable readable = SessionReadable::Yes;
    bool isInUse = false;
    qint64 changedAt = 0; ///< ms since 1970
    QHash<QString, QByteArray> values; ///< the session's own, by name
};
/// All sessions of that folder, the one changed last first. Only reads.
std::vector<SessionSummary> listSessions(const QString &stateDirectory);

} // namespace gleaner
