// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

#include <QDir>
#include <QLibrary>
#include <QLibraryInfo>
#include <QString>

#include <algorithm>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace gleaner
{

namespace
{

/// Through libxcb itself, which Qt's plugin uses too: it knows remote displays and permissions.
std::shared_ptr<void> connectedToX()
{
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        return nullptr;
    QLibrary library(QStringLiteral("xcb"), 1);
    using Connect = void *(*)(const char *, int *);
    using HasError = int (*)(void *);
    using Disconnect = void (*)(void *);
    const auto connectTo = Connect(library.resolve("xcb_connect"));
    const auto hasError = HasError(library.resolve("xcb_connection_has_error"));
    const auto disconnectFrom = Disconnect(library.resolve("xcb_disconnect"));
    if (!connectTo || !hasError || !disconnectFrom)
        return nullptr;
    // Also after an error: the object has to be given back.
    std::shared_ptr<void> connection(connectTo(nullptr, nullptr), disconnectFrom);
    return connection && hasError(connection.get()) == 0 ? connection : nullptr;
}

/// It is a package of its own, and often missing.
bool hasWaylandPlugin()
{
    const QDir platforms(
        QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    return !platforms.entryList({QStringLiteral("libqwayland*")}, QDir::Files).isEmpty();
}

bool canConnectToWayland()
{
    QByteArray name = qgetenv("WAYLAND_DISPLAY");
    if (name.isEmpty() || !hasWaylandPlugin())
        return false;
    if (!name.startsWith('/'))
        name = qgetenv("XDG_RUNTIME_DIR") + '/' + name;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.size() >= qsizetype(sizeof address.sun_path))
        return false;
    std::ranges::copy(name, address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool works = socket >= 0
        && connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    if (socket >= 0)
        close(socket);
    return works;
}

} // namespace

std::optional<Display> findDisplay()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool isAny = platform.isEmpty();
    if (isAny || platform.startsWith("xcb")) {
        if (auto connection = connectedToX())
            return Display{std::move(connection)};
    }
    if (isAny || platform.startsWith("wayland"))
        return canConnectToWayland() ? std::optional(Display()) : std::nullopt;
    return platform.startsWith("xcb") ? std::nullopt : std::optional(Display());
}

} // namespace gleaner
