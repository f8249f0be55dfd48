// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/resolver.h"

#include "core/task/wakeup.h"

#include <QHostInfo>
#include <QTimer>

#include <optional>

namespace gleaner
{

Task<Resolution> resolveBySystem(Address address, std::chrono::milliseconds timeout)
{
    Wakeup changed;
    std::optional<QHostInfo> info;
    // Last, so that neither calls back into a frame that is being destroyed.
    QTimer timer;
    timer.setSingleShot(true);
    timer.callOnTimeout([&changed] { changed.ring(); });
    timer.start(timeout);
    QHostInfo::lookupHost(QString::fromLatin1(address.host()), &timer, [&](const QHostInfo &found) {
        info = found;
        changed.ring();
    });
    while (!info && timer.isActive())
        co_await changed;
    Resolution resolution;
    // Qt calls EAI_NONAME and its like HostNotFound, and all others, EAI_AGAIN above all, unknown.
    if (!info || info->error() == QHostInfo::UnknownError)
        resolution.kind = Resolution::Kind::NoAnswer;
    else if (info->error() == QHostInfo::HostNotFound || info->addresses().isEmpty())
        resolution.kind = Resolution::Kind::NotFound;
    else
        resolution.addresses = info->addresses();
    co_return resolution;
}

} // namespace gleaner
