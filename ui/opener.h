// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/crossing.h"

#include <QObject>
#include <QUrl>

#include <functional>

namespace gleaner
{

/// May a saved file be handed to the desktop?
enum class Opening : quint8 {
    Allowed,
    Missing, ///< it is no longer there
    Executes, ///< a program, script, shortcut or installer: opening it might run it
};

/// Judged by name, permission, first bytes and MIME type, each of which may only add a doubt.
/// Reads the file's beginning, so it belongs on a pool thread.
Opening judgeOpening(const QString &file);

/// Opens saved files with the desktop's programs, and shows them in the file manager.
///
/// Owned by the window, in its thread, and never waits: the file is looked at on a pool thread,
/// the file manager is asked over D-Bus without waiting for its answer.
class Opener : public QObject
{
    Q_OBJECT

public:
    using OpenUrl = std::function<bool(const QUrl &)>;

    /// `openUrl` hands an address to the desktop: QDesktopServices::openUrl, unless a test listens.
    explicit Opener(OpenUrl openUrl = {}, QObject *parent = nullptr);

    void open(const QString &file);
    /// An address of the network, in the browser.
    void openAddress(const QString &address);
    void showInFolder(const QString &file);
    void showFolder(const QString &folder);

Q_SIGNALS:
    /// The file was not opened, and why.
    void refused(const QString &file, gleaner::Opening reason);
    /// No program took it.
    void failed(const QString &file);

private:
    void hand(const QString &file, const QString &opened);

    OpenUrl m_openUrl;
    Inbox m_inbox; ///< judgements arrive here from the pool
};

} // namespace gleaner
