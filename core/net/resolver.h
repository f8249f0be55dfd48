// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/task.h"
#include "core/url/address.h"

#include <QHostAddress>
#include <QList>

#include <chrono>
#include <functional>

namespace gleaner
{

/// What a host's name leads to.
struct Resolution {
    enum class Kind : quint8 {
        Found,
        NotFound, ///< there is no such name; asking again changes nothing
        NoAnswer, ///< in time, or none that says whether there is one: a name server's own trouble
        LeftToProxy, ///< a proxy finds the host; what it finds is not known here
    };
    Kind kind = Kind::Found;
    QList<QHostAddress> addresses; ///< when Found
};

/// Finds the host of an address. The task owns what it is given.
using Resolver =
    std::function<Task<Resolution>(Address address, std::chrono::milliseconds timeout)>;

/// Asks the system, without waiting in this thread. Qt remembers the answer for a minute, so the
/// connection that follows uses the same one.
Task<Resolution> resolveBySystem(Address address, std::chrono::milliseconds timeout);

} // namespace gleaner
