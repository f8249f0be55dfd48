// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/credentials.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QStringList>

#include <optional>

namespace gleaner
{

/// What a second start tells the Gleaner that runs already: its whole command line, and what that
/// one could not find out by itself. A value.
struct Handover {
    QStringList arguments; ///< the program's name first
    QString workingDirectory; ///< absolute: what relative names on the line belong to
    /// Of whoever starts: one with another data folder is another person's, in a way.
    QString stateDirectory;
    QString activationToken; ///< the desktop's leave to come to the front; may be empty
    /// For the accounts on the line. Secret like some arguments: never on the message bus, whose
    /// messages other programs can read along; only through a socket of this user.
    CredentialsByOrigin credentials;
    /// Until then somebody waits for the answer; later it must not be taken any more. By the
    /// machine's steady clock, which all processes share.
    QDeadlineTimer deadline{QDeadlineTimer::Forever};
};

/// More is not read. A command line is shorter (getconf ARG_MAX: 2 MiB).
constexpr qsizetype largestHandover = qsizetype(4) * 1024 * 1024;

/// As JSON, for a local socket.
QByteArray toBytes(const Handover &handover);
/// Nothing if it is none: too large, not JSON, no arguments, or a folder that is not absolute.
std::optional<Handover> readHandover(const QByteArray &bytes);

/// What the Gleaner that runs says to it.
struct HandoverAnswer {
    enum class Kind : quint8 {
        Taken,
        Refused, ///< with a sentence, as if it stood on a command line of its own
        OtherHome, ///< it keeps its downloads in another data folder
    };
    Kind kind = Kind::Taken;
    QString sentence = {};
};

QString toText(const HandoverAnswer &answer);
/// Nothing if it is none.
std::optional<HandoverAnswer> readHandoverAnswer(const QString &text);

} // namespace gleaner
