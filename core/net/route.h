// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace gleaner
{

/// Does this machine's routing table know a way to that host? Sends nothing and does not wait.
///
/// For an address, to it; for a name, to anywhere beyond this machine, because names cannot be
/// looked up without it. True says nothing about the host; false means that no request can reach
/// it. Any thread.
bool hasRoute(QByteArrayView host);

} // namespace gleaner
