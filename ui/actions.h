// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session.h"

#include <QAction>

class QMenu;
class QMenuBar;

namespace gleaner
{

/// Everything a person can do, once: menus, buttons and context menus share these. Owned by the
/// window; what they do is connected there.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    /// The menus; `panels` go into View, `earlier` into Download.
    void fillMenus(QMenuBar *bar, const QList<QAction *> &panels, QMenu *earlier);
    /// Which of the three that drive a download can be used. Nothing: there is no download yet.
    void setState(std::optional<SessionState> state);
    /// Which of those on a row can be used.
    void setRow(bool exists, bool isFolder, bool isSaved);

    QAction *const start; ///< or resume, when paused
    QAction *const pause;
    QAction *const stop;
    QAction *const tryAgain; ///< the same as resume, after a fault of the disk
    QAction *const continueLatest; ///< the download that is offered at the start
    QAction *const notNow; ///< no answer to that
    QAction *const open;
    QAction *const showInFolder;
    QAction *const copyAddress;
    QAction *const openFolder; ///< the download's own
    QAction *const exportDownload;
    QAction *const focusAddress;
    QAction *const expandAll;
    QAction *const collapseAll;
    QAction *const about;
    QAction *const quit;

private:
    QAction *make(const QString &text, const char *icon, const QKeySequence &keys = {});
};

} // namespace gleaner
